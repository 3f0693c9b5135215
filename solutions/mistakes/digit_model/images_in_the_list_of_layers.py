"""The images are taken to be a part of the model.

1: What stands in your list: layers, or data as well? When do the images reach a model?
2: Keras says that only layers can be added. Your list holds numbers that come from the images. A
model is made without data; it learns the size of one image from its input, and the images come with
the training. What should stand first in the list?
3: A coffee machine is built first; the beans come later, again and again. In code, `mean = lambda
v: sum(v) / len(v)` says what to do, and `mean([2, 4])` brings the numbers. A function that had `[2,
4]` built in could never be used for others.
"""

# %%
model = Sequential(
    [
        X,
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
        Dense(25, activation="sigmoid")(X),
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
    words = "Only instances of `keras.Layer` can be added to a Sequential model. Received: [["
    return facts.says(words)
