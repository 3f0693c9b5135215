"""What stopped in a notebook reaches the exercise whose statements stopped, and no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from grader.grading.grader import Grader
from grader.report import ExerciseResult
from grader.suite import Suite

GIVEN = """import numpy as np
from autils import *
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
X, y = load_data()
"""
MODEL = """model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
"""
COMPILED = 'model.compile(loss="binary_crossentropy", optimizer="adam")\n'
TRAINED = f"{COMPILED}model.fit(X, y, epochs=2, verbose=0)\n"
SLIP = """def my_dense(a_in, W, b, g):
    a_out = np.zeros(W.shape[1])
    for j in range(W.shape[1]):
        a[j] = g(np.dot(W[:, j], a_in) + b[j])
    return a_out

my_dense(np.ones(2), np.ones((2, 3)), np.ones(3), sigmoid)
"""


@pytest.fixture(scope="module")
def grade(
    suite: Suite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., ExerciseResult]]:
    """Grades cells; gives what an instructor's report says of the digit model."""
    path = tmp_path_factory.mktemp("evidence") / "submit.py"
    with Grader(suite) as grader:

        def graded(*cells: str) -> ExerciseResult:
            path.write_text("".join(f"# %%\n{cell}\n" for cell in (GIVEN, *cells)))
            return grader.grade(path).exercises[0]

        yield graded


@pytest.mark.parametrize(
    "cells",
    [
        ("model = None\n", SLIP),
        (SLIP,),
        ("print(something_else)\n",),
        ("act = sigmod\ndef my_dense(a_in, W, b, g):\n    return g(a_in @ W + b)\n",),
    ],
)
def test_a_name_slip_elsewhere_is_no_cause_of_the_model(
    grade: Callable[..., ExerciseResult], cells: tuple[str, ...]
) -> None:
    """Where the model is not begun, a NameError of another exercise says nothing of it."""
    result = grade(*cells)
    assert () == result.mistakes
    assert "NameError" not in result.message


def test_one_mistake_stays_one(grade: Callable[..., ExerciseResult]) -> None:
    """A slip in another exercise makes no second mistake of the model's."""
    model = MODEL.replace('25, activation="sigmoid"', '25, activation="relu"')
    result = grade(model, TRAINED.replace("epochs=2", "epochs=20"), SLIP)
    assert ("digit_model/another_activation_in_hidden_layers",) == result.mistakes


def test_a_slip_of_the_model_is_its_cause(grade: Callable[..., ExerciseResult]) -> None:
    """Its own NameError is found, in whichever of its cells."""
    result = grade(MODEL, TRAINED.replace("fit(X", "fit(X_train"))
    assert ("digit_model/name_not_known",) == result.mistakes


@pytest.mark.parametrize("apart", ["", "# %%\n"])
def test_a_layer_from_an_import_that_failed_is_told_so(
    grade: Callable[..., ExerciseResult], apart: str
) -> None:
    """The import is the cause of a model that could not be made, and no misspelling is."""
    model = MODEL.replace("Dense(15", "Layer(15")
    result = grade(f"from keras_helpers import Layer\n{apart}{model}")
    assert "The module keras_helpers is not there" in result.message
    assert "letter by letter" not in result.message
    assert () == result.mistakes


@pytest.mark.parametrize(
    "weights", ["[w * 0 for w in model.get_weights()]", "[w - 1 for w in model.get_weights()]"]
)
def test_loaded_weights_are_not_called_random(
    grade: Callable[..., ExerciseResult], weights: str
) -> None:
    """Weights that were put in are not those that a model begins with."""
    result = grade(MODEL, f"{COMPILED}model.set_weights({weights})\n")
    assert "digit_model/not_trained" not in result.mistakes


def test_a_layer_without_an_activation_has_none_to_choose(
    grade: Callable[..., ExerciseResult],
) -> None:
    """What Normalization in front costs is the layers and their weights, not the activations."""
    norm = "norm = tf.keras.layers.Normalization()\nnorm.adapt(X)\n"
    result = grade(norm + MODEL.replace("    Dense(25", "    norm,\n    Dense(25"), TRAINED)
    failed = [case.title for case in result.cases if case.status == "failed"]
    assert "three Dense layers of 25, 15 and 1 units" in failed
    assert "every layer has the sigmoid activation" not in failed


def test_a_model_that_cannot_learn_is_not_told_to_be_fitted(
    grade: Callable[..., ExerciseResult],
) -> None:
    """Who fitted a frozen model is asked whether it could learn."""
    result = grade(MODEL + "model.trainable = False\n", TRAINED)
    helps = [case.help for case in result.cases if case.title == "was trained"]
    assert ["free to learn" in words for words in helps] == [True]


def test_cells_that_train_and_make_it_anew_are_seen_together(
    grade: Callable[..., ExerciseResult],
) -> None:
    """The training that a new model undoes may stand in a cell of its own."""
    result = grade(MODEL, TRAINED, MODEL)
    assert ("digit_model/made_anew_after_training",) == result.mistakes


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("epochs=2", "epoch=2", "epoch"),
        ("epochs=2", "epochs='2'", "as an integer"),
        ("(X, y,", "(X, Y,", "name 'Y' is not defined. Python knows no `Y`"),
        ("(X, y,", "(X, Y,", "There is a `y`: is it the same?"),
        ("epochs=2", "epochs=2, validation_data=(X_test, y_test)", "knows no `X_test` here"),
        ('"adam")', '"adam", metric=["accuracy"])', "metric"),
    ],
)
def test_a_cell_that_stopped_is_told_as_one(
    grade: Callable[..., ExerciseResult], old: str, new: str, says: str
) -> None:
    """Who did call compile and fit is not told to; what stopped is shown with its line."""
    message = grade(MODEL, TRAINED.replace(old, new)).message
    assert "A cell of it stopped in line" in message
    assert "of code cell 3" in message
    assert says in message
    assert "Run " not in message
