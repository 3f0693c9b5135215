"""nbgrader's database: the class as if nbgrader had graded it, for its formgrader and feedback.

The database is written through nbgrader's own interface, so it suits the version that is installed
beside the grader. Each exercise is a grade cell; extra points, and the difference to a mark that an
instructor has set by hand, are extra credit.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grader.gradebook.classes import Class, Row
from grader.report import ExerciseResult, added, presentation
from grader.sheets.class_format import ClassFormat, SheetError
from grader.sheets.nbgrader_ import scores, utc_time

NOTEBOOK = "submission"
_ADJUSTED = "set_by_hand"


def store(whole: Class, path: Path) -> str:
    """Write the class to a new or an existing database; other assignments in it stay.

    Raises:
        SheetError: nbgrader is not installed here.
    """
    try:
        from nbgrader.api import Gradebook, MissingEntry
    except ImportError as error:
        words = "nbgrader is not installed beside the grader: pip install nbgrader"
        raise SheetError(words) from error
    assignment = re.sub(r"[^A-Za-z0-9]+", "_", whole.title).strip("_") or "assignment"
    with _programs_beside_python(), Gradebook(f"sqlite:///{path.resolve()}") as book:
        with contextlib.suppress(MissingEntry):
            book.remove_assignment(assignment)  # the assignment is written anew as a whole
        book.add_assignment(assignment, duedate=utc_time(whole.deadline))
        book.add_notebook(NOTEBOOK, assignment)
        for exercise in _exercises(whole):
            book.add_grade_cell(
                exercise.name, NOTEBOOK, assignment, cell_type="code",
                max_score=0 if exercise.extra else exercise.points,
            )  # fmt: skip
            book.add_solution_cell(f"{exercise.name}_feedback", NOTEBOOK, assignment)
        book.add_grade_cell(_ADJUSTED, NOTEBOOK, assignment, cell_type="code", max_score=0)
        for row in whole.rows:
            _student(book, row, assignment)
        book.db.commit()
    return ""


@contextlib.contextmanager
def _programs_beside_python() -> Iterator[None]:
    """Put Python's own folder on PATH: nbgrader calls ``alembic`` there by its bare name."""
    before = os.environ.get("PATH", "")
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), before])
    try:
        yield
    finally:
        os.environ["PATH"] = before


def _student(book: Any, row: Row, assignment: str) -> None:  # noqa: ANN401 - nbgrader has no types
    student = row.student
    book.update_or_create_student(
        student.id,
        first_name=student.first_name or None,
        last_name=student.last_name or None,
        email=student.email or None,
    )
    if row.points is None:
        return  # nothing handed in
    made = book.update_or_create_submission(
        assignment, student.id, timestamp=utc_time(row.handed_in)
    )
    raw, penalty = scores(row)
    earned = {exercise.name: exercise for exercise in row.exercises}
    for notebook in made.notebooks:
        notebook.late_submission_penalty = penalty
        for grade in notebook.grades:
            result = earned.get(grade.name)
            grade.needs_manual_grade = False
            grade.auto_score = 0 if result is None or result.extra else result.earned
            grade.extra_credit = result.earned if result is not None and result.extra else 0
            if grade.name == _ADJUSTED:
                parts = (-exercise.earned for exercise in earned.values())
                grade.extra_credit = added((raw, *parts))
        for comment in notebook.comments:
            result = earned.get(comment.name.removesuffix("_feedback"))
            comment.auto_comment = _advice(row, result)
            said = presentation.comments(result) if result is not None else []
            comment.manual_comment = "\n".join(said) or None


def _advice(row: Row, exercise: ExerciseResult | None) -> str | None:
    if exercise is None or row.report is None or exercise.earned == exercise.points:
        return None
    seen = {result.name: result for result in row.report.for_student().exercises}[exercise.name]
    return "\n".join(presentation.advice(seen)) or None


def _exercises(whole: Class) -> list[ExerciseResult]:
    found: dict[str, ExerciseResult] = {}
    for row in whole.rows:
        for exercise in row.exercises:
            found.setdefault(exercise.name, exercise)
    return list(found.values())


FORMAT = ClassFormat(
    "nbgrader-db",
    "for nbgrader: its database, for the formgrader",
    "grader export class.gradebook --to nbgrader-db=gradebook.db",
    store=store,
)
