"""Searching a package for secrets: in each file, in archives, and in data written in base64."""

from __future__ import annotations

import base64
import binascii
import hashlib
import html
import re
from collections.abc import Callable, Iterator
from textwrap import shorten

import msgspec

from grader.bundles.files import Files
from grader.release import number_runs
from grader.release.number_runs import Numbers
from grader.release.secret_content import Secrets, decoded_text, unpacked

_NEAR = 3  # lines; secrets that are nearer together are one finding
_EXCERPT = 66  # characters
_BASE64 = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")
_TAG = re.compile(r"<[^<>]*>")
_IN_CELL = re.compile(r'"(?:cell_type|attachments)":')
_Hit = tuple[int, str]  # the line, 0 for a file as a whole, and the source of the secret


class Finding(msgspec.Struct, frozen=True):
    """A secret in a file that would be handed out.

    Attributes:
        file: its path in the package and, in an archive, the path in the archive.
        line: the line at which the secret begins; 0 for the file as a whole.
        secret: the place in the secret folder where it comes from.
        cell: the number of the cell in a notebook; 0 in other files.
        excerpt: the text of the line.
    """

    file: str
    line: int
    secret: str
    cell: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        cell = f" (cell {self.cell})" if self.cell else ""
        return f"{self.file}{line}{cell}: what stands in {self.secret}"


def search(files: Files, secrets: Secrets, tell: Callable[[int, int], None]) -> list[Finding]:
    """Search the files of a package for secrets.

    Args:
        files: the package.
        secrets: the secrets that must not be in it.
        tell: is called with the number of files that are done, and of all files.
    """
    found: list[Finding] = []
    for done, (path, data) in enumerate(files.items(), start=1):
        for name, content in unpacked(path, data):
            found += _findings(name, content, secrets)
        tell(done, len(files))
    return found


def _findings(file: str, data: bytes, secrets: Secrets) -> Iterator[Finding]:
    """Yield the findings in a file; secrets that are near each other are one finding."""
    lines = (decoded_text(data) or "").split("\n")
    last = -_NEAR - 1
    for line, place in sorted(_hits(data, secrets), key=lambda hit: hit[0]):
        if line > last + _NEAR:
            cell = _cell("\n".join(lines[:line])) if file.endswith(".ipynb") else 0
            excerpt = shorten(lines[line - 1], _EXCERPT) if line else ""
            yield Finding(file, line, place, cell, excerpt)
        last = line


def _cell(text: str) -> int:
    """The number of the cell in which this beginning of a notebook ends."""
    names = _IN_CELL.findall(text)
    number = names.count('"cell_type":')
    if names and names[-1] == '"attachments":':  # of the next cell: they stand before its type
        number += 1
    return number


def _hits(data: bytes, secrets: Secrets) -> Iterator[_Hit]:
    """Yield the secrets in some bytes: those of a file, or those that a text holds in base64."""
    text = decoded_text(data)
    if (digest := hashlib.sha256(data).digest()) in secrets.digests:
        yield 0, secrets.digests[digest]
    elif text is None:
        for table in number_runs.in_bytes(data):
            yield from ((0, place) for _, place in _numbers(table, secrets))
    else:
        yield from ((line, place) for line, _, place in secrets.found_in(text))
        if "</" in text:  # a page, in which each word of code may have a colour
            shown = html.unescape(_TAG.sub("", text))
            yield from ((line, place) for line, _, place in secrets.found_in(shown))
        places = [*_keys(text, secrets), *_numbers_in(text, secrets), *_in_base64(text, secrets)]
        yield from ((text.count("\n", 0, at) + 1, place) for at, place in places)


def _keys(text: str, secrets: Secrets) -> Iterator[tuple[int, str]]:
    for key, place in secrets.keys.items():
        for written in (key, key.replace("/", "\\/")):  # the second as JSON may have it
            if written in text:
                yield text.index(written), place


def _numbers_in(text: str, secrets: Secrets) -> Iterator[tuple[int, str]]:
    values, places = number_runs.in_text(text)
    yield from ((places[index], place) for index, place in _numbers(values, secrets))


def _in_base64(text: str, secrets: Secrets) -> Iterator[tuple[int, str]]:
    """Yield the secrets in pictures, attachments and the like, which texts hold in base64."""
    for letters in _BASE64.finditer(text):
        try:
            decoded = base64.b64decode(letters[0])
        except binascii.Error:
            continue  # a long word or a part of a path
        for _, content in unpacked("", decoded):
            yield from ((letters.start(), place) for _, place in _hits(content, secrets))


def _numbers(values: Numbers, secrets: Secrets) -> Iterator[tuple[int, str]]:
    """Yield the index of the first secret run of numbers; one of a file is enough."""
    digests, indices = number_runs.digests(values)
    for digest, index in zip(digests.tolist(), indices.tolist(), strict=True):
        if digest in secrets.numbers:
            yield index, secrets.numbers[digest]
            return
