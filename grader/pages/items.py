"""Classical item analysis: what the marks of a class say about each case.

A case is an item with the score 1 (passed) or 0 (not passed). Where the grader itself failed, a
student has no score in that case and is left out of its figures.

Sources:
    Crocker and Algina (1986), Introduction to Classical and Modern Test Theory, chapter 14:
        difficulty, point-biserial correlation, index of discrimination.
    Henrysson (1963), Correction of item-total correlations in item analysis, Psychometrika 28(2),
        211-218: the total without the item itself.
    Kelley (1939), The selection of upper and lower groups for the validation of test items,
        Journal of Educational Psychology 30(1), 17-24: why 27 %.
    Ebel and Frisbie (1991), Essentials of Educational Measurement, chapter 13: what is little.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Sequence
from statistics import fmean

import msgspec

from grader.report import CaseResult, Points, Report

SHARE = 0.27  # the share of the students in the upper group, and in the lower group
FEW = 20  # with fewer students the figures say little
_HARD, _EASY = 0.3, 0.95  # difficulty below which, and above which, a case is remarked on
_WEAK = 0.2  # correlation below which a case is remarked on


class Item(msgspec.Struct, frozen=True):
    """A case with the figures of a class.

    Attributes:
        id: the case's id.
        title: the case's title, in the student's words.
        private: whether only instructors see the case.
        points: the points it is worth.
        students: the number of students who were judged in it.
        passed: the number of students who passed.
        difficulty: the share of students who passed, from 0 to 1: the higher, the easier.
        correlation: the correlation of this score with the points in all other cases, from -1 to
            1; None if one of them does not vary.
        discrimination: the share who passed among the best 27 % of students, less the share
            among the last 27 %; None with fewer than two students.
    """

    id: str
    title: str
    private: bool
    points: Points
    students: int
    passed: int
    difficulty: float | None
    correlation: float | None
    discrimination: float | None

    @property
    def remark(self) -> str:
        """A reason for an instructor to look at the case; empty without one."""
        if self.correlation is not None and self.correlation < 0:
            return "stronger students fail it more often: is the case right?"
        if self.difficulty is not None and self.difficulty < _HARD:
            return "hard: is the text clear?"
        if self.difficulty is not None and self.difficulty > _EASY:
            return "passed by nearly all"
        if self.correlation is not None and self.correlation < _WEAK:
            return "says little about the rest"
        return ""


def analyse(reports: Iterable[Report]) -> dict[str, tuple[Item, ...]]:
    """The cases of each exercise as items, in the order of the first report that has them.

    Args:
        reports: one for each student, in the instructor's view.
    """
    reports = list(reports)
    cases: dict[str, dict[str, list[tuple[CaseResult, Points]]]] = {}
    for report in reports:
        for exercise in report.exercises:
            for case in exercise.cases:
                if case.status in ("unmarked", "marked"):
                    continue  # a person's points say nothing about the case
                group = cases.setdefault(exercise.name, {}).setdefault(case.id, [])
                group.append((case, report.total.sum - case.earned))
    return {
        name: tuple(_item(judged) for judged in group.values()) for name, group in cases.items()
    }


def correlation(scores: Sequence[float], rest: Sequence[float]) -> float | None:
    """Pearson's r of an item's scores with the rest scores; None if one of them does not vary.

    For scores of 0 and 1 it is the corrected point-biserial coefficient, (M1 - M0) / s sqrt(p q).

    Args:
        scores: the score of each student in the item.
        rest: the points of each student in all other items.
    """
    try:
        return statistics.correlation(scores, rest)
    except statistics.StatisticsError:
        return None


def upper_lower(scores: Sequence[float], totals: Sequence[float]) -> float | None:
    """The index of discrimination, D = p_upper - p_lower, of the best and the last 27 %.

    Students with equal totals at the edge of a group belong to it in equal parts, so that the
    order of the list does not matter. None with fewer than two students.

    Args:
        scores: the score of each student in the item.
        totals: the points of each student.
    """
    size = max(round(SHARE * len(totals)), 1)
    if len(totals) < 2:  # noqa: PLR2004 - one group each
        return None
    upper = _share_of_first(scores, [-total for total in totals], size)
    return upper - _share_of_first(scores, totals, size)


def _share_of_first(scores: Sequence[float], order: Sequence[float], size: int) -> float:
    """The mean score of the ``size`` students who come first in ascending ``order``."""
    edge = sorted(order)[size - 1]
    inside = [score for score, place in zip(scores, order, strict=True) if place < edge]
    tied = [score for score, place in zip(scores, order, strict=True) if place == edge]
    return (math.fsum(inside) + (size - len(inside)) * fmean(tied)) / size


def _item(judged: list[tuple[CaseResult, Points]]) -> Item:
    first = judged[0][0]
    counted = [(case, rest) for case, rest in judged if case.status != "errored"]
    scores = [float(case.status == "passed") for case, _ in counted]
    rest = [float(points) for _, points in counted]
    totals = [float(points + case.earned) for case, points in counted]
    return Item(
        id=first.id,
        title=first.title,
        private=first.private,
        points=first.points,
        students=len(counted),
        passed=int(sum(scores)),
        difficulty=fmean(scores) if scores else None,
        correlation=correlation(scores, rest) if scores else None,
        discrimination=upper_lower(scores, totals),
    )
