"""One submission, graded: the typed result from which every output is made."""

from __future__ import annotations

from grader.report.making import exercise_result, new_report, total_of
from grader.report.points import Points, added
from grader.report.results import (
    BY_HAND,
    COMMENT,
    SCHEMA_VERSION,
    CaseResult,
    CellTrouble,
    ExerciseResult,
    Provenance,
    Report,
    Source,
    Status,
    Total,
)
from grader.report.revising import renewed, with_file_lines, with_hints

__all__ = [
    "BY_HAND",
    "COMMENT",
    "SCHEMA_VERSION",
    "CaseResult",
    "CellTrouble",
    "ExerciseResult",
    "Points",
    "Provenance",
    "Report",
    "Source",
    "Status",
    "Total",
    "added",
    "exercise_result",
    "new_report",
    "renewed",
    "total_of",
    "with_file_lines",
    "with_hints",
]
