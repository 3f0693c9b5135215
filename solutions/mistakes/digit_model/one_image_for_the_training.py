"""One image, taken out by an index, is taken to be a batch.

1: Print the shape of what you hand to `fit`. How many examples does Keras see in it?
2: A single image is a vector of 400 numbers, and Keras takes its first axis for the examples: 400
examples, but one label. So it speaks of a cardinality, that is, of how many there are. What do you
hand over so that the model sees all images and all labels?
3: A table of 7 days with 3 measurements has the shape `(7, 3)`. `days[0]` has the shape `(3,)`: to
a program that counts rows these are 3 days. To train on a week, hand over `days` as it is, with its
7 labels.
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
model.fit(X[0], y[0], epochs=20, verbose=0)

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
model.fit(X[500], y[500], epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """As many examples as an image has pixels, and one label; nothing was turned."""
    turned = any(part.attribute == "T" for part in facts.code.attributes)
    turned = turned or bool(facts.code.calls("transpose", "swapaxes"))
    return not turned and facts.says("'x' sizes: 400", "'y' sizes: 1\n")
