"""The results of the exercises, made of the results of the passes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from grader.feedback.feedback import Feedback
from grader.grading.beginnings import without_waiting
from grader.grading.marker import Marker, meaning, trouble_of_cell
from grader.grading.passes import Pass
from grader.grading.sequence import OF_THE_COURSE, PassResults
from grader.report import CellTrouble, ExerciseResult
from grader.submissions.reading import Submission
from grader.submissions.slicing import StatementGraph
from grader.suite import Suite

if TYPE_CHECKING:
    from grader.grading.running_tests import Tested


def results(
    found: PassResults, submission: Submission, suite: Suite, feedback: Feedback
) -> tuple[ExerciseResult, ...]:
    """Every exercise's result.

    What is judged as the older libraries would have let it counts for an exercise only if all of
    the exercise is right then.
    """
    marked = _marked(found.usual, submission, suite, feedback)
    if found.older is None:
        return marked
    older = _marked(found.older, submission, suite, None if found.marks_only else feedback)
    return tuple(
        _chosen(new, old, marks_only=found.marks_only)
        for new, old in zip(marked, older, strict=True)
    )


def troubles(
    ran: Pass | Tested,
    submission: Submission,
    graph: StatementGraph,
    found: PassResults | None,
    suite: Suite,
    exercises: Sequence[ExerciseResult],
) -> tuple[CellTrouble, ...]:
    """The cells that did not reach their end, less those that wait for what is not begun.

    Where an exercise counts as older libraries ran it, a cell that ended well with them is
    left out.

    Args:
        ran: the results of the pass that counts, or of the tests.
        submission: the submission, with the cells that cannot be read.
        graph: the statements of the other cells.
        found: the results of all passes; None if there was none.
        suite: the exercises.
        exercises: the results of the exercises.
    """
    stopped = dict(ran.trouble)
    notes = [case.note for exercise in exercises for case in exercise.cases]
    if found and found.older and any(note.startswith(OF_THE_COURSE) for note in notes):
        stopped = {number: end for number, end in stopped.items() if number in found.older.trouble}
    stopped = without_waiting(stopped, graph, suite, exercises)
    broken = {cell.number: cell.error for cell in submission.cells if cell.error}
    said = "\n".join(exercise.message for exercise in exercises)
    told = []
    for number, outcome in sorted({**broken, **stopped}.items()):
        trouble, words = trouble_of_cell(submission, number, outcome), meaning(outcome)
        # A name that is not known is most often the result of what stopped before.
        if words and words not in said and not trouble.what.startswith("NameError"):
            what = f"{trouble.what.rstrip('.')}. {words}"
            trouble = msgspec.structs.replace(trouble, what=what)
        told.append(trouble)
    return tuple(told)


def _marked(
    found: Pass, submission: Submission, suite: Suite, feedback: Feedback | None
) -> tuple[ExerciseResult, ...]:
    marker = Marker(submission, suite, found.chosen, feedback)
    return tuple(
        marker.result(exercise, found.answers, found.trouble) for exercise in suite.exercises
    )


def _chosen(new: ExerciseResult, old: ExerciseResult, *, marks_only: bool) -> ExerciseResult:
    if not old.earned == old.points > new.earned:
        return new
    if not marks_only:
        return old
    # A private question came before these answers: nothing that they hold may be seen.
    shown = {case.id: case for case in new.cases}
    cases = tuple(
        msgspec.structs.replace(
            shown[case.id],
            status=case.status,
            earned=case.earned,
            called="",
            expected="",
            got="",
            where="",
            cell=0,
            line=0,
            help="",
            printed="",
            outcome="",
            note=case.note if case.status == "passed" else "",
        )
        for case in old.cases
    )
    return msgspec.structs.replace(old, cases=cases, pictures=new.pictures, notes=())
