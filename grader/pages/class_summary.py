"""Summaries of a class: points, frequent mistakes, and questions that were not answered."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from statistics import fmean, median

import msgspec

from grader.gradebook.classes import Class, Row
from grader.report import CaseResult, ExerciseResult, Points
from grader.report.pictures import Counts, Histogram

_BINS = 10  # intervals of the required points; extra points follow in intervals of that width

_ENDINGS = {
    "timed_out": "no answer in time",
    "exceeded": "went over a limit and was stopped",
    "died": "the Python process ended",
    "garbled": "an answer that cannot be read",
    "missing": "what is asked for is not there",
    "not_asked": "not asked after others had no answer",
}

_OURS = "the grader failed, at no cost to the student"


class Progress(msgspec.Struct, frozen=True):
    """The points of the class in an exercise.

    Attributes:
        title: the exercise's title.
        extra: whether its points come on top of the required ones.
        points: the points it is worth.
        mean: the mean of the earned points.
        students: the number of students graded in it.
        full: the number of students with all its points.
        none: the number of students without points.
    """

    title: str
    extra: bool
    points: Points
    mean: float
    students: int
    full: int
    none: int


class Misconception(msgspec.Struct, frozen=True):
    """A known mistake, with one student's answer as an example.

    Attributes:
        id: the mistake's id.
        says: the misconception behind it, as a sentence.
        title: the exercise's title.
        rows: the students who make it.
        exercise: the verdicts on the example.
        case: a public case that the example fails; None if it fails only private ones.
    """

    id: str
    says: str
    title: str
    rows: tuple[Row, ...]
    exercise: ExerciseResult
    case: CaseResult | None

    @property
    def alone(self) -> bool:
        """Whether only one student makes it."""
        return len(self.rows) == 1


class Ending(msgspec.Struct, frozen=True):
    """Something that came instead of an answer, such as an exception or a time-out.

    Attributes:
        what: the ending in words, or the name of the exception's class.
        cases: the number of cases and cells that ended so.
        rows: the students to whom it happened.
    """

    what: str
    cases: int
    rows: tuple[Row, ...]


def distribution(klass: Class) -> Histogram | None:
    """A histogram of the marks; None if there are no marks."""
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
    """The points of the class in each exercise."""
    return [
        Progress(
            title=results[0].title,
            extra=results[0].extra,
            points=max(result.points for result in results),
            mean=fmean(result.earned for result in results),
            students=len(results),
            full=sum(result.earned == result.points for result in results),
            none=sum(result.earned == 0 for result in results),
        )
        for results in _exercises(rows).values()
    ]


def misconceptions(rows: Iterable[Row]) -> list[Misconception]:
    """The known mistakes that students of the class make, the most frequent first."""
    seen: dict[str, list[_Seen]] = {}
    for row in rows:
        for exercise in row.exercises:
            for name, says in zip(exercise.mistakes, exercise.misconceptions, strict=False):
                seen.setdefault(name, []).append(_Seen(row, exercise, says))
    misconceptions = [_misconception(name, group) for name, group in seen.items()]
    return sorted(misconceptions, key=lambda mistake: (-len(mistake.rows), mistake.id))


def endings(rows: Iterable[Row]) -> list[Ending]:
    """The endings without an answer: the grader's own failures, then the most frequent first."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        for exercise in row.exercises:
            for case in exercise.cases:
                what = _ending(case)
                if what:
                    found.setdefault(what, []).append(row)
        for trouble in row.report.cells if row.report else ():
            kind = trouble.what.partition(":")[0]
            found.setdefault(f"a cell stopped: {kind}", []).append(row)
    endings = [Ending(what, len(seen), _distinct(seen)) for what, seen in found.items()]
    return sorted(
        endings, key=lambda ending: (ending.what != _OURS, -len(ending.rows), ending.what)
    )


def _ending(case: CaseResult) -> str:
    """The ending of a case without an answer, in words; empty if an answer came."""
    if case.status == "errored":
        return _OURS
    if case.status == "skipped" and case.outcome != "not_asked":
        return ""  # the same as in the case before, which is counted
    if case.outcome == "raised":
        return case.got.partition(":")[0].partition(" ")[0]
    return _ENDINGS.get(case.outcome, "")


class _Seen(msgspec.Struct, frozen=True):
    """A mistake in one student's answer to an exercise.

    Attributes:
        row: the student.
        exercise: the verdicts on the answer.
        says: the misconception behind the mistake.
    """

    row: Row
    exercise: ExerciseResult
    says: str

    @property
    def clarity(self) -> tuple[int, int]:
        """Sort key: an answer with no other mistake shows this one best, and a short one better."""
        code = sum(len(source.text) for source in self.exercise.sources)
        return len(self.exercise.mistakes), code


def _misconception(name: str, seen: list[_Seen]) -> Misconception:
    example = min(seen, key=lambda answer: answer.clarity)
    exercise = example.exercise
    case = next(
        (case for case in exercise.cases if case.status == "failed" and not case.private), None
    )
    rows = _distinct([answer.row for answer in seen])
    return Misconception(name, example.says, exercise.title, rows, exercise, case)


def _exercises(rows: Iterable[Row]) -> dict[str, list[ExerciseResult]]:
    """The results of all students in each exercise, under its name."""
    found: dict[str, list[ExerciseResult]] = {}
    for row in rows:
        for exercise in row.exercises:
            found.setdefault(exercise.name, []).append(exercise)
    return found


def _distinct(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Each student once, in the order of first appearance."""
    return tuple({row.student.id: row for row in rows}.values())
