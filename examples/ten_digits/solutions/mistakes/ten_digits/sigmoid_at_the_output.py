"""Each digit is decided by itself, so each output is given its own chance.

1: Predict one picture and add up its ten numbers. What should the sum of ten chances be?
2: A picture shows one digit and no other. A sigmoid squashes each output by itself and knows
nothing of the nine beside it. Which activation looks at all ten before it gives out shares?
3: Ten judges who each say how much they like a cake may all say "very much". Ten guests who share
one cake cannot all have most of it. Are your outputs judges or guests?
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(15,)),
        Dense(20, activation="relu"),
        Dense(10, activation="sigmoid"),
    ]
)
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=tf.keras.optimizers.Adam(0.01),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return bool(facts.activations) and facts.activations[-1] == "sigmoid"
