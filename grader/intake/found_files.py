"""A file found in a folder or an archive, whose name is not trusted.

Nothing is unpacked: a file's content is read when its turn comes, and no further than the limit.
Links, names that lead elsewhere and unreadable files are refused files, each with the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NoReturn

import msgspec

from grader.errors import GraderError
from grader.intake.shown_names import shown
from grader.submissions.regular_files import UnopenedError, content_of

MOST_FILES = 10_000  # of one student
DEEPEST = 40  # folders one in another
TIMESTAMP = "timestamp.txt"  # beside a notebook that nbgrader collected
_JUNK = ("__MACOSX", "__pycache__")  # and whatever begins with a dot
_NOTEBOOKS = (".ipynb", ".ipynb.txt", ".ipynb.json")  # browsers add the second endings
_SCRIPT = ".py"
_ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar")


class CollectError(GraderError):
    """No submissions can be collected; the message says what to do."""


class UnreadableError(GraderError):
    """A file's content cannot be read; the message is the reason, a sentence about the file."""


class FoundFile(msgspec.Struct, frozen=True):
    """A file, or a folder in which nothing could be graded.

    Attributes:
        parts: the file's path below the folder or archive that was named, unchanged.
        read: returns the content, given the most bytes it may have; raises ``UnreadableError``.
        reason: why the file is not read at all; empty if it may be read.
        is_folder: whether it is a folder.
        leads_out: whether the name leads out of the archive, so that it tells no student.
        overfull: whether the file's first folder has too many files; the reason says so.
        archive_depth: how many parts of the path lead to the archive around it; 0 without one.
    """

    parts: tuple[str, ...]
    read: Callable[[int], bytes]
    reason: str = ""
    is_folder: bool = False
    leads_out: bool = False
    overfull: bool = False
    archive_depth: int = 0

    @property
    def path(self) -> PurePosixPath:
        """The path as it may be shown; it never leads out of the folder or archive."""
        return PurePosixPath(*map(shown, self.parts))

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.parts[-1]


def refused_file(
    parts: tuple[str, ...],
    reason: str,
    *,
    is_folder: bool = False,
    leads_out: bool = False,
    overfull: bool = False,
) -> FoundFile:
    """A file that is not read, with the reason; the flags are those of ``FoundFile``."""
    return FoundFile(parts, partial(_refuse, reason), reason, is_folder, leads_out, overfull)


def read_file(path: Path, below: Path | None, most: int) -> bytes:
    """The content of a file on the disk.

    Args:
        path: the file.
        below: the folder below which no link is followed; None if the file was named itself.
        most: the most bytes the file may have.

    Raises:
        UnreadableError: the path is a link or no file, the file is larger or cannot be read.
    """
    try:
        return content_of(path, most, below)
    except UnopenedError as error:
        raise UnreadableError(str(error)) from None


def is_notebook(name: str) -> bool:
    """Whether a file of this name is a notebook."""
    return name.lower().endswith(_NOTEBOOKS)


def is_script(name: str) -> bool:
    """Whether a file of this name is a script."""
    return name.lower().endswith(_SCRIPT)


def is_work(name: str) -> bool:
    """Whether a file of this name could be graded."""
    return is_notebook(name) or is_script(name)


def is_archive(name: str) -> bool:
    """Whether a file of this name is an archive of a kind that can be read."""
    return name.lower().endswith(_ARCHIVES)


def stem(name: str) -> str:
    """The name of a file without its ending; ``lab`` of ``lab.ipynb.txt``."""
    for ending in (*sorted(_NOTEBOOKS, key=len, reverse=True), _SCRIPT, *_ARCHIVES):
        if name.lower().endswith(ending) and len(name) > len(ending):
            return name[: -len(ending)]
    return PurePosixPath(name).stem or name


def is_junk(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or left behind by a program."""
    return name in _JUNK or (name.startswith(".") and name not in (".", ".."))


def _refuse(reason: str, _: int) -> NoReturn:
    raise UnreadableError(reason)
