"""The files in a tar, which may be packed with gzip.

Source of the format: POSIX, ``pax``, "ustar Interchange Format". A packed tar can only be read from
its beginning; so it is unpacked as a whole once, into a file without a name, up to a limit.
"""

from __future__ import annotations

import tarfile
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from itertools import islice
from typing import BinaryIO, cast

from grader.intake.archive_names import parts_of
from grader.intake.found_files import FoundFile, UnreadableError, is_junk, refused
from grader.intake.shown_names import shown

_GZIP = b"\x1f\x8b"
_MOST_ENTRIES = 200_000
_IN_MEMORY = 32 << 20  # bytes; what is larger lies on the disk, without a name
_CHUNK = 1 << 20
_UNREADABLE = (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, OverflowError)


def of_tar(file: BinaryIO, kept: ExitStack, most: int) -> Iterator[FoundFile]:
    """All files in a tar, in its order, and folders as entries that are not read.

    Args:
        file: the tar.
        kept: closes what is opened when nothing is read any more.
        most: the most bytes that it may unpack to.

    Raises:
        UnreadableError: it is no tar, damaged, or unpacks to more.
    """
    try:
        plain = _unpacked(file, kept, most)
        archive = kept.enter_context(tarfile.open(fileobj=plain, mode="r:"))  # noqa: SIM115 - kept
        members = list(islice(archive, _MOST_ENTRIES + 1))
    except _UNREADABLE as error:
        raise UnreadableError(f"it cannot be read as a tar: {shown(str(error))}") from None
    if len(members) > _MOST_ENTRIES:
        raise UnreadableError(f"it has more than {_MOST_ENTRIES} files")
    for member in members:
        parts = parts_of(member.name)
        if isinstance(parts, FoundFile):
            yield parts
        elif not any(map(is_junk, parts)):
            yield _entry(archive, member, parts)


def _entry(archive: tarfile.TarFile, member: tarfile.TarInfo, parts: tuple[str, ...]) -> FoundFile:
    if member.isdir():
        return refused(parts, "it is a folder", folder=True)
    if member.issym() or member.islnk():
        return refused(parts, "it is a link, and links are not followed")
    if not member.isreg() or member.issparse():
        return refused(parts, "it is not a regular file")
    return FoundFile(parts, partial(_content, archive, member))


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo, most: int) -> bytes:
    if member.size > most:
        raise UnreadableError(f"it has {member.size >> 20} MB; {most >> 20} are allowed")
    try:
        file = archive.extractfile(member)
        return file.read() if file else b""
    except _UNREADABLE as error:
        raise UnreadableError(f"it is damaged in the tar ({shown(str(error))})") from None


def _unpacked(file: BinaryIO, kept: ExitStack, most: int) -> BinaryIO:
    """The tar without its packing."""
    begins = file.read(len(_GZIP))
    file.seek(0)
    if begins != _GZIP:
        return file
    import gzip  # seldom needed

    found = kept.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 - kept
    size = 0
    with gzip.GzipFile(fileobj=file) as packed:
        while chunk := packed.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise UnreadableError(f"it unpacks to more than the {most >> 20} MB allowed")
            found.write(chunk)
    found.seek(0)
    return cast("BinaryIO", found)
