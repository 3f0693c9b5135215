"""Feedback: one message for an exercise, from the first rung of a ladder that has something to say.

An environment that is at fault, a text that Python cannot read and a wrong type or shape are told
by the judge. After them come here: the mistake that is known, or the two, with hints of its own; a
name that is like another; a property that breaks; one unit worked out by hand. An answer that is
right gets one thing to know, if there is one.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import msgspec

from grader.diagnosis import catalogue
from grader.diagnosis import source as sources
from grader.diagnosis.diagnose import Diagnoser, Diagnosis
from grader.diagnosis.entries import Entry
from grader.diagnosis.evidence import Answer, Evidence
from grader.diagnosis.faults import place, said
from grader.diagnosis.source import bound, defined, mentioned
from grader.feedback import counterexample
from grader.feedback.notes import notes
from grader.judging.asked import Asked
from grader.judging.exceptions import explain
from grader.judging.judge import BEYOND, raised_words
from grader.judging.refusals import refusal
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import Described, Lost, Missing, NotAsked, Outcome, Raised
from grader.protocol.probes import Describe
from grader.report import CaseResult, ExerciseResult
from grader.submissions.reading import Submission
from grader.submissions.slicing import Slice, needed
from grader.suite import Exercise, Suite

_TWO = "Two things at once. Start with this one: "
_LEFT_OUT = "; so it is left out of the search for mistakes"
_LOG = logging.getLogger(__name__)


class Feedback:
    """Looks for the mistakes behind wrong answers. Shared by all submissions to an assignment."""

    def __init__(self, suite: Suite) -> None:
        self._suite = suite
        self._diagnoser: Diagnoser | None = None
        self._lock = threading.Lock()

    def on(
        self,
        result: ExerciseResult,
        exercise: Exercise,
        answers: Iterable[tuple[CaseResult, Asked]],
        submission: Submission,
        chosen: Slice,
        trouble: Mapping[int, Outcome],
    ) -> ExerciseResult:
        """The result with its mistake and that one's hints, if there is a mistake we know.

        Whatever fails here, the marks stand, and the result says in ``faults`` what failed.

        Args:
            result: the verdicts.
            exercise: whose they are.
            answers: each verdict with its question and answer.
            submission: where the source is.
            chosen: what of it was run.
            trouble: how cells ended that did not reach their end.
        """
        try:
            return self._told(result, exercise, list(answers), submission, chosen, trouble)
        except Exception as error:  # noqa: BLE001 - it may have answered or written anything; its marks stand
            fault = f"The search for mistakes failed: {said(error)} ({place(error)})"
            _LOG.warning("%s: %s", exercise.name, fault, exc_info=True)
            return _with_faults(result, (fault,))

    def _told(
        self,
        result: ExerciseResult,
        exercise: Exercise,
        answers: list[tuple[CaseResult, Asked]],
        submission: Submission,
        chosen: Slice,
        trouble: Mapping[int, Outcome],
    ) -> ExerciseResult:
        trouble = _own_trouble(exercise, submission, trouble)
        evidence = self._evidence(exercise, answers, submission, chosen, trouble)
        if all(case.status == "passed" for case in result.cases):
            return _with_note(result, notes(exercise, evidence))
        if any(_stopped(asked.seen.outcome) for _, asked in answers):
            return result  # it did not get far enough to show how it computes
        if not trouble and all(_absent(asked.seen.outcome) for _, asked in answers):
            return result  # nothing was written, and so no mistake was made
        stub = _not_started(answers, evidence)
        if stub:
            return _with_message(result, *stub)
        diagnosis = Diagnosis() if result.earned == result.points else self._diagnose(evidence)
        result = _with_faults(result, (fault.words + _LEFT_OUT for fault in diagnosis.faults))
        if not diagnosis.entries:
            return self._unknown(result, exercise, answers, evidence, submission, trouble)
        named = _name_not_known(answers, evidence)
        hinted = _with_hints(result, diagnosis.entries)
        return _with_message(hinted, *named) if named else hinted

    def _unknown(
        self,
        result: ExerciseResult,
        exercise: Exercise,
        answers: list[tuple[CaseResult, Asked]],
        evidence: Evidence,
        submission: Submission,
        trouble: Mapping[int, Outcome],
    ) -> ExerciseResult:
        """The result with what can be said of a mistake that is not known."""
        stopped = _cell_that_stopped(answers, submission, trouble)
        if stopped:
            return _with_message(result, *stopped)
        named = _name_not_known(answers, evidence)
        if named:
            return _with_message(result, *named)
        worked_example = self._suite.worked_examples.get(exercise.name)
        found = counterexample.find(answers, exercise.properties, worked_example)
        result = _with_faults(result, found.faults)
        return _with_message(result, found.case, found.words) if found.words else result

    def _evidence(
        self,
        exercise: Exercise,
        answers: list[tuple[CaseResult, Asked]],
        submission: Submission,
        chosen: Slice,
        trouble: Mapping[int, Outcome],
    ) -> Evidence:
        readable = tuple(cell.source for cell in submission.cells if cell.error is None)
        known, given_values = _names(readable, self._suite.support)
        return Evidence(
            exercise=exercise.name,
            name=exercise.goals[0],
            answers=tuple(
                Answer(asked.probe, asked.seen, verdict.status == "failed", not verdict.private)
                for verdict, asked in answers
            ),
            source=_source(exercise, answers, submission, chosen),
            known=known,
            bound=given_values,
            troubles=frozenset(
                f"{outcome.kind}: {outcome.message}"
                for outcome in trouble.values()
                if isinstance(outcome, Raised)
            ),
        )

    def warm(self) -> None:
        """Get the known mistakes ready, so that the first wrong answer waits for nothing."""
        diagnoser = self._ready()
        if diagnoser is not None:
            diagnoser.prepare(exercise.name for exercise in self._suite.exercises)

    def _diagnose(self, evidence: Evidence) -> Diagnosis:
        diagnoser = self._ready()
        return diagnoser.diagnose(evidence) if diagnoser else Diagnosis()

    def _ready(self) -> Diagnoser | None:
        with self._lock:
            if self._diagnoser is None and self._suite.catalogue is not None:
                known = catalogue.load(self._suite.catalogue)
                self._diagnoser = Diagnoser(known, self._suite.stand_ins)
        return self._diagnoser


def _stopped(outcome: Outcome) -> bool:
    """Whether a limit or a protection came first."""
    refused = isinstance(outcome, Raised) and bool(refusal(outcome))
    return refused or isinstance(outcome, Lost | NotAsked)


def _absent(outcome: Outcome) -> bool:
    """Whether there is no such name at all."""
    return isinstance(outcome, Missing) and not outcome.found


def _not_started(
    answers: list[tuple[CaseResult, Asked]], evidence: Evidence
) -> tuple[str, str] | None:
    """The first public case if the function is still as it was handed out, and what to say."""
    for verdict, asked in answers:
        raised = asked.seen.outcome
        if verdict.private or not isinstance(raised, Raised) or raised.kind != "NameError":
            continue
        missing = raised.message.partition("'")[2].partition("'")[0]
        if sources.is_stub(evidence.source, evidence.name, missing):
            words = f"`{evidence.name}` is not started yet: it returns `{missing}`, and no line"
            return verdict.id, f"{words} makes that. Begin in its cell."
        return None
    return None


def _name_not_known(
    answers: list[tuple[CaseResult, Asked]], evidence: Evidence
) -> tuple[str, str] | None:
    """The first public case that stopped at a name that is like another one, and what to say."""
    for verdict, asked in answers:
        raised = asked.seen.outcome
        if verdict.private or not isinstance(raised, Raised) or raised.kind != "NameError":
            continue
        name = raised.message.partition("'")[2].partition("'")[0]
        near = sources.nearest(name, evidence.source, evidence.known | evidence.bound)
        if near:
            return verdict.id, f"{verdict.help} There is a `{near}`: is it the same?"
    return None


def _with_note(result: ExerciseResult, note: str) -> ExerciseResult:
    """A right answer with one thing to know, unless there is a better one already."""
    if not note or any(case.note and not case.note.startswith(BEYOND) for case in result.cases):
        return result
    cases = tuple(msgspec.structs.replace(case, note="") for case in result.cases)
    return msgspec.structs.replace(result, cases=cases, notes=(*result.notes, note))


def _with_faults(result: ExerciseResult, faults: Iterable[str]) -> ExerciseResult:
    """The result with what the instructor has to mend."""
    return msgspec.structs.replace(result, faults=(*result.faults, *faults))


def _with_message(result: ExerciseResult, case: str, message: str) -> ExerciseResult:
    """The result with what is said of one of its cases."""
    cases = tuple(
        msgspec.structs.replace(verdict, help=message) if verdict.id == case else verdict
        for verdict in result.cases
    )
    return msgspec.structs.replace(result, cases=cases, message=message)


def _with_hints(result: ExerciseResult, found: tuple[Entry, ...]) -> ExerciseResult:
    """The result with the mistakes that were found, and the hints of the first."""
    first, *others = found
    hints = tuple((_TWO if others else "") + hint for hint in first.hints)
    return msgspec.structs.replace(
        result,
        message=hints[0],
        mistakes=tuple(entry.id for entry in found),
        misconceptions=tuple(entry.says for entry in found),
        hints=hints,
    )


def _source(
    exercise: Exercise,
    answers: list[tuple[CaseResult, Asked]],
    submission: Submission,
    chosen: Slice,
) -> str:
    """The cell that defines what the exercise asks for; of a model, all that make and train it."""
    goal = exercise.goals[0]
    last = chosen.cell_of.get(goal, 0)
    if not any(isinstance(asked.probe, Describe) for _, asked in answers):
        return "\n".join(cell.source for cell in submission.cells if cell.number == last)
    last = max(chosen.cells_of.get(goal, ()), default=last)
    readable = (cell for cell in submission.cells if cell.error is None and cell.number <= last)
    return "\n".join(cell.source for cell in readable if goal in mentioned(cell.source))


def _own_trouble(
    exercise: Exercise, submission: Submission, trouble: Mapping[int, Outcome]
) -> Mapping[int, Outcome]:
    """What stopped in statements that this exercise needs, less what other exercises need."""
    if not trouble:
        return trouble
    own = {
        number: text.split("\n") for number, text in needed(submission.cells, exercise.goals).cells
    }
    return {
        number: ended
        for number, ended in trouble.items()
        if number in own and _is_in(own, number, ended)
    }


def _is_in(own: Mapping[int, list[str]], number: int, ended: Outcome) -> bool:
    """Whether what ended a cell is in an exercise's own lines, or nobody knows where it was.

    Args:
        own: by the cell's number, its lines, those of others left blank.
        number: of the cell that ended.
        ended: how; the line may be in a function that another cell defines.
    """
    if not isinstance(ended, Raised) or not ended.line:
        return True
    lines = own.get(ended.cell or number, [])
    return ended.line <= len(lines) and bool(lines[ended.line - 1].strip())


def _cell_that_stopped(
    answers: list[tuple[CaseResult, Asked]], submission: Submission, trouble: Mapping[int, Outcome]
) -> tuple[str, str] | None:
    """The first public case that a model lost when one of its cells stopped, and what to say."""
    lost = [
        verdict.id
        for verdict, asked in answers
        if verdict.status == "failed"
        and not verdict.private
        and isinstance(asked.seen.outcome, Described)
    ]
    raised = [(number, ended) for number, ended in trouble.items() if isinstance(ended, Raised)]
    if not lost or not raised:
        return None
    number, ended = raised[0]
    where = submission.place(ended.cell or number, ended.line)
    code = f": {ended.code[:MAX_WORDS]}" if ended.code else ""
    words = f"A cell of it stopped in {where}{code}. {raised_words(ended).rstrip('.')}."
    return lost[0], f"{words} {explain(ended)}".rstrip()


@lru_cache(maxsize=16)  # each exercise of a submission asks
def _names(cells: tuple[str, ...], support: Path | None) -> tuple[frozenset[str], frozenset[str]]:
    """Names that the cells import or define as functions, and those they give a value."""
    known = frozenset().union(*(defined(source, support) for source in cells))
    return known, frozenset().union(*map(bound, cells))
