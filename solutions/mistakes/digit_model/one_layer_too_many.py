"""More layers are taken to be needed, or a layer is added twice.

1: How many layers with units does the table of part 7 list, and how many does the summary of your
model show?
2: Your model has a layer that the table does not have. Read the sizes in the summary from top to
bottom, and tick off the rows of the table. Which one is left over? If you use `add`, think of what
a cell does that is run twice.
3: A network 6-4-2-1 has `6*4 + 4 + 4*2 + 2 + 2*1 + 1` parameters, that is 41. If the summary shows
47, there are 6 too many: `2*2 + 2`, a second layer of two units. The count of parameters shows at
once that nothing was added.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
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
model = Sequential()
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
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
        Dense(15, activation="sigmoid"),
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
    dense = all(layer.kind == "Dense" for layer in facts.layers)
    return dense and len(facts.layers) > 3 and facts.units[0] != 400
