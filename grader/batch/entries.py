"""The files in what was handed in, from a folder or a zip, without trusting a name in it.

Nothing is unpacked: a file's content is read when its turn comes, and no further than the limit.
A name that leads elsewhere, a link and whatever cannot be read become entries with a reason.
"""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path, PurePosixPath

import msgspec

from grader.errors import GraderError
from grader.protocol.values import plain_text
from grader.submissions.opening import UnopenedError, content_of

_MOST_ENTRIES = 200_000
_JUNK = ("__MACOSX", "__pycache__")  # and whatever begins with a dot
_ENCRYPTED = 0x1  # bit 0 of the general purpose flags; APPNOTE.TXT, 4.4.4
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)


class CollectError(GraderError):
    """Nothing can be collected there; the message says what to do."""


class UnreadableError(GraderError):
    """The content cannot be had; the message is a reason, a sentence about it."""


class Entry(msgspec.Struct, frozen=True):
    """A file.

    Attributes:
        path: where it lies, relative to what was named; never leads out of it.
        read: its content up to so many bytes; raises ``UnreadableError``.
        reason: why it is not read at all; empty if it may be.
    """

    path: PurePosixPath
    read: Callable[[int], bytes]
    reason: str = ""


def of_file(path: Path) -> Entry:
    """A single file."""
    return Entry(PurePosixPath(_plain(path.name)), partial(_from_file, path, None))


def of_folder(folder: Path) -> Iterator[Entry]:
    """All files below a folder, in order; links are not followed.

    Raises:
        CollectError: the folder cannot be read, or has more files than anybody hands in.
    """
    if not os.access(folder, os.R_OK | os.X_OK):
        raise CollectError(f"{folder} cannot be read: check its permissions")
    found = 0
    for above, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not _is_junk(name))
        links = [name for name in folders if Path(above, name).is_symlink()]
        for name in sorted([*files, *links]):
            if _is_junk(name):
                continue
            found += 1
            if found > _MOST_ENTRIES:
                raise CollectError(f"{folder} has more than {_MOST_ENTRIES} files")
            path = Path(above, name)
            inside = PurePosixPath(_plain(path.relative_to(folder).as_posix()))
            if path.is_symlink():
                yield _refused(inside, "it is a link, and links are not followed")
            else:
                yield Entry(inside, partial(_from_file, path, folder))


def of_zip(path: Path, opened: ExitStack) -> Iterator[Entry]:
    """All files in a zip, in its order.

    Args:
        path: the zip.
        opened: closes it when nothing is read any more.

    Raises:
        CollectError: it is no zip, or it is damaged as a whole.
    """
    try:
        archive = opened.enter_context(zipfile.ZipFile(path))
    except _UNREADABLE as error:
        raise CollectError(f"{path} cannot be read as a zip: {error}") from None
    listed = archive.infolist()
    if len(listed) > _MOST_ENTRIES:
        raise CollectError(f"{path} has more than {_MOST_ENTRIES} files")
    for one in listed:
        parts = PurePosixPath(one.filename.replace("\\", "/")).parts
        if one.is_dir() or any(map(_is_junk, parts)):
            continue
        yield _zipped(archive, one, parts)


def _zipped(archive: zipfile.ZipFile, one: zipfile.ZipInfo, parts: tuple[str, ...]) -> Entry:
    inside = [part for part in parts if part not in ("/", "..") and not part.endswith(":")]
    name = PurePosixPath(_plain("/".join(inside)) or "?")
    if list(parts) != inside:
        return _refused(name, "its name in the zip leads out of the zip's folder")
    if stat.S_ISLNK(one.external_attr >> 16):
        return _refused(name, "it is a link, and links are not followed")
    if one.flag_bits & _ENCRYPTED:
        return _refused(name, "it is encrypted in the zip")
    return Entry(name, partial(_from_zip, archive, one))


def _from_zip(archive: zipfile.ZipFile, one: zipfile.ZipInfo, most: int) -> bytes:
    if one.file_size > most:  # what it says of itself; the reading below does not rely on it
        raise UnreadableError(f"it has {one.file_size >> 20} MB unpacked; {most >> 20} are allowed")
    try:
        with archive.open(one) as file:
            content = file.read(most + 1)
    except _UNREADABLE as error:
        raise UnreadableError(f"it is damaged in the zip ({plain_text(str(error), 80)})") from None
    return _at_most(content, most)


def _from_file(path: Path, below: Path | None, most: int) -> bytes:
    try:
        return content_of(path, most, below)
    except UnopenedError as error:
        raise UnreadableError(str(error)) from None


def _at_most(content: bytes, most: int) -> bytes:
    if len(content) > most:
        raise UnreadableError(f"it has more than the {most >> 20} MB that are allowed")
    return content


def _refused(path: PurePosixPath, reason: str) -> Entry:
    return Entry(path, lambda _: b"", reason)


def _is_junk(name: str) -> bool:
    return name in _JUNK or (name.startswith(".") and name not in (".", ".."))


def _plain(name: str) -> str:
    """The name without what could steer a terminal."""
    return "".join(c if c.isprintable() else "?" for c in plain_text(name, 1000))
