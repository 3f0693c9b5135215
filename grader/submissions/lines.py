"""The line numbers in the file of the lines of code cells, so that reports can point at them."""

from __future__ import annotations

import bisect
import json
from collections.abc import Sequence

FileLines = tuple[tuple[int, ...], ...]
"""For each code cell, the number of each of its lines in the file, from 1; 0 where not known."""


def file_lines(content: bytes, sources: Sequence[str], *, notebook: bool) -> FileLines:
    """The line numbers of all lines of all code cells, each the first match after the line before.

    Args:
        content: the content of the file.
        sources: the sources of its code cells.
        notebook: whether the file is JSON, which has a line of code as a string.
    """
    code = [line for source in sources for line in source.split("\n")]
    wanted = {form for line in code for form in _forms(line, notebook=notebook)}
    numbers_of: dict[str, list[int]] = {}
    text_of_file = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    for number, text in enumerate(text_of_file.split("\n"), 1):
        found = text.strip().rstrip(",") if notebook else text
        if found in wanted:
            numbers_of.setdefault(found, []).append(number)
    cells, last = [], 0
    for source in sources:
        numbers = []
        for line in source.split("\n"):
            forms = _forms(line, notebook=notebook) if line.strip() else ()
            number = _first_after(last, [numbers_of.get(form, []) for form in forms])
            last = number or last
            numbers.append(number)
        cells.append(tuple(numbers))
    return tuple(cells)


def _first_after(last: int, ascending: list[list[int]]) -> int:
    """The least number after the last one in some ascending lists; 0 if there is none."""
    later = [
        numbers[index]
        for numbers in ascending
        if (index := bisect.bisect_right(numbers, last)) < len(numbers)
    ]
    return min(later, default=0)


def _forms(line: str, *, notebook: bool) -> tuple[str, ...]:
    """The texts by which a file may have a line: in a notebook strings, escaped or not."""
    if not notebook:
        return (line,)
    texts = [json.dumps(line, ensure_ascii=escaped) for escaped in (False, True)]
    return tuple(form for text in texts for form in (text, f'{text[:-1]}\\n"'))
