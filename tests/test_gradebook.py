"""The gradebook: nothing is lost, nothing is overwritten, and every mark can be explained."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as some

from grader.commandline.class_output import line
from grader.commandline.main import main
from grader.gradebook import Gradebook, GradebookError, Student, read_class
from grader.gradebook.conditions import Conditions
from grader.gradebook.policy import Policy, PolicyError, time_with_zone
from grader.gradebook.records import Attempt
from grader.gradebook.schema import VERSION
from grader.report import CaseResult, Provenance, Report, exercise_result, new_report

DEADLINE = "2026-11-30T23:59:00+01:00"


def conditions(**other: Any) -> Conditions:
    """Some conditions."""
    return msgspec.structs.replace(
        Conditions(
            title="Week 1",
            assignment="a" * 64,
            common="c",
            exercises={"double": "1", "square": "2"},
            grader="0.1.0",
            key="k",
            limits={},
            run_all=False,
            private_cases=True,
        ),
        **other,
    )


def made(points: int, digest: str = "d") -> Report:
    """A report of so many points out of 10."""
    cases = tuple(
        CaseResult(
            id=f"double/{number}", title=f"case {number}", points=1, earned=int(number < points),
            status="passed" if number < points else "failed", help="" if number < points else "Look.",
        )
        for number in range(10)
    )  # fmt: skip
    provenance = Provenance(
        submission="x.ipynb", digest=digest, assignment="Week 1", assignment_digest="a" * 64,
        grader="0.1.0", libraries={"python": "3.11.7"}, sandbox=(), level="full",
        private_cases=True, ran_everything=False, seconds=0.1,
    )  # fmt: skip
    one = exercise_result("double", "Doubling", cases, (), extra=False)
    return new_report((one,), (), (), provenance)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A gradebook in which Jane has two attempts, of 8 and 6 points, and John none that counts."""
    path = tmp_path / "class.gradebook"
    with Gradebook(path, create=True) as opened:
        number = opened.note_conditions(conditions())
        opened.note_student(Student(id="jane", first_name="Jane", last_name="Doe"))
        for digest, points, when in (("d1", 8, "2026-11-30T20:00:00+00:00"),
                                     ("d2", 6, "2026-12-01T20:00:00+00:00")):  # fmt: skip
            opened.note_submission(digest, ["x = 1"])
            opened.note_attempt(Attempt("jane", f"{digest}.ipynb", None, when, digest, ""))
            row = opened.add_grading(digest, number, made(points, digest))
            opened.keep(row, digest, "first grading")
        opened.note_student(Student(id="john"))
        opened.note_attempt(Attempt("john", "john.ipynb", None, "", None, "it is a link"))
    return path


def run(*arguments: object) -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, ["gradebook", *(str(argument) for argument in arguments)])


# ---------------------------------------------------------------- the file


def test_it_may_be_read_by_its_owner_alone(book: Path) -> None:
    """A gradebook holds private cases and marks: nobody else may read it."""
    assert 0o600 == stat.S_IMODE(book.stat().st_mode)


@pytest.mark.parametrize(
    "table",
    ["students", "submissions", "attempts", "conditions", "gradings", "kept", "failures",
     "overrides", "policies"],
)  # fmt: skip
def test_history_cannot_be_rewritten(book: Path, table: str) -> None:
    """No row of any table can be changed or deleted, not even by somebody with SQL."""
    run("override", book, "jane", 9, "--who", "A", "--why", "B")
    run("policy", book, "--attempts", "best", "--who", "A")
    with Gradebook(book) as opened:
        opened.add_failure("d1", 1, "x")
        for what in (f"delete from {table}", f"update {table} set at = ''"):
            with pytest.raises(sqlite3.IntegrityError, match="history of"):
                opened._link.execute(what)


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"not a database, but long enough to look at" * 9, "cannot be used"), (None, "no gradebook")],
)
def test_what_is_no_gradebook_is_said(tmp_path: Path, content: bytes | None, says: str) -> None:
    """Another file, another database or none at all is a sentence and exit code 2."""
    path = tmp_path / "x.gradebook"
    if content is not None:
        path.write_bytes(content)
    result = run("list", path)
    assert (2, True) == (result.exit_code, says in result.output)


def test_a_later_version_is_refused(book: Path) -> None:
    """A gradebook of a later grader is not touched by an earlier one."""
    link = sqlite3.connect(book)
    link.execute(f"pragma user_version = {VERSION + 1}")
    link.close()
    with pytest.raises(GradebookError, match=f"of version {VERSION + 1}"):
        Gradebook(book)
    other = book.with_name("other.gradebook")
    link = sqlite3.connect(other)
    link.execute("create table x (y)")
    link.close()
    with pytest.raises(GradebookError, match="is a database, but no gradebook"):
        Gradebook(other)


