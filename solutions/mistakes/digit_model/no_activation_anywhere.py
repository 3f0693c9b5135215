"""A layer is taken to bring its activation by itself.

1: For which layers did you name an activation? What does a Dense layer do if none is named?
2: Without a name, a layer is linear: it stops at the weighted sum. Several linear layers in a row
can do no more than one, and the result can lie far outside 0 to 1. Print the smallest and the
largest prediction. What does the column "activation" of the table say?
3: Two price rises in a row, `2 * p` and then `3 * p`, are one rise, `6 * p`: a second step of the
same straight kind adds nothing. With a bend in between, as in `min(2 * p, 10)`, the steps do
different things. `Dense(4)` has no bend; `Dense(4, activation="tanh")` has one.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25),
        Dense(15),
        Dense(1),
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
        Dense(25, activation="linear"),
        Dense(15, activation="linear"),
        Dense(1, activation="linear"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential()
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(units=25, activation=None))
model.add(Dense(units=15, activation=None))
model.add(Dense(units=1, activation=None))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    dense = [layer for layer in facts.layers if layer.kind == "Dense"]
    return len(dense) > 1 and set(facts.activations) <= {"linear", ""}
