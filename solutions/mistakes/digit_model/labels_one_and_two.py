"""The labels are taken to be any two numbers, such as 1 and 2.

1: Which two numbers are your labels when the training sees them? Which two does the loss expect?
2: The loss compares a chance with 0 or 1. With other labels it falls below 0 and goes on falling,
and the model learns to answer 1 to all images. Print the labels that go into `fit`, and the last
losses. A loss below 0 is a sign to look for.
3: A chance of rain lies between 0 and 1, and so does what happened: 0 for dry, 1 for wet. If wet is
written down as 2, then even a forecast of 1 is too low, each day, and the forecaster says 1 always.
Names of classes may be anything, but labels are numbers that count.
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
model.fit(X, y + 1, epochs=20, verbose=0)

# %%
y = y + 1
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
model.fit(X, np.where(y == 0, 1, 2), epochs=20, verbose=0)

# %% recognised by
import ast

from grader.submissions.syntax import tree_of


def recognise(facts):
    """Nearly 1 for all images, after training on all of them with sigmoids."""
    parts = [
        part
        for node in ast.walk(tree_of(facts.source))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".fit")
        for part in node.args
    ]
    whole = not any(isinstance(part, ast.Subscript) for part in parts)
    sigmoids = all(layer.activation == "sigmoid" for layer in facts.model.layers)
    return whole and sigmoids and facts.model.steps > 0 and facts.predictions.min() > 0.9
