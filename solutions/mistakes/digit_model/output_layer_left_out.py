"""The output is taken to come by itself after the hidden layers.

1: How many numbers should the model give for one image, and how many does yours give? Look at the
last line of the summary.
2: Your last layer has 15 units, so each image gets 15 numbers, and there is one label. The table
has one more row. What does the last layer take, and what does it put out?
3: Three people hold up cards with their points, and the show waits for the verdict. Someone has to
make one number of three. In a network 6-4-2-1 the layer of 2 units is no output: `Dense(1)` comes
after it and makes one number of the two.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
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
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """No output layer, and not because making it failed: then Keras would not speak of shapes."""
    return facts.units == [25, 15] and all("shape" in words for words in facts.messages)
