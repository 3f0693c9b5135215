"""A model is taken to remember its training when its cell is run again.

1: Which lines make a new model, and which line trains it? Which of them ran last?
2: The training comes first and the model is made again after it. A new model has new random
weights, so all that was learned is gone, and about half of the decisions are right. What has to be
run again after a model was made?
3: `scores = []`, then a loop that fills it, then `scores = []` once more: the list is empty. The
second line is no reminder of the first; it makes a new list under the old name. If a cell that
makes something is run again, the cells that fill it have to follow.
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
model.fit(X, y, epochs=20, verbose=0)
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)

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
model.fit(X, y, epochs=20, verbose=0)
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

# %%
def build():
    return Sequential(
        [
            tf.keras.Input(shape=(400,)),
            Dense(25, activation="sigmoid"),
            Dense(15, activation="sigmoid"),
            Dense(1, activation="sigmoid"),
        ]
    )


model = build()
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)
model = build()

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """The last line that makes the model comes after one that trains it."""
    fits = [call.line for call in facts.code.calls("fit") if call.method]
    made = [value.line for value in facts.assigned("model")]
    after = 0 < max(fits, default=0) < max(made, default=0)
    return facts.made and facts.steps == 0 and after
