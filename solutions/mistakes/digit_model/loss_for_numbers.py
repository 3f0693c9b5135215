"""A loss for numbers, such as the squared error, is taken to do for classes as well.

1: Which loss did you compile with? Which one do you know from logistic regression?
2: A loss such as the squared error is made for quantities, like prices. For a chance between 0 and
1 it hardly punishes a model that is quite sure and quite wrong, so learning is slow there. Compare
the loss with the cell that compiles the model in the text.
3: A forecast says 0.01 for rain, and it rains. The squared error is `(1 - 0.01) ** 2`, about 1. For
a forecast of 0.0001 it is about 1 as well. The cross-entropy, `-log(p)`, is 4.6 for the first and
9.2 for the second: being too sure of something wrong costs more. That is what a model of chances
learns from.
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
    loss=tf.keras.losses.MeanSquaredError(),
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
model.compile(loss="mse", optimizer="adam")
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
    loss=tf.keras.losses.MeanAbsoluteError(),
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
model.compile(loss="mean_squared_error", optimizer="adam")
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    loss = facts.loss.lower().replace("_", "")
    return loss in ("mse", "mae", "meansquarederror", "meanabsoluteerror", "huber", "logcosh")
