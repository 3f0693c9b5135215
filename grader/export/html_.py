"""The student's page: one file that needs nothing else, readable on light, dark and paper."""

from __future__ import annotations

from grader.export.format import Format
from grader.pages.student_page import student_page
from grader.report import Report


def write(report: Report) -> str:
    """The page."""
    return student_page(report)


FORMAT = Format(
    "html",
    "for students: a page with the own code, what to try next and pictures",
    write,
    when_refused=True,
    example="grader submit.ipynb --to html=report.html",
)
