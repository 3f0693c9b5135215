"""The name of a class is taken to be a layer, or that of Sequential a model.

1: Look for `Dense` or `Sequential` without round brackets behind it. What do the brackets make?
2: Without brackets the name stands for the class, that is, for the plan of all such layers or
models. Python stops, because a plan can do nothing. Which of your names needs brackets, so that a
thing is made after the plan?
3: `list` is the plan, and `list()` is a list. `list.append(3)` stops with a missing argument: there
is no list to append to. `numbers = list()` and then `numbers.append(3)` works. A house plan has no
door to walk through.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense,
        Dense,
        Dense,
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
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
    added = facts.says("Sequential.add() missing 1 required positional")
    return added or facts.says("(of type <class 'type'>)")
