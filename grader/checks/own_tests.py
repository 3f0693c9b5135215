"""Checks with an instructor's own tests, in the student's own notebook.

The tests are those that students may see, and they run as when a submission is graded: what they
use of the notebook is asked of it one question at a time, only in the same process.
"""

from __future__ import annotations

from grader.answering.performing import Performer
from grader.checks import notebook
from grader.grading import verdicts
from grader.grading.running_tests import run_in_order
from grader.protocol.limits import Limits
from grader.protocol.messages import CallBack, CalledBack, Did, Do, Operation
from grader.protocol.things import Thing
from grader.remote.link import Link
from grader.remote.questions import OnCall
from grader.report import ExerciseResult, exercise_result
from grader.suite import Exercise, Suite


def result(suite: Suite, exercise: Exercise) -> ExerciseResult:
    """The verdicts of an exercise's tests on what the notebook holds.

    Args:
        suite: the public part of the assignment.
        exercise: whose tests to run.
    """
    tests = [test for test in suite.tests_of(exercise) if test.kind != "manual"]
    link = Link(_Here().perform, Limits().test_questions, lambda: 0, at_home=True)
    results = run_in_order(suite, tests, link)
    cases = tuple(verdicts.of_test(test, results[test.id]) for test in tests)
    return exercise_result(exercise.name, exercise.title, cases, (), extra=exercise.extra)


class _Here:
    """Does what tests ask in this very process."""

    def __init__(self) -> None:
        limits = Limits()
        self._performer = Performer(
            notebook.names(), self._ask_test, limits.output_kb << 10, limits.frame_mb << 20
        )
        self._on_call: OnCall | None = None

    def perform(
        self,
        operation: Operation,
        operands: tuple[Thing, ...],
        keywords: dict[str, Thing],
        on_call: OnCall,
    ) -> Did:
        """Have an operation done."""
        outer, self._on_call = self._on_call, on_call
        try:
            return self._performer.perform(Do(0, operation, operands, keywords))
        finally:
            self._on_call = outer

    def _ask_test(
        self, do: int, number: int, operands: tuple[Thing, ...], keywords: dict[str, Thing]
    ) -> CalledBack:
        assert self._on_call is not None  # noqa: S101 - an operation is open
        return self._on_call(CallBack(do, number, operands, keywords))
