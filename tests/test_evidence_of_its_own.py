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
