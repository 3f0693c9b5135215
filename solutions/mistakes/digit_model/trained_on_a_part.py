"""A part of the images is taken to be as good as all of them.

1: Which images does the training see? The first 500 show zeros, the others ones: are both kinds
among yours?
2: The model gives nearly the same number for all images. It has seen one kind of digit, or a
handful of images, so that answer was good enough. Print the labels that go into the training. What
does the order of the images mean for a slice, or for a share that is kept back?
3: A shop asks the first 50 guests of the day what they like. All of them come for breakfast, so the
shop thinks that nobody wants dinner. If a list is sorted, its first half is no fair part of it;
take all of it, or mix it first.
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
model.fit(X[:500], y[:500], epochs=20, verbose=0)

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
model.fit(X, y, epochs=20, validation_split=0.5, verbose=0)

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
model.fit(X[500:], y[500:], epochs=20, verbose=0)

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
model.fit(X[:10], y[:10], epochs=20, verbose=0)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """One answer for all, after training on a slice or with a share kept back."""
    fits = facts.code.calls("fit")
    cut = {
        name
        for put in facts.code.assignments
        if any(part.index for part in put.value.parts)
        for target in put.targets
        for name in target.names
    }
    sliced = any(arg.index or arg.name in cut for fit in fits for arg in fit.inputs)
    found = sliced or any("validation_split" in fit.keywords for fit in fits)
    alike = facts.predictions.highest - facts.predictions.lowest < 0.1
    return found and facts.steps > 0 and alike
