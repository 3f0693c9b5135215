"""A table for spreadsheets: a row for each submission, a column for each exercise."""

from __future__ import annotations

from collections.abc import Sequence

from grader.export.csv_cells import csv_text
from grader.export.format import Format
from grader.report import Report


def write(report: Report) -> str:
    """One submission: the head and its row."""
    return write_together([report])


def write_together(reports: Sequence[Report]) -> str:
    """All submissions in the order given; a cell is empty where a report lacks the exercise."""
    names = list(
        dict.fromkeys(exercise.name for report in reports for exercise in report.exercises)
    )
    head = ["submission", "total", "required", "extra", "out of", *names, "our faults"]
    return csv_text([head, *(_row(report, names) for report in reports)])


def _row(report: Report, names: Sequence[str]) -> list[str | int | float]:
    total = report.total
    earned: dict[str, int | float] = {}
    for exercise in report.exercises:
        earned[exercise.name] = earned.get(exercise.name, 0) + exercise.earned
    faults = sum(
        case.status == "errored" for exercise in report.exercises for case in exercise.cases
    )
    points = [total.sum, total.earned, total.extra_earned, total.points]
    return [
        report.provenance.submission,
        *points,
        *(earned.get(name, "") for name in names),
        faults,
    ]


FORMAT = Format(
    "csv",
    "for spreadsheets: a row for each submission",
    write,
    example="grader submissions/*.ipynb --to csv=points.csv",
    together=write_together,
)
