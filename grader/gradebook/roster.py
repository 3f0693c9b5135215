"""The class as the gradebook has it: the attempt of each student that counts, and its points."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import msgspec

from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Class, Late, Row, Student
from grader.gradebook.marks import Marks, marked
from grader.gradebook.policy import Policy, has_zone
from grader.gradebook.records import Attempt, Grading
from grader.gradebook.standing import Standing
from grader.report import Points, Report, added


class WeighedAttempt(msgspec.Struct, frozen=True):
    """An attempt with its grading and its points.

    Attributes:
        number: the attempt's place among the student's attempts, from 1.
        attempt: the file that was handed in.
        grading: the grading that counts; None if it has not been graded.
        report: that grading's report with people's marks in it; None without a grading.
        late: the deduction for being late.
        points: the points after the deduction; None without a grading.
    """

    number: int
    attempt: Attempt
    grading: Grading | None
    report: Report | None
    late: Late
    points: Points | None


def read_class(path: Path) -> Class:
    """The class in a gradebook.

    Raises:
        GradebookError: the file is not a gradebook, or cannot be read.
    """
    with Gradebook(path) as book:
        return class_of(book)


def class_of(book: Gradebook) -> Class:
    """The class in an open gradebook."""
    policy = book.policy()
    everybody = [row_of(book, name, policy) for name in book.students()]
    rows = tuple(row for row in everybody if not row.withdrawn)
    conditions = book.newest_conditions()
    reports = [row.report for row in rows if row.report is not None]
    return Class(
        title=conditions.title if conditions else "",
        points=max((report.total.points for report in reports), default=0),
        extra_points=max((report.total.extra_points for report in reports), default=0),
        deadline=policy.deadline,
        policy=policy.sentence(),
        rows=rows,
        withdrawn=tuple(
            f"{row.student.name}: {row.withdrawn}" for row in everybody if row.withdrawn
        ),
    )


def row_of(book: Gradebook, name: str, policy: Policy) -> Row:
    """One student's row, by this policy with the student's own deadline."""
    decisions = book.decisions(name)
    marks, standing = Marks.of(decisions), Standing.of(decisions)
    policy = standing.policy(policy)
    weighed = weighed_attempts(book, name, policy)
    chosen = chosen_attempt(weighed, policy)
    row = Row(
        student=book.student(name) or Student(id=name),
        points=marks.override.points if marks.override else None,
        override=marks.override,
        comment=marks.comment,
        held=standing.held,
        group=standing.group,
        withdrawn=standing.withdrawn,
    )
    if chosen is None:
        return msgspec.structs.replace(row, reason="nothing was handed in")
    attempt = chosen.attempt
    return msgspec.structs.replace(
        row,
        report=_named(chosen.report, attempt) if chosen.report else None,
        points=marks.override.points if marks.override else chosen.points,
        late=chosen.late,
        reason="; ".join(filter(None, [attempt.told, _reason(book, chosen, weighed, policy)])),
        told=attempt.told,
        refused=attempt.submission is None,
        file=attempt.file,
        attempt=chosen.number,
        attempts=len(weighed),
        handed_in=policy.zoned(attempt.handed_in),
        cells=book.cells(attempt.submission) if attempt.submission else (),
    )


def weighed_attempts(book: Gradebook, name: str, policy: Policy) -> list[WeighedAttempt]:
    """All attempts of a student with their gradings and points, the newest last."""
    decisions = book.decisions(name)
    marks, policy = Marks.of(decisions), Standing.of(decisions).policy(policy)
    weighed = []
    for number, attempt in enumerate(book.attempts(name), 1):
        grading = book.counting(attempt.submission) if attempt.submission else None
        report = marked(grading.report, marks.on(grading.submission)) if grading else None
        earned = report.total.sum if report else 0
        late = policy.late(attempt.handed_in, earned)
        points = added((earned, -late.deducted)) if grading else None
        weighed.append(WeighedAttempt(number, attempt, grading, report, late, points))
    return weighed


def chosen_attempt(weighed: list[WeighedAttempt], policy: Policy) -> WeighedAttempt | None:
    """The attempt that counts, among those that have been graded if there are any."""
    graded = [attempt for attempt in weighed if attempt.points is not None]
    if not graded:
        return weighed[-1] if weighed else None
    if policy.attempts == "last":
        return graded[-1]
    return max(graded, key=lambda attempt: (attempt.points, -attempt.number))


def _named(report: Report, attempt: Attempt) -> Report:
    """The report under this student's file name: others may have handed in the same code."""
    name = PurePosixPath(attempt.file).name
    provenance = msgspec.structs.replace(report.provenance, submission=name)
    return msgspec.structs.replace(report, provenance=provenance)


def _reason(
    book: Gradebook, chosen: WeighedAttempt, weighed: list[WeighedAttempt], policy: Policy
) -> str:
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
