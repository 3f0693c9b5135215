"""Text as words that stay the same however it is quoted, escaped, indented or wrapped.

A line of code is the same words in a script, in a notebook's JSON, in JSON inside JSON and in a
string: quotes, commas, backslashes, comment signs and white space are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"\w+|[^\w\s\"'`,\\#]")
_CHARACTER = re.compile(r"\\+u([0-9a-fA-F]{4})")
_SPACE = re.compile(r"\\+[nrt]")
_COMMENT = re.compile(r"#(?:(?!\\+n).)*")


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(_SPACE.sub(" ", _CHARACTER.sub(_character, text)))


def lines_of_words(text: str) -> Iterator[tuple[str, int]]:
    """Each word of a text with the number of its line."""
    for number, line in enumerate(text.split("\n"), start=1):
        for word in words(line):
            yield word, number


def without_comments(text: str) -> str:
    """The text without what follows a comment sign in a line, also in a line of a notebook."""
    return "\n".join(_COMMENT.sub(" ", line) for line in text.split("\n"))


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))
