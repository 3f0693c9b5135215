"""Any activation is taken to do for the output.

1: Which activation does your last layer use, and which one does the table name? Between which two
numbers do its results lie?
2: The hidden layers are as they should be, but the last one has another activation than the table.
Relu gives 0 or any number above, tanh goes down to -1, and 3.7 or -0.5 is no chance. With some
random starts such a model does not even train. Print the smallest and the largest prediction, and
look at the last row of the table.
3: A fuel gauge shows how full the tank is, from 0 to 1. One that shows `max(0, litres)` says 37 and
needs a note to be understood. `1 / (1 + 2 ** -3.7)` is 0.93: whatever goes in, what comes out can
be read as a share.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="relu"),
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
        Dense(1, activation="tanh"),
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
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation=tf.nn.relu))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    others = {"relu", "tanh", "elu", "selu", "softplus", "silu", "leaky_relu", "hard_sigmoid"}
    *hidden, last = facts.activations or [""]
    return last in others and set(hidden) <= {"sigmoid"}
