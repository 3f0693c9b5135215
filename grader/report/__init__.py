"""One submission, graded: the typed result from which every output is made."""

from __future__ import annotations

from grader.report.results import (
    SCHEMA_VERSION,
    CaseResult,
    CellTrouble,
    ExerciseResult,
    Points,
    Provenance,
    Report,
    Source,
    Status,
    Total,
    added,
    exercise_result,
    renewed,
    report,
    with_file_lines,
    with_hints,
)

__all__ = [
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
    "renewed",
    "report",
    "with_file_lines",
    "with_hints",
]
