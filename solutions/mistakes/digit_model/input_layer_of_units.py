"""The input is taken to be a layer of 400 units.

1: How many Dense layers does your model have, and how many does the table list? Compare the number
of parameters with your count by hand.
2: A Dense layer with as many units as the image has pixels comes first. It brings 160,400 weights
and biases of its own, beside the 10,431 of the whole table. The input is the image as it is;
nothing is weighed there. How do you tell Keras the size of an image without a layer of units?
3: A network takes 3 measurements and has 2 units: `[tf.keras.Input(shape=(3,)), Dense(2)]` has `3*2
+ 2`, that is 8 parameters. `[Dense(3), Dense(2)]` has a layer of 3 units in front, with 12 more
parameters. The dots on the left of a network picture are numbers that come in; they have no
weights.
"""

# %%
model = Sequential(
    [
        Dense(400, activation="sigmoid"),
        Dense(25, activation="sigmoid"),
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
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(400, activation="sigmoid"),
        Dense(25, activation="sigmoid"),
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
model.add(Dense(units=400, activation="sigmoid", input_shape=(400,)))
model.add(Dense(units=25, activation="sigmoid"))
model.add(Dense(units=15, activation="sigmoid"))
model.add(Dense(units=1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.units[:1] == [400]
