"""Grading without TensorFlow confirms what is right, and decides nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from grader.grading.grader import Grader, Options
from grader.protocol.limits import BESIDE, Limits
from grader.report import Report
from grader.suite import Suite

IMPORTS = """
import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense
X, y = np.load("data/X.npy"), np.load("data/y.npy")
"""
MODEL = """
model = Sequential([tf.keras.Input((400,)), Dense(25, "sigmoid"), Dense(15, "sigmoid"), Dense(1, "sigmoid")])
model.compile(tf.keras.optimizers.Adam(0.001), tf.keras.losses.BinaryCrossentropy())
model.fit(X, y, epochs=20)
"""
MY_DENSE = """
def my_dense(a_in, W, b, g):
    return g(a_in @ W + b)
"""
Grade = Callable[..., Report]


@pytest.fixture
def grade(suite: Suite, notebook: Callable[..., Path]) -> Grade:
    """Grades cells; by default against the exercise with the model alone."""

    def grading(*cells: str, exercises: int = 1, options: Options | None = None) -> Report:
        names = [exercise.name for exercise in suite.exercises[:exercises]]
        with Grader(suite.only(names), options or Options()) as grader:
            return grader.grade(notebook(IMPORTS, *cells))

    return grading


def with_tensorflow(report: Report) -> bool:
    """Whether the marks come from a process with TensorFlow."""
    return "tensorflow" in report.provenance.libraries


def test_what_is_right_without_tensorflow_needs_none(grade: Grade) -> None:
    """A right model has all points, the report says who trained, and TensorFlow was never there."""
    report = grade(MODEL)
    assert not with_tensorflow(report)
    assert "numpy" == report.provenance.training
    assert report.exercises[0].points == report.exercises[0].earned


def test_with_and_without_the_same_is_told(grade: Grade) -> None:
    """Where the plain networks confirm, each case is told as with Keras' own training."""
    plain, exact = grade(MODEL), grade(MODEL, options=Options(exact_training=True))
    assert with_tensorflow(exact)
    assert exact.exercises[0].cases == plain.exercises[0].cases


@pytest.mark.parametrize(
    "change",
    [
        ("25", "24"),  # a wrong answer
        ("epochs=20", "epochs=1"),  # right in all public cases, wrong in a private one
        ('25, "sigmoid"', '25, "sigmoid", use_bias=True'),  # an argument beyond the list
        ("0.001", "getattr(tf, 'foo', 0.001)"),  # a name beyond it, caught
        ("epochs=20)", "epochs=20)\nmodel.set_weights(1 / 0)"),  # a cell that stops
    ],
    ids=lambda change: change[1].splitlines()[-1],
)
def test_everything_else_is_asked_with_tensorflow(grade: Grade, change: tuple[str, str]) -> None:
    """A wrong answer, a cell that stopped, or a name beyond the list: nothing is kept of it."""
    report = grade(MODEL.replace(*change))
    assert with_tensorflow(report)
    assert "not on the list" not in str(msgspec.to_builtins(report))


def test_an_exercise_without_keras_may_be_wrong(grade: Grade) -> None:
    """A wrong function beside a right model is judged and told in the same pass."""
    report = grade(MODEL, MY_DENSE.replace("+ b", "- b"), exercises=2)
    assert not with_tensorflow(report)
    assert [True, False] == [part.earned == part.points for part in report.exercises]
    assert report.exercises[1].message


def test_the_questions_are_drawn_anew(
    suite: Suite, notebook: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a submission is asked without TensorFlow in private it is not asked with it."""
    asked: list[set[object]] = []
    from grader.grading import passes

    begin = passes.Interview.put

    def noting(self: passes.Interview, *, private: bool, tell: Callable[[str], None]) -> None:
        begin(self, private=private, tell=tell)
        if private:
            asked.append(
                {
                    answer.probe
                    for answer in self.answers.values()
                    if isinstance(answer, passes.Asked) and getattr(answer.probe, "rows", None)
                }
            )

    monkeypatch.setattr(passes.Interview, "put", noting)
    with Grader(suite.only([suite.exercises[0].name]), Options()) as grader:
        grader.grade(notebook(IMPORTS, MODEL.replace("epochs=20", "epochs=1")))
    without, with_it = asked
    assert without
    assert with_it
    assert not without & with_it


def test_its_time_is_beside_the_submissions(grade: Grade) -> None:
    """A cell that runs out of the short time has the whole time with TensorFlow afterwards."""
    limits = Limits(cell_seconds=10)
    waits = f"import time\nrate = time.sleep({10 * BESIDE + 1}) or 0.001\n"
    report = grade(waits + MODEL.replace("0.001", "rate"), options=Options(limits))
    assert with_tensorflow(report)
    assert report.exercises[0].points == report.exercises[0].earned


def test_a_case_may_insist_on_the_real_library(suite: Suite, notebook: Callable[..., Path]) -> None:
    """Where a case says so, its exercise is asked with TensorFlow from the first."""
    only = suite.only([suite.exercises[0].name])
    first, *others = only.cases
    insisting = msgspec.structs.replace(first, real_library=True)
    with Grader(msgspec.structs.replace(only, cases=(insisting, *others)), Options()) as grader:
        assert with_tensorflow(grader.grade(notebook(IMPORTS, MODEL)))


@pytest.fixture
def no_tensorflow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which TensorFlow and Keras are not installed."""
    from grader.grading import passes

    find = passes.find_spec
    missing = ("tensorflow", "keras")
    monkeypatch.setattr(passes, "find_spec", lambda name: None if name in missing else find(name))


@pytest.mark.usefixtures("no_tensorflow")
def test_a_machine_without_tensorflow_grades_what_it_can(grade: Grade) -> None:
    """A right model is confirmed; a wrong one is not asked, which is said, and the rest is graded."""
    right = grade(MODEL, MY_DENSE, exercises=2)
    assert [True, True] == [part.earned == part.points for part in right.exercises]
    assert () == right.notes
    wrong = grade(MODEL.replace("25", "24"), MY_DENSE, exercises=2)
    model, dense = wrong.exercises
    assert (0, dense.points) == (model.earned, dense.earned)
    assert {"skipped"} == {case.status for case in model.cases}
    words = "this answer needs tensorflow, which is not installed here: pip install tensorflow"
    assert words in model.cases[0].help
    assert f"{model.title} has no points because it was not asked: {words}." in wrong.notes
