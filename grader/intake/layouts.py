"""The layout of a class's files: the level at which the students begin, and the platform.

Both are decided once for all files, by the names at the top. Students choose only the part of a
name after the one that the platform, or the instructor, gave to the file or folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

import msgspec

from grader.intake.file_names import Naming
from grader.intake.found_files import is_archive, is_work
from grader.intake.platforms import github_classroom, google_classroom
from grader.intake.platforms.blackboard import blackboard
from grader.intake.platforms.brightspace import brightspace
from grader.intake.platforms.canvas import canvas
from grader.intake.platforms.ilias import ilias
from grader.intake.platforms.moodle import moodle
from grader.intake.platforms.nbgrader_exchange import nbgrader_exchange

# Names of folders around a class, which are no student's name.
_AROUND = re.compile(
    r"submissions|submitted|abgaben|subs|class|students|downloads?|handed[ _-]?in|collected|export"
    r"|inbound|assignment_\d+_export|.+[-_]submissions(?:_[\d_T]+)?",
    re.IGNORECASE,
)
_SEVERAL = 2


class KnownPlatform(msgspec.Struct, frozen=True):
    """A learning platform whose way of naming files is known.

    Attributes:
        name: the platform's name.
        naming: tells the submitter of a file by its path.
    """

    name: str
    naming: Naming


def platform_of_names(tops: Iterable[PurePosixPath], around: str = "") -> KnownPlatform | None:
    """The platform that more than half of the names at the top are of, if there is one.

    Args:
        tops: the path of each file at the top, and of a file in each folder at the top.
        around: the name of the folder around them.
    """
    paths = list(tops)
    # In a tie the first wins: its marks are longer, and the rest of a name may look like anything.
    platforms = (
        KnownPlatform("nbgrader's exchange", nbgrader_exchange),
        KnownPlatform("Moodle", moodle),
        KnownPlatform("Brightspace", brightspace),
        KnownPlatform("Blackboard", blackboard),
        KnownPlatform("Canvas", canvas),
        KnownPlatform("GitHub Classroom", github_classroom.naming_in(around)),
        KnownPlatform("ILIAS", ilias),
        KnownPlatform("Google Classroom", google_classroom.naming_by_title(paths)),
    )
    counts = [sum(known.naming(path) is not None for path in paths) for known in platforms]
    most = max(counts)
    return platforms[counts.index(most)] if most * 2 > len(paths) else None


def is_around(folder: str, named: str, inside: Mapping[str, bool], *, archive: bool) -> bool:
    """Whether the only folder at the top is the class's, rather than a student's.

    Args:
        folder: the folder's name.
        named: the name, without its ending, of the folder or archive that it lies in.
        inside: the names in the folder that could be graded, and for each whether it is a folder.
        archive: whether it lies in an archive. An archive of a folder has that folder around all.
    """
    # No count here may be one that a single student changes for all.
    folders = sum(inside.values())
    files = sum(
        is_work(name) or is_archive(name) for name, is_folder in inside.items() if not is_folder
    )
    if _AROUND.fullmatch(folder):
        return folders > 0 or files >= _SEVERAL
    if folders == len(inside) == 1 and _AROUND.fullmatch(next(iter(inside))):
        return True  # as in ILIAS' downloads: the exercise's title, and in it all submissions
    several = folders >= _SEVERAL if not files else files >= _SEVERAL and not folders
    return several and (folder.casefold() == named.casefold() or (archive and not files))
