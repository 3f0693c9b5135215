"""An image is taken to come in as a square of 20 by 20 pixels.

1: Print `X[0].shape`. Is one image a square here, or one long row?
2: Your input expects tables of 20 rows and 20 columns. In `X` the pixels of an image are laid out
in one row, and new images come in the same way. How many numbers does one image bring, and which
shape says so?
3: A chess board has 8 by 8 fields. A program that gets it as a row of 64 letters takes
`shape=(64,)`. With `shape=(8, 8)` it would wait for a table and refuse the row, though it is the
same board. The shape has to fit the data as they are stored, not as we picture them.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(20, 20)),
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
        tf.keras.Input(shape=(20, 20)),
        tf.keras.layers.Flatten(),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X.reshape(-1, 20, 20), y, epochs=20, verbose=0)

# %%
model = Sequential(
    [
        tf.keras.layers.Flatten(input_shape=(20, 20)),
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
    return facts.input_shape[1:3] == (20, 20)
