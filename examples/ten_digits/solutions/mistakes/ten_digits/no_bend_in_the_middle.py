"""Another layer makes the model stronger, whatever it does with its sums.

1: Which activation do the layers before the last one have? Look at the table of `model.summary()`.
2: A layer without an activation gives weighted sums, and sums of sums are sums again. What has to
stand between two layers so that they are more than one?
3: Fold a sheet of paper and cut it once: the cut has two parts. Lay two flat sheets on each other
and there is one cut all the same. What folds the sheet in your network?
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(15,)),
        Dense(20),
        Dense(10, activation="softmax"),
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
    *hidden, _ = facts.activations or [""]
    return bool(hidden) and set(hidden) == {"linear"}
