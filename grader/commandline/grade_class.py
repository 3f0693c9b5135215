"""Grading a class: from its files to the gradebook, the reports and a summary."""

from __future__ import annotations

import re
import shlex
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing
from datetime import tzinfo
from pathlib import Path, PurePosixPath

import msgspec

from grader.assignment import loading
from grader.batch.jobs import Workers
from grader.batch.ledger import Ledger
from grader.batch.local import Local
from grader.batch.report_names import report_names
from grader.batch.run_conditions import conditions_of
from grader.commandline.class_output import (
    MOST_LINES,
    changes,
    line,
    summary,
)
from grader.commandline.class_remarks import ClassRemarks
from grader.commandline.delivery import Delivery
from grader.commandline.ending import StoppedError
from grader.commandline.grade_file import Plan
from grader.commandline.progress import bar
from grader.commandline.terminal import say
from grader.errors import GraderError
from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Row
from grader.gradebook.final_report import final_report
from grader.gradebook.roster import row_of
from grader.grading.unreadable import unreadable
from grader.intake.collect import Collected, HandedIn, collect
from grader.report import with_hints
from grader.sandbox.zygotes import Zygotes
from grader.sheets.roster_file import join_roster, read_roster
from grader.suite import Suite
from grader.workers.pool import Pool


class ClassPlan(msgspec.Struct, frozen=True):
    """The options of a class run.

    Attributes:
        pattern: finds the student in a file's path; None goes by platform, folder or file name.
        book: the gradebook's file; None keeps it in memory.
        keep: whether new points of submissions that were graded before count at once.
        regrade: whether everything is graded again.
        cluster: the address of a scheduler, or "local"; None grades in this process.
        zone: the zone of times of handing in that say none; None takes the deadline's.
        roster: the file with the list of the students; None without one.
        zip_names: the encoding of names in zips that are not in UTF-8; empty for the format's own.
    """

    pattern: re.Pattern[str] | None = None
    book: Path | None = None
    keep: bool = False
    regrade: bool = False
    cluster: str | None = None
    zone: tzinfo | None = None
    roster: Path | None = None
    zip_names: str = ""


def run_class(plan: Plan, about: ClassPlan) -> tuple[int, float | None, float]:
    """Grade a class.

    Returns:
        The exit code, the fewest points of any student (None if no student has any), and the
        points of the required exercises.

    Raises:
        GraderError: the class cannot be graded, or not to its end.
    """
    began = time.monotonic()
    with ExitStack() as resources:
        try:
            delivery = Delivery(plan.targets, many=True)
            suite = loading.load_assignment(plan.root)
            people = read_roster(about.roster) if about.roster else []
            workers = resources.enter_context(closing(_workers(plan, about, suite)))
            found = _collected(plan, about, suite, resources)
            book = resources.enter_context(Gradebook(about.book, create=True))
        except GraderError:
            Zygotes(spare=plan.spare).close()  # the process was started for nothing
            raise
        for note in found.notes:
            say(f"grader: {note}", error=True)
        ledger = Ledger(book, conditions_of(suite, plan.options), again=about.regrade)
        try:
            with closing(workers):
                _grade(ledger, workers, found.handed_in)
            for note in join_roster(book, people) if people else []:
                say(f"grader: {note}", error=True)
            changed = ledger.proposals()
            if about.keep:
                ledger.keep(changed)
            code, points = _write(plan, book, delivery, suite)
        except KeyboardInterrupt:
            kept = "; what is graded is kept, and the same command goes on" if about.book else ""
            raise StoppedError(f"stopped{kept}") from None
        if not delivery.speaks:
            say("\n" + changes(changed, kept=about.keep), newline=False)
            seconds = time.monotonic() - began
            say(summary(ledger, points, suite.points_here, seconds), newline=False)
            if about.book is not None:
                say(f"Gradebook: {about.book}. A line for each student:")
                say(f"  grader gradebook list {shlex.quote(str(about.book))}")
    return code, min(points, default=None), suite.points_here


def _collected(plan: Plan, about: ClassPlan, suite: Suite, resources: ExitStack) -> Collected:
    students: dict[str, str] = {}
    if about.book is not None and about.book.is_file():
        with Gradebook(about.book) as book:
            students = book.files()
    return collect(
        plan.files,
        resources,
        about.pattern,
        helpers=_helpers(suite),
        notebooks=suite.notebooks,
        zone=about.zone,
        students=students,
        encoding=about.zip_names,
    )


def _helpers(suite: Suite) -> frozenset[str]:
    """The names of the modules and folders that every student has beside the notebook."""
    beside = suite.support.iterdir() if suite.support else ()
    return frozenset(path.name for path in beside if path.suffix == ".py" or path.is_dir())


def _workers(plan: Plan, about: ClassPlan, suite: Suite) -> Workers:
    if about.cluster is None:
        pool = Pool(suite, plan.options, plan.spare)
        return Local(pool, suite, plan.jobs, plan.limits.notebook_mb << 20)
    from grader.batch.cluster import Cluster

    return Cluster(about.cluster, suite, plan.options, plan.jobs)


def _grade(ledger: Ledger, workers: Workers, handed_in: Sequence[HandedIn]) -> None:
    with bar("grading") as tell:
        tell(0, len(handed_in))
        for done in workers.run(handed_in, ledger.note):
            ledger.record(done)
            tell(ledger.settled, len(handed_in), ledger.failed + ledger.refused)


def _write(
    plan: Plan, book: Gradebook, delivery: Delivery, suite: Suite
) -> tuple[int, list[float]]:
    """Write the reports and the lines of the table.

    Returns:
        The exit code, and the points of the students who have any.
    """
    policy, students = book.policy(), book.students()
    files = report_names(students)
    remarks = ClassRemarks()
    for name in students:
        row = row_of(book, name, policy)  # one at a time: a class may be large
        if row.withdrawn:
            continue
        remarks.note(row)
        _deliver(row, _path(row, files[name]), plan, delivery, suite)
        if not plan.targets and (len(students) <= MOST_LINES or row.report is None):
            say(line(row), newline=False)
    remarks.speak()
    delivery.close()
    return remarks.code, remarks.points


def _deliver(row: Row, path: Path, plan: Plan, delivery: Delivery, suite: Suite) -> None:
    """Write a student's report to the targets, unless the mark is held back."""
    if row.report is None:
        if row.refused:
            delivery.refuse(unreadable(suite, path.name, row.reason), path)
    elif row.report.refused:
        delivery.refuse(row.report, path)
    elif not row.held:
        report = with_hints(final_report(row, row.report), plan.hints)
        hidden = plan.student or not suite.has_private
        delivery.put(report.for_student() if hidden else report, path)


def _path(row: Row, name: str) -> Path:
    """The path by which the student's report is named: a safe name, and the file's ending."""
    return Path(f"{name}{PurePosixPath(row.file).suffix or '.ipynb'}")
