"""The class page: the class's points, how well each case measures, the mistakes to talk about.

It shows titles and figures of private cases but no inputs or expected values, because such a page
is shown to a whole room now and then.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from grader.gradebook.classes import Class, Row
from grader.gradebook.unknown_answers import unknown_answers
from grader.pages import class_summary as summary
from grader.pages.class_first import first_answers
from grader.pages.figures import drawing, share_bar
from grader.pages.html import render
from grader.pages.items import FEW, SHARE, analyse
from grader.pages.student_page import student_page
from grader.pages.tables import number_table
from grader.report import presentation as shown

INDEX = "index.html"
STUDENTS = "students"  # the folder of the students' pages
_FEW_ROWS = 10  # in a class so small each row says all of its own
_NAME = 40  # characters of a student's id in the name of a file


def write_class_pages(klass: Class, folder: Path) -> Path:
    """Write the class page and a page for each student, and return the class page's path.

    Raises:
        OSError: the folder cannot be written to.
    """
    (folder / STUDENTS).mkdir(parents=True, exist_ok=True)
    for row in klass.rows:
        if row.held:  # a page of before it was held back would still tell the mark
            (folder / address(row)).unlink(missing_ok=True)
        else:
            (folder / address(row)).write_text(page_of(row, klass.title), encoding="utf-8")
    index = folder / INDEX
    index.write_text(class_page(klass), encoding="utf-8")
    return index


def page_of(row: Row, title: str) -> str:
    """The page of a student of a class; without a report it has the reason.

    Args:
        row: the student.
        title: the title of the assignment.
    """
    if row.report is None:
        return render("ungraded.html.j2", row=row, title=title or "Not graded")
    return student_page(row.report, name=row.student.name, mark=row.mark_words, comment=row.comment)


def class_page(klass: Class) -> str:
    """The class page, with links to the students' pages beside it."""
    graded = [row for row in klass.rows if row.report is not None]
    reports = [row.report for row in klass.rows if row.report is not None]
    items, progress = analyse(reports), summary.progress(graded)
    mistakes, unknown = summary.misconceptions(graded), unknown_answers(graded)
    shared = _shared_remarks(klass.rows)
    titles = {exercise.name: exercise.title for report in reports for exercise in report.exercises}
    return render(
        "class.html.j2",
        scripts=("sort.js", "search.js"),
        first=first_answers(klass, progress, mistakes, unknown, items),
        klass=klass,
        graded=graded,
        ungraded=[row for row in klass.rows if row.report is None],
        distribution=summary.distribution(klass),
        progress=progress,
        items=items,
        titles=titles,
        misconceptions=mistakes,
        unknown=unknown,
        endings=summary.endings(graded),
        few=FEW,
        share=SHARE,
        address=address,
        share_bar=share_bar,
        drawing=drawing,
        earned=earned,
        shared_remarks=shared,
        remark=lambda row: "; ".join(part for part in _remarks(row) if part not in shared),
        doubt=shown.doubt,
        number_table=number_table,
    )


def _remarks(row: Row) -> list[str]:
    """The remarks on a student's attempt, each as a sentence."""
    return [part for part in (row.told, row.reason.removeprefix(row.told).lstrip("; ")) if part]


def _shared_remarks(rows: Sequence[Row]) -> dict[str, int]:
    """Remarks on more than half of the class, each with how many it is on; they are said once."""
    counted = Counter(part for row in rows for part in _remarks(row))
    return {part: count for part, count in counted.items() if 2 * count > len(rows) > _FEW_ROWS}


def address(row: Row) -> str:
    """The path of a student's page, relative to the class page; safe whatever the id is."""
    plain = re.sub(r"[^a-z0-9]+", "-", row.student.id.lower()).strip("-")[:_NAME]
    digest = hashlib.sha256(row.student.id.encode("utf-8", "replace")).hexdigest()
    return f"{STUDENTS}/{plain or 'student'}-{digest[:8]}.html"


def earned(row: Row, exercise: str) -> int | float | None:
    """A student's points in the exercise of this name; None if it was not graded."""
    return next((result.earned for result in row.exercises if result.name == exercise), None)
