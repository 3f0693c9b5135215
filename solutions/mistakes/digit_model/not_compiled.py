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
import ast

from grader.submissions.syntax import tree_of


def recognise(facts):
    """Not compiled, and not because compiling failed or because the model was made anew."""
    calls = [node.func for node in ast.walk(tree_of(facts.source)) if isinstance(node, ast.Call)]
    compiles = any(isinstance(one, ast.Attribute) and one.attr == "compile" for one in calls)
    model = facts.model
    if facts.raised:  # trained before it was compiled, which may have been done later
        return all("You must call `compile()`" in one for one in facts.raised)
    bare = model.loss is None and model.optimizer is None and model.input_shape is not None
    return bare and not compiles
