"""Images may be mixed, it is taken, without their labels.

1: What do you mix before the training? Does each image still have its own label?
2: After the mixing, an image and its label do not belong together any more. So there is nothing to
learn: the predictions stay close to 0.5, and half of the decisions are right. Show some images with
the labels beside them. What has to be mixed in the same way? Keras mixes by itself, if you let it.
3: A stack of exams and a list of names in the same order: shuffle the stack alone, and each pupil
gets another one's mark. With `order = np.random.permutation(30)`, then `exams[order]` and
`names[order]`, both are in the same new order.
"""

# %%
np.random.shuffle(X)
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
X = X[np.random.permutation(len(X))]
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
np.random.shuffle(X)
np.random.shuffle(y)
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
model.fit(X, np.random.permutation(y), epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Mixing, and nothing learned from it; zeros come first, ones after them."""
    mixed = facts.code.calls("shuffle", "permutation")
    alike = abs(facts.predictions.second_half - facts.predictions.first_half) < 0.3
    return bool(mixed) and alike and facts.steps > 300
