"""A function written with NumPy is taken to do as an activation in Keras.

1: What did you hand over as the activation: a text, or a function? Where does that function come
from?
2: Keras trains with symbols that stand for numbers to come, and NumPy cannot compute with those:
`Cannot convert a symbolic tf.Tensor`. So the training stops before its first step. Keras brings its
own version of the function. How do you name it?
3: A recipe in words can be translated; a photo of the cake cannot. Keras has to read the recipe to
learn from it. `activation="tanh"` names a recipe that Keras knows; `activation=np.tanh` hands over
something that works on finished numbers.
"""

# %%
model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation=sigmoid),
        Dense(15, activation=sigmoid),
        Dense(1, activation=sigmoid),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %%
def logistic(z):
    return 1 / (1 + np.exp(-z))


model = Sequential(
    [
        tf.keras.Input(shape=(400,)),
        Dense(25, activation=logistic),
        Dense(15, activation=logistic),
        Dense(1, activation=logistic),
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
        Dense(1, activation=lambda z: 1 / (1 + np.exp(-z))),
    ]
)
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)

# %% recognised by
import ast

from grader.diagnosis.facts import ModelFacts


def recognise(facts: ModelFacts) -> bool:
    """Keras asks a function for symbols, and no loss of the learner's own is such a function."""
    losses = [call.keywords.get("loss", call) for call in facts.code.calls("compile")]
    named = [loss.name for loss in losses if loss.name and not facts.assigned(loss.name)]
    own = bool(named) or any(loss.is_a(ast.Lambda) for loss in losses)
    return facts.says("Cannot convert a symbolic") and not own
