"""The labels are taken to belong in one row.

1: Print the shape of the labels that you hand to `fit`. How many rows do they have, and how many
does `X` have?
2: Your labels lie in a table with a single row, so Keras sees one label for 1000 images, and speaks
of an ambiguous cardinality. In which shape do the labels come from the file, and is there a reason
to turn them?
3: 30 pupils and 30 marks: the marks may be a column, `(30, 1)`, or a plain list, `(30,)`. As `(1,
30)` they are one entry with 30 parts, and the first pupil gets all of them. What belongs to the
rows has to have as many rows.
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
model.fit(X, y.T, epochs=20, verbose=0)

# %%
y = y.reshape(1, -1)
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
model.fit(X, y.reshape(1, 1000), epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.says("'x' sizes: 1000", "'y' sizes: 1\n")
