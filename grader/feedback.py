"""One message for an exercise that is not right: its mistake's own hints where it is known."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from grader.border.observations import Lost, NotAsked, Outcome, Raised
from grader.diagnosis import catalogue
from grader.diagnosis.catalogue import Entry
from grader.diagnosis.diagnose import Diagnoser
from grader.diagnosis.evidence import Answer, Evidence
from grader.diagnosis.source import bound, defined
from grader.interview import Asked
from grader.refusals import refusal
from grader.report import CaseResult, ExerciseResult
from grader.slicing import Slice
from grader.submission import Cell, Submission
from grader.suite import Exercise, Suite

_TWO = "Two things at once. Start with this one: "


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

        Args:
            result: the verdicts.
            exercise: whose they are.
            answers: each verdict with its question and answer.
            submission: where the source is.
            chosen: what of it was run.
            trouble: how cells ended that did not reach their end.
        """
        if self._suite.catalogue is None or result.earned == result.points:
            return result
        answers = list(answers)
        if any(_stopped(one.seen.outcome) for _, one in answers):
            return result  # it did not get far enough to show how it computes
        evidence = Evidence(
            exercise=exercise.name,
            name=exercise.goals[0],
            answers=tuple(
                Answer(one.probe, one.seen, verdict.status == "failed", not verdict.private)
                for verdict, one in answers
            ),
            source=_source(exercise, submission, chosen),
            known=_known(submission.cells, self._suite.support),
            bound=frozenset().union(*map(bound, _readable(submission.cells))),
            troubles=frozenset(
                f"{one.kind}: {one.message}" for one in trouble.values() if isinstance(one, Raised)
            ),
        )
        return _with_hints(result, self._diagnose(evidence))

    def _diagnose(self, evidence: Evidence) -> tuple[Entry, ...]:
        with self._lock:
            if self._diagnoser is None and self._suite.catalogue is not None:
                known = catalogue.load(self._suite.catalogue)
                self._diagnoser = Diagnoser(known, self._suite.stand_ins)
        return self._diagnoser.diagnose(evidence) if self._diagnoser else ()


def _stopped(outcome: Outcome) -> bool:
    """Whether a limit or a protection came first."""
    refused = isinstance(outcome, Raised) and bool(refusal(outcome))
    return refused or isinstance(outcome, Lost | NotAsked)


def _with_hints(result: ExerciseResult, found: tuple[Entry, ...]) -> ExerciseResult:
    if not found:
        return result
    first, *others = found
    hints = tuple((_TWO if others else "") + hint for hint in first.hints)
    return msgspec.structs.replace(
        result,
        message=hints[0],
        mistakes=tuple(one.id for one in found),
        misconceptions=tuple(one.says for one in found),
        hints=hints,
    )


def _source(exercise: Exercise, submission: Submission, chosen: Slice) -> str:
    """The cell that defines what the exercise asks for; for a model, all that is run for it."""
    last = chosen.cell_of.get(exercise.goals[0], 0)
    return "\n".join(cell.source for cell in submission.cells if cell.number == last)


def _known(cells: Iterable[Cell], support: Path | None) -> frozenset[str]:
    """Names that the notebook imports, or defines as functions or classes."""
    return frozenset().union(*(defined(source, support) for source in _readable(cells)))


def _readable(cells: Iterable[Cell]) -> list[str]:
    return [cell.source for cell in cells if cell.error is None]
