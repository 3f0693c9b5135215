"""Making a report of verdicts: the only place where points are added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from grader.protocol.bounds import MAX_PRINTED, MAX_TROUBLES
from grader.report.points import Points, added
from grader.report.results import (
    SCHEMA_VERSION,
    CaseResult,
    CellTrouble,
    ExerciseResult,
    Provenance,
    Report,
    Total,
)

_CUT = "\n[...]"  # as the child marks output that it has cut


def exercise_result(
    name: str, title: str, cases: tuple[CaseResult, ...], notes: tuple[str, ...], *, extra: bool
) -> ExerciseResult:
    """An exercise with its points added up and its one message chosen.

    What was printed is kept up to ``MAX_PRINTED`` characters, in equal shares of the cases.
    """
    cases = tuple(_with_room_for_print(cases))
    made = ExerciseResult(
        name=name,
        title=title,
        points=added(case.points for case in cases),
        earned=added(case.earned for case in cases),
        extra=extra,
        cases=cases,
        notes=notes,
    )
    wrong = [case for case in cases if case.status in ("failed", "errored")]
    first = min(wrong, key=lambda case: (case.status == "errored", case.private), default=None)
    return msgspec.structs.replace(made, message=first.help if first else "")


def _with_room_for_print(cases: tuple[CaseResult, ...]) -> Iterator[CaseResult]:
    """The cases with what they printed cut to equal shares, since any of them may be shown."""
    share = MAX_PRINTED // max(sum(bool(case.printed) for case in cases), 1)
    for case in cases:
        if len(case.printed) > share:
            cut = case.printed[: share - len(_CUT)] + _CUT
            yield msgspec.structs.replace(case, printed=cut)
        else:
            yield case


def new_report(
    exercises: tuple[ExerciseResult, ...],
    cells: tuple[CellTrouble, ...],
    notes: tuple[str, ...],
    provenance: Provenance,
) -> Report:
    """A report with its total.

    Of many cells that did not reach their end, the first are told, and the number of the others.
    """
    if len(cells) > MAX_TROUBLES:
        more = f"{len(cells) - MAX_TROUBLES:,} more code cells did not reach their end."
        cells, notes = cells[:MAX_TROUBLES], (*notes, more)
    return Report(
        schema_version=SCHEMA_VERSION,
        view="instructor",
        total=total_of(exercises),
        exercises=exercises,
        cells=cells,
        notes=notes,
        provenance=provenance,
    )


def total_of(exercises: Sequence[ExerciseResult]) -> Total:
    """The points of these exercises together: the only place where they are added up."""

    def add(which: str, *, extra: bool) -> Points:
        return added(getattr(exercise, which) for exercise in exercises if exercise.extra is extra)

    return Total(
        earned=add("earned", extra=False),
        points=add("points", extra=False),
        extra_earned=add("earned", extra=True),
        extra_points=add("points", extra=True),
        unmarked=added(
            case.points
            for exercise in exercises
            for case in exercise.cases
            if case.status == "unmarked"
        ),
    )
