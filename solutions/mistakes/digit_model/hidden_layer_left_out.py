"""One hidden layer is taken to be enough, or two lines of the table to be one layer.

1: How many layers with units does the table of part 7 list, and how many does your model have?
2: A hidden layer is missing. Read the sizes of your model from left to right, beginning with the
400 of the input, and put the row of the table below. Where is the gap?
3: A table of stops says: Rome, 40 km, Tivoli, 60 km, Subiaco. A plan that goes from Rome to Subiaco
with one leg misses a stop. For a network 6-4-2-1 there are three lines with units, `Dense(4)`,
`Dense(2)` and `Dense(1)`: one for each number after the first.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
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
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
# model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.units in ([25, 1], [15, 1])
