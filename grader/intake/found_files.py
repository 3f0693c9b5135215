"""A file of what was handed in, from a folder or a zip, without trusting its name.

Nothing is unpacked: a file's content is read when its turn comes, and no further than the limit.
What leads elsewhere, a link and whatever cannot be read are entries with a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NoReturn

import msgspec

from grader.errors import GraderError
from grader.intake.shown_names import shown
from grader.submissions.opening import UnopenedError, content_of

MOST_FILES = 10_000  # of one student
DEEPEST = 40  # folders one in another
TIMESTAMP = "timestamp.txt"  # beside a notebook that nbgrader collected
_JUNK = ("__MACOSX", "__pycache__")  # and whatever begins with a dot
_NOTEBOOKS = (".ipynb", ".ipynb.txt", ".ipynb.json")  # browsers add the second endings
_SCRIPT = ".py"
_ARCHIVES = (".zip", ".tar.gz", ".tgz", ".tar")


class CollectError(GraderError):
    """Nothing can be collected there; the message says what to do."""


class UnreadableError(GraderError):
    """The content cannot be had; the message is a reason, a sentence about it."""


class FoundFile(msgspec.Struct, frozen=True):
    """A file, or a folder with nothing in it that could be graded.

    Attributes:
        parts: the folders on the way to it and its name, as they are, below what was named.
        read: its content up to so many bytes; raises ``UnreadableError``.
        reason: why it is not read at all; empty if it may be.
        folder: whether it is a folder.
        outside: whether its name leads out of what was named, so that it says nobody's name.
        flood: whether the reason holds for all that lies in its first folder.
        archive: of how many parts the path of the archive is that it lies in; 0 if in none.
    """

    parts: tuple[str, ...]
    read: Callable[[int], bytes]
    reason: str = ""
    folder: bool = False
    outside: bool = False
    flood: bool = False
    archive: int = 0

    @property
    def path(self) -> PurePosixPath:
        """Where it lies, as it may be shown; it never leads out of what was named."""
        return PurePosixPath(*map(shown, self.parts))

    @property
    def name(self) -> str:
        """Its own name."""
        return self.parts[-1]


def refused(
    parts: tuple[str, ...],
    reason: str,
    *,
    folder: bool = False,
    outside: bool = False,
    flood: bool = False,
) -> FoundFile:
    """A file that is not read, with the reason."""
    return FoundFile(parts, partial(_refuse, reason), reason, folder, outside, flood)


def of_file(path: Path, parts: tuple[str, ...] = ()) -> FoundFile:
    """A single file.

    Args:
        path: the file.
        parts: what it is called among others; its own name if there are none.
    """
    return FoundFile(parts or (path.name,), partial(read_file, path, None))


def read_file(path: Path, below: Path | None, most: int) -> bytes:
    """The content of a file on the disk.

    Args:
        path: the file.
        below: the folder below which no link is followed; None if the file was named itself.
        most: the most bytes it may have.

    Raises:
        UnreadableError: it is a link or no file, is larger, or cannot be read.
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
    """Whether a file of this name has other files in it that are looked into."""
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
