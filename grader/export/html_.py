"""HTML: the student's page, one file that needs nothing else; private cases by title alone."""

from __future__ import annotations

from grader.export.format import Format
from grader.pages import student
from grader.report import Report


def write(report: Report) -> str:
    """The page, made of the student's view whichever view the report is."""
    return student.write(report)


FORMAT = Format("html", "for the student: a page with the own code, a hint and pictures", write)
