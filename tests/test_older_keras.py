"""What Keras 2 of the course took counts today, with what to write now, and nothing else is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from grader.grading.grader import Grader
from grader.report import Report
from grader.suite import Suite

MODEL = """# %%
import numpy as np
from autils import *
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
X, y = load_data()
# %%
model = Sequential([
    tf.keras.Input(shape=(400,)),
    Dense(25, activation="sigmoid"),
    Dense(15, activation="sigmoid"),
    Dense(1, activation="sigmoid"),
])
# %%
model.compile(
    loss=tf.keras.losses.BinaryCrossentropy(),
    optimizer=tf.keras.optimizers.Adam(0.001),
)
model.fit(X, y, epochs=20, verbose=0)
"""
FIRST = 'Dense(25, activation="sigmoid"'
COUNTED = {
    "units as text": (("Dense(25, ", 'Dense("25", '), "`Dense(25)`"),
    "units as a decimal": (("Dense(25, ", "Dense(400 / 16, "), "`Dense(25)`"),
    "the input's name": ((FIRST, f'{FIRST}, name="input_layer"'), "another"),
    "the input's name, no Input": (
        (f"    tf.keras.Input(shape=(400,)),\n    {FIRST}",
         f'    {FIRST}, input_dim=400, name="input_layer"'),
        "another",
    ),
    "a slash in a name": ((FIRST, f'{FIRST}, name="hidden/1"'), "no slash"),
    "lr": (("Adam(0.001)", "Adam(lr=0.001)"), "`learning_rate`"),
    "a legacy optimiser": (("optimizers.Adam", "optimizers.legacy.Adam"), "`legacy` is left out"),
}  # fmt: skip


@pytest.fixture(scope="module")
def grade(
    suite: Suite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Report]]:
    """Grades a script."""
    path = tmp_path_factory.mktemp("older") / "submit.py"
    with Grader(suite) as grader:

        def graded(source: str) -> Report:
            path.write_text(source, encoding="utf-8")
            return grader.grade(path).for_student()

        yield graded


@pytest.mark.parametrize("spelling", COUNTED)
def test_what_keras_2_took_counts(grade: Callable[[str], Report], spelling: str) -> None:
    """Full points, one note with what to write today, and no cell is said to have failed."""
    (old, new), today = COUNTED[spelling]
    assert old in MODEL
    report = grade(MODEL.replace(old, new))
    model = report.exercises[0]
    assert 30 == model.earned, model.message
    notes = {case.note for case in model.cases} - {""}
    assert 1 == len(notes)
    assert today in notes.pop()
    assert () == report.cells


def test_a_name_that_keras_gave_is_not_called_twice(grade: Callable[[str], Report]) -> None:
    """A layer called as Keras would call the next one stops, and the words say who named that."""
    report = grade(MODEL.replace(FIRST, f'{FIRST}, name="dense"'))
    model = report.exercises[0]
    assert 0 == model.earned
    assert () == model.mistakes
    assert "gets one from Keras" in model.message


def test_a_name_that_stands_twice_is_told_so(grade: Callable[[str], Report]) -> None:
    """Two layers with one name of the learner's are the mistake that is known."""
    twice = MODEL.replace('"sigmoid")', '"sigmoid", name="layer")')
    assert "Which name do you give more than once?" in grade(twice).exercises[0].message
