"""A list of layers is taken to be a model.

1: Print `type(model)`. What does it say, and what should it say?
2: The layers are in a list, but a list is all it is: it cannot be compiled, trained or asked. Which
class makes a network out of such a list? Look at the coffee network in the hint of the exercise.
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

from grader.submissions.syntax import tree_of


def recognise(facts):
    """What was last put into the name is a list or a tuple."""
    puts = [
        node.value
        for node in ast.walk(tree_of(facts.source))
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "model"
    ]
    return facts.model is None and bool(puts) and isinstance(puts[-1], ast.List | ast.Tuple)
