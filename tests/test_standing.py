"""One student: a deadline of one's own, out of the class, held back until released."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from test_gradebook import book, conditions  # noqa: F401 - a fixture

from grader.batch.jobs import Reading
from grader.batch.ledger import Ledger
from grader.commandline.main import main
from grader.gradebook import Gradebook, read_class
from grader.intake.collect import collect
from grader.pages.class_page import write_class_pages

DEADLINE = "2026-11-30T23:59:00+01:00"  # Jane's last attempt is 21 hours late
WHO = ("--who", "A. Roe", "--why", "ill")


def run(command: str, *arguments: object) -> Result:
    """A command of a gradebook in this process, which has to succeed."""
    done = CliRunner().invoke(main, ["gradebook", command, *map(str, arguments)])
    assert 0 == done.exit_code, done.output
    return done


@pytest.mark.parametrize(
    ("time", "points"),
    [("2026-12-01T22:00+01:00", 6), ("none", 6), ("2026-12-01T12:00+01:00", 3), (None, 3)],
)
def test_a_deadline_of_ones_own(book: Path, time: str | None, points: int) -> None:  # noqa: F811
    """It replaces the class's for this student alone, may be none, and can be taken back."""
    run("policy", book, "--deadline", DEADLINE, "--per-day", 50, "--who", "A")
    assert 3 == read_class(book).rows[0].points
    run("extend", book, "jane", time or "none", *WHO)
    if time is None:
        run("extend", book, "jane", "--withdraw", *WHO)
    assert points == read_class(book).rows[0].points
    told = " ".join(run("explain", book, "jane").output.split())
    words = {None: "There is", "none": "exempt from the deadline by A. Roe: ill"}
    assert (time is None) is ("by A. Roe: ill" not in told)
    assert time is None or words.get(time, f"deadline {time} given by A. Roe: ill") in told


@pytest.mark.parametrize("time", ["tomorrow", "2026-12-01T22:00"])
def test_a_deadline_needs_its_zone(book: Path, time: str) -> None:  # noqa: F811
    """A time that could be two times is refused, and nothing is written."""
    done = CliRunner().invoke(main, ["gradebook", "extend", str(book), "jane", time, *WHO])
    assert 2 == done.exit_code
    with Gradebook(book) as opened:
        assert [] == opened.decisions("jane")


def test_who_has_left_is_in_nothing_and_said(book: Path, tmp_path: Path) -> None:  # noqa: F811
    """A withdrawn student is in no table, page or export; each names who said so and why."""
    run("withdraw", book, "jane", "--who", "A. Roe", "--why", "left the course")
    whole = read_class(book)
    words = "Jane Doe: withdrawn by A. Roe: left the course"
    assert (["john"], (words,)) == ([row.student.id for row in whole.rows], whole.withdrawn)
    assert words in write_class_pages(whole, tmp_path).read_text()
    done = CliRunner().invoke(main, ["export", str(book), "--to", f"csv={tmp_path / 'a.csv'}"])
    assert f"no longer in the class: {words}" in done.output
    assert "jane" not in (tmp_path / "a.csv").read_text()
    assert "withdrawn by A. Roe" in run("list", book).output
    run("withdraw", book, "jane", "--back", *WHO)
    assert 6 == read_class(book).rows[0].points


def exported(book: Path, *more: str) -> tuple[str, str]:  # noqa: F811
    """What an export says and writes."""
    target = book.with_suffix(".csv")
    done = CliRunner().invoke(main, ["export", str(book), "--to", f"csv={target}", *more])
    assert 0 == done.exit_code, done.output
    return done.output, target.read_text()


def test_held_back_until_released(book: Path, tmp_path: Path) -> None:  # noqa: F811
    """A mark that is held back is in no export and on no student's page, also not an older one."""
    pages = tmp_path / "pages"
    write_class_pages(read_class(book), pages)
    (page,) = (pages / "students").glob("jane*")
    run("hold", book, "jane", "--who", "A. Roe")
    said, table = exported(book)
    assert ("held back until released: Jane Doe" in said, "jane" in table) == (True, False)
    index = write_class_pages(read_class(book), pages)
    assert (False, "held back" in index.read_text()) == (page.exists(), True)
    assert page.name not in index.read_text()
    run("release", book, "jane", "--who", "A. Roe")
    write_class_pages(read_class(book), pages)
    assert page.exists()


def test_the_newest_word_on_holding_back_counts(book: Path) -> None:  # noqa: F811
    """All are held back, one is released, then all are."""
    run("hold", book, "--who", "A. Roe")
    assert [True, True] == [row.held for row in read_class(book).rows]
    run("release", book, "jane", "--who", "A. Roe")
    assert [False, True] == [row.held for row in read_class(book).rows]
    run("release", book, "--who", "A. Roe")
    assert [False, False] == [row.held for row in read_class(book).rows]


def test_an_export_leaves_out_whom_it_is_told(book: Path) -> None:  # noqa: F811
    """``--skip`` names a student; one whom nobody knows is a mistake of the hand."""
    said, table = exported(book, "--skip", "john")
    assert ("left out by --skip: john" in said, "john" in table) == (True, False)
    done = CliRunner().invoke(main, ["export", str(book), "--to", "csv=x", "--skip", "jo"])
    assert (2, True) == (done.exit_code, "no student jo" in done.output)


def test_what_the_platform_calls_late_is_kept(tmp_path: Path) -> None:
    """Canvas's LATE is in the row, where no time says it."""
    folder, path = tmp_path / "in", tmp_path / "b.gradebook"
    folder.mkdir()
    for name in ("doejane_LATE_11_901_lab.ipynb", "roerich_12_902_lab.ipynb"):
        (folder / name).write_text("{}")
    with ExitStack() as opened, Gradebook(path, create=True) as made:
        ledger = Ledger(made, conditions())
        for file in collect([folder], opened).handed_in:
            ledger.note(file, Reading(None, "it is empty"))
    reasons = {row.student.id: row.reason for row in read_class(path).rows}
    assert {"11": "Canvas calls it late; it is empty", "12": "it is empty"} == reasons
