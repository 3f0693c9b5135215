"""The sizes of the hidden layers are taken to be free.

Also: hidden_layer_left_out + one_layer_too_many

1: Say the sizes of the table from top to bottom, and then those of your layers. Which one differs?
2: The number of layers is right, but a hidden layer has another number of units than the table
says. The model may train well; yet its parameters are not 10,431, and it is not the network of the
other parts. Compare the column "units" with your layers, row by row.
3: A recipe for a cake tin of 26 cm does not fill one of 30 cm, though both give a cake. With a
network 6-4-2-1 the next step expects 4 numbers from the first layer: `Dense(5)` gives one too many,
and nothing fits any more.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(20, activation="sigmoid"),
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
        Dense(10, activation="sigmoid"),
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
        Dense(64, activation="sigmoid"),
        Dense(32, activation="sigmoid"),
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
        Dense(25, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    units, usual = facts.units, ([25, 15], [15, 25])
    return len(units) == 3 and None not in units and units[2] == 1 and units[:2] not in usual
