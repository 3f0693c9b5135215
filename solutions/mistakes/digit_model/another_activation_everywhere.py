"""One activation is taken to be as good as another for the whole network.

Also: another_activation_at_the_output + another_activation_in_hidden_layers

1: Which activation does each of your layers use, and which one does the table name?
2: None of your layers has the activation of the table. So the output is no chance: with relu it is
0 or any number above, with tanh it goes down to -1. Print the smallest and the largest prediction.
Then compare the column "activation" with your layers.
3: All pupils of a class are marked by one rule; that is fair, but the rule has to be that of the
school. With `max(0, points)` a mark may be 37; the school wants marks from 0 to 1. That everyone is
treated alike does not make the rule the right one.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="relu"),
        Dense(15, activation="relu"),
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
        Dense(25, activation="tanh"),
        Dense(15, activation="tanh"),
        Dense(1, activation="tanh"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
layers = [tf.keras.Input(shape=(400,))]
for units in (25, 15, 1):
    layers.append(Dense(units, activation="relu"))
model = Sequential(layers)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    others = {"relu", "tanh", "elu", "selu", "softplus", "silu", "leaky_relu"}
    *hidden, last = facts.activations or [""]
    return bool(hidden) and last in others and "sigmoid" not in hidden
