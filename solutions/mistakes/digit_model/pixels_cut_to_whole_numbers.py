"""Pixels are taken to be whole numbers.

1: Print the first image as the training sees it. Are there numbers between 0 and 1 left?
2: Turned into whole numbers, each pixel below 1 becomes 0: what is behind the point is cut off, and
with it nearly all of the ink. The model learns from empty sheets. Which step asks for whole
numbers, and what is the type of `X` as it comes?
3: Prices of 0.99, 0.5 and 1.2, turned by `astype(int)`, are 0, 0 and 1: the shop gives its goods
away. Nothing is rounded; all behind the point is dropped. Whole numbers are for counting, decimals
for measuring, and grey is measured.
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
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X.astype(int), y, epochs=20, verbose=0)

# %%
X = X.astype("uint8")
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
model.fit(X, y, epochs=20, verbose=0)

# %%
X = np.array(X, dtype=int)
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
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
import re

from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    whole = r"X\.astype\(\W*(np\.)?u?int|array\(X, *(dtype=)?(np\.)?u?int"
    return bool(re.search(whole, facts.source)) and facts.predictions.highest < 0.9
