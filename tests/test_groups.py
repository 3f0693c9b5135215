"""Groups: one file, and all members have the mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_gradebook import book  # noqa: F401 - a fixture

from grader.commandline.main import main
from grader.gradebook import Gradebook, Row, Student, read_class
from grader.report import presentation as shown


def run(*arguments: object) -> Result:
    """A command of a gradebook."""
    return CliRunner().invoke(main, ["gradebook", *map(str, arguments)])


def rows(book: Path) -> dict[str, Row]:  # noqa: F811
    """The rows by their students' ids."""
    return {row.student.id: row for row in read_class(book).rows}


@pytest.fixture
def team(book: Path) -> Path:  # noqa: F811
    """Jane, who handed in, with Ada, who did not, in a group; John is in none."""
    with Gradebook(book) as opened:
        opened.note_student(Student(id="ada", last_name="Ada Lovelace"))
    done = run("group", book, "team 7", "jane", "lovelace", "--who", "A. Roe")
    assert (0, "team 7: jane, ada\n") == (done.exit_code, done.output)
    return book


def test_all_members_have_the_mark(team: Path) -> None:
    """What one hands in all have handed in, late days included, and the history says why."""
    run("policy", team, "--deadline", "2026-11-30T23:59:00+01:00", "--per-day", 50, "--who", "A")
    found = rows(team)
    assert (3, 3, None) == tuple(found[name].points for name in ("jane", "ada", "john"))
    assert (2, "team 7") == (found["ada"].attempts, found["ada"].group)
    assert "put into the group team 7 by A. Roe" in run("show", team, "ada").output
    run("extend", team, "ada", "none", "--who", "A", "--why", "ill")
    assert (3, 6) == tuple(rows(team)[name].points for name in ("jane", "ada"))


def test_a_mark_in_a_part_is_for_all_and_a_whole_mark_for_one(team: Path) -> None:
    """Points and comments belong to the work; an override belongs to a student."""
    assert 0 == run("mark", team, "ada", "double", 9, "--comment", "Good.", "--by", "A").exit_code
    found = rows(team)
    for name in ("jane", "ada"):
        report = found[name].report
        assert report is not None
        assert (9, ["Good."]) == (found[name].points, shown.comments(report.exercises[0]))
    run("override", team, "jane", 4, "--who", "A", "--why", "oral")
    assert (4, 9) == tuple(rows(team)[name].points for name in ("jane", "ada"))


def test_who_leaves_the_group_keeps_what_is_their_own(team: Path) -> None:
    """An empty name takes a student out of the group."""
    assert 0 == run("group", team, "", "ada", "--who", "A").exit_code
    assert (6, None) == tuple(rows(team)[name].points for name in ("jane", "ada"))


def test_groups_are_read_from_a_table(book: Path) -> None:  # noqa: F811
    """A column called group, and one by which students are known; a stranger is refused."""
    table = book.with_suffix(".csv")
    table.write_text("Name,Login,Group\nX,john,one\nY,jane,one\nZ,ada,\n")
    done = run("group", book, "--from", table, "--who", "A")
    assert (0, "one: john, jane\n") == (done.exit_code, done.output)
    assert 6 == rows(book)["john"].points
    for content, says in (("Group,Login\none,nobody\n", "nobody"), ("a,b\n1,2\n", "column called")):
        table.write_text(content)
        done = run("group", book, "--from", table, "--who", "A")
        assert (2, True) == (done.exit_code, says in done.output)
