"""Reports made of other reports: more hints shown, lines found in the file, exercises renewed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from grader.report.making import new_report
from grader.report.results import CaseResult, CellTrouble, Report

_Named = TypeVar("_Named", CaseResult, CellTrouble)


def with_hints(report: Report, most: int) -> Report:
    """The same report with at most this many hints of each exercise shown."""
    exercises = tuple(
        msgspec.structs.replace(exercise, hints_shown=min(most, len(exercise.hints)))
        for exercise in report.exercises
    )
    return msgspec.structs.replace(report, exercises=exercises)


def with_file_lines(report: Report, lines: Sequence[Sequence[int]]) -> Report:
    """The same report with the number in the file of each line that it names.

    Args:
        report: the report on a submission.
        lines: for each of the submission's code cells, the number in the file of each line.
    """

    def found(named: CaseResult | CellTrouble) -> int:
        if not named.cell:
            return named.file_line
        inside = 1 <= named.cell <= len(lines) and 1 <= named.line <= len(lines[named.cell - 1])
        return lines[named.cell - 1][named.line - 1] if inside else 0

    def placed(named: tuple[_Named, ...]) -> tuple[_Named, ...]:
        return tuple(msgspec.structs.replace(each, file_line=found(each)) for each in named)

    exercises = tuple(
        msgspec.structs.replace(exercise, cases=placed(exercise.cases))
        for exercise in report.exercises
    )
    return msgspec.structs.replace(report, exercises=exercises, cells=placed(report.cells))


def renewed(old: Report, new: Report, order: Iterable[str], note: str) -> Report:
    """A report with the exercises of ``new``, and those of ``old`` for the rest.

    Args:
        old: an earlier report on the same submission.
        new: a report on some exercises.
        order: the names of all exercises, in order; other exercises are dropped.
        note: a sentence that says which exercises were kept.
    """
    found = {exercise.name: exercise for exercise in (*old.exercises, *new.exercises)}
    cells = {(trouble.cell, trouble.line): trouble for trouble in (*old.cells, *new.cells)}
    return new_report(
        tuple(found[name] for name in order if name in found),
        tuple(cells[place] for place in sorted(cells)),
        (*dict.fromkeys((*old.notes, *new.notes)), note),
        new.provenance,
    )
