"""PrairieLearn's ``results.json`` of an external grader.

Source: PrairieLearn's documentation of external grading. The score is a number from 0 to 1; the
tests are shown only if each has its points. The file may have 1 MB.
"""

from __future__ import annotations

import json
from typing import Any

from grader.export.case_details import MOST_CHARACTERS, case_details, shortened
from grader.export.format import Format
from grader.report import ExerciseResult, Report
from grader.report import presentation as shown


def write(report: Report) -> str:
    """The results as JSON; a file that cannot be graded costs the student no attempt."""
    if report.refused:
        made: dict[str, Any] = {"gradable": False, "format_errors": [report.refused]}
        return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
    made = {
        "gradable": True,
        "score": report.total.share,
        "message": f"{report.provenance.assignment}: {shown.total(report)}",
        "output": shortened("\n".join([*shown.stopped(report), *report.notes]), MOST_CHARACTERS),
        "tests": [test for exercise in report.exercises for test in _tests(exercise)],
    }
    return json.dumps(made, indent=2, ensure_ascii=False).replace("\\u0000", "\\ufffd") + "\n"


def _tests(exercise: ExerciseResult) -> list[dict[str, Any]]:
    return [
        {
            "name": f"{shown.exercise_title(exercise)}: {case.title}",
            "description": "private: what is asked and expected is not shown"
            if case.private
            else "",
            "points": case.earned,
            "max_points": case.points,
            "message": help_,
            "output": case_details(case),
        }
        for case, help_ in shown.helps(exercise)
    ]


FORMAT = Format(
    "prairielearn",
    "for PrairieLearn: results.json of an external grader",
    write,
    when_refused=True,
    example="grader submit.ipynb --to prairielearn=/grade/results/results.json",
)
