"""Gradescope's ``results.json``.

Source: Gradescope's autograder specifications. Private cases are ``after_published``: they and the
total appear when the instructor publishes the grades. The output at the top says nothing of them.
"""

from __future__ import annotations

import json
from typing import Any

from grader.export.case_details import MOST_CHARACTERS, case_details, shortened
from grader.export.format import Format
from grader.report import CaseResult, ExerciseResult, Report
from grader.report import presentation as shown


def write(report: Report) -> str:
    """The results as JSON, without a total: Gradescope adds the scores of the tests."""
    tests = [
        test
        for number, exercise in enumerate(report.exercises, 1)
        for test in _tests(number, exercise)
    ]
    made: dict[str, Any] = {
        "output": _output(report),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "extra_data": {
            "submission_digest": report.provenance.digest,
            "assignment_digest": report.provenance.assignment_digest,
            "grader": report.provenance.grader,
        },
        "tests": tests,
    }
    if not tests:  # then Gradescope has no scores to add
        made["score"] = report.total.sum
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _tests(number: int, exercise: ExerciseResult) -> list[dict[str, Any]]:
    title = shown.exercise_title(exercise)
    return [
        {
            "name": f"{title}: {case.title}",
            "number": f"{number}.{place}",
            "score": case.earned,
            "max_score": case.points,
            # A case that a person marks has no status: it is neither right nor wrong.
            **({} if case.status in ("unmarked", "marked") else {"status": _status(case)}),
            "output": _said(case, help_),
            "tags": [exercise.name],
            "visibility": "after_published" if case.private else "visible",
        }
        for place, (case, help_) in enumerate(shown.helps(exercise), 1)
    ]


def _status(case: CaseResult) -> str:
    return "passed" if shown.costs_nothing(case) else "failed"


def _said(case: CaseResult, help_: str) -> str:
    unasked = "Not asked, for the same reason." if case.status == "skipped" and not help_ else ""
    return "\n".join(part for part in (case_details(case), help_, unasked) if part)


def _output(report: Report) -> str:
    lines = [report.provenance.assignment, *shown.first_of_all(report), *shown.remarks(report)]
    return shortened("\n\n".join(lines), MOST_CHARACTERS)


FORMAT = Format(
    "gradescope",
    "for Gradescope: results.json; private cases appear after grades are published",
    write,
    when_refused=True,
    example="grader submit.ipynb --to gradescope=/autograder/results/results.json",
)
