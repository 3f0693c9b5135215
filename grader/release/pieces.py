"""Code as pieces: its statements as words, less what everybody may know.

Signatures, docstrings, imports and comments are left out: students have them, too. What stays is
what an answer is made of.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from grader.release.answers import DEFINED, MAGIC, made
from grader.release.words import words

_KNOWN = (ast.Import, ast.ImportFrom, ast.Pass, ast.Global, ast.Nonlocal)
_CELL = re.compile(r"^# %%", re.MULTILINE)
_KNOWN_LINE = re.compile(r"\s*(?:#|@|def |class |import |from |return$|else:|try:)")
_Where = tuple[int, int]


class Word(msgspec.Struct, frozen=True):
    """A word of code.

    Attributes:
        text: the word.
        line: its line.
        prose: whether it stands in a string of several words, such as a case's help.
    """

    text: str
    line: int
    prose: bool = False


class Piece(msgspec.Struct, frozen=True):
    """A statement, the head of a compound one, or an element of a long list.

    Attributes:
        words: what it is made of.
        top: whether it stands outside of all functions and makes none of the graded names.
        head: whether it is the head of a loop or a condition, which is no answer by itself.
    """

    words: tuple[Word, ...]
    top: bool = False
    head: bool = False

    @property
    def text(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(word.text for word in self.words)


def cells(code: str) -> Iterator[tuple[int, str]]:
    """Yield (line number, text) of the cells of a percent script; of all of any other."""
    begins = [0, *(match.start() for match in _CELL.finditer(code)), len(code)]
    for begin, end in pairwise(begins):
        yield code.count("\n", 0, begin) + 1, code[begin:end]


def pieces(code: str, first: int, goals: frozenset[str]) -> list[list[Piece]]:
    """The statements of some code, as runs in which nothing is left out.

    Args:
        code: a script or a cell; if it is no valid Python, its lines are taken.
        first: the number of its first line.
        goals: the graded names.
    """
    code = MAGIC.sub("", code)
    try:
        tree, tokens = ast.parse(code), list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (SyntaxError, ValueError, tokenize.TokenError):
        return _lines(code, first)
    found: list[list[Piece]] = [[]]
    lines = code.split("\n")
    for part in _parts(tree.body, goals, top=True):
        if part is None:
            found.append([])
            continue
        begin, end, top, head = part
        inside = [one for one in tokens if begin <= _bytes(one.start, lines) < end]
        text = tuple(word for one in inside for word in _words(one, first))
        found[-1] += [Piece(text, top, head)] if text else []
    return [run for run in found if run]


def _parts(
    body: list[ast.stmt], goals: frozenset[str], *, top: bool
) -> Iterator[tuple[_Where, _Where, bool, bool] | None]:
    """Yield (begin, end, top, head) of each piece; None where something is left out."""
    for statement in body:
        if isinstance(statement, DEFINED):
            yield None
            yield from _parts(statement.body, goals, top=False)
            yield None
        elif isinstance(statement, _KNOWN) or _is_text(statement):
            yield None
        elif _inner(statement):
            yield _begin(statement), _begin(_inner(statement)[0][0]), top, True
            for inner in _inner(statement):
                yield from _parts(inner, goals, top=top)
        else:
            open_ = top and not made(statement) & goals
            for part in _elements(statement):
                end = (part.end_lineno or 0, part.end_col_offset or 0)
                yield _begin(part), end, open_, False


def _inner(statement: ast.stmt) -> list[list[ast.stmt]]:
    """The blocks of a compound statement."""
    blocks = [getattr(statement, name, []) for name in ("body", "orelse", "finalbody")]
    for name in ("handlers", "cases"):
        blocks[1:1] = [one.body for one in getattr(statement, name, [])]
    return [block for block in blocks if block]


def _elements(statement: ast.stmt) -> list[ast.stmt | ast.expr]:
    """The statement; of a table of several things, such as cases, each thing."""
    value = getattr(statement, "value", None)
    if isinstance(statement, ast.Assign | ast.AnnAssign):
        if isinstance(value, ast.Dict) and len(value.values) > 1:
            return [*value.values]
        if isinstance(value, ast.Tuple | ast.List | ast.Set) and len(value.elts) > 1:
            return [*value.elts]
    return [statement]


def _is_text(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _begin(node: ast.stmt | ast.expr) -> _Where:
    return node.lineno, node.col_offset


def _bytes(where: _Where, lines: list[str]) -> _Where:
    """A token's place counted in bytes, as the syntax tree counts."""
    line, column = where
    if line > len(lines) or lines[line - 1].isascii():
        return where
    return line, len(lines[line - 1][:column].encode())


def _words(token: tokenize.TokenInfo, first: int) -> list[Word]:
    if token.type == tokenize.COMMENT:
        return []
    texts = (tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING))
    prose = token.type in texts and " " in token.string.strip()
    return [Word(one, token.start[0] + first - 1, prose) for one in words(token.string)]


def _lines(code: str, first: int) -> list[list[Piece]]:
    """The lines of what is no Python, less those that everybody may know."""
    found: list[list[Piece]] = [[]]
    for number, line in enumerate(code.split("\n"), start=first):
        if _KNOWN_LINE.match(line):
            found.append([])
        elif line.strip():
            code_part = line.partition("  #")[0]
            found[-1].append(Piece(tuple(Word(one, number) for one in words(code_part))))
    return [run for run in found if run]
