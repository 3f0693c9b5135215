"""The ways in which a file can be read: as text, and as what is encoded or packed in it."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import msgspec

_DEEPEST = 4
_LARGEST = 50_000_000  # bytes; a packed file that is larger is read up to there
_GAP = r"(?:(?:\\+n|[\s\"',])+)"
_BASE64 = re.compile(
    rf"(?P<body>[A-Za-z0-9+/_-]{{24,}}(?:{_GAP}[A-Za-z0-9+/_-]{{24,}})*)"
    rf"(?P<tail>{_GAP}?[A-Za-z0-9+/_-]{{1,23}})?={{0,2}}"
)
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}){20,}")
_TAG = re.compile(r"<[^<>]*>")
_MAGIC = (b"PK\x03\x04", b"\x1f\x8b", b"\x93NUMPY", b"x\x01", b"x\x9c", b"x\xda")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class View(msgspec.Struct, frozen=True):
    """One way to read a file, or a part of it.

    Attributes:
        text: what it says; None if it is no text.
        data: its bytes.
        how: in what it was found, such as "base64"; empty for the file as it is.
        line: the line in which an encoded part begins; 0 for the file as it is.
    """

    text: str | None
    data: bytes
    how: str = ""
    line: int = 0


def views(data: bytes, how: str = "", line: int = 0, depth: int = 0) -> Iterator[View]:
    """Yield the ways to read some bytes, the plain one first."""
    text = _text(data)
    yield View(text, data, how, line)
    if depth == _DEEPEST:
        return
    if text is None:
        for inner, packed in _unpacked(data):
            yield from views(inner, _both(how, packed), line, depth + 1)
        return
    if "</" in text:
        yield View(html.unescape(_TAG.sub("", text)), data, how, line)
    for place, inner, encoded in _encoded(text):
        where = line or text.count("\n", 0, place) + 1
        yield from views(inner, _both(how, encoded), where, depth + 1)


def _both(outer: str, inner: str) -> str:
    return f"{inner} in {outer}" if outer else inner


def _text(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if _BINARY.search(data[:4096]):
        return None
    return data.decode("utf-8", errors="replace")


def _encoded(text: str) -> Iterator[tuple[int, bytes, str]]:
    """Yield (place, bytes, encoding) of what is written in letters for bytes."""
    for match in _HEX.finditer(text):
        data = bytes.fromhex(match[0])
        if _is_something(data):
            yield match.start(), data, "hexadecimal"
    for match in _BASE64.finditer(text):
        for letters in (match["body"] + (match["tail"] or ""), match["body"]):
            found = _decoded(re.sub(r"\\+n|[^A-Za-z0-9+/_-]", "", letters))
            if found is not None:
                yield match.start(), found, "base64"
                break


def _decoded(letters: str) -> bytes | None:
    """The bytes; a word that stands right before them is skipped."""
    plain = letters.replace("-", "+").replace("_", "/")
    for skipped in range(4):
        rest = plain[skipped:]
        rest = rest[:-1] if len(rest) % 4 == 1 else rest
        try:
            begin = base64.b64decode(rest[:64] + "=" * (-len(rest[:64]) % 4))
            if begin.startswith(b"\x89PNG"):
                return None  # a picture
            if _is_something(begin[:47]):
                data = base64.b64decode(rest + "=" * (-len(rest) % 4))
                return data if _is_something(data) else None
        except binascii.Error:
            continue
    return None


def _is_something(data: bytes) -> bool:
    """Whether bytes are a text, or packed; random ones are neither."""
    if data.startswith(_MAGIC):
        return True
    # A text that was cut may end within a character.
    text = data.decode("utf-8", errors="ignore")
    return len(text.encode()) >= len(data) - 3 and not _BINARY.search(data)


def _unpacked(data: bytes) -> Iterator[tuple[bytes, str]]:
    """Yield (bytes, in what) of what is packed in bytes."""
    try:
        if data.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    with archive.open(name) as member:
                        yield member.read(_LARGEST), f"{name} in an archive"
        elif data.startswith(b"\x1f\x8b"):
            with gzip.open(io.BytesIO(data)) as member:
                yield member.read(_LARGEST), "gzip"
        elif data.startswith((b"x\x01", b"x\x9c", b"x\xda")):
            yield zlib.decompressobj().decompress(data, _LARGEST), "zlib"
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, RuntimeError, NotImplementedError):
        return
