"""The files in a zip, which is read in place: no file of it is ever written to the disk.

Source of the format: PKWARE's APPNOTE.TXT, section 4.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from typing import BinaryIO

from grader.intake.archive_names import path_parts
from grader.intake.found_files import FoundFile, UnreadableError, is_junk, refused_file
from grader.intake.shown_names import shown
from grader.intake.zip_listing import BoundedZip
from grader.intake.zip_names import ZipNames

_ENCRYPTED = 0x1  # bit 0 of the general purpose flags, 4.4.4
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others are unpacked without a limit
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError,
               OSError, ValueError, OverflowError, struct.error)  # fmt: skip


def files_in_zip(file: BinaryIO, resources: ExitStack, names: ZipNames) -> Iterator[FoundFile]:
    """Yield all files in a zip in its order; folders are refused files.

    Args:
        file: the zip.
        resources: closes the zip when nothing is read any more.
        names: decodes the names.

    Raises:
        UnreadableError: the file is no zip, or the zip is damaged as a whole.
    """
    try:
        bounded = BoundedZip(file)
        archive = resources.enter_context(zipfile.ZipFile(bounded))
        bounded.listing = False
    except _UNREADABLE as error:
        raise UnreadableError(f"it cannot be read as a zip: {shown(str(error))}") from None
    shared = _shared(archive)
    for info in archive.infolist():
        entry = _entry(archive, info, names.of(info))
        if any(map(is_junk, entry.parts)):
            continue
        if info.header_offset in shared and not entry.reason:
            yield refused_file(entry.parts, "its content in the zip is another file's, too")
        else:
            yield entry


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> FoundFile:
    """A file or folder in a zip, refused if it cannot be read."""
    parts = path_parts(name)
    if isinstance(parts, FoundFile):
        return parts
    if name.endswith(("/", "\\")):
        return refused_file(parts, "it is a folder", is_folder=True)
    reason = _unreadable(info)
    return (
        refused_file(parts, reason)
        if reason
        else FoundFile(parts, partial(_content, archive, info))
    )


def _unreadable(info: zipfile.ZipInfo) -> str:
    """The reason why a file in a zip is not read; empty if it may be."""
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link, and links are not followed"
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted in the zip"
    if info.compress_type not in _PACKED:
        return "it is packed in a way that is not read: pack it with deflate"
    return ""


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.file_size > most:  # the zip's own word; the reading below does not rely on it
        size = info.file_size >> 20
        raise UnreadableError(f"it has {size} MB unpacked; {most >> 20} are allowed")
    try:
        with archive.open(info) as file:
            content = file.read(most + 1)
    except _UNREADABLE as error:
        raise UnreadableError(f"it is damaged in the zip ({shown(str(error))})") from None
    if len(content) > most:
        raise UnreadableError(f"it has more than the {most >> 20} MB that are allowed")
    return content


def _shared(archive: zipfile.ZipFile) -> set[int]:
    """The offsets of files whose contents overlap, by which a small zip unpacks to a huge one."""
    spans = sorted(
        (info.header_offset, info.header_offset + info.compress_size) for info in archive.infolist()
    )
    found: set[int] = set()
    furthest, owner = -1, -1
    for begin, end in spans:
        if begin < furthest:
            found |= {begin, owner}
        if end > furthest:
            furthest, owner = end, begin
    return found
