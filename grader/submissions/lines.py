"""Where the lines of code cells stand in the file, so that others can point at them."""

from __future__ import annotations

import bisect
import json
from collections.abc import Sequence

FileLines = tuple[tuple[int, ...], ...]
"""For each code cell, the number of each of its lines in the file, from 1; 0 where not known."""


def lines_in(content: bytes, sources: Sequence[str], *, notebook: bool) -> FileLines:
    """The places of all lines of all code cells: each is the first one after the line before it.

    Args:
        content: of the file.
        sources: of its code cells.
        notebook: whether the file is JSON, which holds a line of code as a string.
    """
    code = [words for source in sources for words in source.split("\n")]
    wanted = {way for words in code for way in _ways(words, notebook=notebook)}
    standing: dict[str, list[int]] = {}
    text_of_file = content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    for number, text in enumerate(text_of_file.split("\n"), 1):
        found = text.strip().rstrip(",") if notebook else text
        if found in wanted:
            standing.setdefault(found, []).append(number)
    places, last = [], 0
    for source in sources:
        numbers = []
        for words in source.split("\n"):
            place = _next(standing, _ways(words, notebook=notebook), last) if words.strip() else 0
            last = place or last
            numbers.append(place)
        places.append(tuple(numbers))
    return tuple(places)


def _next(standing: dict[str, list[int]], ways: Sequence[str], last: int) -> int:
    later = [
        numbers[at]
        for numbers in (standing.get(way, []) for way in ways)
        if (at := bisect.bisect_right(numbers, last)) < len(numbers)
    ]
    return min(later, default=0)


def _ways(words: str, *, notebook: bool) -> tuple[str, ...]:
    """How a file holds a line; a notebook as a string, letters beyond ASCII escaped or not."""
    if not notebook:
        return (words,)
    texts = [json.dumps(words, ensure_ascii=escaped) for escaped in (False, True)]
    return tuple(way for text in texts for way in (text, f'{text[:-1]}\\n"'))
