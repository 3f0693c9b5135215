"""The name of a loss is taken to be free in its spelling.

1: Keras could not interpret the loss. Which letters are in the message, and which are in the text
of the notebook?
2: A loss that is given as a text is looked up by its exact name. A dash, an underscore, a capital
or a space makes another name. Compare the text in the message with the class that the notebook
uses; you may use that class as well.
3: A library has "the_old_man" on its list. Asked for "the_oldman", the computer finds nothing,
though the book stands there. `metrics=["mae"]` is found; `metrics=["m.a.e."]` is not. Where a class
has the same meaning, Python checks its spelling for you.
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
model.compile(loss="binary_cross_entropy", optimizer="adam")
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
model.compile(loss="Binary Crossentropy", optimizer="adam")
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
model.compile(loss="binary-crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    unknown = "Could not interpret loss identifier: "
    return facts.says(unknown) and not facts.says(f"{unknown}acc")
