"""The passes over a submission: what they are asked, in which order, and what is taken from them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest

from grader.grading.grader import Grader
from grader.protocol.probes import Probe
from grader.report import Report
from grader.sandbox.session import Session
from grader.submissions.reading import of_sources
from grader.suite import Suite

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="many passes")
REFUSED = 'raise ValueError("setting an array element with a sequence")'
EACH = f"""
import numpy as np
OLDER, ASKED = "_legacy_element" in globals(), []
def my_dense(a_in, W, b, g):
    ASKED.append(1)
    if not OLDER and len(ASKED) > FROM:
        {REFUSED}
    return g(a_in @ W + b)
"""


@pytest.fixture(scope="module")
def grader(suite: Suite) -> Iterator[Grader]:
    """A grader for all tests here."""
    with Grader(suite) as made:
        yield made


@pytest.fixture
def put(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Session, Probe]]:
    """What is asked, with the session it is asked in."""
    found: list[tuple[Session, Probe]] = []
    asked = Session.ask

    def ask(self: Session, probe: Probe, *more: Any, **named: Any) -> Any:
        found.append((self, probe))
        return asked(self, probe, *more, **named)

    monkeypatch.setattr(Session, "ask", ask)
    return found


def graded(grader: Grader, source: str) -> Report:
    """The report on the exercise my_dense."""
    return grader.grade_submission(of_sources("one.py", (source,)), only=["my_dense"])


def private(grader: Grader) -> list[bool]:
    """Whether each question of a pass is private, in the order in which they are put."""
    cases = [case for case in grader.suite.cases if case.exercise == "my_dense"]
    return sorted(case.private for case in cases)


def test_the_public_cases_of_all_passes_come_first(grader: Grader, put: list[Any]) -> None:
    """Once a private question was put, no pass is asked a public one."""
    report = graded(grader, EACH.replace("FROM", "0"))
    assert 30 == report.total.earned
    public = private(grader).count(False)
    kinds = [place < public for place in range(len(private(grader)))]
    first, second = dict.fromkeys(session for session, _ in put)
    order = [session for session, _ in put]
    assert [first] * public + [second] * public == order[: 2 * public]
    assert len(put) == 2 * len(kinds)


@pytest.mark.parametrize("at", [0, 10])
def test_each_pass_has_private_questions_of_its_own(
    grader: Grader, put: list[Any], at: int
) -> None:
    """What was asked in one pass is not asked in another, and a repetition asks the same again."""
    asked: list[list[Probe]] = []
    for _ in range(2):
        put.clear()
        graded(grader, EACH.replace("FROM", str(at)))
        asked.append([probe for _, probe in put])
    assert asked[0] == asked[1]
    public = private(grader).count(False)
    counts = {probe: asked[0].count(probe) for probe in asked[0]}
    assert public == sum(count == 2 for count in counts.values())
    assert {1, 2} == set(counts.values())


def test_only_marks_are_taken_after_a_private_question(grader: Grader) -> None:
    """A pass that begins after a private question gives points and fixed words."""
    report = graded(grader, EACH.replace("FROM", "10") + "    \nprint('seen')\n")
    (exercise,) = report.exercises
    assert 30 == exercise.earned
    assert ((), ()) == (exercise.pictures, exercise.notes)
    assert {"Right for the libraries of the course"} == {
        case.note.partition(",")[0] for case in exercise.cases
    }
    assert {("", "", "")} == {(case.got, case.printed, case.help) for case in exercise.cases}


def test_a_model_that_is_not_there_is_asked_for_once(
    grader: Grader, put: list[tuple[Session, Probe]]
) -> None:
    """Each question about a model with many digits is long, and the answer is known."""
    report = grader.grade_submission(of_sources("one.py", ("x = 1",)), only=["digit_model"])
    assert 0 == report.total.sum
    assert 1 == len(put)
