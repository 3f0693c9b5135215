"""Where in what was handed in the students begin, and which platform gave the names.

Both are decided once for all files, by the names that lie at the top. A student can choose no more
than what comes after the name that the platform, or the instructor, gave to the file or folder.
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

# Folders that lie around a class, and that nobody is called like.
_AROUND = re.compile(
    r"submissions|submitted|abgaben|subs|class|students|downloads?|handed[ _-]?in|collected|export"
    r"|inbound|assignment_\d+_export|.+[-_]submissions(?:_[\d_T]+)?",
    re.IGNORECASE,
)
_SEVERAL = 2


class KnownPlatform(msgspec.Struct, frozen=True):
    """A platform whose names are known.

    Attributes:
        name: what it is called.
        naming: gives the student of a path.
    """

    name: str
    naming: Naming


def platform_of_names(tops: Iterable[PurePosixPath], around: str = "") -> KnownPlatform | None:
    """The platform to whose kind more than half of the names at the top belong, if there is one.

    Args:
        tops: of each file at the top its path, of each folder the path of something in it.
        around: the name of the folder that they lie in.
    """
    paths = list(tops)
    # On a tie it is the first: its mark is longer, and the rest of a name may look like anything.
    platforms = (
        KnownPlatform("nbgrader's exchange", nbgrader_exchange),
        KnownPlatform("Moodle", moodle),
        KnownPlatform("Brightspace", brightspace),
        KnownPlatform("Blackboard", blackboard),
        KnownPlatform("Canvas", canvas),
        KnownPlatform("GitHub Classroom", github_classroom.naming(around)),
        KnownPlatform("ILIAS", ilias),
        KnownPlatform("Google Classroom", google_classroom.naming(paths)),
    )
    counts = [sum(known.naming(path) is not None for path in paths) for known in platforms]
    most = max(counts)
    return platforms[counts.index(most)] if most * 2 > len(paths) else None


def is_around(folder: str, named: str, inside: Mapping[str, bool], *, archive: bool) -> bool:
    """Whether the only folder at the top lies around the class, rather than being a student's.

    Args:
        folder: its name.
        named: the name, without its ending, of the folder or zip that it lies in.
        inside: what lies in it and could be graded, and whether that is a folder.
        archive: whether it lies in a zip. A zip of a folder has that folder around all.
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
