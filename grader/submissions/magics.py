"""IPython's syntax as Python: magics (``%time``) and shell lines (``!ls``) become calls.

IPython translates one logical line at a time: given a whole cell, it would read all of it anew for
each magic, because the lines after a magic may not be Python.
"""

from __future__ import annotations

import re
import tokenize
from functools import cached_property
from typing import TYPE_CHECKING

from grader.protocol.bounds import MAX_HELP_LINE, MAX_MAGIC_LINE, MAX_MAGIC_LINES

if TYPE_CHECKING:
    from IPython.core.inputtransformer2 import TransformerManager

# The body of these is ordinary code of the notebook.
_TRANSPARENT = re.compile(r"%%(time|timeit|capture|prun|python3?)\b")
_CELL_MAGIC = re.compile(r"%%(?!(?:writefile|file)\b)[A-Za-z]\w*")
_ESCAPES = ("!", "%", "?", ",", ";", "/")
_BETWEEN = (tokenize.INDENT, tokenize.DEDENT)


class TooManyMagicsError(Exception):
    """There are more lines that may be magics than any notebook has."""


class Magics:
    """A translator for the cells of one submission."""

    def __init__(self) -> None:
        """Begin with no lines counted."""
        self._left = MAX_MAGIC_LINES

    def as_python(self, source: str) -> str:
        """A cell's source as Python; line numbers stay.

        Raises:
            TooManyMagicsError: there are too many magics in this cell and those before it.
            Exception: IPython cannot read the cell; its code may raise any error.
        """
        lines = source.split("\n")
        kept = _code_begins(lines)  # IPython drops blank lines, too
        return "\n" * kept + self._manager.transform_cell("\n".join(lines[kept:]))

    @cached_property
    def _manager(self) -> TransformerManager:
        """IPython's own translator, made to go from line to line; its import is slow."""
        from IPython.core import inputtransformer2

        allowed = self._allowed

        class LineByLine(inputtransformer2.TransformerManager):
            def do_token_transforms(self, lines: list[str]) -> list[str]:
                done: list[str] = []
                start = 0
                while start < len(lines):
                    end = _end_of_line(lines, start)
                    part = lines[start:end]
                    done += super().do_token_transforms(part) if allowed(part) else part
                    start = end
                return done

        return LineByLine()

    def _allowed(self, lines: list[str]) -> bool:
        """Whether a logical line is to be translated; counts it towards the limit."""
        found = _may_hold_a_magic(lines)
        self._left -= found
        if self._left < 0:
            words = f"more than {MAX_MAGIC_LINES:,} lines that may be magics"
            raise TooManyMagicsError(words)
        return found


def skipped_magic(source: str) -> str:
    """The cell magic at the beginning of a cell that is therefore not run; empty without one."""
    lines = source.split("\n")
    found = _CELL_MAGIC.match("".join(lines[_code_begins(lines) :][:1]))
    return found[0] if found else ""


def _code_begins(lines: list[str]) -> int:
    """The number of lines before a cell's code: blank lines, and magics that run the code."""
    for index, line in enumerate(lines):
        if line.strip() and not _TRANSPARENT.match(line):
            return index
    return len(lines)


def _may_hold_a_magic(lines: list[str]) -> bool:
    text = "".join(lines).strip()
    most = MAX_HELP_LINE if text.endswith("?") else MAX_MAGIC_LINE
    if len(text) > most:
        return False
    return text.startswith(_ESCAPES) or any(sign in text for sign in "%!?")


def _end_of_line(lines: list[str], start: int) -> int:
    """The number of the physical line after a logical one; of a magic, after its continuations.

    Args:
        lines: the lines of a cell, with their ends.
        start: the index of the logical line's first line.
    """
    from IPython.core.inputtransformer2 import find_end_of_continued_line

    rest = iter(range(start, len(lines)))
    before = ""  # the last token of the line that is no blank
    depth = 0  # of open brackets
    try:
        for token in tokenize.generate_tokens(lambda: lines[next(rest)]):
            text = token.string.strip()
            row = start + token.start[0] - 1
            if token.type in (tokenize.NEWLINE, tokenize.NL) and depth <= 0:
                return row + 1
            if text in _ESCAPES and (not before or before == "="):
                return int(find_end_of_continued_line(lines, row)) + 1
            if token.type == tokenize.OP:
                depth += (text in ("(", "[", "{")) - (text in (")", "]", "}"))
            before = text if text and token.type not in _BETWEEN else before
    except (tokenize.TokenError, SyntaxError):  # it ends in a text or in brackets, or is no Python
        pass
    return len(lines)
