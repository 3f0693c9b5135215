"""The files in a tar, which may be packed with gzip.

Source of the format: POSIX, ``pax``, "ustar Interchange Format". A packed tar can be read only from
its beginning, so it is unpacked as a whole once, up to a limit, into a file without a name.
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

from grader.intake.archive_names import path_parts
from grader.intake.found_files import FoundFile, UnreadableError, is_junk, refused_file
from grader.intake.shown_names import shown

_GZIP = b"\x1f\x8b"
_MOST_ENTRIES = 200_000
_IN_MEMORY = 32 << 20  # bytes; a larger one lies on the disk, without a name
_CHUNK = 1 << 20
_UNREADABLE = (tarfile.TarError, zlib.error, EOFError, OSError, ValueError, OverflowError)


def files_in_tar(file: BinaryIO, resources: ExitStack, most: int) -> Iterator[FoundFile]:
    """Yield all files in a tar in its order; folders are refused files.

    Args:
        file: the tar.
        resources: closes the files that are opened here when nothing is read any more.
        most: the most bytes that the tar may unpack to.

    Raises:
        UnreadableError: the file is no tar, is damaged, or unpacks to more.
    """
    try:
        plain = _unpacked(file, resources, most)
        archive = resources.enter_context(tarfile.open(fileobj=plain, mode="r:"))  # noqa: SIM115 - kept
        members = list(islice(archive, _MOST_ENTRIES + 1))
    except _UNREADABLE as error:
        raise UnreadableError(f"it cannot be read as a tar: {shown(str(error))}") from None
    if len(members) > _MOST_ENTRIES:
        raise UnreadableError(f"it has more than {_MOST_ENTRIES} files")
    for member in members:
        parts = path_parts(member.name)
        if isinstance(parts, FoundFile):
            yield parts
        elif not any(map(is_junk, parts)):
            yield _entry(archive, member, parts)


def _entry(archive: tarfile.TarFile, member: tarfile.TarInfo, parts: tuple[str, ...]) -> FoundFile:
    if member.isdir():
        return refused_file(parts, "it is a folder", is_folder=True)
    if member.issym() or member.islnk():
        return refused_file(parts, "it is a link, and links are not followed")
    if not member.isreg() or member.issparse():
        return refused_file(parts, "it is not a regular file")
    return FoundFile(parts, partial(_content, archive, member))


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo, most: int) -> bytes:
    if member.size > most:
        raise UnreadableError(f"it has {member.size >> 20} MB; {most >> 20} are allowed")
    try:
        file = archive.extractfile(member)
        return file.read() if file else b""
    except _UNREADABLE as error:
        raise UnreadableError(f"it is damaged in the tar ({shown(str(error))})") from None


def _unpacked(file: BinaryIO, resources: ExitStack, most: int) -> BinaryIO:
    """The tar itself, or unpacked if it is packed with gzip."""
    begins = file.read(len(_GZIP))
    file.seek(0)
    if begins != _GZIP:
        return file
    import gzip  # seldom needed

    found = resources.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY))  # noqa: SIM115 - kept
    size = 0
    with gzip.GzipFile(fileobj=file) as packed:
        while chunk := packed.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise UnreadableError(f"it unpacks to more than the {most >> 20} MB allowed")
            found.write(chunk)
    found.seek(0)
    return cast("BinaryIO", found)
