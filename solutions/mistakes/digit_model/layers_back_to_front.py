"""The list of layers is taken to begin with the output.

1: Which of your layers meets the image first? Which one should give the answer?
2: Your model starts with the layer of one unit. So each image becomes one number at once, and the
other layers can work with no more than that. At the end, 25 numbers come out where one is wanted.
In which direction do the numbers go through the layers?
3: A road from A to D over B and C is written `[B, C, D]` by someone who drives from A. Read from
the other end, `[D, C, B]` starts at the goal. In a list of layers the first entry gets the input,
and the last one gives the output.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(1, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(25, activation="sigmoid"),
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
model.add(Dense(1, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(25, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.units == [1, 15, 25]
