"""The text at the end of a class run: a line for each student, and the whole in numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.batch.ledger import Ledger, ProposedGrading
from grader.gradebook.classes import Row
from grader.gradebook.listing import points_of
from grader.report import presentation as shown
from grader.texts import shortlist

MOST_LINES = 60  # a larger class has lines only for students who could not be graded
_POINTS = 19  # characters, as "60 / 100 + 10 extra" has
_MOST_ALIKE = 6  # names of students with the same code
_MOST_MISSING = 20  # names of students who handed in nothing; the gradebook has all
_MOST_FAULTS = 5  # faults of the assignment, and groups with the same code; the reports have all


def line(row: Row) -> str:
    """The line of a student: name, points, and the exercises with lost points."""
    refused = row.reason if row.report is None else row.report.refused
    if row.report is None or refused:
        text = f"{'-':>{_POINTS}}  {refused}"
    else:
        wrong = [
            exercise.name
            for exercise in row.report.exercises
            if exercise.earned < exercise.points and shown.state(exercise) != "unmarked"
        ]
        words = f"lost points in {', '.join(wrong)}" if wrong else "all right"
        words = shown.doubt(row.report) or words
        if row.held:
            words = f"held back; {words}"
        words += "".join(f"; {remark}" for remark in (row.told, row.reason) if remark)
        text = f"{points_of(row):>{_POINTS}}  {words}"
    return f"{label(row):<30} {text}\n"


def label(row: Row) -> str:
    """The student's id and name; the file's name if the id is only that without its ending."""
    student = row.student
    if student.name != student.id:
        return f"{student.id} {student.name}"
    return row.file if student.id == row.file.rpartition(".")[0] else student.id


def summary(ledger: Ledger, points: Sequence[float], most: float, seconds: float) -> str:
    """The run in numbers.

    Args:
        ledger: the bookkeeping of the run.
        points: the points of each student who has any.
        most: the points of the required exercises.
        seconds: the time that the run took.
    """
    graded = _count(ledger.graded, "submission")
    partly = f", {ledger.partly} of them only where the assignment changed" if ledger.partly else ""
    parts = [f"{graded} graded{partly}"]
    further = (
        (ledger.unchanged, "unchanged"),
        (ledger.refused, "that cannot be read"),
        (ledger.failed, "in which the grader failed"),
    )
    parts += [f"{number} {words}" for number, words in further if number]
    pace = f" ({ledger.graded / seconds:.1f} a second)" if ledger.graded else ""
    lines = [f"{'; '.join(parts)}. {seconds:.1f} s{pace}."]
    if points:
        import statistics  # not needed before the end

        mean, median = statistics.fmean(points), statistics.median(points)
        lines.append(
            f"{_count(len(points), 'student')} with points: mean {mean:.1f}, median {median:g}, "
            f"from {min(points)} to {max(points)}, of {most}."
        )
    return "\n".join(lines) + "\n"


def not_handed_in(names: Sequence[str]) -> str:
    """A sentence on students who handed in nothing; empty if everybody has handed in."""
    if not names:
        return ""
    named = shortlist(names, _MOST_MISSING)
    return f"grader: {_count(len(names), 'student')} handed in nothing: {named}\n"


def identical(groups: Sequence[Sequence[str]]) -> str:
    """The students who handed in the same code to the letter; empty without such students.

    Args:
        groups: the names of the students with each code.
    """
    several = sorted((names for names in groups if len(names) > 1), key=len, reverse=True)
    lines = [
        f"grader: the same code from {len(names)} students: {shortlist(names, _MOST_ALIKE)}\n"
        for names in several[:_MOST_FAULTS]
    ]
    if several:
        left = len(several) - len(lines)
        more = f"and {left} more such groups; " if left else ""
        lines.append(f"grader: {more}grader similar compares what is not the same to the letter\n")
    return "".join(lines)


def to_mend(faults: Mapping[str, int]) -> str:
    """The parts of the assignment that have to be mended, as text; empty if there are none.

    Args:
        faults: the number of reports with each fault, by the fault in words for the instructor.
    """
    often = sorted(faults, key=lambda fault: -faults[fault])
    lines = [
        f"grader: {fault} (in {_count(faults[fault], 'report')})\n"
        for fault in often[:_MOST_FAULTS]
    ]
    more = len(often) - len(lines)
    return "".join(lines) + (f"grader: and {more} more of the kind\n" if more else "")


def changes(found: Sequence[ProposedGrading], *, kept: bool) -> str:
    """The old and new points of submissions that were graded before; empty without any."""
    if not found:
        return ""
    moved = [change for change in found if change.old != change.new]
    lines = [
        f"{', '.join(change.students)[:40]:<40} {change.old:>5} -> {change.new:<5} "
        f"{change.new - change.old:+d}"
        for change in sorted(moved, key=lambda change: change.students)
    ]
    head = f"{_count(len(found), 'submission')} graded anew, {len(moved) or 'none'} of them with "
    head += "other points:" if moved else "other points."
    tail = (
        "The new points count from now on."
        if kept
        else "The old points count until the new ones are kept: run the same command with --keep."
    )
    return "\n".join([head, *lines, tail]) + "\n\n"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"
