"""The output is taken to need no activation, since the accuracy is good without one.

1: Print the smallest and the largest prediction. Can each of them be read as a chance?
2: The last layer is linear: it stops at the weighted sum, so predictions can fall below 0 or rise
above 1. The decisions may all be right, and yet 1.8 is no chance. For which layers did you name an
activation, and what does the last row of the table say?
3: A doctor's program gives a score of 3.7 for "ill". Is that sure, or very sure? After a squashing
step it says 0.98, and the patient understands. The order of the patients is the same with both; the
meaning is not. `Dense(1)` gives scores, a last layer with a bend between 0 and 1 gives chances.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1),
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
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="linear"),
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
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="linear"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(from_logits=True),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    *hidden, last = facts.activations or [""]
    return last == "linear" and set(hidden) == {"sigmoid"}
