"""The learning rate is taken to be free.

1: Which learning rate did you give to the optimiser? Which one does the text name?
2: The learning rate is the size of the steps. Ten times smaller, and 20 epochs end half way; a
thousand times larger, and the model jumps about without settling. Compare the number with the cell
that compiles the model in the text. Count the zeros.
3: Looking for the lowest point of a bowl with `x = x - rate * slope`: with rate 0.1 and slope `2 *
x`, x goes 1, 0.8, 0.64 and so on to 0. With rate 1 it goes 1, -1, 1, -1 for ever. With rate 0.0001
it is at 0.998 after ten steps. The number decides.
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
    optimizer=tf.keras.optimizers.Adam(0.01),
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
    optimizer=tf.keras.optimizers.Adam(learning_rate=0.0001),
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
    optimizer=tf.keras.optimizers.Adam(1.0),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.optimizer == "Adam" and abs(facts.learning_rate - 0.001) > 1e-6
