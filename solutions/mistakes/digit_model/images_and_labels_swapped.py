"""The order of images and labels is taken not to matter.

1: In which order do you hand images and labels to `fit`, and in which order does the text?
2: The model gets one number where it expects 400: the labels came in the place of the images.
Python goes by place, not by name. Which comes first: what the model sees, or what it should say?
3: `translate("dog", "Hund")` may mean from English to German; `translate("Hund", "dog")` is the
other way round. In most libraries the order is first the data, then the answers: `fit(questions,
answers)`. With names, `fit(x=questions, y=answers)`, it cannot be mixed up.
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
model.fit(y, X, epochs=20, verbose=0)

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
model.fit(x=y, y=X, epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    return facts.says("to have value 400", "(None, 1)")
