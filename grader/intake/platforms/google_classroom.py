"""Google Classroom, the assignment's folder in Drive: ``Jane Doe - Lab 1.ipynb``.

A copy that is made for each student has the student's name and the title of the file as its name.
Source: Google's help, "Create an assignment" ("Make a copy for each student"). Files that students
add themselves keep their own names and tell no student.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Naming, Submitter
from grader.intake.found_files import is_work
from grader.intake.shown_names import shown

_NAME = re.compile(
    r"(?P<name>[^-]+(?:-[^- ][^-]*)*) - (?P<title>.+?)(?: ?\(\d{1,3}\))?\.[^.]+", re.DOTALL
)
_SEVERAL = 2


def naming_by_title(tops: Sequence[PurePosixPath]) -> Naming:
    """A function that tells the submitter of copies of the title that most files have.

    Args:
        tops: the paths at the top. Without two copies of one title no path is of this kind.
    """
    titles = Counter(
        found["title"]
        for path in tops
        if len(path.parts) == 1 and is_work(path.name) and (found := _NAME.fullmatch(path.name))
    )
    title, copies = next(iter(titles.most_common(1)), ("", 0))

    def google_classroom(path: PurePosixPath) -> Submitter | None:
        found = _NAME.fullmatch(path.name) if len(path.parts) == 1 else None
        if found is None or copies < _SEVERAL or found["title"] != title:
            return None
        name = shown(found["name"])
        return Submitter(Student(id=name, last_name=name), shown(path.name), written_name=name)

    return google_classroom
