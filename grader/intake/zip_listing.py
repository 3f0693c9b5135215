"""A zip as ``zipfile`` is to read it: a list of files within bounds, with names that are bytes.

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
_LENGTHS = struct.Struct("<HHH")  # of the name, the extra field and the comment


class BoundedZip:
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
