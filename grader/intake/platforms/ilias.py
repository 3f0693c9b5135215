"""ILIAS, download of an exercise's submissions: ``Doe_Jane_jdoe_1234/lab.ipynb``.

The folders lie in a folder "Submissions", called so in the language of the person who downloads,
inside a folder with the exercise's title; a team's members' lie in ``Team 12``. Source: ILIAS,
``class.ilExSubmission.php`` (getDirectoryNameFromUserData) and ``SubmissionManager.php``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from grader.gradebook.classes import Student
from grader.intake.file_names import Submitter
from grader.intake.shown_names import shown

_FOLDER = re.compile(
    r"(?P<last>[^_]+)_(?P<first>[^_]+)_(?P<login>.+)_(?P<id>[0-9]{1,18})", re.DOTALL
)
_TEAM = re.compile(r"Team [0-9]{1,18}")


def ilias(path: PurePosixPath) -> Submitter | None:
    """The submitter: last name, first name, login and the user's number are the folder's name.

    A file in a team's folder and in no member's is the team's.
    """
    folders = path.parts[:-1]
    team = folders[0] if folders and _TEAM.fullmatch(folders[0]) else ""
    if team and len(folders) == 1:
        return Submitter(Student(id=team), shown(path.name), written_name=team)
    folders = folders[1:] if team else folders
    found = _FOLDER.fullmatch(folders[0]) if folders else None
    if found is None:
        return None
    student = Student(
        id=shown(found["login"]), first_name=shown(found["first"]), last_name=shown(found["last"])
    )
    return Submitter(student, shown(path.name), written_name=folders[0])
