"""A layer is taken to know how many numbers will come in before any have come.

Also: input_layer_of_units + not_trained

1: How many weights does your first layer have? Look at the summary: can the model say it?
2: Nothing tells the model how long an image is, and it has not seen one either. So it has no
weights yet: the summary shows no numbers, and the weights cannot be read out. Where could the model
learn the size of its input, before any data arrive?
3: `Sequential([Dense(2), Dense(1)])` may get 3 numbers or 3000: the first layer needs `3 * 2` or
`3000 * 2` weights. So Keras waits, and `model.weights` is an empty list. With
`tf.keras.Input(shape=(3,))` in front, the 6 weights are there at once. A tailor cannot cut the
cloth before the size is known.
"""

# %%
model = Sequential(
    [
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
model = Sequential()
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)

# %%
model = Sequential(
    layers=[
        Dense(units=25, activation="sigmoid", name="layer1"),
        Dense(units=15, activation="sigmoid", name="layer2"),
        Dense(units=1, activation="sigmoid", name="layer3"),
    ],
    name="digits",
)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Not built, and no error is the cause."""
    return facts.made and not facts.input_shape and not facts.raised