@pytest.mark.parametrize("there", [True, False], ids=["an empty file", "no file"])
def test_two_may_make_it_at_once(tmp_path: Path, there: bool) -> None:
    """Two processes that open the same new file find one gradebook."""
    code = (
        "import sys; from pathlib import Path; from grader.gradebook import *\n"
        "with Gradebook(Path(sys.argv[1]), create=True) as b: b.note_student(Student(id=sys.argv[2]))"
    )
    path = tmp_path / "both.gradebook"
    if there:
        path.touch()
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(path), name], cwd=Path(__file__).parents[1]
        )
        for name in ("a", "b")
    ]
    assert [0, 0] == [process.wait() for process in started]
    with Gradebook(path) as opened:
        assert ["a", "b"] == opened.students()


def test_a_report_comes_back_as_it_was(book: Path) -> None:
    """What is kept of a report is the report."""
    with Gradebook(book) as opened:
        found = opened.counting("d1")
        assert found is not None
        assert made(8, "d1") == found.report


# ---------------------------------------------------------------- which attempt, what it costs


def test_the_last_attempt_counts_or_the_best(book: Path) -> None:
    """By itself the last attempt counts; a policy can choose the best."""
    assert 6 == read_class(book).rows[0].points
    run("policy", book, "--attempts", "best", "--who", "A. Roe")
    row = read_class(book).rows[0]
    assert (8, 1, 2, "d1.ipynb") == (row.points, row.attempt, row.attempts, row.file)


def test_started_days_cost(book: Path) -> None:
    """A started day takes its percentage off; the best attempt is the best after that."""
    run("policy", book, "--deadline", DEADLINE, "--per-day", 20, "--who", "A. Roe")
    row = read_class(book).rows[0]
    assert (1, 1, 5) == (row.late.days, row.late.deducted, row.points)  # a fifth of 6, down to 1
    run("policy", book, "--grace", 24 * 60, "--who", "A. Roe")
    assert (0, 6) == (read_class(book).rows[0].late.days, read_class(book).rows[0].points)
    run("policy", book, "--grace", 0, "--most-days", 0, "--who", "A. Roe")
    assert 0 == read_class(book).rows[0].points


@given(points=some.integers(0, 200), percent=some.integers(0, 100), hours=some.integers(-99, 999))
def test_what_is_taken_off_is_never_more_than_there_is(
    points: int, percent: int, hours: int
) -> None:
    """Being late takes off whole points, none in time, more for more days, never below nothing."""
    policy = Policy(deadline="2026-01-10T00:00:00+00:00", percent_per_day=percent)
    day, hour = divmod(hours + 9 * 24, 24)
    when = f"2026-{1 + (day // 28) % 12:02}-{1 + day % 28:02}T{hour:02}:00:00+00:00"
    late = policy.late(when, points)
    assert 0 <= late.deducted <= points
    assert (late.days > 0) == (time_with_zone(when) > time_with_zone(policy.deadline))


def test_without_a_time_nothing_is_taken_off(book: Path) -> None:
    """Where nobody knows when it was handed in, nothing is taken off, and the row says so."""
    with Gradebook(book) as opened:
        opened.note_student(Student(id="max"))
        opened.note_attempt(Attempt("max", "max.ipynb", None, "", "d1", ""))
    run("policy", book, "--deadline", DEADLINE, "--per-day", 50, "--who", "A. Roe")
    row = read_class(book).rows[-1]
    assert (8, True) == (row.points, "is not known" in row.reason)


@pytest.mark.parametrize("text", ["tomorrow", "2026-11-30", "2026-11-30T23:59"])
def test_a_deadline_needs_its_zone(book: Path, text: str) -> None:
    """A time without a zone is not guessed at."""
    result = run("policy", book, "--deadline", text, "--who", "A")
    assert (2, True) == (result.exit_code, "write it like" in result.output)
    with pytest.raises(PolicyError):
        time_with_zone(text)


def test_a_later_attempt_that_cannot_be_graded(book: Path) -> None:
    """The last attempt that could be graded counts, and the row says that there is a later one."""
    with Gradebook(book) as opened:
        opened.note_attempt(
            Attempt("jane", "d3.pdf", None, "2026-12-02T00:00:00+00:00", None, "it is a PDF")
        )
    row = read_class(book).rows[0]
    assert (6, 3) == (row.points, row.attempts)
    assert "a later attempt, d3.pdf, could not be graded: it is a PDF" == row.reason
    assert line(row).endswith(f"; {row.reason}\n")


