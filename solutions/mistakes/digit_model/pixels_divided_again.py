"""Pixels are taken to need a division by 255 in every case.

1: What are the smallest and the largest number in `X` as it comes from the file? And in what the
training sees?
2: The training sees images in which all pixels are nearly 0, so they differ very little. The
decisions may be right, but the model is sure of nothing: its predictions stay far from 0 and from
1. Print the largest pixel that goes into `fit`. Is anything done to the pixels twice?
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
def recognise(facts):
    """Well trained, mostly right, and never sure; or a layer that divides."""
    model, outputs = facts.model, facts.predictions
    if any(layer.kind == "Rescaling" for layer in model.layers):
        return True
    usual = model.optimizer == "Adam" and abs(model.learning_rate - 0.001) < 1e-6
    layers = [(layer.units, layer.activation) for layer in model.layers]
    right = layers == [(25, "sigmoid"), (15, "sigmoid"), (1, "sigmoid")]
    half = len(outputs) // 2  # zeros come first, ones after them
    apart = outputs[half:].mean() - outputs[:half].mean()
    unsure = outputs.min() > 0.1 and outputs.max() < 0.9
    return model.steps > 300 and usual and right and unsure and 0.15 < apart < 0.6
