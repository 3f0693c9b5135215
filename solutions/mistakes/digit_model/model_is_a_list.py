"""A list of layers is taken to be a model.

1: Print `type(model)`. What does it say, and what should it say?
2: The layers are collected, in a list or a tuple, but that is all: it cannot be compiled, trained
or asked. Which class makes a network out of such a list? Look at the coffee network in the hint of
the exercise.
3: `[flour, eggs, sugar]` is a list of things to eat, and `bake([flour, eggs, sugar])` is a cake. In
code: `pairs = [("a", 1), ("b", 2)]` is a list, and `pairs["a"]` fails; `dict(pairs)["a"]` is 1. The
parts are there in both; something has to make a whole out of them.
"""

# %%
model = [
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
]
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = (
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = []
model.append(Dense(25, activation="sigmoid"))
model.append(Dense(15, activation="sigmoid"))
model.append(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
import ast

from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """What was last put into the name is a list or a tuple."""
    puts = facts.assigned("model")
    return not facts.made and any(put.is_a(ast.List, ast.Tuple) for put in puts[-1:])
