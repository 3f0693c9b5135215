"""The largest of ten scores is the answer, so it does not matter what they are.

1: Print the ten numbers for one picture. Could you read each of them as a chance?
2: Without an activation the last layer stops at the weighted sums. The largest may be the right one,
and yet nobody can tell how sure the model is. What makes chances of scores?
3: In a race the first one wins, by a nose or by a mile. Scores say who was first. What would you
have to do with ten times to say how likely each runner was to win?
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(15,)),
        Dense(20, activation="relu"),
        Dense(10),
    ]
)
model.compile(
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    optimizer=tf.keras.optimizers.Adam(0.01),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.units[-1:] == [10] and facts.activations[-1] == "linear"
