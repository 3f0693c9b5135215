"""A network that tells classes apart is taken to need softmax at its output.

1: Print a few predictions. Softmax over one number is always ...?
2: Softmax turns numbers into shares that add up to 1. Your last layer has one unit, so its share is
always 1, whatever the image shows. The loss may fall all the same. Keras gives a warning. What does
the last row of the table say?
3: Shares of a vote: 30, 50 and 20 votes become 0.3, 0.5 and 0.2. With a single name on the list,
its 30 votes become `30 / 30`, and so do 5 or 500. With three units, `Dense(3,
activation="softmax")` makes sense; one unit needs a curve that works on a single number.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="softmax"),
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
        Dense(25, activation="relu"),
        Dense(15, activation="relu"),
        Dense(1, activation="softmax"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential()
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation=tf.nn.softmax))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.units[-1:] == [1] and "softmax" in facts.activations[-1]
