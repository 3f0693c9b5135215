"""A setting of the training may stand in any of the calls, under any name.

1: Python names an argument that a call does not have. In which of your calls does it stand, and
which part of the training is it about: how it is measured, how a step is made, or how often?
2: `compile` gets a loss and an optimiser, `fit` the images, the labels and how often to go through
them; the size of a step belongs to the optimiser. One of your settings stands in another call, or
has a letter too many or too few. Compare each name in front of an equals sign with the example in
the lab with the coffee.
3: A washing machine has a knob for the heat and one for the time. Whoever turns the heat knob to "40
minutes" gets no answer. `sorted(marks, reverse=True)` works, `sorted(marks, reversed=True)` stops,
and `print(marks, reverse=True)` stops, too: that setting belongs to `sorted`.
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
    optimizer="adam",
    learning_rate=0.001,
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
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epoch=20, verbose=0)

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
    metric=["accuracy"],
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    called = ("compile()", "fit()", "Adam", "Argument(s) not recognized")
    unexpected = any(facts.says("unexpected keyword argument", name) for name in called[:3])
    return unexpected or facts.says(called[3])
