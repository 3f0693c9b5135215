"""The layers are taken to be arguments of their own.

1: What does `Sequential` get between its round brackets: one thing, or several with commas between
them?
2: `Sequential` takes one thing that holds all parts, so Python stops: there are too many arguments,
or a layer turns up where something else is expected. Look at the coffee network in the hint of the
exercise. Which brackets hold its parts together?
3: `sum(1, 2, 3)` stops: `sum` takes one thing to add up. `sum([1, 2, 3])` is 6. The square brackets
make one list out of three numbers, and the list is one argument. So it is with `max([4, 9])` and
with all that wants a collection.
"""

# %%
model = Sequential(
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential(
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = tf.keras.Sequential(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Sequential gets several arguments, or a layer, instead of a list."""
    made = facts.code.calls("Sequential")
    return not facts.made and any(len(call.args) > 1 or call.arg(0).called for call in made)
