"""The place of the input in the list is taken to be free.

1: Where in your list does the input stand? What goes through the list first?
2: The list is the way that the numbers take, from the first entry to the last. An input after a
layer says that the numbers come in when they are half way through. Keras refuses that. Read your
list from top to bottom: what should an image meet first?
3: A visit: door, hall, room. In the list `[hall, door, room]` the guest is in the hall before the
door. For a small network of 3 inputs the order is `[tf.keras.Input(shape=(3,)), Dense(2),
Dense(1)]`: first what comes in, then the layers as they follow each other.
"""

# %%
model = Sequential(
    [
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
        tf.keras.Input(shape=(400,)),
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
        Dense(25, activation="sigmoid"),
        tf.keras.Input(shape=(400,)),
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
model = Sequential()
model.add(Dense(25, activation="sigmoid"))
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.says("InputLayer has no positional arguments")
