"""Any activation is taken to do for the hidden layers.

1: Which activation do your hidden layers use, and which one does the table name?
2: Relu or tanh may train well, even faster. But part 6 computes this network by hand with one
activation for all layers, and the results could not agree. Compare the column "activation" of the
table with your layers, row by row.
3: Two clocks can both be good, one set to London time and one to Paris time. A train table works
with the clock that it names. `Dense(4, activation="tanh")` and `Dense(4, activation="relu")` are
both fine layers, but the numbers of one are wrong for the other.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="relu"),
        Dense(15, activation="relu"),
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
        Dense(25, activation="tanh"),
        Dense(15, activation="tanh"),
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
        Dense(25, activation="relu"),
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
        Dense(25, activation="softmax"),
        Dense(15, activation="softmax"),
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
    """Functions without a name that Keras knows are left out."""
    acts = [layer.activation for layer in facts.layers if layer.kind == "Dense"]
    others = {"relu", "tanh", "softmax", "elu", "selu", "softplus", "silu", "leaky_relu"}
    return acts[-1:] == ["sigmoid"] and not others.isdisjoint(acts[:-1])
