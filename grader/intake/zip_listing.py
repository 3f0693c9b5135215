"""A zip file with a bounded list of files, whose names ``zipfile`` leaves undecoded.

All marks of an encoding are hidden from ``zipfile``, which would read nothing of a zip with one
wrong name; ``zip_names`` decodes the names instead.

Source of the format: PKWARE's APPNOTE.TXT, section 4.
"""

from __future__ import annotations

import struct
import zipfile
from typing import BinaryIO

_MOST_ENTRIES = 200_000
_MOST_DIRECTORY = 32 << 20  # bytes of the list of all files; each is kept in memory
_UTF_8 = 0x800  # bit 11 of the general purpose flags, 4.4.4
_HEADER, _HEADER_SIZE, _HEADER_FLAGS = b"PK\3\4", 30, 6  # before a file's content, 4.3.7
_RECORD, _RECORD_SIZE, _RECORD_FLAGS = b"PK\1\2", 46, 8  # in the list of all files, 4.3.12
_RECORD_LENGTHS = 28
_LENGTHS = struct.Struct("<HHH")  # of the name, the extra fields and the comment
EXTRA_HEAD = struct.Struct("<HH")  # of an extra field: its kind, and how many bytes follow; 4.5.1
_UNICODE_PATH = 0x7075  # an extra field with the name in UTF-8, 4.6.9; read from Python 3.12 on
HIDDEN_PATH = 0xFFFF  # put in its place; no kind of the format


class BoundedZip:
    """A file object for ``zipfile`` that bounds the list of files and hides the names' encodings.

    The mark that a name is in UTF-8 is removed wherever it stands, and an extra field with a name
    in UTF-8 gets another kind.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.listing = True  # until the list of files has been read
        self.seek, self.tell, self.close = file.seek, file.tell, file.close
        self.seekable = file.seekable

    def read(self, size: int = -1) -> bytes:
        """Read as a binary file does, with the marks of UTF-8 removed.

        Raises:
            BadZipFile: the list of files is too long.
        """
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


def _without_marks(directory: bytes) -> bytes:
    """The list of files without the marks that names are in UTF-8."""
    found = bytearray(directory)
    at = 0
    while found[at : at + 4] == _RECORD and at + _RECORD_SIZE <= len(found):
        _unmark(found, at + _RECORD_FLAGS)
        name, extra, comment = _LENGTHS.unpack_from(found, at + _RECORD_LENGTHS)
        _hide_paths(found, at + _RECORD_SIZE + name, extra)
        at += _RECORD_SIZE + name + extra + comment
    return bytes(found)


def _hide_paths(found: bytearray, at: int, length: int) -> None:
    """Change the kind of the extra fields with names, in ``length`` bytes from ``at`` on."""
    end = min(at + length, len(found)) - EXTRA_HEAD.size
    while at <= end:
        kind, size = EXTRA_HEAD.unpack_from(found, at)
        if kind == _UNICODE_PATH:
            EXTRA_HEAD.pack_into(found, at, HIDDEN_PATH, size)
        at += EXTRA_HEAD.size + size


def _unmark(found: bytearray, at: int) -> None:
    """Remove the mark of UTF-8 from the flags at an offset."""
    flags = int.from_bytes(found[at : at + 2], "little")
    found[at : at + 2] = (flags & ~_UTF_8).to_bytes(2, "little")
