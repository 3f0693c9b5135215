"""Models that are made in other ways than in the lab get the points of what they keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from grader.grading.grader import Grader
from grader.report import ExerciseResult
from grader.suite import Suite

GIVEN = """# %%
import numpy as np
from autils import *
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
X, y = load_data()
# %%
"""
LAYERS = """model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
"""
COMPILED = 'model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.001))\n'
TRAINED = f"{COMPILED}model.fit(X, y, epochs=20, verbose=0)\n"
FUNCTION = """def squashed(z):
    return 1 / (1 + tf.exp(-z))
"""
NESTED = """model = Sequential([
    tf.keras.Input(shape=(400,)),
    Sequential([Dense(25, activation="sigmoid"), Dense(15, activation="sigmoid")]),
    Dense(1, activation="sigmoid"),
])
"""
SUBCLASS = """class Digits(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.first = Dense(25, activation="sigmoid")
        self.second = Dense(15, activation="sigmoid")
        self.last = Dense(1, activation="sigmoid")

    def call(self, rows):
        return self.last(self.second(self.first(rows)))

model = Digits()
"""
LOOP = """loss_of = tf.keras.losses.BinaryCrossentropy()
adam = tf.keras.optimizers.Adam(0.001)
rows, labels = tf.constant(X, tf.float32), tf.constant(y, tf.float32)

@tf.function
def step(k):
    with tf.GradientTape() as tape:
        loss = loss_of(labels[k::32], model(rows[k::32], training=True))
    grads = tape.gradient(loss, model.trainable_variables)
    return grads

for epoch in range(30):
    for k in range(32):
        grads = step(tf.constant(k))
        {update}
"""
OWN_LAYER = """class Scaled(tf.keras.layers.Layer):
    def call(self, rows):
        return rows * 2.0

"""
BY_PLACE = """class ByPlace(tf.keras.layers.Layer):
    def call(self, rows):
        count = tf.shape(rows)[0]
        ones = tf.cast(tf.range(count) % 300 >= 150, rows.dtype)
        return 0.1 + 0.8 * ones[:, None] + 0.0 * rows[:, :1]

"""


def with_activation(activation: str) -> str:
    """The model with another activation in all of its layers."""
    return LAYERS.replace('"sigmoid"', activation)


def in_front(layer: str) -> str:
    """The model with one more layer before its dense ones."""
    return LAYERS.replace("    Dense(25", f"    {layer},\n    Dense(25")


MAKES = {
    "a lambda": (with_activation("lambda z: tf.sigmoid(z)") + TRAINED, 30),
    "a function of one's own": (FUNCTION + with_activation("squashed") + TRAINED, 30),
    "hard sigmoid": (with_activation('"hard_sigmoid"') + TRAINED, 27),
    "an activation that nobody knows": (
        with_activation("lambda z: tf.sigmoid(1.1 * z)") + TRAINED,
        27,
    ),
    "no biases": (LAYERS.replace('"sigmoid"', '"sigmoid", use_bias=False') + TRAINED, 28),
    "Flatten of what is flat": (in_front("tf.keras.layers.Flatten()") + TRAINED, 30),
    "batch normalisation": (
        in_front("tf.keras.layers.BatchNormalization()") + TRAINED,
        23,
    ),
    "a layer of one's own": (OWN_LAYER + in_front("Scaled()") + TRAINED, 25),
    "a model in a model": (NESTED + TRAINED, 30),
    "a subclass": (SUBCLASS + TRAINED, 30),
    "own training, apply_gradients": (
        LAYERS
        + LOOP.format(update="adam.apply_gradients(zip(grads, model.trainable_variables))")
        + COMPILED,
        30,
    ),
    "own training, apply": (
        LAYERS + LOOP.format(update="adam.apply(grads, model.trainable_variables)") + COMPILED,
        30,
    ),
    "not trained, and nobody knows the activation": (
        with_activation("lambda z: tf.sigmoid(1.1 * z)") + COMPILED,
        15,
    ),
    "an answer by the place in the question": (
        BY_PLACE + LAYERS.replace("])", "    ByPlace(),\n])") + TRAINED,
        11,
    ),
}


@pytest.fixture(scope="module")
def grade(
    suite: Suite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., object]]:
    """Grades code that makes a model; gives what is said of the model."""
    path: Path = tmp_path_factory.mktemp("models") / "submit.py"
    with Grader(suite) as grader:

        def graded(code: str) -> ExerciseResult:
            path.write_text(GIVEN + code, encoding="utf-8")
            return grader.grade(path).exercises[0]

        yield graded


@pytest.mark.parametrize("make", MAKES)
def test_points_are_those_of_what_it_keeps(
    grade: Callable[[str], ExerciseResult], make: str
) -> None:
    """A model that reads digits loses nothing for layers that the judge cannot follow."""
    code, points = MAKES[make]
    result = grade(code)
    lost = [(case.title, case.got) for case in result.cases if case.status != "passed"]
    assert points == result.earned, lost
