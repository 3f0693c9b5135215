"""The table of a class: a line for each student, sorted and filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

import msgspec

from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Row
from grader.gradebook.roster import row_of
from grader.report import Points
from grader.report import presentation as shown

Order = Literal["id", "name", "points", "late"]
_WIDEST = 40  # a longer name is whole, and its line is out of the columns
_HEAD = ("id", "name", "points", "to know")


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """The order of the table, and the filters that its students pass.

    Attributes:
        order: the sort key; the fewest points, and the most days late, come first.
        below: only students with fewer points; None for no such filter.
        without_points: only students without points.
        late: only students who are late, by the deadline or by the platform's word.
        name: only students with this text in the id, name or address; empty for no such filter.
    """

    order: Order = "id"
    below: Points | None = None
    without_points: bool = False
    late: bool = False
    name: str = ""


def class_table(book: Gradebook, choice: Choice) -> Iterator[str]:
    """Yield the lines of the table: the head, the students, and the number of all students."""
    policy = book.policy()
    rows = [row_of(book, name, policy) for name in book.students()]
    wanted = sorted(filter(_is_wanted(choice), rows), key=_KEYS[choice.order])
    cells = [_HEAD, *map(_cells, wanted)]
    widths = [_width([line[column] for line in cells]) for column in range(3)]
    for name, student, points, told in cells:
        line = f"{name:<{widths[0]}}  {student:<{widths[1]}}  {points:>{widths[2]}}  {told}"
        yield line.rstrip()
    some = f"{len(wanted)} of " if len(wanted) < len(rows) else ""
    yield f"{some}{len(rows)} student{'s' * (len(rows) != 1)}. {policy.sentence()}"


def points_of(row: Row) -> str:
    """A student's points, as all reports write them: ``60 / 100 + 10 extra``, or a dash."""
    if row.points is None:
        return "-"
    if row.report is None:
        return f"{row.points}"
    total = row.report.total
    return shown.total(row.report) if row.points == total.sum else f"{row.points} / {total.points}"


def _cells(row: Row) -> tuple[str, str, str, str]:
    name = "" if row.student.name == row.student.id else row.student.name
    late = f"{row.late.days} d late" if row.late.days else ""
    by_hand = f"set by {row.override.who}" if row.override else ""
    held = "held back" if row.held else ""
    told = "; ".join(filter(None, (late, by_hand, held, row.withdrawn, row.reason)))
    return row.student.id, name, points_of(row), told


def _is_wanted(choice: Choice) -> Callable[[Row], bool]:
    words = choice.name.casefold()

    def is_wanted(row: Row) -> bool:
        student = row.student
        return (
            (choice.below is None or (row.points is not None and row.points < choice.below))
            and (not choice.without_points or row.points is None)
            and (not choice.late or bool(row.late.days or row.told))
            and words in f"{student.id} {student.name} {student.email}".casefold()
        )

    return is_wanted


def _width(texts: Sequence[str]) -> int:
    return max(len(text) for text in texts if len(text) <= _WIDEST)


_KEYS: dict[Order, Callable[[Row], tuple[float, str]]] = {
    "id": lambda row: (0, row.student.id.zfill(20) if row.student.id.isdigit() else row.student.id),
    "name": lambda row: (0, row.student.name.casefold()),
    "points": lambda row: (-1 if row.points is None else row.points, row.student.id),
    "late": lambda row: (-row.late.days - bool(row.told) / 2, row.student.id),
}
