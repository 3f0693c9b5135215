"""The labels are taken to be any two numbers, such as 1 and 2.

1: Which numbers are your labels when the training sees them? Which two does the loss expect?
2: The loss compares a chance with 0 or 1. If no label is 0, the model learns to answer 1 to all
images; with labels above 1 the loss even falls below 0 and goes on falling. Print the labels that
go into the training, and the last losses. A loss below 0 is a sign to look for.
3: A chance of rain lies between 0 and 1, and so does what happened: 0 for dry, 1 for wet. If wet is
written down as 2, then even a forecast of 1 is too low, each day, and the forecaster says 1 always.
Names of classes may be anything, but labels are numbers that count.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y + 1, epochs=20, verbose=0)

# %%
y = y + 1
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, np.where(y == 0, 1, 2), epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Nearly 1 for all images, after training on all of them with sigmoids."""
    fits = facts.code.calls("fit")
    whole = not any(arg.index for fit in fits for arg in fit.args)
    sigmoids = set(facts.activations) <= {"sigmoid"}
    return whole and sigmoids and facts.steps > 0 and facts.predictions.lowest > 0.9
