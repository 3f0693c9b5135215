"""The page of submissions that are alike: each pair with its evidence side by side."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grader.likeness.fingerprints import TOKENS, WINDOW
from grader.likeness.pairs import FEWEST, LINE, Comparison, Pair
from grader.pages.html import render


class Line(msgspec.Struct, frozen=True):
    """A line of code, and whether the other one has it, too."""

    text: str
    shared: bool


class Side(msgspec.Struct, frozen=True):
    """One of the two.

    Attributes:
        students: who handed it in.
        cells: the numbers of cells, each with its lines.
    """

    students: tuple[str, ...]
    cells: tuple[tuple[int, tuple[Line, ...]], ...]


def similar_page(
    title: str,
    found: Comparison,
    identical: Sequence[tuple[str, ...]],
    unread: Sequence[str],
) -> str:
    """The page, for instructors alone.

    Args:
        title: the assignment's.
        found: the pairs.
        identical: the names of students with the same code, in groups.
        unread: who could not be compared, with the reason.
    """
    return render(
        "similar.html.j2",
        title=title,
        found=found,
        identical=identical,
        unread=unread,
        sides=sides,
        line=LINE,
        fewest=FEWEST,
        longest=TOKENS + WINDOW - 1,
    )


def sides(pair: Pair) -> tuple[Side, ...]:
    """Both sides of a pair; empty lines, where nothing stands that was needed, are left out."""
    return tuple(
        Side(
            work.students,
            tuple((number, _lines(number, text, shared)) for number, text in work.cells),
        )
        for work, shared in zip(pair.works, pair.lines, strict=True)
    )


def _lines(cell: int, text: str, shared: frozenset[tuple[int, int]]) -> tuple[Line, ...]:
    return tuple(
        Line(line, (cell, number) in shared)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    )
