"""Brackets around one number are taken to make a shape.

1: Keras cannot make a shape of what you gave to the input. What is in the brackets, and of which
type is it? Print it.
2: A shape is a tuple, even if it holds one number. Brackets alone do not make a tuple: `(7)` is the
number 7, as in `2 * (3 + 4)`. Print `type((7))`. Which sign is missing, or which brackets could you
use instead?
3: A list of winners with one name: `("Ada")` is the text "Ada", and its first element is "A".
`("Ada",)` is a tuple with one element, "Ada". It is the comma that makes the tuple, not the
brackets. A network for three measurements takes `shape=(3,)`, one for a single measurement takes
`shape=(1,)`.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400)),
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
        tf.keras.Input(400),
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
model = Sequential()
model.add(tf.keras.Input(shape=400))
model.add(Dense(25, activation="sigmoid"))
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
    return facts.says("Cannot convert '", "to a shape")
