"""The weights are taken to be right from the start.

1: What were the weights before the training? Print a few predictions: how far are they apart?
2: The model is built and compiled, but it has not been trained: its weights are the random ones it
started with. So all images get nearly the same number. Which call lets it see the images and their
labels? Was that cell run after the model was made?
3: A child that has been given books has not read them yet. In code, `model.compile(...)` hands over
the plan for learning; `model.fit(...)` does the learning, 20 times through the data in this lab.
Before it, a network guesses: about half of its decisions are right.
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

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation="sigmoid"),
        Dense(15, activation="sigmoid"),
        Dense(1, activation="sigmoid"),
    ]
)
model.compile(loss="binary_crossentropy", optimizer="adam")
model.summary()

# %%
model = Sequential()
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Compiled, but without a step of training or weights from elsewhere, and nothing stopped."""
    ready = facts.input_shape and facts.loss and facts.optimizer
    changing = ("fit", "set_weights", "load_weights", "assign", "apply_gradients", "train_on_batch")
    fits = any(call.method for call in facts.code.calls(*changing))
    return bool(ready) and facts.steps == 0 and not fits and not facts.raised
