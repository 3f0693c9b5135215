"""Feedback on a submission: the evidence for an exercise, and what is told of it.

The evidence is the answers, the source of what was asked for and what stopped on the way there;
`grader.feedback.telling` finds the words.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping
from functools import lru_cache, partial
from pathlib import Path

from grader.diagnosis import catalogue, hintbook
from grader.diagnosis.diagnose import Diagnoser, Diagnosis
from grader.diagnosis.evidence import Evidence, JudgedAnswer
from grader.diagnosis.faults import place, said
from grader.diagnosis.hintbook_knowledge import BookKnowledge
from grader.diagnosis.names import bound, defined, mentioned
from grader.diagnosis.rehearsals import Rehearsals
from grader.feedback.imports import failed_import
from grader.feedback.telling import tell, with_faults
from grader.judging.asked import Asked
from grader.judging.exceptions import explain_exception
from grader.judging.missing_answers import raised_words
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import NO_KEYBOARD, Described, Missing, Outcome, Raised
from grader.protocol.probes import Describe
from grader.report import CaseResult, ExerciseResult
from grader.submissions.reading import Submission
from grader.submissions.slicing import Slice, needed
from grader.suite import Exercise, Suite

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
            return with_faults(result, (fault,))

    def _told(
        self,
        result: ExerciseResult,
        exercise: Exercise,
        answers: list[tuple[CaseResult, Asked]],
        submission: Submission,
        chosen: Slice,
        trouble: Mapping[int, Outcome],
    ) -> ExerciseResult:
        everywhere, trouble = trouble, _own_trouble(exercise, submission, trouble)
        if not trouble and all(_absent(asked.seen.outcome) for _, asked in answers):
            return result  # nothing was written, and so no mistake was made
        if any(map(_waits_for_a_person, trouble.values())):
            return result  # nothing of it has run, and why is said
        evidence = self._evidence(exercise, answers, submission, chosen, trouble)
        return tell(
            result,
            exercise,
            answers,
            evidence,
            diagnose=self._diagnose,
            stopped=_cell_that_stopped(answers, submission, trouble),
            failed_import=partial(failed_import, submission=submission, trouble=everywhere),
            worked_example=self._suite.worked_examples.get(exercise.name),
            place=partial(submission.place, chosen.cell_of.get(exercise.goals[0], 0)),
        )

    def _evidence(
        self,
        exercise: Exercise,
        answers: list[tuple[CaseResult, Asked]],
        submission: Submission,
        chosen: Slice,
        trouble: Mapping[int, Outcome],
    ) -> Evidence:
        readable = tuple(cell.source for cell in submission.cells if cell.error is None)
        beyond = {case.id for case in self._suite.of(exercise) if case.advisory}
        known, given_values = _names(readable, self._suite.support)
        return Evidence(
            exercise=exercise.name,
            name=exercise.goals[0],
            answers=tuple(
                JudgedAnswer(
                    asked.probe,
                    asked.seen,
                    wrong=verdict.status == "failed",
                    public=not verdict.private,
                    beyond=verdict.id in beyond,
                )
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
                known = catalogue.load_catalogue(self._suite.catalogue)
                self._diagnoser = Diagnoser(Rehearsals(known, self._suite.stand_ins))
            elif self._diagnoser is None and self._suite.hint_book is not None:
                self._diagnoser = Diagnoser(BookKnowledge(hintbook.read(self._suite.hint_book)))
        return self._diagnoser


def _waits_for_a_person(ended: Outcome) -> bool:
    """Whether a cell stopped because it asks for input."""
    return isinstance(ended, Raised) and ended.kind == NO_KEYBOARD


def _absent(outcome: Outcome) -> bool:
    """Whether there is no such name at all."""
    return isinstance(outcome, Missing) and not outcome.found


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
    """The first public case that was lost when a cell of it stopped, and what to say."""
    lost = [
        verdict.id
        for verdict, asked in answers
        if verdict.status == "failed" and not verdict.private and _is_of_a_model(asked)
    ]
    raised = [(number, ended) for number, ended in trouble.items() if isinstance(ended, Raised)]
    if not lost or not raised:
        return None
    number, ended = raised[0]
    where = submission.place(ended.cell or number, ended.line)
    begun = ended.code[:MAX_WORDS].rstrip("([{")  # the rest of it stands below
    code = f": {begun}" if begun else ""
    words = f"A cell of it stopped in {where}{code}. {raised_words(ended).rstrip('.')}."
    return lost[0], f"{words} {explain_exception(ended)}".rstrip()


def _is_of_a_model(asked: Asked) -> bool:
    """Whether an answer is a model's, or there is none where one is asked for."""
    outcome = asked.seen.outcome
    is_missing = isinstance(outcome, Missing) and isinstance(asked.probe, Describe)
    return isinstance(outcome, Described) or is_missing


@lru_cache(maxsize=16)  # each exercise of a submission asks
def _names(cells: tuple[str, ...], support: Path | None) -> tuple[frozenset[str], frozenset[str]]:
    """Names that the cells import or define as functions, and those they give a value."""
    known = frozenset().union(*(defined(source, support) for source in cells))
    return known, frozenset().union(*map(bound, cells))
