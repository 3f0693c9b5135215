"""A network is taken to find out the right answers by itself.

1: What does `fit` need to know of each image besides its pixels? What do you hand over?
2: Nothing arrives in the training as labels, so there is nothing to compare the predictions with,
and Keras stops. (A pair in brackets of its own counts as one thing: as images.) Compare with the
cell that trains the model in the text. Which second thing stands there?
3: A pupil who solves a hundred sums and never sees an answer learns nothing from it. `fit(sums)` is
such a lesson; `fit(sums, answers)` is one in which each guess is compared. Both have one entry for
each example, and they stand in the same order.
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
model.fit(X, epochs=20, verbose=0)

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
model.fit((X, y), epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Keras says so, or nothing was trained and the images are all that `fit` is given."""
    calls = [call for call in facts.code.calls("fit") if call.arg(0).name == "X"]
    alone = bool(calls) and all(
        len(call.args) == 1 and not {"y", "**"} & set(call.keywords) for call in calls
    )
    silent = facts.made and not facts.steps and not facts.raised
    return facts.says("None values not supported") or (silent and alone)
