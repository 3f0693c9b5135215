"""The gradebook: many reports, kept, with what is needed to defend and to repeat each mark.

``read_class(path)`` gives what class-wide exports are made from; see ``classes.py``.
"""

from __future__ import annotations

from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Class, Late, Override, Row, Student
from grader.gradebook.roster import read_class
from grader.gradebook.schema import GradebookError

__all__ = [
    "Class",
    "Gradebook",
    "GradebookError",
    "Late",
    "Override",
    "Row",
    "Student",
    "read_class",
]
