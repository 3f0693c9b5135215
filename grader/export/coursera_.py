"""Coursera's ``feedback.json``, with the page ``htmlFeedback.html`` beside it.

Source: Coursera's samples for custom graders, version 2. The score is a number from 0 to 1.
Learners see the page instead of the text if there is one.
"""

from __future__ import annotations

import json

from grader.export import html_, text_
from grader.export.case_details import shortened
from grader.export.format import Format
from grader.report import Report

_MOST = 50_000  # limit on the feedback in characters


def write(report: Report) -> str:
    """The score and the feedback as JSON."""
    made = {
        "fractionalScore": report.total.share,
        "feedback": shortened(text_.write(report), _MOST),
        "feedbackType": "HTML",
    }
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


FORMAT = Format(
    "coursera",
    "for Coursera: feedback.json and the page beside it",
    write,
    when_refused=True,
    example="grader submit.ipynb --to coursera=/shared/feedback.json",
    extra_files={"htmlFeedback.html": html_.write},
)
