"""The layers are taken to be arguments of their own.

1: What does `Sequential` get between its round brackets: one thing, or several with commas between
them?
2: `Sequential` takes one thing that holds all parts, so Python stops: there are too many arguments,
or a layer turns up where something else is expected. Look at the coffee network in the hint of the
exercise. Which brackets hold its parts together?
3: `sum(1, 2, 3)` stops: `sum` takes one thing to add up. `sum([1, 2, 3])` is 6. The square brackets
make one list out of three numbers, and the list is one argument. So it is with `max([4, 9])` and
with all that wants a collection.
"""

# %%
model = Sequential(
    tf.keras.Input(shape=(400,)),
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
model = Sequential(
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
model = tf.keras.Sequential(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
import ast

from grader.submissions.syntax import tree_of


def recognise(facts):
    """Sequential gets several arguments, or a layer, instead of a list."""
    calls = [node for node in ast.walk(tree_of(facts.source)) if isinstance(node, ast.Call)]
    made = [node for node in calls if ast.unparse(node.func).split(".")[-1] == "Sequential"]
    return facts.model is None and any(
        len(node.args) > 1 or (node.args and isinstance(node.args[0], ast.Call)) for node in made
    )
