"""The order of the hidden layers is taken not to matter.

1: Say the sizes of the table from top to bottom, and then those of your layers. Do they come in the
same order?
2: Both hidden layers are there, but the smaller one comes first. Such a model can be trained, but
with 6,441 parameters instead of 10,431, and weights of the real network would not fit in. Which of
the two takes the 400 pixels?
3: 6-4-2-1 and 6-2-4-1 are two networks: the first has `6*4` weights at the front, the second `6*2`.
What comes first in the list meets the input first. Write the sizes in one line, as here, and
compare two such lines.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(15, activation="sigmoid"),
        Dense(25, activation="sigmoid"),
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
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.units == [15, 25, 1]
