"""What a class does not understand and nobody has named: grouped, shown, made an entry of."""

from __future__ import annotations

import ast
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from test_gradebook import conditions, made

from grader.commandline.main import main
from grader.gradebook import Gradebook, Row, Student
from grader.gradebook.entry_skeleton import skeleton
from grader.gradebook.records import Attempt
from grader.gradebook.roster import read_class
from grader.gradebook.unknown_answers import UnknownAnswer, unknown_answers
from grader.pages.class_page import class_page
from grader.report import Report, Source

HOSTILE = 'def f(x):\n\treturn x  # """ \x1b[2J \u202e </code><script>'


def answered(got: str, code: str, private: str = "", **other: object) -> Report:
    """A report of one exercise whose ninth case fails with this answer, the last one privately."""
    base = made(8)
    (exercise,) = base.exercises
    cases = (
        *exercise.cases[:8],
        msgspec.structs.replace(exercise.cases[8], called="f(2)", expected="4", got=got),
        msgspec.structs.replace(exercise.cases[9], got=private, private=True),
    )
    changed = msgspec.structs.replace(
        exercise, cases=cases, sources=(Source(cell=1, text=code),), **other
    )
    return msgspec.structs.replace(base, exercises=(changed,))


REPORTS = {
    "ada": answered("2", "def f(x):\n    return x + 0", private="7"),
    "bob": answered("2", HOSTILE, private="8"),  # private inputs are drawn anew for each
    "cid": answered("2", "def f(x):\n    return x + 0"),
    "dan": answered("3", "def f(x):\n    return x + 1"),
    "eve": answered("2", "def f(x):\n    return x", mistakes=("known",), misconceptions=("x",)),
    "fay": answered("2", "def f(x):\n    return x", begun=False),
    "gus": made(10),
}


def by_luck(report: Report) -> Report:
    """The same answer, where the private numbers that were drawn do not show it."""
    (exercise,) = report.exercises
    lucky = msgspec.structs.replace(exercise.cases[9], status="passed")
    changed = msgspec.structs.replace(exercise, cases=(*exercise.cases[:9], lucky))
    return msgspec.structs.replace(report, exercises=(changed,))


REPORTS["cid"] = by_luck(REPORTS["cid"])


def rows() -> list[Row]:
    """A row for each report."""
    return [Row(student=Student(id=name), report=report) for name, report in REPORTS.items()]


def group() -> UnknownAnswer:
    """The one group of these."""
    (found,) = unknown_answers(rows())
    return found


def test_they_are_grouped_by_what_they_answer() -> None:
    """Neither known mistakes, nor what is not begun, nor right or single answers are in a group."""
    found = group()
    assert {"ada", "bob", "cid"} == {row.student.id for row in found.rows}
    assert found.case is not None
    assert ("f(2)", "2") == (found.case.called, found.case.got)
    assert found.key == unknown_answers(reversed(rows()))[0].key


def test_a_skeleton_is_python_in_which_nothing_of_a_student_runs() -> None:
    """It is a text and comments, whatever stands in the code; each different code is there once."""
    text = skeleton(group())
    (only,) = ast.parse(text).body
    assert isinstance(only, ast.Expr)
    assert 2 == text.count("# %%")
    assert "# def f(x):\n#     return x + 0" in text
    assert "# 3 students gave this answer to double." in text
    assert not {"\x1b", "\u202e", "\t"} & set(text)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A gradebook with these reports."""
    path = tmp_path / "b.gradebook"
    with Gradebook(path, create=True) as opened:
        number = opened.note_conditions(conditions())
        for name, report in REPORTS.items():
            opened.note_student(Student(id=name))
            opened.note_submission(name, [])
            opened.note_attempt(Attempt(name, f"{name}.ipynb", None, "", name, ""))
            opened.keep(opened.add_grading(name, number, report), name, "first grading")
    return path


def run(*arguments: object) -> Result:
    """The command."""
    return CliRunner().invoke(main, ["gradebook", "entry", *map(str, arguments)])


def test_the_class_page_shows_the_group(book: Path) -> None:
    """How many, who, one code, escaped, and what the group is called by."""
    page = class_page(read_class(book))
    assert "students, the same unknown answer" in page
    assert f"group {group().key}" in page
    assert "<script>" not in page.partition("<main>")[2].partition("</main>")[0]


def test_the_command_lists_groups_and_writes_one(book: Path, tmp_path: Path) -> None:
    """Nothing is overwritten, and a group that is not there is said."""
    key, path = group().key, tmp_path / "entry.py"
    assert f"{key}  double  3 students: ada, cid, bob" in run(book).output
    assert 0 == run(book, key, "--to", path).exit_code
    assert skeleton(group()) == path.read_text()
    for arguments, says in (((key,), "File exists"), (("nine",), "no group 'nine'")):
        done = run(book, *arguments, "--to", path)
        assert (2, True) == (done.exit_code, says in done.output)
