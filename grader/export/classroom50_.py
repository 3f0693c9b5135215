"""Classroom 50's ``result.json``, schema ``classroom50/result/v1``.

Source: Classroom 50's published schema, and its page on advanced autograding. Points are whole
numbers and a score is at most its maximum, so extra points only make up for lost ones. The names of
the student, the assignment and the submission come from environment variables that the platform's
runner sets.
"""

from __future__ import annotations

import datetime as dt
import json
import math
import os
from collections.abc import Mapping
from typing import Any

from grader.export.case_details import case_details
from grader.export.format import Format
from grader.report import ExerciseResult, Report
from grader.report import presentation as shown

_TIME = "%Y-%m-%dT%H:%M:%SZ"


def write(report: Report) -> str:
    """The result for the submission that the environment names."""
    now = dt.datetime.now(dt.UTC).strftime(_TIME)
    return result(report, os.environ, now)


def result(report: Report, environment: Mapping[str, str], now: str) -> str:
    """The result as JSON.

    Args:
        report: the report in the student's view.
        environment: the variables CLASSROOM, ASSIGNMENT, ASSIGNMENT_TYPE, USERNAME,
            SUBMISSION_TAG, COMMIT_URL, RELEASE_URL and REVIEW_URL, as the runner sets them.
        now: the time of grading in UTC, ``2026-11-27T21:00:00Z``; the runner replaces it by the
            time of the submission.
    """

    def given(name: str, otherwise: str = "unknown") -> str:
        return environment.get(name) or otherwise

    commit = given("COMMIT_URL")
    made = {
        "schema": "classroom50/result/v1",
        "classroom": given("CLASSROOM"),
        "assignment": given("ASSIGNMENT"),
        "assignment_type": given("ASSIGNMENT_TYPE", "individual"),
        "owner": given("USERNAME"),
        "submission": given("SUBMISSION_TAG", "submit/unknown"),
        "commit": commit,
        "release": given("RELEASE_URL", commit),
        "review": given("REVIEW_URL", commit),
        "datetime": now,
        "score": math.floor(report.total.capped),
        "max-score": math.floor(report.total.points),
        "tests": [test for exercise in report.exercises for test in _tests(exercise)],
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _tests(exercise: ExerciseResult) -> list[dict[str, Any]]:
    """A test for each case; one for the whole exercise if a case has a part of a point.

    So it is too where a person has set points: no test's score is below zero or above its maximum.
    """
    parts = any(case.points != math.floor(case.points) for case in exercise.cases)
    if parts or any(case.status == "marked" for case in exercise.cases):
        return [
            {
                "test-name": shown.exercise_title(exercise),
                "passed": all(shown.costs_nothing(case) for case in exercise.cases),
                "score": max(0, math.floor(min(exercise.earned, exercise.points))),
                "max-score": math.floor(exercise.points),
                "message": "\n".join([*shown.comments(exercise), *_message(exercise)]),
                "output": "",
            }
        ]
    return [
        {
            "test-name": f"{shown.exercise_title(exercise)}: {case.title}",
            "passed": shown.costs_nothing(case),
            "score": case.earned,
            "max-score": case.points,
            "message": help_,
            "output": case_details(case),
        }
        for case, help_ in shown.helps(exercise)
    ]


def _message(exercise: ExerciseResult) -> list[str]:
    return [] if shown.is_marked(exercise) or not exercise.message else [exercise.message]


FORMAT = Format(
    "classroom50",
    "for Classroom 50: result.json, in whole points",
    write,
    when_refused=True,
    example="grader submit.ipynb --to classroom50=result.json",
)
