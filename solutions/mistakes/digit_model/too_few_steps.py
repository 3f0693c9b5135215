"""A few steps of training are taken to be enough.

1: How many times does the training go through the images, and how many images make one step? What
does the text say?
2: The model has made a few steps and is on its way: the predictions begin to differ, but they stay
unsure. Look at the learning curve. Is it flat at its end, or does it still fall?
3: Ten pages a day of a book of 400 pages: after two days nobody knows the end. `epochs` says how
often the whole book is read, `batch_size` how many pages are read before one stops to think. With
600 images and `batch_size=600` there is one step in each round; with 20 there are 30.
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
model.fit(X, y, epochs=1, verbose=0)

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
model.fit(X, y, verbose=0)

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
model.fit(X, y, epochs=20, batch_size=1000, verbose=0)

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
model.fit(X, y, epochs=2, verbose=0)

# %% recognised by
import ast

from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Few steps with all the images, and no error that ended them."""
    cut: set[str] = set()
    for put in facts.code.assignments:
        indices = [index for part in put.value.parts for index in part.index]
        if any(index.is_a(ast.Slice) for index in indices) or put.value.names & cut:
            cut |= {name for target in put.targets for name in target.names}
    inputs = [arg for fit in facts.code.calls("fit") for arg in fit.inputs]
    whole = not any(arg.index or arg.name in cut for arg in inputs)
    usual = facts.optimizer == "Adam" and abs(facts.learning_rate - 0.001) < 1e-6
    return 0 < facts.steps < 130 and whole and usual and not facts.raised
