"""From the gradebook to the class: each student's attempt that counts, and the points."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import msgspec

from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Class, Late, Row, Student
from grader.gradebook.policy import Policy, has_zone
from grader.gradebook.records import Attempt, Grading
from grader.report import Report


class Weighed(msgspec.Struct, frozen=True):
    """An attempt with what it is worth.

    Attributes:
        number: counts the student's attempts from 1.
        attempt: what was handed in.
        grading: the grading that counts; None if there is none.
        late: what being late costs.
        points: after that; None without a grading.
    """

    number: int
    attempt: Attempt
    grading: Grading | None
    late: Late
    points: int | None


def read_class(path: Path) -> Class:
    """The class in a gradebook.

    Raises:
        GradebookError: the file is no gradebook, or cannot be read.
    """
    with Gradebook(path) as book:
        return class_of(book)


def class_of(book: Gradebook) -> Class:
    """The class in an open gradebook."""
    policy = book.policy()
    rows = tuple(row_of(book, name, policy) for name in book.students())
    conditions = book.newest_conditions()
    reports = [row.report for row in rows if row.report is not None]
    return Class(
        title=conditions.title if conditions else "",
        points=max((report.total.points for report in reports), default=0),
        extra_points=max((report.total.extra_points for report in reports), default=0),
        deadline=policy.deadline,
        policy=policy.sentence(),
        rows=rows,
    )


def row_of(book: Gradebook, name: str, policy: Policy) -> Row:
    """One student's row."""
    weighed = weigh(book, name, policy)
    chosen = choose(weighed, policy)
    override = book.overridden(name)
    student = book.student(name) or Student(id=name)
    if chosen is None:
        return Row(student=student)
    grading, attempt = chosen.grading, chosen.attempt
    return Row(
        student=student,
        report=_report(grading, attempt) if grading else None,
        points=override.points if override else chosen.points,
        late=chosen.late,
        override=override,
        reason=_reason(book, chosen, weighed, policy),
        refused=attempt.submission is None,
        file=attempt.file,
        attempt=chosen.number,
        attempts=len(weighed),
        handed_in=policy.zoned(attempt.handed_in),
        graded_at=grading.at if grading else "",
        cells=book.cells(attempt.submission) if attempt.submission else (),
    )


def weigh(book: Gradebook, name: str, policy: Policy) -> list[Weighed]:
    """All attempts of a student with what each is worth."""
    found = []
    for number, attempt in enumerate(book.attempts(name), 1):
        grading = book.counting(attempt.submission) if attempt.submission else None
        late = policy.late(attempt.handed_in, grading.points if grading else 0)
        points = grading.points - late.deducted if grading else None
        found.append(Weighed(number, attempt, grading, late, points))
    return found


def choose(weighed: list[Weighed], policy: Policy) -> Weighed | None:
    """The attempt that counts: of those that could be graded, if there are any."""
    graded = [attempt for attempt in weighed if attempt.points is not None]
    if not graded:
        return weighed[-1] if weighed else None
    if policy.attempts == "last":
        return graded[-1]
    return max(graded, key=lambda one: (one.points, -one.number))


def _report(grading: Grading, attempt: Attempt) -> Report:
    """The report with this student's name for the file: others may have handed in the same code."""
    made = grading.report
    name = PurePosixPath(attempt.file).name
    source = msgspec.structs.replace(made.provenance, submission=name)
    return msgspec.structs.replace(made, provenance=source)


def _reason(book: Gradebook, chosen: Weighed, weighed: list[Weighed], policy: Policy) -> str:
    attempt = chosen.attempt
    if chosen.grading is None:
        failure = book.failure(attempt.submission) if attempt.submission else None
        return attempt.reason or (failure.reason if failure else "it has not been graded yet")
    later = next((attempt for attempt in weighed[chosen.number :] if attempt.grading is None), None)
    if later is not None and policy.attempts == "last":
        return f"a later attempt, {later.attempt.file}, could not be graded: " + (
            later.attempt.reason or "it has not been graded yet"
        )
    if policy.deadline and not attempt.handed_in:
        return "the time of handing in is not known, so nothing was taken off for being late"
    if policy.deadline and not has_zone(attempt.handed_in):
        return (
            f"the time of handing in says no zone; it was taken in the deadline's, "
            f"as {policy.zoned(attempt.handed_in)}"
        )
    return ""
