"""The name of a layer is taken to be a remark that may be the same for several layers.

1: Keras wants names that are unique. Which name do you give more than once?
2: Keras finds a layer by its name, so two layers of one model may not have the same. Read the names
of your layers from top to bottom, and give each layer its own. Or leave the names out: then Keras
makes them up.
3: In a class with two children called Kim, a letter "to Kim" reaches the wrong one. With `{"kim":
7, "kim": 9}` Python keeps the 9 and forgets the 7. A name that is used to find something has to
lead to one thing.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid", name="layer"),
        Dense(15, activation="sigmoid", name="layer"),
        Dense(1, activation="sigmoid", name="layer"),
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
        Dense(25, activation="sigmoid", name="layer1"),
        Dense(15, activation="sigmoid", name="layer1"),
        Dense(1, activation="sigmoid", name="layer3"),
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
    """Only if the source has a name twice: Keras makes up names as well, which may be one's own."""
    named = [call.keywords.get("name", call).constant for call in facts.code.calls()]
    names = [name for name in named if isinstance(name, str)]
    return facts.says("should have unique names") and len(set(names)) < len(names)
