"""The order of the arguments of a layer is taken to be free.

1: What does a Dense layer expect in its first place: how many, or which? What did it get?
2: Keras says that it expected a positive integer for `units` and received a word. The word is your
activation, so it stands in the place of the number. Which of the two comes first in the coffee
network of the hint?
3: `def room(seats, name): ...` called as `room("Blue Hall", 40)` has "Blue Hall" seats. Python goes
by place. `room(40, "Blue Hall")` is right, and with names, `room(name="Blue Hall", seats=40)`, the
order is free.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense("sigmoid", 25),
        Dense("sigmoid", 15),
        Dense("sigmoid", 1),
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
        Dense("sigmoid", units_in=25),
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
model.add(Dense("sigmoid", 25))
model.add(Dense("sigmoid", 15))
model.add(Dense("sigmoid", 1))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
import re

from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return any(re.search(r"Received: units=[a-z]", words) for words in facts.messages)
