"""JSON: the whole report, by its published schema (``grader schema`` prints it)."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from grader.export.format import Format
from grader.report import Report


def write(report: Report) -> str:
    """The report as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n"


def report_schema() -> str:
    """The JSON Schema (2020-12) that every report follows."""
    made: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(made | msgspec.json.schema(Report), indent=2) + "\n"


FORMAT = Format(
    "json",
    "for programs: the whole report, by a versioned schema (grader schema prints it)",
    write,
    example="grader submit.ipynb --to json=report.json",
    for_instructors=True,
)
