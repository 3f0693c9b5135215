"""Feedback on an exercise of a submission: its message, and the mistake behind wrong answers.

`Feedback` collects the evidence (the answers, the source of what was asked for, the cells that
stopped on the way there) and has it diagnosed; `grader.feedback.telling` chooses the message.
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
from grader.feedback.result_words import with_faults
from grader.feedback.stopped_cells import asks_for_input, stopped_cell_words, stopped_for
from grader.feedback.telling import Answers, tell
from grader.judging.asked import Asked
from grader.protocol.observations import Missing, Outcome, Raised
from grader.protocol.probes import Describe
from grader.report import CaseResult, ExerciseResult
from grader.submissions.reading import Submission
from grader.submissions.slicing import Slice
from grader.suite import Exercise, Suite

_LOG = logging.getLogger(__name__)


class Feedback:
    """The search for the mistakes behind wrong answers.

    All submissions to an assignment share one, since the knowledge of mistakes takes time to make.
    """

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
        stopped: Mapping[int, Outcome],
    ) -> ExerciseResult:
        """The result with its message, and with the hints of its mistake if that is known.

        Whatever fails here, the marks stand, and the result says in ``faults`` what failed.

        Args:
            result: the verdicts.
            exercise: the exercise that they are on.
            answers: each verdict with its question and answer.
            submission: the submission with its source.
            chosen: the part of the source that was run.
            stopped: by the cell's number, how each cell ended that did not reach its end.
        """
        try:
            return self._result(result, exercise, list(answers), submission, chosen, stopped)
        except Exception as error:  # noqa: BLE001 - it may have answered or written anything; its marks stand
            fault = f"The search for mistakes failed: {said(error)} ({place(error)})"
            _LOG.warning("%s: %s", exercise.name, fault, exc_info=True)
            return with_faults(result, (fault,))

    def _result(
        self,
        result: ExerciseResult,
        exercise: Exercise,
        answers: Answers,
        submission: Submission,
        chosen: Slice,
        stopped: Mapping[int, Outcome],
    ) -> ExerciseResult:
        own_stopped = stopped_for(exercise, submission, stopped)
        if not own_stopped and all(_is_absent(asked.seen.outcome) for _, asked in answers):
            return result  # nothing was written, and so no mistake was made
        if any(map(asks_for_input, own_stopped.values())):
            return result  # nothing of it has run, and the report says why
        evidence = self._evidence(exercise, answers, submission, chosen, own_stopped)
        return tell(
            result,
            exercise,
            answers,
            evidence,
            diagnose=self._diagnose,
            stopped=stopped_cell_words(answers, submission, stopped, own_stopped),
            failed_import=partial(failed_import, submission=submission, stopped=stopped),
            worked_example=self._suite.worked_examples.get(exercise.name),
            place=partial(submission.place, chosen.cell_of.get(exercise.goals[0], 0)),
        )

    def _evidence(
        self,
        exercise: Exercise,
        answers: Answers,
        submission: Submission,
        chosen: Slice,
        stopped: Mapping[int, Outcome],
    ) -> Evidence:
        readable = tuple(cell.source for cell in submission.cells if cell.error is None)
        advisory = {case.id for case in self._suite.of(exercise) if case.advisory}
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
                    beyond=verdict.id in advisory,
                )
                for verdict, asked in answers
            ),
            source=_source(exercise, answers, submission, chosen),
            known=known,
            bound=given_values,
            troubles=frozenset(
                f"{outcome.kind}: {outcome.message}"
                for outcome in stopped.values()
                if isinstance(outcome, Raised)
            ),
        )

    def warm(self) -> None:
        """Prepare the knowledge of mistakes, so that the first wrong answer is not kept waiting."""
        diagnoser = self._made_diagnoser()
        if diagnoser is not None:
            diagnoser.prepare(exercise.name for exercise in self._suite.exercises)

    def _diagnose(self, evidence: Evidence) -> Diagnosis:
        diagnoser = self._made_diagnoser()
        return diagnoser.diagnose(evidence) if diagnoser else Diagnosis()

    def _made_diagnoser(self) -> Diagnoser | None:
        """The diagnoser, made once; None if the assignment has neither catalogue nor hint book."""
        with self._lock:
            if self._diagnoser is None and self._suite.catalogue is not None:
                known = catalogue.load_catalogue(self._suite.catalogue)
                self._diagnoser = Diagnoser(Rehearsals(known, self._suite.stand_ins))
            elif self._diagnoser is None and self._suite.hint_book is not None:
                self._diagnoser = Diagnoser(BookKnowledge(hintbook.read(self._suite.hint_book)))
        return self._diagnoser


def _is_absent(outcome: Outcome) -> bool:
    """Whether the name that was asked for does not exist."""
    return isinstance(outcome, Missing) and not outcome.found


def _source(exercise: Exercise, answers: Answers, submission: Submission, chosen: Slice) -> str:
    """The cell that defines what the exercise asks for; of a model, all that make and train it."""
    goal = exercise.goals[0]
    last = chosen.cell_of.get(goal, 0)
    if not any(isinstance(asked.probe, Describe) for _, asked in answers):
        return "\n".join(cell.source for cell in submission.cells if cell.number == last)
    last = max(chosen.cells_of.get(goal, ()), default=last)
    readable = (cell for cell in submission.cells if cell.error is None and cell.number <= last)
    return "\n".join(cell.source for cell in readable if goal in mentioned(cell.source))


@lru_cache(maxsize=16)  # each exercise of a submission asks
def _names(cells: tuple[str, ...], support: Path | None) -> tuple[frozenset[str], frozenset[str]]:
    """The names that cells import or define as functions, and the names they give a value."""
    known = frozenset().union(*(defined(source, support) for source in cells))
    return known, frozenset().union(*map(bound, cells))
