"""The first answers of the class page: who needs help, what is not understood, what misleads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from grader.gradebook.classes import Class, Row, is_missing
from grader.gradebook.unknown_answers import UnknownAnswer
from grader.pages.class_summary import Misconception, Progress
from grader.pages.items import FEW, Item

_MOST = 8  # of a kind that are named
_HALF = 0.5  # of the required points; with fewer a student needs help
_MANY = 3  # students who make a mistake, from whom on it is the class's


class FirstAnswers(msgspec.Struct, frozen=True):
    """The answers to an instructor's first questions about a class.

    Attributes:
        help: students with fewer than half of the required points, the fewest first.
        missing: students who handed in nothing.
        unread: students whose work could not be graded.
        mistakes: known mistakes that many make.
        unknown: the number of wrong answers that several students give and no entry explains.
        hardest: the exercise with the least share of its points; None if there is none below half.
        misleading: cases that stronger students fail more often, by the title of their exercise.
    """

    help: tuple[Row, ...]
    missing: tuple[Row, ...]
    unread: tuple[Row, ...]
    mistakes: tuple[Misconception, ...]
    unknown: int
    hardest: Progress | None
    misleading: tuple[tuple[str, Item], ...]


def first_answers(
    klass: Class,
    progress: Sequence[Progress],
    mistakes: Sequence[Misconception],
    unknown: Sequence[UnknownAnswer],
    items: Mapping[str, Sequence[Item]],
) -> FirstAnswers:
    """The answers for a class."""
    graded = [row for row in klass.rows if row.report is not None and row.points is not None]
    weak = sorted(
        (row for row in graded if (row.points or 0) < _HALF * klass.points),
        key=lambda row: (row.points or 0, row.student.id),
    )
    hard = [part for part in progress if part.points and part.mean < _HALF * part.points]
    return FirstAnswers(
        help=tuple(weak),
        missing=tuple(row for row in klass.rows if is_missing(row)),
        unread=tuple(row for row in klass.rows if row.report is None and row.attempts),
        mistakes=tuple(found for found in mistakes if len(found.rows) >= _MANY)[:_MOST],
        unknown=sum(len(found.rows) >= _MANY for found in unknown),
        hardest=min(hard, key=lambda part: part.mean / part.points, default=None),
        misleading=tuple(
            (name, item) for name, found in items.items() for item in found if _misleads(item)
        )[:_MOST],
    )


def _misleads(item: Item) -> bool:
    """Whether stronger students fail the case more often, in a class large enough to tell."""
    return item.students >= FEW and item.correlation is not None and item.correlation < 0
