"""The images are taken to have to be squares for the training.

1: Print the shape of what you hand to `fit`. Which shape does the input of your model expect for
one image?
2: The model expects 400 numbers in a row for each image, and you hand over tables of 20 by 20.
Keras says that the shape is incompatible. The squares are for our eyes, when a digit is shown. In
which shape do the images come from the file?
3: A form is read by a machine line by line; folded into a booklet it gets stuck, though not a word
is missing. `np.arange(6).reshape(2, 3)` holds the same six numbers as `np.arange(6)`, but what
waits for `(6,)` does not take `(2, 3)`.
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
model.fit(X.reshape(1000, 20, 20), y, epochs=20, verbose=0)

# %%
X = X.reshape(-1, 20, 20)
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

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    squares = facts.says("incompatible shape (None, 20, 20")
    return squares and facts.input_shape == (None, 400)
