"""A hidden layer is taken to need no activation.

1: For which layers did you name an activation, and for which does the table name one?
2: A hidden layer of yours is linear: it stops at the weighted sum. Two linear layers in a row can
do no more than one. The output is squashed, so the predictions look fine; the table asks for more.
Go through its column "activation" row by row.
3: Two price rises in a row, `2 * p` and then `3 * p`, are one rise, `6 * p`: the step in between
adds nothing. With a bend, as in `min(2 * p, 10)`, the steps do different things. `Dense(4)` has no
bend; `Dense(4, activation="tanh")` has one.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25),
        Dense(15),
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
        Dense(15),
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
        Dense(25, activation="linear"),
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
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.activations[-1:] == ["sigmoid"] and set(facts.activations) == {"sigmoid", "linear"}
