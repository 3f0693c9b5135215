"""Answers that are not in the catalogue: caught or accepted, and called nothing that is untrue."""

from __future__ import annotations

from pathlib import Path

import pytest
from held_out.corpus import HeldOut, answers, graded

from grader.border.limits import Limits
from grader.diagnosis import catalogue
from grader.diagnosis.source import canonical
from grader.grading import Grader, Options
from grader.suite import Suite

FUNCTIONS = ("my_dense", "my_dense_v", "my_sequential")
MODELS = (
    6  # every sixth is tried here, for most are trained; benchmarks/held_out_answers.py has all
)


def chosen(exercise: str) -> list[HeldOut]:
    """The answers that are tried here."""
    found = list(answers([exercise]))
    return found if exercise in FUNCTIONS else found[::MODELS]


@pytest.mark.parametrize("exercise", [*FUNCTIONS, "digit_model"])
def test_answers_that_nobody_has_seen(suite: Suite, exercise: str, tmp_path: Path) -> None:
    """Every wrong one loses points, every right one has all, and a cause that is named is true."""
    assert suite.catalogue is not None
    known = catalogue.load(suite.catalogue)
    with Grader(suite, Options(Limits(probe_seconds=4.0))) as grader:
        outcomes = graded(grader, known, chosen(exercise), tmp_path)
    missed = [one.answer.title for one in outcomes if not one.answer.right and one.full]
    refused = [one.answer.title for one in outcomes if one.answer.right and not one.full]
    false = [(one.answer.title, sorted(one.named)) for one in outcomes if one.false]
    assert ([], [], []) == (missed, refused, false)
    named = sum(bool(one.named) for one in outcomes)
    nameable = sum(bool(one.answer.causes) for one in outcomes)
    assert named >= 0.6 * nameable, f"{named} of {nameable} are named"


def test_the_corpus_is_large_and_of_its_own(suite: Suite) -> None:
    """120 wrong and 60 right answers at least, none of them a program of the catalogue."""
    assert suite.catalogue is not None
    known = catalogue.load(suite.catalogue)
    found = list(answers())
    assert sum(not one.right for one in found) >= 120
    assert sum(one.right for one in found) >= 60
    names = {(one.exercise, one.name) for one in known.mistakes}
    for one in found:
        assert all((one.exercise, cause) in names for cause in one.causes), one.title
    ours = {
        canonical(variant, entry.exercise)
        for entry in (*known.mistakes, *known.accepted)
        for variant in entry.variants
    }
    same = [one.title for one in found if canonical(one.source, one.exercise) in ours - {""}]
    assert [] == same
