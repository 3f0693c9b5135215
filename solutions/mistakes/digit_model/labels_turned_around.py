"""The output is taken to be the chance of a zero.

1: Print the prediction for `X[0]`, a zero, and for `X[500]`, a one. Which of them is near 1?
2: The model has learned well, but the wrong way round: zeros get a number near 1, ones get a number
near 0. The text reads the output as the chance of a one. Which step turns the labels around before
the training? If none does, is there one that turns black into white?
3: A smoke alarm learns from notes "1 = fire, 0 = no fire". If the notes are turned to `1 - note`,
it is silent when it burns, and it does so with great care. A model can only learn what the labels
say. Before the training, look at one image and its label together.
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
model.fit(X, 1 - y, epochs=20, verbose=0)

# %%
y = (y == 0).astype(int)
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
model.fit(X, np.logical_not(y), epochs=20, verbose=0)

# %% recognised by
import re

from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Nearly all wrong, and not because the images were turned around; zeros come first."""
    wrong = facts.predictions.first_half > 0.8 and facts.predictions.second_half < 0.2
    return wrong and re.search(r"\b1(\.0?)?\s*-\s*X\b", facts.source) is None
