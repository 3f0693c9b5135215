"""Making an exercise's result of its answers: verdicts, one message, notes, pictures, hints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from grader.feedback.feedback import Feedback
from grader.feedback.illustrations import drawn_pictures, sources
from grader.grading.beginnings import Beginnings, as_one_line
from grader.judging.asked import Asked
from grader.judging.exceptions import explain_exception
from grader.judging.judge import forgiven, judge, unjudged
from grader.judging.missing_answers import raised_words
from grader.judging.refusals import refusal
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import (
    SCRIPT,
    Died,
    Exceeded,
    Missing,
    Observation,
    Outcome,
    Raised,
    TimedOut,
)
from grader.protocol.probes import Call
from grader.report import CaseResult, CellTrouble, ExerciseResult, exercise_result
from grader.submissions.reading import Submission
from grader.submissions.slicing import Slice
from grader.suite import Exercise, Suite


class Marker:
    """Marks the exercises of one submission."""

    def __init__(
        self, submission: Submission, suite: Suite, chosen: Slice, feedback: Feedback | None
    ) -> None:
        """Prepare to mark.

        Args:
            submission: the submission.
            suite: the cases.
            chosen: the statements of the submission that were run.
            feedback: looks for the mistakes behind wrong answers; None looks for none.
        """
        self._submission = submission
        self._suite = suite
        self._slice = chosen
        self._feedback = feedback
        self._beginnings = Beginnings(submission, suite, chosen)

    def result(
        self,
        exercise: Exercise,
        answers: Mapping[str, Asked | Exception],
        trouble: Mapping[int, Outcome],
    ) -> ExerciseResult:
        """One exercise's result.

        Args:
            exercise: the exercise.
            answers: the answer to each case, by its name, or the error of making its question.
            trouble: how each cell that did not reach its end stopped, by the number of the cell.
        """
        results: list[CaseResult] = []
        asked: list[Asked] = []
        pairs: list[tuple[CaseResult, Asked]] = []
        for case in self._suite.of(exercise):
            answer = answers[case.id]
            if isinstance(answer, Asked):
                asked.append(answer)
                results.append(judge(case, answer.probe, self._placed(answer.seen)))
                pairs.append((results[-1], answer))
            else:
                words = f"The grader could not make this question ({answer!r:.200})."
                results.append(unjudged(case, f"{words} It costs no points."))
        results = forgiven(self._suite.of(exercise), results)
        why = self._why(exercise, trouble)
        results = _one_message(results, asked, why, exercise.absent)
        notes = self._notes(exercise)
        if any(result.status == "failed" for result in results):
            notes += self._own_functions(exercise, asked)
        made = exercise_result(
            exercise.name, exercise.title, tuple(results), notes, extra=exercise.extra
        )
        pictures, not_drawn = drawn_pictures(self._suite, exercise, pairs)
        made = msgspec.structs.replace(
            made,
            sources=sources(self._submission, self._slice.cells_of, exercise.goals),
            pictures=pictures,
            notes=(*made.notes, *not_drawn),
        )
        if self._feedback is not None:
            given = (exercise, pairs, self._submission, self._slice, trouble)
            made = self._feedback.on(made, *given)
        awaited = None if why else self._beginnings.waiting(exercise, asked)
        return as_one_line(made, awaited) if awaited else made

    def _why(self, exercise: Exercise, trouble: Mapping[int, Outcome]) -> str:
        """Why a name of this exercise is missing: its cell is broken or stopped."""
        for cell in self._submission.cells:
            if cell.error is None:
                continue
            for goal in exercise.goals:
                if re.search(rf"\b{re.escape(goal)}\b", cell.source):
                    return _unreadable(goal, self._submission, cell.number, cell.error)
        number = self._slice.cell_of.get(exercise.goals[0], 0)
        for goal in exercise.goals:
            words = "" if number else _not_run(goal, self._submission)
            if words:
                return words
        if number in trouble:
            found = trouble_of_cell(self._submission, number, trouble[number])
            code = f": {found.code}" if found.code else ""
            words = meaning(trouble[number])
            who = f"Code cell {number}" if found.cell else "Python"
            where = f" in line {found.line}{code}" if found.line else ""
            return f"{who} stopped with {found.what.rstrip('.')}{where}. {words}".rstrip()
        return ""

    def _placed(self, seen: Observation) -> Observation:
        """The observation, with the line of a script counted in its file."""
        outcome = seen.outcome
        if not self._submission.plain or not isinstance(outcome, Raised) or not outcome.cell:
            return seen
        line = outcome.cell + outcome.line - 1
        placed = msgspec.structs.replace(outcome, cell=SCRIPT, line=line)
        return msgspec.structs.replace(seen, outcome=placed)

    def _notes(self, exercise: Exercise) -> tuple[str, ...]:
        notes = []
        for goal in exercise.goals:
            times = self._slice.defined.get(goal, 0)
            if times > 1:
                last = self._submission.place(self._slice.cell_of[goal])
                notes.append(f"`{goal}` is defined {times} times; the last one ({last}) counts.")
        return tuple(notes)

    def _own_functions(self, exercise: Exercise, asked: Iterable[Asked]) -> tuple[str, ...]:
        """A note that the student's own helper functions were used, where no stand-in answers."""
        number = self._slice.cell_of.get(exercise.goals[0], 0)
        source = "".join(cell.source for cell in self._submission.cells if cell.number == number)
        own = {
            item.name
            for answer in asked
            if isinstance(answer.probe, Call)
            for item in answer.probe.stand_ins
            if item.name not in self._suite.stand_ins and f"{item.name}(" in source
        }
        if not own:
            return ()
        names = " and ".join(f"`{name}`" for name in sorted(own))
        return (f"This ran with your own {names}: if that is not right yet, start there.",)


