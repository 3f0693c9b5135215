"""Pixels are taken to need a division by 255 in every case.

1: What are the smallest and the largest number in `X` as it comes from the file? And in what the
training sees?
2: The training sees images in which all pixels are nearly 0, so they differ very little. The
decisions may be right, but the model is sure of nothing: its predictions stay far from 0 and from
1. Print the largest pixel that goes into `fit`. Is anything done to the pixels twice, there or in a
layer?
3: Heights come in cm, and a program wants metres: 180 becomes `180 / 100`, so 1.8. If they come in
metres and are divided again, all people are about 0.018 tall, and hardly differ. Before you
convert, look at the numbers: are they converted yet?
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
model.fit(X / 255, y, epochs=20, verbose=0)

# %%
X = X / 255.0
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

# %%
X = X.astype("float32") / 255
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

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        tf.keras.layers.Rescaling(1 / 255),
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

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Well trained, mostly right, and never sure; or a layer that divides. Zeros come first."""
    if any(layer.kind == "Rescaling" for layer in facts.layers):
        return True
    usual = facts.optimizer == "Adam" and abs(facts.learning_rate - 0.001) < 1e-6
    right = facts.units == [25, 15, 1] and set(facts.activations) == {"sigmoid"}
    outputs = facts.predictions
    apart = outputs.second_half - outputs.first_half
    unsure = outputs.lowest > 0.1 and outputs.highest < 0.9
    return facts.steps > 300 and usual and right and unsure and 0.15 < apart < 0.6
