"""The images are taken to belong in the columns of X.

1: Print the shape of what you hand to `fit`. Which axis holds the examples?
2: Turned by `.T`, your table has 400 rows, so Keras sees 400 examples, and there are not as many
labels. It calls that an ambiguous cardinality. In which shape does `X` come from the file, and is
there a reason to turn it?
3: A class list with 30 rows and 4 columns goes with 30 names. Turned, it has 4 rows, and 30 names
do not fit. In lecture notes examples often stand in columns; Keras and NumPy tables have them in
rows. Trust the shape, not the habit.
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
model.fit(X.T, y, epochs=20, verbose=0)

# %%
X = np.transpose(X)
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
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X.T, y.T, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """As many examples as an image has pixels; if labels were turned as well, the code shows it."""
    turned = any(part.attribute == "T" for part in facts.code.attributes)
    both = turned or bool(facts.code.calls("transpose", "swapaxes"))
    alone = facts.says("'x' sizes: 400", "'y' sizes: 1000")
    return alone or (both and facts.says("'x' sizes: 400", "'y' sizes: 1\n"))
