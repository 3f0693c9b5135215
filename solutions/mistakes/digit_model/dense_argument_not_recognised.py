"""An argument of a layer is taken to be understood under any name, or to be left out.

1: Which argument does the message speak of? How is it spelled in the coffee network of the hint?
2: A Dense layer needs its number of units, and it knows its other arguments by fixed names. One of
yours is missing, or stands under a name that no Dense layer knows. Compare each name in front of an
equals sign with the example in the hint of the exercise.
3: `print("a", "b", sep="-")` prints a-b. `print("a", "b", seps="-")` stops: `print` has no argument
of that name. Python does not guess what was meant. The names are listed by `help(print)`; for a
layer, `help(Dense)` does the same.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activations="sigmoid"),
        Dense(15, activations="sigmoid"),
        Dense(1, activations="sigmoid"),
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
        Dense(unit=25, activation="sigmoid"),
        Dense(unit=15, activation="sigmoid"),
        Dense(unit=1, activation="sigmoid"),
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
        Dense(25, activate="sigmoid"),
        Dense(15, activate="sigmoid"),
        Dense(1, activate="sigmoid"),
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
        Dense(activation="sigmoid"),
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
    unknown = facts.says("Unrecognized keyword arguments passed to Dense")
    return unknown or facts.says("positional argument: 'units'")
