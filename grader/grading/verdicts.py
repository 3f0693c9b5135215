"""Verdicts on an instructor's own tests, beside those on cases."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from grader.grading import given_cells
from grader.grading.running_tests import Tested
from grader.remote.results import TestResult
from grader.report import CaseResult, ExerciseResult, Points, Status, added, exercise_result
from grader.submissions.reading import Submission
from grader.suite import Exercise, Suite
from grader.suite.own_tests import Test

_ERROR = re.compile(r"\w*(?:Error|Exception|Warning|Exit|Interrupt|Iteration)(?::|$)")
_ALL_OR_NOTHING = "Its points count when all tests of this exercise pass."


def with_tests(
    results: Iterable[ExerciseResult], suite: Suite, tested: Tested, submission: Submission
) -> tuple[ExerciseResult, ...]:
    """The results of all exercises, with the verdicts on their tests.

    Args:
        results: the results of the exercises that have cases.
        suite: the assignment.
        tested: the results of the tests.
        submission: the submission, with the answers that people mark.
    """

    def of(exercise: Exercise) -> tuple[CaseResult, ...]:
        tests = suite.tests_of(exercise)
        verdicts = tuple(
            given_cells.verdict(test, submission, tested.outputs)
            if test.kind == "manual"
            else of_test(test, tested.results[test.id])
            for test in tests
        )
        whole = {test.id for test in tests if test.all_or_nothing}
        failed = any(found.status == "failed" for found in verdicts)
        return tuple(
            msgspec.structs.replace(found, earned=0, note=_ALL_OR_NOTHING)
            if failed and found.id in whole and found.earned
            else found
            for found in verdicts
        )

    known = {result.name: result for result in results}
    return tuple(
        _together(known.get(exercise.name), exercise, of(exercise)) for exercise in suite.exercises
    )


def _together(
    result: ExerciseResult | None, exercise: Exercise, verdicts: tuple[CaseResult, ...]
) -> ExerciseResult:
    if result is None:
        return exercise_result(exercise.name, exercise.title, verdicts, (), extra=exercise.extra)
    cases = (*result.cases, *verdicts)
    points = added(case.points for case in cases)
    earned = added(case.earned for case in cases)
    return msgspec.structs.replace(result, cases=cases, points=points, earned=earned)


def of_test(test: Test, made: TestResult) -> CaseResult:
    """The verdict on a test.

    Args:
        test: the test.
        made: its result.
    """
    if made.passed:
        return _verdict(test, "passed", added((test.points,)))
    return msgspec.structs.replace(
        _verdict(test, "failed", added((round(test.points * made.share, 3),))),
        called=_line_of(test, made.line),
        expected="a test that passes",
        got=made.words,
        outcome="raised" if _ERROR.match(made.words) else "returned",
        help=test.message or "Your answer does not pass this test yet.",
        printed=made.printed,
    )


def _verdict(test: Test, status: Status, earned: Points) -> CaseResult:
    return CaseResult(
        id=test.id,
        title=test.title,
        status=status,
        points=added((test.points,)),
        earned=earned,
        private=test.private,
        outcome="returned",
    )


def _line_of(test: Test, line: int) -> str:
    """The line of the test that failed, if it is known; else its title."""
    lines = test.source.split("\n")
    return lines[line - 1].strip() if test.kind == "code" and 0 < line <= len(lines) else test.title
