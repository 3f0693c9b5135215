"""Decoding of the names in a zip, which are bytes in an encoding that the zip may or may not state.

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
_PATH_HEAD = struct.Struct("<BI")  # a Unicode path's version, and the checksum of the plain name
_VERSION = 1
_MOST_EXAMPLES = 3


class EncodingError(GraderError):
    """An encoding that does not exist; the message names some that do."""


class ZipNames:
    """A decoder of the names in a zip that remembers those whose encoding it had to guess."""

    def __init__(self, encoding: str = "") -> None:
        """Begin without a name.

        Args:
            encoding: the encoding of names that are not in UTF-8; code page 437, the format's own,
                if empty.

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
        """The decoded name of a file that was listed through a ``BoundedZip``."""
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
        """Yield a sentence on names that may be decoded wrongly, if there are any."""
        if not self._guessed:
            return
        such = ", ".join(map(shown, self._guessed[:_MOST_EXAMPLES]))
        unfit = f" nor in {self._encoding}" if self._encoding else ""
        yield (
            f"names in a zip that are not in UTF-8{unfit}: {len(self._guessed)} (such as {such}). "
            "They are read in code page 437, as zips have it where they say nothing; "
            "--zip-names names another, such as gbk, big5, cp932 or cp850"
        )


def _unicode_path(extra: bytes, name: bytes) -> bytes:
    """The name in UTF-8 in the extra fields; empty without one, or if it is another name's."""
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