# ---------------------------------------------------------------- by hand


def test_an_override_has_who_when_and_why(book: Path) -> None:
    """Points set by hand count, with their reason; they can be taken back, and both stay known."""
    assert 0 == run("override", book, "jane", 9, "--who", "A. Roe", "--why", "oral exam").exit_code
    row = read_class(book).rows[0]
    assert row.override is not None
    assert (9, 9, "A. Roe", "oral exam") == (
        row.points, row.override.points, row.override.who, row.override.why)  # fmt: skip
    assert 6 == (row.report.total.sum if row.report else 0)
    run("override", book, "jane", "--withdraw", "--who", "B. Poe", "--why", "mix-up")
    assert 6 == read_class(book).rows[0].points
    shown = run("show", book, "jane").output
    assert "9 points set by A. Roe: oral exam" in shown
    assert "the override taken back by B. Poe: mix-up" in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["jane", "9", "--who", "A"],
        ["jane", "9", "--why", "B"],
        ["jane", "--who", "A", "--why", "B"],
        ["jane", "9", "--withdraw", "--who", "A", "--why", "B"],
        ["jane", "9", "--who", " ", "--why", "B"],
        ["jnae", "9", "--who", "A", "--why", "B"],
    ],
)
def test_an_override_without_its_reason_is_refused(book: Path, arguments: list[str]) -> None:
    """Nothing is set by hand without a student, a name and a reason."""
    assert 2 == run("override", book, *arguments).exit_code
    assert 6 == read_class(book).rows[0].points


# ---------------------------------------------------------------- what can be said of a mark


def test_why_this_mark(book: Path) -> None:
    """An explanation adds up: exercises, days, overrides, and what the grading rests on."""
    run("policy", book, "--deadline", DEADLINE, "--per-day", 20, "--who", "A. Roe")
    said = " ".join(run("explain", book, "jane").output.split())
    for part in (
        "Jane Doe (jane): 5 / 10",
        "Doubling 6 of 10",
        "lost in 4 of 10 cases: case 6 (1)",
        "because: Look.",
        "graded 6",
        "1 day late -1",
        "Attempt 2 of 2: d2.ipynb, handed in 2026-12-01T20:00:00+00:00",
        "by grader 0.1.0 with python 3.11.7, sandbox full",
        "each started day costs 20 % of the points",
    ):
        assert part in said
    assert "John" not in said
    assert "john: no points it is a link" == " ".join(run("explain", book, "john").output.split())


def people(path: Path) -> Path:
    """A gradebook with students whom one may mix up."""
    with Gradebook(path, create=True) as book:
        for name, full in (
            ("11", "Jörg Müller"), ("12", "Jane Müller"), ("112", "Li Bo"), ("bo", "Ann Roe"),
        ):  # fmt: skip
            book.note_student(Student(id=name, last_name=full, email=f"x{name}@uni.edu"))
    return path


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("11", "Jörg Müller (11)"),
        ("bo", "Ann Roe (bo)"),
        ("JANE", "Jane Müller (12)"),
        ("müller jane", "Jane Müller (12)"),
        ("mu\u0308ller, ja", "there is no student"),
        ("jo\u0308rg", "Jörg Müller (11)"),
        ("x112@uni", "Li Bo (112)"),
        ("Müller", "could be Jörg Müller (11) or Jane Müller (12): say which by the id"),
        ("1", "there is no student '1'"),
        ("Jane Mulller", "Did you mean Jane Müller (12)"),
        ("zzzzz", "there is no student 'zzzzz'"),
    ],
)
def test_whom_somebody_means(tmp_path: Path, words: str, says: str) -> None:
    """Every command takes an id, a name or a part of one, and asks if several could be meant."""
    book = people(tmp_path / "class.gradebook")
    for command in ("explain", "show"):
        assert says in run(command, book, words).output


def test_the_list_has_a_line_for_each(book: Path) -> None:
    """Below a head each student has a line with points of how many, or the reason for none."""
    lines = run("list", book).output.splitlines()
    assert ["id", "name", "points", "to", "know"] == lines[0].split()
    assert ["jane", "Jane", "Doe", "6", "/", "10"] == lines[1].split()
    assert lines[2].endswith("it is a link")
    assert lines[3].startswith("2 students. The last attempt counts.")


