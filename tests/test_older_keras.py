"""What Keras 2 of the course took counts today, with what to write now, and nothing else is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

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
INPUT = "    tf.keras.Input(shape=(400,)),\n"
TABLE = Path(__file__).parents[1] / "docs" / "week.md"


class Spelling(NamedTuple):
    """A row of the table of Keras 2's spellings.

    Attributes:
        usual: what stands in the lab's own answer.
        written: what somebody writes for it.
        has_input: whether the model has an ``Input`` beside.
        counts: whether it gets all points.
        told: a part of the note, or of what explains the refusal; empty if there is none.
    """

    usual: str
    written: str
    has_input: bool
    counts: bool
    told: str


def spellings() -> Iterator[Spelling]:
    """The rows of the table in the instructors' guide."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        usual, written, today, told = [*line.strip("| ").split(" | "), "", "", ""][:4]
        if today in ("counts", "is refused"):
            yield Spelling(
                usual.split("`")[1],
                written.split("`")[1],
                "without" not in usual,
                today == "counts",
                "" if told.startswith("nothing") else told,
            )


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


def test_the_table_has_spellings_of_each_kind() -> None:
    """Some count with a note, some without one, and some are refused."""
    kinds = {(spelling.counts, bool(spelling.told)) for spelling in spellings()}
    assert {(True, True), (True, False), (False, True)} == kinds


@pytest.mark.parametrize("spelling", [*spellings()], ids=lambda spelling: spelling.written)
def test_a_spelling_of_keras_2_is_taken_as_the_table_says(
    grade: Callable[[str], Report], spelling: Spelling
) -> None:
    """Full points and what to write today, with no failed cell, or none and the reason."""
    usual = MODEL if spelling.has_input else MODEL.replace(INPUT, "")
    assert spelling.usual in usual
    report = grade(usual.replace(spelling.usual, spelling.written))
    model = report.exercises[0]
    if spelling.counts:
        notes = [*({case.note for case in model.cases} - {""})]
        assert (30, bool(spelling.told)) == (model.earned, bool(notes)), model.message
        assert () == report.cells
        assert all(spelling.told in note for note in notes)
        assert len(notes) < 2
    else:
        assert 0 == model.earned
        assert spelling.told in model.message


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
