"""Ink is taken to need other colours: black and white are swapped before the training.

1: What happens to `X` before the training? Which number stands for ink as it comes from the file,
and which one for paper?
2: The training sees negatives: paper is 1 and ink is 0. New images come as they are, with ink at 1,
so the model takes one digit for the other. Whatever is done to the training images has to be done
to all others too. What happens if nothing is done to them?
3: A key cut from a mirror image of the lock fits the mirror, not the door. With `1 - x`, 0.9
becomes 0.1; a rule like "above 0.5 is full" then says the opposite for a new 0.9. Train on what
will come.
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
model.fit(1 - X, y, epochs=20, verbose=0)

# %%
X = 1.0 - X
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
    """Nearly all wrong, after the images were turned around; zeros come first."""
    wrong = facts.predictions.first_half > 0.8 and facts.predictions.second_half < 0.2
    return wrong and re.search(r"\b1(\.0?)?\s*-\s*X\b", facts.source) is not None
