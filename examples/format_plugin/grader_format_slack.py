"""One line for a chat channel, as JSON that a Slack webhook takes.

A format is a function of the report and nothing else: no clock, no network, no files. It is given
a student's view, in which private cases have a title and a verdict only.
"""

from __future__ import annotations

import json

from grader.export import Format
from grader.report import Report


def write(report: Report) -> str:
    """The line, with the characters that Slack reads as markup escaped."""
    name = report.provenance.submission
    for mark, escaped in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        name = name.replace(mark, escaped)
    return (
        json.dumps({"text": f"{name}: {report.total.sum} of {report.total.points} points"}) + "\n"
    )


FORMAT = Format(
    "slack",
    "for a chat channel: one line",
    write,
    example="grader submit.ipynb --to slack | curl --json @- $WEBHOOK",
)
