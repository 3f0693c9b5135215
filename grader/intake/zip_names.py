"""What a file in a zip is called: bytes, of which the zip may say how they are to be read.

Source of the format: PKWARE's APPNOTE.TXT, 4.4.4 (names in UTF-8), 4.6.9 (the Unicode path) and
appendix D (names in code page 437, if nothing else is said).
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator

from grader.errors import GraderError
from grader.intake.shown_names import shown
from grader.intake.zip_listing import EXTRA_HEAD, HIDDEN_PATH

_OF_THE_FORMAT = "cp437"
_PATH_HEAD = struct.Struct("<BI")  # its version, and the checksum of the name that it stands for
_VERSION = 1
_TOLD = 3  # names in a note


class EncodingError(GraderError):
    """Names cannot be in such an encoding; the message says what one is called."""


class ZipNames:
    """The names in a zip, and which of them were read in an encoding that nothing names."""

    def __init__(self, encoding: str = "") -> None:
        """No name is read yet.

        Args:
            encoding: of names that are not in UTF-8; the format's own, code page 437, if empty.

        Raises:
            EncodingError: there is no such encoding of text.
        """
        try:
            "".encode(encoding or _OF_THE_FORMAT)
        except (LookupError, UnicodeError):
            words = f"there is no encoding {encoding!r}: gbk, big5, cp932 and cp850 are some"
            raise EncodingError(words) from None
        self._encoding = encoding
        self._guessed: list[str] = []

    def of(self, info: zipfile.ZipInfo) -> str:
        """The name of a file, of which ``zipfile`` was told that it is not in UTF-8."""
        name = info.orig_filename.encode(_OF_THE_FORMAT)
        ways = ((_unicode_path(info.extra, name) or name, "utf-8"), (name, "utf-8"))
        for words, encoding in (*ways, (name, self._encoding or "ascii")):
            try:
                return words.decode(encoding)
            except UnicodeError:
                continue
        self._guessed.append(info.orig_filename)
        return info.orig_filename

    def notes(self) -> Iterator[str]:
        """A sentence on names that may have been read wrongly, if there are any."""
        if not self._guessed:
            return
        such = ", ".join(map(shown, self._guessed[:_TOLD]))
        unfit = f" nor in {self._encoding}" if self._encoding else ""
        yield (
            f"names in a zip that are not in UTF-8{unfit}: {len(self._guessed)} (such as {such}). "
            "They are read in code page 437, as zips have it where they say nothing; "
            "--zip-names names another, such as gbk, big5, cp932 or cp850"
        )


def _unicode_path(extra: bytes, name: bytes) -> bytes:
    """The name in UTF-8 that an extra field holds; empty without one, or if it is of another."""
    at = 0
    while at + EXTRA_HEAD.size <= len(extra):
        kind, size = EXTRA_HEAD.unpack_from(extra, at)
        at += EXTRA_HEAD.size
        content = extra[at : at + size] if kind == HIDDEN_PATH else b""
        at += size
        if len(content) >= _PATH_HEAD.size:
            version, checksum = _PATH_HEAD.unpack_from(content)
            if version == _VERSION and checksum == zlib.crc32(name):
                return content[_PATH_HEAD.size :]
    return b""
