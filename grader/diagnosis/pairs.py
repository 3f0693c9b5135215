"""Programs with two mistakes: the changes of both, made to the same template."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import combinations, pairwise

from grader.diagnosis.entries import Entry

_Change = tuple[int, int, list[str]]  # from line, to line, what stands there instead


def merged(template: str, entries: tuple[Entry, ...]) -> Iterator[tuple[Entry, Entry, str]]:
    """Yield every two entries with their program, where their changes do not touch.

    Args:
        template: the right answer that the entries' first variants differ from in a few lines.
        entries: mistakes of one exercise.
    """
    lines = template.splitlines()
    changes = {entry.id: _changes(lines, entry.variants[0].splitlines()) for entry in entries}
    for entry, other in combinations(entries, 2):
        both = sorted([*changes[entry.id], *changes[other.id]], key=lambda change: change[:2])
        if changes[entry.id] and changes[other.id] and _apart(both):
            yield entry, other, _applied(lines, both)


def _changes(lines: list[str], variant: list[str]) -> list[_Change]:
    matcher = difflib.SequenceMatcher(None, lines, variant, autojunk=False)
    return [
        (start, stop, variant[begin:end])
        for tag, start, stop, begin, end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _apart(changes: list[_Change]) -> bool:
    return all(
        first[1] <= second[0] and first[:2] != second[:2] for first, second in pairwise(changes)
    )


def _applied(lines: list[str], changes: list[_Change]) -> str:
    result = list(lines)
    for start, stop, replacement in reversed(changes):
        result[start:stop] = replacement
    return "\n".join(result) + "\n"
