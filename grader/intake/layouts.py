"""Where in what was handed in the students begin, and which platform gave the names.

Both are decided once for all files, by the names that lie at the top. A student can choose no more
than what comes after the name that the platform, or the instructor, gave to the file or folder.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

import msgspec

from grader.intake.entries import is_work
from grader.intake.file_names import Naming, canvas, moodle

# Folders that lie around a class, and that nobody is called like.
_AROUND = re.compile(
    r"submissions|submitted|subs|class|students|downloads?|handed[ _-]?in|collected|export"
    r"|assignment_\d+_export",
    re.IGNORECASE,
)
_SEVERAL = 2


class Platform(msgspec.Struct, frozen=True):
    """A platform whose names are known.

    Attributes:
        name: what it is called.
        naming: gives the student of a path.
    """

    name: str
    naming: Naming


# On a tie it is the first: its mark is longer, and the rest of a name may look like anything.
_PLATFORMS = (Platform("Moodle", moodle), Platform("Canvas", canvas))


def platform(tops: Iterable[PurePosixPath]) -> Platform | None:
    """The platform to whose kind more than half of the names at the top belong, if there is one.

    Args:
        tops: of each file at the top its path, of each folder the path of something in it.
    """
    paths = list(tops)
    counts = [sum(known.naming(path) is not None for path in paths) for known in _PLATFORMS]
    most = max(counts)
    return _PLATFORMS[counts.index(most)] if most * 2 > len(paths) else None


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
    files = sum(is_work(name) for name, is_folder in inside.items() if not is_folder)
    if _AROUND.fullmatch(folder):
        return folders > 0 or files >= _SEVERAL
    several = folders >= _SEVERAL if not files else files >= _SEVERAL and not folders
    return several and (folder.casefold() == named.casefold() or (archive and not files))