def _one_message(
    results: list[CaseResult], asked: list[Asked], why: str, absent: str
) -> list[CaseResult]:
    """The results with one failed case instead of many where the exercise itself is missing."""
    if not asked or not all(isinstance(answer.seen.outcome, Missing) for answer in asked):
        return results
    first, *others = results
    if first.status != "failed":
        return results
    head = msgspec.structs.replace(first, help=why or first.help)
    if absent and not why:
        head = msgspec.structs.replace(first, called="", expected="", got="", help=absent)
    return [head, *(msgspec.structs.replace(case, status="skipped", help="") for case in others)]


def _unreadable(goal: str, submission: Submission, number: int, error: Raised) -> str:
    """The message on a name in a cell that Python cannot read."""
    where = submission.place(number, error.line)
    code = f": {error.code}" if error.code else ""
    what = error.message[:1].upper() + error.message[1:]
    advice = "" if "graded with Python" in what else explain_exception(error)  # it may be right
    words = f"{what} in {where}{code}. {advice}".rstrip()
    return (
        f"`{goal}` is there, but Python cannot read the code that it is in, so nothing of that "
        f"can run or earn points. {words}"
    )


def _not_run(goal: str, submission: Submission) -> str:
    """Why a name has no value although it is there; empty if it is nowhere."""
    for cell in submission.cells:
        if cell.magic and re.search(rf"\b{re.escape(goal)}\b", submission.sources[cell.number - 1]):
            where = submission.place(cell.number)
            return (
                f"`{goal}` is in {where}, which begins with {cell.magic} and is not run while "
                "grading: take that line out."
            )
    if goal in submission.prose:
        return f"`{goal}` is in a cell of text, which is not run: make it a code cell."
    return ""


def trouble_of_cell(submission: Submission, number: int, outcome: Outcome) -> CellTrouble:
    """A cell that did not reach its end, in words."""
    what, line, code = _ended(outcome, number)
    if not submission.plain:
        return CellTrouble(cell=number, line=line, what=what, code=code)
    line = number + max(line, 1) - 1
    return CellTrouble(cell=0, line=line, file_line=line, what=what, code=code)


def meaning(outcome: Outcome) -> str:
    """The meaning of the exception that ended a cell; empty if it is not known."""
    return explain_exception(outcome) if isinstance(outcome, Raised) else ""


def _ended(outcome: Outcome, number: int) -> tuple[str, int, str]:
    """The reason why a cell stopped, its line (0 if it is not known), and the line's text."""
    match outcome:
        case Raised():
            refused = refusal(outcome)
            what = raised_words(outcome) + (f" (it {refused})" if refused else "")
            line = outcome.line if outcome.cell == number else 0
            return what, line, outcome.code[:MAX_WORDS]
        case TimedOut(seconds):
            return f"no end within {seconds:g} s", 0, ""
        case Exceeded(what):
            return f"it {what} and was stopped", 0, ""
        case Died(how):
            return f"the Python process ended ({how})", 0, ""
        case _:
            return "no usable answer", 0, ""
