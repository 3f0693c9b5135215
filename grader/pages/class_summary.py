"""What a class has in common: how far it got, which mistakes it makes, what did not end well."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import fmean, median

import msgspec

from grader.gradebook.classes import Class, Row
from grader.report import CaseResult, ExerciseResult, Points
from grader.report.pictures import Counts, Histogram

_BINS = 10  # of the required points; extra points follow in intervals of the same width

_ENDINGS = {
    "timed_out": "no answer in time",
    "exceeded": "went over a limit and was stopped",
    "died": "the Python process ended",
    "garbled": "an answer that cannot be read",
    "missing": "what is asked for is not there",
    "not_asked": "not asked after others had no answer",
}


class Progress(msgspec.Struct, frozen=True):
    """How far the class got in an exercise.

    Attributes:
        title: the exercise's.
        extra: whether its points come on top.
        points: what it is worth.
        mean: of the earned points.
        students: how many were graded in it.
        full: how many of them have all its points.
        none: how many have none.
    """

    title: str
    extra: bool
    points: Points
    mean: float
    students: int
    full: int
    none: int


class Misconception(msgspec.Struct, frozen=True):
    """A known mistake, with one student's as an example.

    Attributes:
        id: the mistake's.
        says: what it takes to be true.
        title: the exercise's.
        rows: the students who make it.
        exercise: the example's verdicts.
        case: a public case that it fails; None if it fails only private ones.
    """

    id: str
    says: str
    title: str
    rows: tuple[Row, ...]
    exercise: ExerciseResult
    case: CaseResult | None

    @property
    def alone(self) -> bool:
        """Whether one student alone makes it."""
        return len(self.rows) == 1


class Ending(msgspec.Struct, frozen=True):
    """Something other than an answer: how many cases it befell, and which students."""

    what: str
    cases: int
    rows: tuple[Row, ...]


def distribution(klass: Class) -> Histogram | None:
    """How many students have how many points; None if nobody has any mark."""
    marks = [row.points for row in klass.rows if row.points is not None]
    if not marks or not klass.points:
        return None
    step = max(math.ceil(klass.points / _BINS), 1)
    # The last interval holds full points, as the others hold the points they begin with.
    bins = math.floor(max(*marks, klass.points, 0) / step) + 1
    low = min(math.floor(min(marks) / step), 0)
    counts = [sum(mark // step == place for mark in marks) for place in range(low, bins)]
    return Histogram(
        title="How many students have how many points",
        about=f"{len(marks)} marks: mean {fmean(marks):.1f}, median {median(marks):g}, lowest "
        f"{min(marks)}, highest {max(marks)}, of {klass.points} required"
        + (f" and {klass.extra_points} extra points." if klass.extra_points else " points."),
        axis=f"points (each interval holds the {step} from its beginning on)",
        edges=tuple(float(step * place) for place in range(low, bins + 1)),
        groups=(Counts(name="students", counts=tuple(counts)),),
    )


def progress(rows: Iterable[Row]) -> list[Progress]:
    """The class in each exercise."""
    return [
        Progress(
            title=found[0].title,
            extra=found[0].extra,
            points=max(result.points for result in found),
            mean=fmean(result.earned for result in found),
            students=len(found),
            full=sum(result.earned == result.points for result in found),
            none=sum(result.earned == 0 for result in found),
        )
        for found in _exercises(rows).values()
    ]


def misconceptions(rows: Iterable[Row]) -> list[Misconception]:
    """The mistakes that are known, the most frequent first."""
    found: dict[str, list[tuple[Row, ExerciseResult, str]]] = {}
    for row in rows:
        for exercise in row.report.exercises if row.report else ():
            for name, says in zip(exercise.mistakes, exercise.misconceptions, strict=False):
                found.setdefault(name, []).append((row, exercise, says))
    made = [_misconception(name, seen) for name, seen in found.items()]
    return sorted(made, key=lambda one: (-len(one.rows), one.id))


def endings(rows: Iterable[Row]) -> list[Ending]:
    """What came instead of answers, the most frequent first; the grader's own failures foremost."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for exercise in row.report.exercises if row.report else ():
            for case in exercise.cases:
                what = _ending(case)
                if what:
                    found.setdefault(what, []).append(row)
        for trouble in row.report.cells if row.report else ():
            kind = trouble.what.partition(":")[0]
            found.setdefault(f"a cell stopped: {kind}", []).append(row)
    made = [Ending(what, len(seen), _distinct(seen)) for what, seen in found.items()]
    return sorted(made, key=lambda one: (one.what != _OURS, -len(one.rows), one.what))


_OURS = "the grader failed, at no cost to the student"


def _ending(case: CaseResult) -> str:
    if case.status == "errored":
        return _OURS
    if case.status == "skipped" and case.outcome != "not_asked":
        return ""  # the same as in the case before, which is counted
    if case.outcome == "raised":
        return case.got.partition(":")[0].partition(" ")[0]
    return _ENDINGS.get(case.outcome, "")


def _misconception(name: str, seen: list[tuple[Row, ExerciseResult, str]]) -> Misconception:
    # One with this mistake alone shows it best, and a short one is read.
    _, exercise, says = min(
        seen, key=lambda one: (len(one[1].mistakes), sum(len(part.text) for part in one[1].sources))
    )
    case = next(
        (case for case in exercise.cases if case.status == "failed" and not case.private), None
    )
    rows = _distinct([row for row, _, _ in seen])
    return Misconception(name, says, exercise.title, rows, exercise, case)


def _exercises(rows: Iterable[Row]) -> dict[str, list[ExerciseResult]]:
    found: dict[str, list[ExerciseResult]] = {}
    for row in rows:
        for exercise in row.report.exercises if row.report else ():
            found.setdefault(exercise.name, []).append(exercise)
    return found


def _distinct(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple({row.student.id: row for row in rows}.values())
