"""The explanation of a mark, in words an instructor can read out."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Row, Student
from grader.gradebook.conditions import Conditions
from grader.gradebook.listing import points_of
from grader.gradebook.marks import Marks
from grader.gradebook.people import student_meant
from grader.gradebook.records import Decision, Grading
from grader.gradebook.roster import chosen_attempt, row_of, weighed_attempts
from grader.gradebook.standing import Standing, effect_of
from grader.report import ExerciseResult, Report
from grader.report import presentation as shown

_WIDTH, _TITLE = 80, 58
_MOST_CASES = 6  # of an exercise that are named


def explain_mark(book: Gradebook, name: str) -> str:
    """The explanation of a student's points, as text.

    Raises:
        GradebookError: there is no such student, or there are several.
    """
    name = student_meant(book, name)
    decisions = book.decisions(name)
    policy = Standing.of(decisions).policy(book.policy())
    row = row_of(book, name, policy)
    marks = Marks.of(decisions)
    if row.points is None:
        said = _said(row.reason or "nothing was handed in")
        for decision in Standing.of(decisions).reasons:
            said += _said(decision_words(decision))
        return "\n".join([f"{row.student.label}: no points", *said]) + "\n"
    lines = [f"{row.student.label}: {points_of(row)}", ""]
    if row.report is not None:
        for exercise in row.report.exercises:
            lines += _exercise(exercise, marks.on(row.report.provenance.digest))
        lines += [_sum("graded", row.report.total.sum)]
    lines += _after(row)
    chosen = chosen_attempt(weighed_attempts(book, name, policy), policy)
    if chosen is not None and chosen.grading is not None and row.report is not None:
        conditions = book.conditions(chosen.grading.conditions)
        lines += ["", *_said(_rests_on(row, chosen.grading, conditions, row.report))]
    if row.reason:
        lines += _said(f"To know: {row.reason}.")
    lines += _said(policy.sentence())
    for decision in Standing.of(decisions).reasons:
        lines += _said(f"{decision_words(decision)} on {decision.at[:10]}.")
    return "\n".join(lines) + "\n"


def _exercise(exercise: ExerciseResult, marks: Mapping[str, Decision]) -> list[str]:
    title = shown.exercise_title(exercise)
    lines = [f"{title[:_TITLE]:<{_TITLE}} {f'{exercise.earned} of {exercise.points}':>12}"]
    parts = [exercise.name, *(case.id for case in exercise.cases)]
    for mark in [marks[part] for part in parts if part in marks]:
        lines += _said(decision_words(mark))
    lost = [case for case in exercise.cases if case.earned < case.points]
    if not lost or shown.is_marked(exercise):
        return lines
    named = [f"{case.title} ({case.points - case.earned})" for case in lost[:_MOST_CASES]]
    more = f"; and {len(lost) - len(named)} more" if len(lost) > len(named) else ""
    lines += _said(f"lost in {len(lost)} of {len(exercise.cases)} cases: {'; '.join(named)}{more}")
    for cause in exercise.misconceptions or filter(None, [exercise.message]):
        lines += _said(f"because: {cause}")
    return lines


def _after(row: Row) -> list[str]:
    """The lines between the graded points and the mark: a deduction, an override."""
    lines = []
    if row.late.deducted:
        days = f"{row.late.days} day{'s' * (row.late.days > 1)} late"
        lines.append(_sum(days, -row.late.deducted))
    if row.override is not None:
        lines.append(
            _sum(f"set by {row.override.who} on {row.override.at[:10]}", row.override.points)
        )
        lines += _said(f"because: {row.override.why}")
    if row.comment:
        lines += _said(f"comment: {row.comment}")
    return lines


def decision_words(decision: Decision) -> str:
    """The decision of a person, with name and reason, as half a sentence."""
    if decision.kind == "mark":
        return _mark_words(decision)
    return f"{effect_of(decision)} by {decision.who}" + (
        f": {decision.why}" if decision.why else ""
    )


def _mark_words(mark: Decision) -> str:
    done = f"{mark.points} points set"
    if mark.points is None:
        done = "a comment" if mark.text else "the override taken back"
        done = "what was set taken back" if mark.part and not mark.text else done
    of = f" in {mark.part}" if mark.part else ""
    said = [*filter(None, [mark.why]), *([f"“{mark.text}”"] if mark.text else [])]
    return f"{done}{of} by {mark.who}" + (f": {' '.join(said)}" if said else "")


def _sum(words: str, points: float) -> str:
    return f"{words:<{_TITLE}} {points:>12}"


def _rests_on(row: Row, grading: Grading, conditions: Conditions, report: Report) -> str:
    source = report.provenance
    when = f", handed in {row.handed_in}" if row.handed_in else ""
    part = f", {grading.part} asked anew" if grading.part else ""
    libraries = ", ".join(f"{name} {version}" for name, version in source.libraries.items())
    return (
        f"Attempt {row.attempt} of {row.attempts}: {row.file}{when}, code {source.digest[:12]}. "
        f"Graded {grading.at[:16]} on {grading.host} in {grading.seconds:.1f} s{part}, by grader "
        f"{conditions.grader} with {libraries}, sandbox {grading.level}, assignment "
        f"{conditions.assignment[:12]}, key {conditions.key}. The numbers of private cases follow "
        "from the key and the code, so it can be repeated exactly."
    )


def _said(words: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def history(book: Gradebook, name: str) -> str:
    """The whole history of a student: attempts, gradings and decisions, nothing left out.

    Raises:
        GradebookError: there is no such student, or there are several.
    """
    name = student_meant(book, name)
    lines = [(book.student(name) or Student(id=name)).label]
    for weighed in weighed_attempts(book, name, book.policy()):
        attempt = weighed.attempt
        when = attempt.handed_in or f"found {attempt.at[:16]}"
        lines.append(f"attempt {weighed.number}: {attempt.file}, {when}")
        if attempt.submission is None:
            lines += _said(f"not graded: {attempt.reason}")
            continue
        counting = weighed.grading.row if weighed.grading else None
        for graded in book.gradings(attempt.submission):
            mark = "counts" if graded.row == counting else "does not count"
            part = f", {graded.part} asked anew" if graded.part else ""
            lines.append(f"  {graded.at[:16]}  {graded.points:>4} points, {mark}{part}")
        failure = book.failure(attempt.submission)
        lines += _said(f"{failure.at[:16]}  {failure.reason}") if failure else []
    for decision in book.decisions(name):
        lines.append(f"{decision.at[:16]}  {decision_words(decision)}")
    return "\n".join(lines) + "\n"
