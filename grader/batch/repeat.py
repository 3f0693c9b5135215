"""Repeating a grading from the gradebook's copy of the code, and comparing the two reports."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import msgspec

from grader.assignment import loading, places
from grader.batch.run_conditions import conditions_of
from grader.errors import GraderError
from grader.gradebook.book import Gradebook
from grader.gradebook.conditions import Conditions
from grader.gradebook.people import student_meant
from grader.gradebook.records import Grading
from grader.gradebook.roster import chosen_attempt, weighed_attempts
from grader.grading.admission import WeakSandboxError
from grader.grading.grader import Options
from grader.protocol.limits import Limits
from grader.report import CaseResult, Report
from grader.sandbox.sandbox_error import SandboxError
from grader.workers.pool import Pool


class RepeatError(GraderError):
    """The grading cannot be repeated; the message says why."""


def repeat_grading(
    book: Gradebook, name: str, folder: Path | None, *, allow_weak: bool = False
) -> tuple[bool, str]:
    """Grade a student's chosen attempt again.

    Args:
        book: the gradebook.
        name: the student's id.
        folder: the assignment's folder; None searches for it.
        allow_weak: whether private cases are asked although a submission could reach them. A
            permission from the time of the mark does not hold today.

    Returns:
        Whether all marks are the same, and the comparison in words.

    Raises:
        GradebookError: there is no such student.
        RepeatError: nothing was graded, or it cannot be graded now.
    """
    name = student_meant(book, name)
    policy = book.policy()
    chosen = chosen_attempt(weighed_attempts(book, name, policy), policy)
    if chosen is None or chosen.grading is None:
        raise RepeatError(f"nothing of {name} has been graded")
    then = book.conditions(chosen.grading.conditions)
    options = _options(then, allow_weak=allow_weak)
    file = PurePosixPath(chosen.attempt.file).name
    sources = tuple(book.cells(chosen.grading.submission))
    try:
        suite = loading.load_assignment(places.find_assignment(folder), private=then.private_cases)
        with Pool(suite, options) as pool:
            worker = pool.worker()
            worker.take(file, sources)
            new = worker.grade()
    except (places.AssignmentError, WeakSandboxError, SandboxError) as error:
        raise RepeatError(str(error)) from None
    return _compared(chosen.grading, new, then, conditions_of(suite, options))


def _options(then: Conditions, *, allow_weak: bool) -> Options:
    try:
        limits = msgspec.convert(then.limits, Limits)
    except msgspec.ValidationError as error:
        words = f"it was graded with limits that this grader does not know ({error})"
        raise RepeatError(words) from None
    exact = then.exact_training
    return Options(limits, then.run_all, allow_weak_sandbox=allow_weak, exact_training=exact)


def _compared(kept: Grading, new: Report, then: Conditions, now: Conditions) -> tuple[bool, str]:
    old = kept.report
    pairs = _pairs(old, new)
    marks = [words for pair in pairs if (words := _mark(*pair))]
    texts = sum(before != after for _, before, after in pairs) - len(marks)
    head = "Not the same" if marks else "The same"
    lines = [f"{head}: {kept.points} points then, {new.total.sum} now, {len(pairs)} cases."]
    lines += [f"  {words}" for words in marks]
    if texts:
        lines.append(f"In {texts} of them the points are the same and the words are not.")
    circumstances = _circumstances(old, new, then, now)
    if circumstances:
        lines.append("What is not as it was: " + "; ".join(circumstances) + ".")
    return not marks, "\n".join(lines) + "\n"


_Pair = tuple[str, CaseResult | None, CaseResult | None]


def _pairs(old: Report, new: Report) -> list[_Pair]:
    """Each case of either report by its id, with its results then and now."""
    before = {case.id: case for exercise in old.exercises for case in exercise.cases}
    after = {case.id: case for exercise in new.exercises for case in exercise.cases}
    names = dict.fromkeys((*before, *after))
    return [(name, before.get(name), after.get(name)) for name in names]


def _mark(name: str, then: CaseResult | None, now: CaseResult | None) -> str:
    """The change of a case in words; empty if its points and verdict are the same."""
    told = _told(then), _told(now)
    return "" if told[0] == told[1] else f"{name}: {told[0]} then, {told[1]} now"


def _told(case: CaseResult | None) -> str:
    return f"{case.status}, {case.earned} of {case.points}" if case else "not asked"


def _circumstances(old: Report, new: Report, then: Conditions, now: Conditions) -> list[str]:
    found = []
    if now.key != then.key:
        found.append("the instructor's key, so private cases have other numbers")
    touched = now.touched(then)
    if touched and now.assignment != then.assignment:
        found.append(f"the assignment, in what {', '.join(touched)} may depend on")
    if now.grader != then.grader:
        found.append(f"the grader, {then.grader} then and {now.grader} now")
    for name, version in old.provenance.libraries.items():
        today = new.provenance.libraries.get(name)
        if today not in (None, version):
            found.append(f"{name}, {version} then and {today} now")
    if old.provenance.level != new.provenance.level:
        found.append(f"the sandbox, {old.provenance.level} then, {new.provenance.level} now")
    return found
