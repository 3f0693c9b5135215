"""One message for an exercise that is not right: its mistake's own hints where it is known."""

from __future__ import annotations

import ast
import functools
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from grader.border.observations import Lost, NotAsked, Outcome, Raised
from grader.diagnosis import catalogue
from grader.diagnosis.catalogue import Entry
from grader.diagnosis.diagnose import Diagnoser
from grader.diagnosis.evidence import Answer, Evidence
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
        try:
            return self._looked_into(result, exercise, answers, submission, chosen, trouble)
        except (RecursionError, MemoryError):  # a source too deep to be walked through
            return result

    def _looked_into(
        self,
        result: ExerciseResult,
        exercise: Exercise,
        answers: list[tuple[CaseResult, Asked]],
        submission: Submission,
        chosen: Slice,
        trouble: Mapping[int, Outcome],
    ) -> ExerciseResult:
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


@functools.lru_cache(maxsize=16)  # each exercise of a submission asks; sixteen are at work at most
def _known(cells: tuple[Cell, ...], support: Path | None) -> frozenset[str]:
    """Names that the notebook imports, or defines as functions or classes."""
    found: set[str] = set()
    for cell in cells:
        if cell.error is not None:
            continue
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda | ast.Constant):
                # A function by another name, or a constant: no data of the notebook's.
                found |= {one.id for one in node.targets if isinstance(one, ast.Name)}
            elif isinstance(node, ast.Import | ast.ImportFrom):
                names = [alias.asname or alias.name.partition(".")[0] for alias in node.names]
                found.update(names)
                if "*" in names and isinstance(node, ast.ImportFrom) and support and node.module:
                    found |= _names_in(support / f"{node.module}.py")
    return frozenset(found)


def _names_in(module: Path) -> frozenset[str]:
    """The names that a helper module binds at its top level; none if there is no such module."""
    try:
        return _names_of(module, module.stat().st_mtime_ns)
    except OSError:
        return frozenset()


@functools.lru_cache(maxsize=16)
def _names_of(module: Path, _written: int) -> frozenset[str]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    for node in tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.Assign):
            names |= {one.id for target in node.targets for one in ast.walk(target)
                      if isinstance(one, ast.Name)}  # fmt: skip
    return frozenset(names)
