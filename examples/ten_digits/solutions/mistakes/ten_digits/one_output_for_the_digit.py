"""The digit is a number, so one output that gives the number is enough.

1: Predict a few pictures. How many numbers come for each, and between which values do they lie?
2: One output can say a number, but a 7 is not more than a 1 as an answer: it is another answer.
How many answers does your model choose from, and how many units does that take?
3: On a ballot with ten names you make a cross at one of them. Nobody writes a number for how far
down the list the wish lies. How many boxes does your ballot need?
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(15,)),
        Dense(20, activation="relu"),
        Dense(1, activation="linear"),
    ]
)
model.compile(
    loss="mean_squared_error",
    optimizer=tf.keras.optimizers.Adam(0.01),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.units[-1:] == [1]