@pytest.mark.parametrize(
    ("options", "students"),
    [
        ((), ["jane", "john"]),
        (("--sort", "points"), ["john", "jane"]),
        (("--sort", "name"), ["jane", "john"]),
        (("--without-points",), ["john"]),
        (("--below", "7"), ["jane"]),
        (("--below", "6"), []),
        (("--name", "DOE"), ["jane"]),
        (("--late",), []),
    ],
)
def test_lines_are_chosen_and_sorted(
    book: Path, options: tuple[str, ...], students: list[str]
) -> None:
    """A class is looked through by points, lateness and name."""
    *lines, end = run("list", book, *options).output.splitlines()[1:]
    assert students == [line.split()[0] for line in lines]
    assert end.startswith("2 students" if len(students) == 2 else f"{len(students)} of 2 students")


def test_long_names_are_not_cut(tmp_path: Path) -> None:
    """Two students whose ids begin alike have two different lines."""
    path = tmp_path / "class.gradebook"
    names = [f"{'a_rather_long_name_of_a_folder_' * 2}{number}" for number in (1, 2)]
    with Gradebook(path, create=True) as book:
        for name in names:
            book.note_student(Student(id=name))
    output = run("list", path).output
    assert all(name in output for name in names)


def test_what_a_platform_says_of_lateness_is_kept_and_shown(tmp_path: Path) -> None:
    """LATE in the name of a file at Canvas is in the class's output, the list and the explanation."""
    folder = tmp_path / "week"
    folder.mkdir()
    for name in ("ann_LATE_1_5_lab.py", "bo_2_6_lab.py"):
        (folder / name).write_text("x = 1\n")
    book = tmp_path / "week.gradebook"
    told = CliRunner().invoke(main, [str(folder), "--book", str(book)]).output
    late = [line for line in told.splitlines() if "Canvas calls it late" in line]
    assert ["1", "ann"] == late[0].split()[:2]
    assert 1 == len(late)
    assert "Canvas calls it late" in run("explain", book, "ann").output
    assert ["1"] == [
        line.split()[0] for line in run("list", book, "--late").output.splitlines()[1:-1]
    ]
    CliRunner().invoke(main, [str(folder), "--book", str(book)])
    assert 1 == read_class(book).rows[0].attempts


def test_what_a_change_touches() -> None:
    """A change of one exercise touches it alone; of anything common, all; a new one is touched."""
    old = conditions()
    assert () == conditions().touched(old)
    assert ("square",) == conditions(exercises={"double": "1", "square": "3"}).touched(old)
    assert ("double", "square") == conditions(common="x").touched(old)
    assert ("cube",) == conditions(exercises={**old.exercises, "cube": "1"}).touched(old)
    assert (
        conditions().digest
        == conditions(assignment="other").digest
        != conditions(common="x").digest
    )


def test_a_mark_is_repeated(suite: Any, tmp_path: Path) -> None:
    """From the gradebook's own copy the same marks come out; with another key it says so."""
    path, folder = tmp_path / "c.gradebook", tmp_path / "in"
    folder.mkdir()
    (folder / "jane.py").write_text(
        "import numpy as np\ndef my_dense_v(A_in, W, b, g):\n    return g(A_in @ W + b)\n"
    )
    CliRunner().invoke(main, [str(folder), "--book", str(path)])
    (folder / "jane.py").unlink()
    result = run("repeat", path, "jane")
    assert (0, True) == (result.exit_code, "The same: 10 points then, 10 now" in result.output)
    other = CliRunner(env={"GRADER_KEY": "another"}).invoke(
        main, ["gradebook", "repeat", str(path), "jane"]
    )
    assert "the instructor's key, so private cases have other numbers" in other.output


def test_a_gradebook_that_is_full_keeps_what_it_has(tmp_path: Path) -> None:
    """Where the disk is full the sentence says so, whether in a transaction or not."""
    with Gradebook(tmp_path / "a.gradebook", create=True) as book:
        book.note_student(Student(id="ann"))
        pages = book._link.execute("pragma page_count").fetchone()[0]
        book._link.execute(f"pragma max_page_count = {pages}")
        for write in (
            lambda: book.note_submission("digest", [os.urandom(99_999).hex()]),
            lambda: _together(book, os.urandom(99_999).hex()),
        ):
            with pytest.raises(GradebookError, match=r"is full\. What was there before is kept"):
                write()
        assert ["ann"] == book.students()
        book._link.execute(f"pragma max_page_count = {pages + 999}")
        _together(book, "short")


def _together(book: Gradebook, text: str) -> None:
    with book.together():
        book.note_submission(text[:9], [text])
