"""The gradebook: the reports of a class, kept with all that explains and repeats each mark.

``read_class(path)`` gives the class as data, from which exports are made; see ``classes.py``.
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
