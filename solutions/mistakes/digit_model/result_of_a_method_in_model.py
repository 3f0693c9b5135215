"""A method of the model is taken to give the model back.

1: How many times does `model =` stand in your code? What is on the right of the last one?
2: `model` is not a model any more: a line puts the result of a method under that name. `compile`
and `add` give nothing back, and `fit` gives the history of the training. Print `type(model)` after
each line. Which step should stand in a line of its own, without `model =` in front?
3: `names = ["Bo", "Al"]`, then `names = names.sort()`: now `names` is None. Sorting works on the
list itself and gives nothing back. `names.sort()` alone is enough. A method that changes its object
needs no equals sign; if it gives something back, that gets a name of its own.
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
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model = model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model = model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential()
model = model.add(Dense(25, activation="sigmoid"))
model = model.add(Dense(15, activation="sigmoid"))
model = model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential().add(Dense(25, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """The result of add, compile, fit or summary is put into the model's name."""
    methods = {"add", "compile", "fit", "summary"}
    return not facts.made and any(put.called in methods for put in facts.assigned("model"))
