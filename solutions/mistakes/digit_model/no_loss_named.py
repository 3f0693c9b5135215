"""Compiling is taken to know the loss by itself.

1: What do you hand over when you compile the model? What should the training make smaller?
2: No loss is named, so the training does not know what to improve: Keras says that there is no loss
to compute. Compare with the cell that compiles the model in the text.
3: A guide asks "where to?" before the walk starts. Good shoes (the optimiser) do not answer that.
In `compile(loss=..., optimizer=...)` the first says where to go, the second how to walk.
`metrics=[...]` is a third thing: it is for looking, not for going.
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
model.compile(optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.says("No loss to compute")
