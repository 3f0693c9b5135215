"""The activation is taken to be called where it is named.

1: Look for round brackets right behind the name of the activation. What do they make Python do, and
with which number?
2: With brackets behind it the function runs at once, but there is nothing to compute yet: an
argument is missing. Keras wants to be told which activation to use later. How is it named in the
coffee network of the hint?
3: To lend a friend the number of a dentist, you write the number down. You do not call the dentist
for them. `map(abs, [-1, 2])` gets the function; `map(abs(), [-1, 2])` stops, because `abs()` has no
number to work on.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation=sigmoid()),
        Dense(15, activation=sigmoid()),
        Dense(1, activation=sigmoid()),
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
        Dense(25, activation=tf.keras.activations.sigmoid()),
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
model = Sequential()
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation=sigmoid()))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.says("sigmoid() missing")
