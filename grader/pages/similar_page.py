"""The page of submissions that are alike: each pair with its evidence side by side."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from grader.likeness.alike_pairs import LINE, AlikePair, Comparison
from grader.pages.html import render

_MOST_CLASSES = 1_000_000  # rarer pairs all have the same words


class ComparedLine(msgspec.Struct, frozen=True):
    """A line of code, and whether the other side of the pair has it, too."""

    text: str
    shared: bool


class Side(msgspec.Struct, frozen=True):
    """The work of one side of a pair.

    Attributes:
        students: the students who handed it in.
        cells: the numbers of cells, each with its lines.
    """

    students: tuple[str, ...]
    cells: tuple[tuple[int, tuple[ComparedLine, ...]], ...]


def similar_page(
    title: str,
    found: Comparison,
    identical: Sequence[tuple[str, ...]],
    unread: Sequence[str],
) -> str:
    """The page, for instructors alone.

    Args:
        title: the title of the assignment.
        found: the pairs.
        identical: the names of students with the same code, in groups.
        unread: the students whose work could not be compared, each with the reason.
    """
    return render(
        "similar.html.j2",
        title=title,
        found=found,
        identical=identical,
        unread=unread,
        sides=sides,
        classes=round(1 / LINE),
        chance=chance,
    )


def chance(pair: AlikePair) -> str:
    """The frequency of such a pair by chance, as half a sentence."""
    if pair.by_chance >= 1:
        return f"some {pair.by_chance:,.0f} such pairs in any such class"
    classes = 1 / pair.by_chance
    if classes > _MOST_CLASSES:
        return f"in less than one of {_MOST_CLASSES:,} such classes"
    return f"in one of {classes:,.0f} such classes"


def sides(pair: AlikePair) -> tuple[Side, ...]:
    """Both sides of a pair, without empty lines."""
    return tuple(
        Side(
            work.students,
            tuple((number, _lines(number, text, shared)) for number, text in work.cells),
        )
        for work, shared in zip(pair.works, pair.lines, strict=True)
    )


def _lines(cell: int, text: str, shared: frozenset[tuple[int, int]]) -> tuple[ComparedLine, ...]:
    return tuple(
        ComparedLine(line, (cell, number) in shared)
        for number, line in enumerate(text.split("\n"), 1)
        if line.strip()
    )
