"""One unit is taken to be the whole network.

1: How many layers with units does the table of part 7 list, and how many does your model have?
2: Your model is a single unit: logistic regression, without hidden layers. It can tell many digits
apart, but it is not the network of the table. Which sizes come between the 400 of the input and the
1 of the output?
3: A jury of one person can judge a contest. In the contest of the rules, 5 people make notes, 3
others sum them up, and 1 decides: three lines, `Dense(5)`, `Dense(3)`, `Dense(1)`. With the last
line alone there is a verdict, but not by the rules.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential([tf.keras.layers.InputLayer(shape=(400,)), Dense(1, activation="sigmoid")])
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential([Dense(units=1, activation="sigmoid", input_shape=(400,))])
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.units == [1]
