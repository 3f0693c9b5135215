"""The class of the optimiser, a number or any word is taken to be an optimiser.

1: What did you hand over as the optimiser: a text, an object, or something else? Print its type.
2: Keras could not interpret it. A text is looked up by its exact name, the name of a class without
brackets is only a plan, and a learning rate alone does not say whose it is. Compare with the cell
that compiles the model in the text: what stands there, and what behind the name?
3: `open` is the function, `open("a.txt")` is an open file; only the file can be read. In the same
way `random.Random` is a plan and `random.Random(7)` is a source of random numbers, which was told
its start. The brackets make the thing, and what is in them sets it up.
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
    optimizer=tf.keras.optimizers.Adam,
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
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer=0.001)
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
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer="adams")
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.says("Could not interpret optimizer identifier")
