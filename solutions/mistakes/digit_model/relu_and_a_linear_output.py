"""The recipe of another lesson is used: relu inside, a linear output, and the loss squashes it.

Also: another_activation_in_hidden_layers + output_without_activation

1: Which activations does the table of part 7 name? Where does your recipe come from?
2: Your hidden layers bend their sums in another way than the table says, and the output is a bare
sum. That can train very well if the loss knows of it, but the predictions are not between 0 and 1.
Compare your layers with the column "activation", row by row.
3: In one cookbook the oven is set in Celsius, in another in Fahrenheit. Both bake well as long as
one stays with one book. A list like `Dense(4, activation="relu")`, `Dense(1)` belongs to a book in
which the last step is done elsewhere. In this book each layer does its own.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="relu"),
        Dense(15, activation="relu"),
        Dense(1, activation="linear"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(from_logits=True),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="relu"),
        Dense(15, activation="relu"),
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
        Dense(25, activation="tanh"),
        Dense(15, activation="tanh"),
        Dense(1),
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
    others = {"relu", "tanh", "elu", "selu", "softplus", "silu", "leaky_relu"}
    *hidden, last = facts.activations or [""]
    return last == "linear" and not others.isdisjoint(hidden)
