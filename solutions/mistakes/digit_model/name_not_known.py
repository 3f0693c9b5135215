"""A name is used that was given to nothing.

1: Python stops with a `NameError` and tells you a name. Where did you give that name to something,
or which import brings it?
2: A capital letter makes another name, a text needs quotes, and what a library brings has to be
imported or reached through the library's name. Read the name in the message. Compare it with
what the cell with the imports brings, and with the example in the hint.
3: `Print("hi")` stops: `name 'Print' is not defined`. The function is called `print`. And
`print(hi)` stops as well: without quotes, `hi` is not a text but a name, and nobody made it. Two
small signs, two different cures: look which kind of thing you meant.
"""

# %%
model = sequential(
    [
        tf.keras.Input(shape=(400,)),
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
        tf.keras.Input(shape=(400,)),
        dense(25, activation="sigmoid"),
        dense(15, activation="sigmoid"),
        dense(1, activation="sigmoid"),
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
        Dense(25, activation=Sigmoid),
        Dense(15, activation=Sigmoid),
        Dense(1, activation=Sigmoid),
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
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X_train, y_train, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """A missing model is left out: that follows from a cell above."""
    missing = [words for words in facts.messages if words.startswith("NameError")]
    return any("'model'" not in words for words in missing)
