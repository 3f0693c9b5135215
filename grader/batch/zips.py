"""The files in a zip, which is read in place: nothing of it is ever written to the disk.

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
from pathlib import Path
from typing import BinaryIO

from grader.batch.entries import CollectError, Entry, UnreadableError, is_junk, refused
from grader.batch.shown_names import shown
from grader.submissions.opening import UnopenedError, opened

_MOST_ENTRIES = 200_000
_MOST_DIRECTORY = 32 << 20  # bytes of the list of all files; each is kept in memory
_LONGEST = 4096  # characters of a name with its folders, as on a disk
_ENCRYPTED = 0x1  # bit 0 of the general purpose flags, 4.4.4
_UTF_8 = 0x800  # bit 11
_HEADER, _HEADER_SIZE, _HEADER_FLAGS = b"PK\3\4", 30, 6  # before a file's content, 4.3.7
_RECORD, _RECORD_SIZE, _RECORD_FLAGS = b"PK\1\2", 46, 8  # in the list of all files, 4.3.12
_RECORD_LENGTHS = 28
_LENGTHS = struct.Struct("<HHH")  # of the name, the extra field and the comment
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # others are unpacked without a limit
_UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError,
               OSError, ValueError, OverflowError, struct.error)  # fmt: skip


class _File:
    """A zip as ``zipfile`` reads it.

    The list of files may have so many bytes and no more. The mark that a name is in UTF-8 is taken
    away wherever it stands: with it one name that is not would make the whole zip unreadable.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.listing = True  # until the list of files has been read
        self.seek, self.tell, self.close = file.seek, file.tell, file.close
        self.seekable = file.seekable

    def read(self, size: int = -1) -> bytes:
        """As a file does it."""
        if self.listing and size > _MOST_DIRECTORY:
            raise zipfile.BadZipFile("its list of files is too long")
        found = self._file.read(size)
        if self.listing and found.startswith(_RECORD):
            if found.count(_RECORD) > _MOST_ENTRIES:
                raise zipfile.BadZipFile(f"it has more than {_MOST_ENTRIES} files")
            return _without_marks(found)
        if found.startswith(_HEADER) and len(found) == _HEADER_SIZE:
            header = bytearray(found)
            _unmark(header, _HEADER_FLAGS)
            return bytes(header)
        return found


def of_zip(path: Path, kept: ExitStack) -> Iterator[Entry]:
    """All files in a zip, in its order, and folders with nothing in them.

    Args:
        path: the zip.
        kept: closes it when nothing is read any more.

    Raises:
        CollectError: it is no zip, or it is damaged as a whole.
    """
    try:
        file = _File(kept.enter_context(opened(path)))
        archive = kept.enter_context(zipfile.ZipFile(file))
        file.listing = False
    except UnopenedError as error:
        raise CollectError(f"{path} {error.predicate}") from None
    except _UNREADABLE as error:
        raise CollectError(f"{path} cannot be read as a zip: {shown(str(error))}") from None
    shared = _shared(archive)
    full: set[tuple[str, ...]] = set()  # folders with something in them
    empty: dict[tuple[str, ...], None] = {}
    for info in archive.infolist():
        entry = _entry(archive, info)
        if any(map(is_junk, entry.parts)):
            continue
        full |= {entry.parts[:depth] for depth in range(1, len(entry.parts))}
        if entry.folder:
            empty[entry.parts] = None
        elif info.header_offset in shared and not entry.reason:
            yield refused(entry.parts, "its content in the zip is another file's, too")
        else:
            yield entry
    for parts in empty:
        if parts not in full:
            yield refused(parts, "there is nothing in the folder", folder=True)


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Entry:
    """One of the files or folders."""
    name = _name(info).replace("\\", "/")
    parts = tuple(part for part in name.split("/") if part not in ("", "."))
    if not parts or len(name) > _LONGEST:
        words = "its name in the zip is empty or too long"
        return refused((shown(name) or "?",), words, outside=True)
    if name.startswith("/") or ".." in parts or parts[0][1:2] == ":":
        inside = tuple(part for part in parts if part != ".." and part[1:] != ":") or ("?",)
        words = f"its name in the zip, {shown(name)}, leads out of the zip's folder"
        return refused(inside, words, outside=True)
    if name.endswith("/"):
        return refused(parts, "it is a folder", folder=True)
    reason = _unreadable(info)
    return refused(parts, reason) if reason else Entry(parts, partial(_content, archive, info))


def _unreadable(info: zipfile.ZipInfo) -> str:
    """Why a file is not read; empty if it may be."""
    if stat.S_ISLNK(info.external_attr >> 16):
        return "it is a link, and links are not followed"
    if info.flag_bits & _ENCRYPTED:
        return "it is encrypted in the zip"
    if info.compress_type not in _PACKED:
        return "it is packed in a way that is not read: pack it with deflate"
    return ""


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    if info.file_size > most:  # what it says of itself; the reading below does not rely on it
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


def _name(info: zipfile.ZipInfo) -> str:
    """The name: in UTF-8, which many programs write and do not say, or in the old code page."""
    name = info.orig_filename.encode("cp437")
    try:
        return name.decode()
    except UnicodeDecodeError:
        return info.orig_filename


def _shared(archive: zipfile.ZipFile) -> set[int]:
    """Where files begin that lie one upon the other, by which a small zip unpacks to a huge one."""
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


def _without_marks(directory: bytes) -> bytes:
    """The list of files with names that are not said to be in UTF-8."""
    found = bytearray(directory)
    at = 0
    while found[at : at + 4] == _RECORD and at + _RECORD_SIZE <= len(found):
        _unmark(found, at + _RECORD_FLAGS)
        at += _RECORD_SIZE + sum(_LENGTHS.unpack_from(found, at + _RECORD_LENGTHS))
    return bytes(found)


def _unmark(found: bytearray, at: int) -> None:
    """Take the mark of UTF-8 from the flags that stand there."""
    flags = int.from_bytes(found[at : at + 2], "little")
    found[at : at + 2] = (flags & ~_UTF_8).to_bytes(2, "little")
