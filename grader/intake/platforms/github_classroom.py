"""GitHub Classroom and Classroom 50: clones of all repositories, ``lab-1-janedoe/lab.ipynb``.

``gh classroom clone student-repos`` puts them into ``lab-1-submissions``; ``gh teacher download``
puts ``cs-lab-1-janedoe`` into ``cs-lab-1_submissions_2026_11_02_T_10_00_00``. Sources:
gh-classroom, ``cmd/gh-classroom/clone/student-repos``; Classroom 50's wiki, "gh teacher".
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Naming, Submitter
from grader.intake.shown_names import shown

_AROUND = re.compile(r"(?P<assignment>.+?)(?:-submissions|_submissions_\d{4}_\d\d_\d\d_T_[\d_]+)")


def naming_in(around: str) -> Naming:
    """A function that tells the submitter by the name of the repository that a file lies in.

    Args:
        around: the name of the folder around the repositories; it begins with the assignment's
            name, as each repository's does.
    """
    found = _AROUND.fullmatch(around)
    assignment = f"{found['assignment']}-" if found else ""

    def github_classroom(path: PurePosixPath) -> Submitter | None:
        folder = path.parts[0]
        login = folder.removeprefix(assignment)
        if not assignment or len(path.parts) == 1 or login in (folder, ""):
            return None
        return Submitter(Student(id=shown(login)), shown(path.name), written_name=folder)

    return github_classroom
