"""Statements as they are compared: each as a hash of its tokens, whatever its names and layout.

Names of the author's own count by their order in the statement; comments, layout, texts and imports
do not count; keywords, operators, numbers, built-in names and attributes do. What is read here is a
student's, so it is done in the process that reads submissions.
"""

from __future__ import annotations

import builtins
import hashlib
import io
import keyword
import tokenize
from collections.abc import Iterable, Iterator

import msgspec

MOST = 2_000  # statements of one submission
_BUILTINS = frozenset(dir(builtins))
_LAYOUT = {tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER,
           tokenize.INDENT, tokenize.DEDENT}  # fmt: skip
_TEXTS = {
    getattr(tokenize, name)
    for name in ("STRING", "FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END")  # from Python 3.12 on
    if hasattr(tokenize, name)
}
_DEFINES = ("def", "class", "async", "@")


class ComparedStatement(msgspec.Struct, frozen=True, array_like=True):
    """A statement: a logical line of Python, such as an assignment or the head of a loop.

    Attributes:
        value: the hash of its tokens, of 60 bits.
        cell: the number of the cell that it stands in.
        part: which part of the cell: 0 is what stands in no definition, and each definition is one.
        first: the number of its first line in the cell, from 1.
        last: the number of its last line.
    """

    value: int
    cell: int
    part: int
    first: int
    last: int


def statements(cells: Iterable[tuple[int, str]]) -> tuple[ComparedStatement, ...]:
    """The statements of code; those before the first that Python cannot read, if there is one.

    Args:
        cells: numbers and sources.
    """
    found: list[ComparedStatement] = []
    for number, source in cells:
        part = definitions = 0
        for line in _logical_lines(source):
            if line[0].start[1] == 0:
                is_definition = line[0].string in _DEFINES
                definitions += is_definition
                part = definitions if is_definition else 0
            if text := compared(line):
                value = int.from_bytes(hashlib.blake2b(text, digest_size=8).digest()) >> 4
                found.append(
                    ComparedStatement(value, number, part, line[0].start[0], line[-1].end[0])
                )
            if len(found) == MOST:
                return tuple(found)
    return tuple(found)


def compared(line: list[tokenize.TokenInfo]) -> bytes:
    """The tokens of a statement as they are compared; none of an import or a text that is alone."""
    is_text = all(token.type in _TEXTS for token in line)
    if is_text or line[0].string in ("import", "from"):
        return b""
    names: dict[str, str] = {}
    words = []
    before = ""
    for token in line:
        words.append(_word(token, before, names))
        before = token.string
    return "\n".join(words).encode("utf-8", "replace")


def _logical_lines(source: str) -> Iterator[list[tokenize.TokenInfo]]:
    line: list[tokenize.TokenInfo] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type == tokenize.NEWLINE:
                if line:
                    yield line
                line = []
            elif token.type not in _LAYOUT:
                line.append(token)
    except (tokenize.TokenError, SyntaxError):
        return


def _word(token: tokenize.TokenInfo, before: str, names: dict[str, str]) -> str:
    if token.type in _TEXTS:
        return "text"
    is_own = token.type == tokenize.NAME and before != "." and not keyword.iskeyword(token.string)
    if not is_own or token.string in _BUILTINS:
        return token.string
    return names.setdefault(token.string, f"name {len(names)}")
