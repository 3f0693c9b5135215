"""A Python script as cells: those of the percent format, or the statements of a plain script.

A plain script is run statement by statement, as a notebook is cell by cell: after an error the
statements below are still run. Its cells are numbered by their first lines, so line 1 of cell 17 is
line 17 of the file.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from grader.protocol.bounds import MAX_CELLS
from grader.submissions.syntax import UNPARSABLE, tree_of

_PERCENT = re.compile(r"^# ?%%(.*)$", re.MULTILINE)
_PROSE = ("[markdown]", "[md]", "[raw]")
_MOST_TOGETHER = 4  # paragraphs tried together in a script that is no Python as a whole


def sources_of(text: str) -> list[str]:
    """The sources of a script's cells in the percent format, or the whole text as one."""
    marks = list(_PERCENT.finditer(text))
    marks = _outside_texts(text, marks) if marks else []
    if not marks:
        return [text]
    cells = [text[: marks[0].start()]]
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        if not any(prose in mark[1] for prose in _PROSE):
            cells.append(text[mark.end() : after.start() if after else len(text)])
    cells = [cell for cell in cells if cell.strip()]
    return cells if len(cells) > 1 else [text]


def lines_in_texts(tree: ast.Module) -> frozenset[int]:
    """The numbers of the lines that begin within a text of several lines."""
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant | ast.JoinedStr))
    return frozenset(
        line for node in texts for line in range(node.lineno + 1, (node.end_lineno or 0) + 1)
    )


def _outside_texts(text: str, marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks that are comments; all of them where the script is no Python as a whole."""
    try:
        inside = lines_in_texts(tree_of(text))
    except UNPARSABLE:
        return marks
    return [mark for mark in marks if text.count("\n", 0, mark.start()) + 1 not in inside]


def is_plain_script(name: str, sources: tuple[str, ...]) -> bool:
    """Whether a file is a script without cells.

    Args:
        name: the file's name.
        sources: the sources that `sources_of` returned for it.
    """
    return name.lower().endswith(".py") and len(sources) == 1


def statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield the statements of a plain script, each with the number of its first line.

    Comments belong to the statement after them, and statements that share a line are one. If the
    script is no Python as a whole, each of its paragraphs is parsed by itself, so that an open
    bracket costs its own paragraph and no more.
    """
    lines = text.split("\n")
    ends = _ends(lines, 0) or _ends_of_paragraphs(lines)
    start = 0
    for end in [*ends[: MAX_CELLS - 1], len(lines)]:
        first = next((index for index in range(start, end) if lines[index].strip()), end)
        if first < end:
            yield first + 1, "\n".join(lines[first:end])
        start = max(start, end)


def _ends(lines: list[str], before: int) -> list[int]:
    """The last lines of statements that share them with no later one; empty if it is no Python.

    Args:
        lines: the lines of some code.
        before: the number of lines in the script before these.
    """
    try:
        body = tree_of("\n".join(lines)).body
    except UNPARSABLE:
        return []
    begins = [
        min([node.lineno, *(part.lineno for part in getattr(node, "decorator_list", ()))])
        for node in body
    ]
    ends = [node.end_lineno or node.lineno for node in body]
    apart = [end for end, begin in zip(ends, begins[1:], strict=False) if end < begin]
    return [before + end for end in (*apart, len(lines))]


def _ends_of_paragraphs(lines: list[str]) -> list[int]:
    """The last lines of statements in the paragraphs of a script that is no Python as a whole.

    A paragraph begins at the left margin after a blank line, outside of long texts. Paragraphs in a
    row that are Python only together are taken together.
    """
    bounds, within = [0], False
    for index, line in enumerate(lines):
        if index and line[:1].strip() and not lines[index - 1].strip() and not within:
            bounds.append(index)
        within ^= bool((line.count('"""') + line.count("'''")) % 2)
    bounds.append(len(lines))
    found: list[int] = []
    index = 0
    while index < len(bounds) - 1:
        last = min(index + _MOST_TOGETHER, len(bounds) - 1)
        for stop in range(index + 1, last + 1):
            ends = _ends(lines[bounds[index] : bounds[stop]], bounds[index])
            if ends:
                break
        else:
            stop = index + 1
            ends = [bounds[stop]]
        found += ends
        index = stop
    return found
