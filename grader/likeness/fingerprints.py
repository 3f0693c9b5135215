"""Fingerprints of code: hashes of short runs of its tokens, whatever its names and layout.

Names of the author's own, comments, layout, texts and imports do not count; keywords, operators,
numbers, built-in names and attributes do. Of all runs a few are chosen by winnowing, so that every
passage of ``TOKENS + WINDOW - 1`` equal tokens has a fingerprint in common. What is read here is a
student's, so it is done in the process that reads submissions.

Source: Schleimer, Wilkerson and Aiken (2003), Winnowing: Local Algorithms for Document
Fingerprinting, SIGMOD, section 3.
"""

from __future__ import annotations

import builtins
import hashlib
import io
import keyword
import tokenize
from collections.abc import Iterable, Iterator

import msgspec

TOKENS = 10  # of a run
WINDOW = 4  # runs of which one is chosen
MOST = 20_000  # fingerprints of one submission
_BUILTINS = frozenset(dir(builtins))
_LAYOUT = {tokenize.COMMENT, tokenize.NL, tokenize.ENCODING, tokenize.ENDMARKER}
_BLOCKS = {tokenize.INDENT: "{", tokenize.DEDENT: "}", tokenize.NEWLINE: ";"}


class Fingerprint(msgspec.Struct, frozen=True, array_like=True):
    """A run of tokens.

    Attributes:
        value: its hash, of 60 bits.
        cell: the number of the cell that it stands in.
        first: the number of its first line in the cell, from 1.
        last: the number of its last line.
    """

    value: int
    cell: int
    first: int
    last: int


class Token(msgspec.Struct, frozen=True):
    """A token as it counts, and its line."""

    text: str
    line: int


def fingerprints(cells: Iterable[tuple[int, str]]) -> tuple[Fingerprint, ...]:
    """The fingerprints of code, of each cell by itself.

    Args:
        cells: numbers and sources.
    """
    found: list[Fingerprint] = []
    for number, source in cells:
        found += _winnowed(_runs(number, list(normalised(source))))
    return tuple(found[:MOST])


def normalised(source: str) -> Iterator[Token]:
    """The tokens that count; those before the first that Python cannot read, if there is one."""
    line: list[tokenize.TokenInfo] = []
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type in _LAYOUT:
                continue
            line.append(token)
            if token.type == tokenize.NEWLINE:
                yield from _counting(line)
                line = []
    except (tokenize.TokenError, SyntaxError):
        return


def _counting(line: list[tokenize.TokenInfo]) -> Iterator[Token]:
    """The tokens of a logical line; none of an import or of a text that stands alone."""
    words = [token for token in line if token.type not in _BLOCKS]
    is_text = bool(words) and all(token.type == tokenize.STRING for token in words)
    if is_text or (words and words[0].string in ("import", "from")):
        return
    before = ""
    for token in line:
        yield Token(_text(token, before), token.start[0])
        before = token.string


def _text(token: tokenize.TokenInfo, before: str) -> str:
    if token.type in _BLOCKS:
        return _BLOCKS[token.type]
    if token.type == tokenize.STRING:
        return "text"
    if token.type != tokenize.NAME:
        return token.string
    is_own = before != "." and not keyword.iskeyword(token.string)
    return "name" if is_own and token.string not in _BUILTINS else token.string


def _runs(number: int, tokens: list[Token]) -> list[Fingerprint]:
    runs = []
    for start in range(len(tokens) - TOKENS + 1):
        run = tokens[start : start + TOKENS]
        text = "\n".join(token.text for token in run).encode("utf-8", "replace")
        value = int.from_bytes(hashlib.blake2b(text, digest_size=8).digest()) >> 4
        runs.append(Fingerprint(value, number, run[0].line, run[-1].line))
    return runs


def _winnowed(runs: list[Fingerprint]) -> Iterator[Fingerprint]:
    """Of each window the run with the least hash, the last of equal ones; each once."""
    last = -1
    for start in range(max(len(runs) - WINDOW + 1, min(len(runs), 1))):
        places = range(start, min(start + WINDOW, len(runs)))
        least = min(places, key=lambda place: (runs[place].value, -place))
        if least != last:
            yield runs[least]
            last = least
