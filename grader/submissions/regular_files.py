"""Opening a submitted file: a regular one, never through a link, and no larger than allowed.

A link could lead to the solutions or to another student's work, a pipe or a device could keep the
grader waiting for ever. The kind of a file is checked before it is opened, links are not followed,
and the kind is checked again once it is open, since the student may be changing it meanwhile.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

from grader.errors import GraderError

Kind = Literal["missing", "link", "folder", "special", "denied", "large", "other"]
_FLAGS = os.O_RDONLY
for _name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)  # Windows has the last alone
# Each folder on the way is opened by its name in the one above: no link is followed on the way,
# and a path may be longer than the 4,096 bytes that the system takes at once.
_BY_STEPS = {os.open, os.stat} <= os.supports_dir_fd


class UnopenedError(GraderError):
    """A file is not read; the message is a sentence about it: "it is a link, ...".

    Attributes:
        kind: the kind of the problem.
        predicate: the sentence without its subject.
        size: the bytes of a file that is too large, else 0.
    """

    def __init__(self, kind: Kind, predicate: str, size: int = 0) -> None:
        super().__init__(f"it {predicate}")
        self.kind: Kind = kind
        self.predicate = predicate
        self.size = size


_LINK = "is a link, and links are not followed"
_KNOWN: dict[int | None, tuple[Kind, str]] = {
    errno.ENOENT: ("missing", "is not there"),
    errno.ELOOP: ("link", _LINK),
    errno.EACCES: ("denied", "may not be read: check its permissions"),
    errno.EPERM: ("denied", "may not be read: check its permissions"),
    errno.ENAMETOOLONG: ("other", "cannot be read: its name or its path is too long"),
}


def content_of(path: Path, most: int, below: Path | None = None) -> bytes:
    """The whole content of a file.

    Args:
        path: the file.
        most: the most bytes the file may have.
        below: a folder on the way to it, below which no link is followed; without one only the
            file itself must not be a link.

    Raises:
        UnopenedError: the file is no regular one, has more bytes, or cannot be read.
    """
    with opened(path, below) as file:
        size = os.fstat(file.fileno()).st_size
        found = b"" if size > most else file.read(most + 1)  # it may still grow
    if size > most or len(found) > most:
        size = max(size, len(found))
        words = f"has {size / (1 << 20):.0f} MB; {most / (1 << 20):g} MB are allowed"
        raise UnopenedError("large", words, size)
    return found


@contextmanager
def opened(path: Path, below: Path | None = None) -> Iterator[BinaryIO]:
    """Open a file for reading, within a context.

    Raises:
        UnopenedError: the file is no regular one, or cannot be read.
    """
    try:
        descriptor = _regular(path, below)
        with os.fdopen(descriptor, "rb") as file:
            yield file
    except OSError as error:
        unknown: tuple[Kind, str] = ("other", f"cannot be read: {error.strerror or error}")
        raise UnopenedError(*_KNOWN.get(error.errno, unknown)) from None
    except ValueError as error:  # a NUL in the name
        raise UnopenedError("other", f"cannot be read: {error}") from None


def _regular(path: Path, below: Path | None) -> int:
    """A descriptor of a regular file."""
    if below is None or not _BY_STEPS:
        return _open(str(path), None)
    above = os.open(below, os.O_RDONLY)
    *folders, name = path.relative_to(below).parts
    try:
        for folder in folders:
            inner = _open(folder, above, folder=True)
            os.close(above)
            above = inner
        return _open(name, above)
    finally:
        os.close(above)


def _open(name: str, above: int | None, *, folder: bool = False) -> int:
    """A descriptor of a regular file, or of a folder.

    Args:
        name: a path, or a name in the folder above.
        above: the descriptor of that folder.
        folder: whether it has to be a folder.
    """
    _refuse(os.stat(name, dir_fd=above, follow_symlinks=False).st_mode, folder=folder)
    descriptor = os.open(name, _FLAGS, dir_fd=above)
    try:
        _refuse(os.fstat(descriptor).st_mode, folder=folder)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _refuse(mode: int, *, folder: bool) -> None:
    """Raise an error unless this is the mode of a regular file, or of a folder."""
    if stat.S_ISLNK(mode):
        raise UnopenedError("link", _LINK)
    if folder and not stat.S_ISDIR(mode):
        raise UnopenedError("special", "is no longer in its folder")
    if not folder and stat.S_ISDIR(mode):
        raise UnopenedError("folder", "is a folder")
    if not folder and not stat.S_ISREG(mode):
        raise UnopenedError("special", "is not a regular file")
