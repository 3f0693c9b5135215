"""Where a line of a code cell stands in the file, so that others can point at it."""

from __future__ import annotations

import bisect
import json
from collections.abc import Callable
from pathlib import Path

from grader.submissions.reading import SubmissionError, read

LineAt = Callable[[int, int], int]
"""From a code cell's number and a line in it, each from 1, to the file's line; 1 if not known."""


def lines_of(path: Path) -> LineAt:
    """The places in a notebook or a script; the file is read when the first is asked for."""
    found: dict[tuple[int, int], int] | None = None

    def line_at(cell: int, line: int) -> int:
        nonlocal found
        if found is None:
            found = _places(path)
        return found.get((cell, line), 1)

    return line_at


def _places(path: Path) -> dict[tuple[int, int], int]:
    """Every line of every code cell: its first place after that of the line before it."""
    try:
        written = path.read_text(encoding="utf-8").split("\n")
        sources = read(path).sources
    except (OSError, UnicodeDecodeError, SubmissionError):
        return {}
    notebook = path.suffix == ".ipynb"
    standing: dict[str, list[int]] = {}
    for number, text in enumerate(written, 1):
        standing.setdefault(text.strip().rstrip(",") if notebook else text, []).append(number)
    places: dict[tuple[int, int], int] = {}
    last = 0
    for cell, source in enumerate(sources, 1):
        for line, words in enumerate(source.split("\n"), 1):
            ways = _in_json(words) if notebook else (words,)
            later = [
                numbers[at]
                for numbers in (standing.get(way, []) for way in ways)
                if (at := bisect.bisect_right(numbers, last)) < len(numbers)
            ]
            if words.strip() and later:
                last = places[cell, line] = min(later)
    return places


def _in_json(words: str) -> tuple[str, ...]:
    """How a notebook holds a line: on a line of its own, letters beyond ASCII escaped or not."""
    texts = [json.dumps(words, ensure_ascii=escaped) for escaped in (False, True)]
    return tuple(way for text in texts for way in (text, f'{text[:-1]}\\n"'))
