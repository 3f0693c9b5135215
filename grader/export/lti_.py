"""The score that LTI 1.3 posts to ``{lineitem}/scores`` (Assignment and Grade Services 2.0).

The host that holds the platform's key adds ``userId``, ``timestamp`` and its token; all the
other fields are here. Extra points may take the score above its maximum, which the service allows.
"""

from __future__ import annotations

import json

from grader.export.format import Format
from grader.report import Report
from grader.report import presentation as shown


def write(report: Report) -> str:
    """The score as JSON.

    If the grader itself failed in a case, or a person marks an answer, the progress is pending, and
    the points are those known so far.
    """
    waits = report.errored or report.total.unmarked
    made = {
        "scoreGiven": report.total.sum,
        "scoreMaximum": max(report.total.points, 1),  # the service wants a positive number
        "comment": "\n".join(_comment(report)),
        "activityProgress": "Completed",
        "gradingProgress": "PendingManual" if waits else "FullyGraded",
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def _comment(report: Report) -> list[str]:
    lines = [f"{report.provenance.assignment}: {shown.total(report)}"]
    for exercise in report.exercises:
        lines.append(f"{shown.exercise_title(exercise)}: {exercise.earned} / {exercise.points}")
        lines += [f"  {words}" for words in shown.told(exercise)]
    return lines


FORMAT = Format(
    "lti",
    "for LTI 1.3: the score that a host posts to the learning platform",
    write,
    when_refused=True,
    example="grader submit.ipynb --to lti=score.json",
)
