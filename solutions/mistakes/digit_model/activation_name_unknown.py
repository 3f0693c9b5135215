"""The name of an activation is taken to be free in its spelling.

1: Keras could not interpret the name of an activation. Which letters are in the message, and which
are in the table of part 7?
2: The names are texts that Keras looks up, and they are all in small letters. A capital, a space or
a missing letter makes another name. Compare the text in the message with the name in the table,
letter by letter.
3: A phone book is searched for "smith, j". With "Smyth, J" nobody answers, though everyone knows
who is meant. In Keras `Dense(2, activation="relu")` works, while "Relu", "ReLU " or "rellu" are not
in the book.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="Sigmoid"),
        Dense(15, activation="Sigmoid"),
        Dense(1, activation="Sigmoid"),
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
        Dense(25, activation="sigmod"),
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
        Dense(1, activation="logistic"),
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
    return facts.says("Could not interpret activation")
