"""A model is taken to be ready for training as soon as it is made.

1: Which step stands between making a model and training it? What does that step say?
2: The model does not know yet what to minimise and how: it was not compiled. Keras says so when it
is to be trained. Find the cell that compiles the model in the text. Was it run, and does it come
before the training?
3: A new navigator knows the roads, but not where you want to go. Before it can guide you, you name
the goal and choose "fast" or "short". In Keras that is `compile`: the loss is the goal, the
optimiser the way of going. It has to come before the first step.
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

# %%
model = Sequential()
model.add(tf.keras.Input(shape=(400,)))
model.add(Dense(25, activation="sigmoid"))
model.add(Dense(15, activation="sigmoid"))
model.add(Dense(1, activation="sigmoid"))
model.summary()

# %% recognised by
from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Not compiled, and not because compiling failed or because the model was made anew."""
    if facts.raised:  # trained before it was compiled, which may have been done later
        return all("You must call `compile()`" in words for words in facts.messages)
    compiles = any(call.method for call in facts.code.calls("compile"))
    return bool(facts.input_shape) and not (facts.loss or facts.optimizer or compiles)
