"""Cells that a notebook was given with: answers that people mark, and an instructor's tests.

The report shows an answer as unmarked until a person has marked it.
"""

from __future__ import annotations

from collections.abc import Mapping

from grader.grading.test_places import stands_as_given
from grader.protocol.observations import CellOutput
from grader.report import CaseResult, added
from grader.submissions.marked_answers import CellPlace
from grader.submissions.reading import Submission
from grader.suite import Suite
from grader.suite.own_tests import Test

_NOTHING = "Nothing is written here yet."
_WAITS = "A person marks this answer."
_ERRORS = "To standard error:\n"
_LOST = "A person marks this answer; it was not found at its place in the notebook."


def places(suite: Suite) -> tuple[CellPlace, ...]:
    """The places of the answers, and of the tests that have their own cell, in a notebook."""
    answers = (
        CellPlace(test.exercise, test.place, test.until)
        for test in suite.tests
        if test.kind == "manual"
    )
    tests = (
        CellPlace(test.title, test=test.place) for test in suite.tests if stands_as_given(test)
    )
    return (*answers, *tests)


def verdict(test: Test, submission: Submission, outputs: Mapping[int, CellOutput]) -> CaseResult:
    """The verdict on an answer; as with nbgrader, one that was left as it was given has failed.

    Args:
        test: a test of the kind ``manual``.
        submission: the submission.
        outputs: the output of its cells, by their numbers.
    """
    answer = submission.answers.get(test.exercise)
    is_blank = answer is not None and answer.split() in ([], test.source.split())
    help_ = _NOTHING if is_blank else _LOST if answer is None else _WAITS
    return CaseResult(
        id=test.id,
        title=test.title,
        status="failed" if is_blank else "unmarked",
        points=added((test.points,)),
        earned=0,
        outcome="returned",
        help=help_,
        answer="" if is_blank else answer or "",
        printed="" if is_blank else _printed(answer or "", submission, outputs),
    )


def _printed(answer: str, submission: Submission, outputs: Mapping[int, CellOutput]) -> str:
    """The output of the cells of an answer, as text for the person who marks it."""
    found = []
    for cell in submission.cells:
        own = submission.sources[cell.number - 1].strip() if not submission.plain else ""
        if own and own in answer and cell.number in outputs:
            output = outputs[cell.number]
            found += [output.out, _ERRORS + output.err if output.err else "", output.shown]
    return "\n".join(part.rstrip("\n") for part in found if part)
