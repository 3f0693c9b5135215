"""Marks by people: points and comments of a part, in one total, whatever reads it."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result
from test_gradebook import conditions, made

from grader import sheets
from grader.assignment.described import description_of
from grader.assignment.places import AssignmentError
from grader.commandline.main import main
from grader.export import format_named, format_names
from grader.gradebook import Gradebook, Row, Student, read_class
from grader.gradebook.classes import Late
from grader.gradebook.final_report import final_report
from grader.gradebook.records import Attempt, Decision
from grader.gradebook.schema import VERSION
from grader.pages.class_page import write_class_pages
from grader.report import CaseResult, Report, exercise_result, new_report
from grader.report import presentation as shown

COMMENT = "Well <argued> & `clear`."


def with_answer(points: int) -> Report:
    """So many of 10 points, and an answer worth 2.5 that a person marks."""
    graded = made(points)
    answer = CaseResult(id="why/why", title="why", status="unmarked", points=2.5, earned=0,
                        help="A person marks this answer.", answer="Because.")  # fmt: skip
    why = exercise_result("why", "Why?", (answer,), (), extra=False)
    return new_report((*graded.exercises, why), (), (), graded.provenance)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Path]:
    """A gradebook in which Jane has 8 of 10 points and an answer that nobody has marked."""
    path = tmp_path / "class.gradebook"
    with Gradebook(path, create=True) as opened:
        number = opened.note_conditions(conditions())
        opened.note_student(Student(id="jane", first_name="Jane", last_name="Doe"))
        opened.note_submission("d1", ["x = 1"])
        opened.note_attempt(Attempt("jane", "n.ipynb", None, "", "d1", ""))
        kept = with_answer(8)
        provenance = msgspec.structs.replace(kept.provenance, digest="d1")
        kept = msgspec.structs.replace(kept, provenance=provenance)
        opened.keep(opened.add_grading("d1", number, kept), "d1", "first grading")
    yield path


def run(command: str, *arguments: object) -> Result:
    """A command of a gradebook in this process."""
    return CliRunner().invoke(main, ["gradebook", command, *map(str, arguments)])


def mark(book: Path, *arguments: object) -> Row:
    """Jane's row after this mark."""
    done = run("mark", book, "jane", *arguments, "--by", "A. Roe")
    assert 0 == done.exit_code, done.output
    return read_class(book).rows[0]


def test_an_answer_is_marked(book: Path) -> None:
    """Its points are part of the one total, nothing waits any more, and the comment is told."""
    row = mark(book, "why/why", 1.5, "--comment", COMMENT)
    assert row.report is not None
    assert (9.5, 9.5, 0) == (row.points, row.report.total.sum, row.report.total.unmarked)
    (case,) = row.report.exercises[1].cases
    assert ("marked", 1.5, COMMENT) == (case.status, case.earned, case.comment)
    assert "marked" == shown.state(row.report.exercises[1])


@pytest.mark.parametrize("points", [10, 5, 0, 3.5])
def test_an_exercise_is_the_sum_of_its_cases(book: Path, points: float) -> None:
    """Whatever a person gives for a whole exercise, a format that adds up cases has the same."""
    row = mark(book, "double", points, "--comment", COMMENT)
    assert row.report is not None
    double = row.report.exercises[0]
    assert points == double.earned == sum(case.earned for case in double.cases)
    assert points == row.points
    scores = json.loads(format_named("gradescope").write(row.report))["tests"]
    assert points == sum(test["score"] for test in scores)
    assert [COMMENT] == shown.told(double)  # no hint stands against it
    assert "marked" == shown.state(double)


@pytest.mark.parametrize("name", [name for name in format_names() if name not in ("csv", "junit")])
@pytest.mark.parametrize("part", ["double", "why/why"])
def test_a_comment_is_in_every_format_with_a_place_for_it(book: Path, name: str, part: str) -> None:
    """Formats for one report tell what a person says, of a whole exercise and of an answer."""
    row = mark(book, part, 2, "--comment", "Clearly argued.")
    assert row.report is not None
    form = format_named(name)
    seen = row.report.for_student()
    assert "Clearly argued." in form.write(seen) + form.write_stdout(seen, "n.ipynb")


@pytest.mark.parametrize("name", format_names())
def test_the_final_mark_is_the_total_of_every_format(book: Path, name: str) -> None:
    """What was set for the whole, or taken off for late days, is in formats that know no class."""
    told = ["--who", "A", "--why", "b", "--comment", "Shown at the board."]
    assert 0 == run("override", book, "jane", 4.5, *told).exit_code
    row = read_class(book).rows[0]
    assert row.report is not None
    report = final_report(row, row.report)
    assert (8, 4.5) == (row.report.total.sum, report.total.sum)
    form = format_named(name)
    text = form.write(report.for_student()) + form.write_stdout(report.for_student(), "n.ipynb")
    assert "4.5" in text or name in ("gradescope", "prairielearn", "coursera", "junit", "gitlab")
    if name == "gradescope":
        assert 4.5 == sum(test["score"] for test in json.loads(text)["tests"])
    if name not in ("csv", "junit", "gitlab"):
        assert "Shown at the board." in text
    late = msgspec.structs.replace(
        row, override=None, comment="", points=7.2, late=Late(days=1, deducted=0.8)
    )
    assert 7.2 == final_report(late, row.report).total.sum
    usual = msgspec.structs.replace(late, points=8)
    assert row.report is final_report(usual, row.report)


def test_a_comment_alone_changes_no_points(book: Path) -> None:
    """What is not given stays as it was: first the points, then a comment, then other points."""
    assert 8 == mark(book, "double", "--comment", "One").points
    assert 9 == mark(book, "double", 9).points
    row = mark(book, "double", "--comment", "Two")
    assert row.report is not None
    assert (9, ["Two"]) == (row.points, shown.comments(row.report.exercises[0]))
    assert 8 == mark(book, "double", "--withdraw").points


@pytest.mark.parametrize(
    ("part", "points", "says"),
    [
        ("double", -1, "is less than nothing"),
        ("double", 11, "11 is more than the 10 that it is worth"),
        ("why/why", 3, "is more than the 2.5"),
    ],
)
def test_points_out_of_range_are_asked_back(
    book: Path, part: str, points: float, says: str
) -> None:
    """Where nobody can answer nothing is set; with --force it is."""
    refused = run("mark", book, "jane", part, "--by", "A", "--", points)
    assert (2, True) == (refused.exit_code, says in refused.output)
    assert 8 == read_class(book).rows[0].points
    done = run("mark", book, "jane", part, "--by", "A", "--force", "--", points)
    assert 0 == done.exit_code
    assert points == read_class(book).rows[0].points - (8 if part != "double" else 0)


@pytest.mark.parametrize("points", ["-5", "1000"])
def test_an_override_out_of_range_is_asked_back(book: Path, points: str) -> None:
    """A slip of the hand does not go to the platform in silence."""
    told = ["--who", "A", "--why", "b"]
    assert 2 == run("override", book, "jane", *told, "--", points).exit_code
    assert 0 == run("override", book, "jane", *told, "--force", "--", points).exit_code
    assert int(points) == read_class(book).rows[0].points


@pytest.mark.parametrize(
    ("step", "points", "refused"),
    [(0.5, 8.5, ""), (0.5, 8.3, "8.3 is no multiple of 0.5"), (0.1, 8.3, ""), (0.25, 8.75, ""),
     (1, 8.5, "8.5 is no whole number"), (2, 7, "7 is no multiple of 2"), (0, 8.333, "")],
)  # fmt: skip
def test_marks_are_in_the_steps_that_the_assignment_says(
    book: Path, step: float, points: float, refused: str
) -> None:
    """Half points or tenths, for an exercise and for the whole; without a word the cases decide."""
    with Gradebook(book) as opened:
        old = opened.newest_conditions()
        assert old is not None
        opened.note_conditions(msgspec.structs.replace(old, common=f"{step}", mark_step=step))
    told = ["--who", "A", "--why", "b"]
    for arguments in (("mark", book, "jane", "double"), ("override", book, "jane", *told)):
        done = run(*arguments, "--", points)
        assert (2 if refused else 0, True) == (done.exit_code, refused in done.output)


@pytest.mark.parametrize(
    ("said", "right"),
    [("0.5", True), ("2", True), ("0", False), ("-1", False), ("nan", False), ("1e-9", False),
     ('"half"', False), ("inf", False)],
)  # fmt: skip
def test_a_step_is_said_in_the_description(tmp_path: Path, said: str, right: object) -> None:
    """A step of marks is a number of a thousandth or more; anything else is told."""
    (tmp_path / "assignment.toml").write_text(f'title = "One"\nmark_step = {said}\n')
    if right:
        assert float(said) == description_of(tmp_path).mark_step
    else:
        with pytest.raises(AssignmentError, match="mark_step"):
            description_of(tmp_path)


def test_parts_of_points_where_the_assignment_has_them(tmp_path: Path, book: Path) -> None:
    """Half points are given where some case has them, elsewhere they are asked back."""
    assert 8.5 == mark(book, "double", 8.5).points
    whole = tmp_path / "whole.gradebook"
    with Gradebook(whole, create=True) as opened:
        number = opened.note_conditions(conditions())
        opened.note_student(Student(id="jane"))
        opened.note_submission("d", [])
        opened.note_attempt(Attempt("jane", "n.ipynb", None, "", "d", ""))
        opened.keep(opened.add_grading("d", number, made(8)), "d", "first grading")
    refused = run("mark", whole, "jane", "double", 8.5, "--by", "A")
    assert (2, True) == (refused.exit_code, "whole points alone" in refused.output)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["jane", "nothing", 1], "there is no exercise or answer 'nothing'"),
        (["jane", "why/not", 1], "why/why"),
        (["jnae", "why", 1], "Did you mean Jane Doe (jane)?"),
        (["jane", "why"], "give points"),
        (["jane", "why", "1", "--withdraw"], "give points"),
        (["jane", "why", "nan"], "points are a number"),
    ],
)
def test_what_cannot_be_marked_is_said(book: Path, arguments: list[object], says: str) -> None:
    """A wrong name of a part or a student is helped, and nothing is set."""
    done = run("mark", book, *arguments)
    assert (2, True) == (done.exit_code, says in done.output), done.output
    with Gradebook(book) as opened:
        assert [] == opened.decisions("jane")


def test_a_mark_is_for_the_submission_that_was_looked_at(book: Path) -> None:
    """Another attempt has marks of its own, late days are of the marked points, all is explained."""
    mark(book, "why", 2, "--comment", COMMENT)
    explained = run("explain", book, "jane").output
    assert f"2 points set in why by A. Roe: “{COMMENT}”" in " ".join(explained.split())
    assert "10 / 12.5" in explained.splitlines()[0]
    with Gradebook(book) as opened:
        opened.note_submission("d2", ["x = 2"])
        opened.note_attempt(Attempt("jane", "n2.ipynb", None, "2026-12-01T00:00:00", "d2", ""))
        number = opened.note_conditions(conditions())
        opened.keep(opened.add_grading("d2", number, with_answer(9)), "d2", "first grading")
    assert 9 == read_class(book).rows[0].points
    assert "2 points set in why" in " ".join(run("show", book, "jane").output.split())


def test_pages_and_sheets_have_the_one_total_and_the_comments(book: Path, tmp_path: Path) -> None:
    """The student's page, the class table, CSV and Moodle's worksheet agree, escaped each."""
    mark(book, "why", 2, "--comment", COMMENT)
    run("override", book, "jane", 7, "--who", "A. Roe", "--why", "SECRET", "--comment", "So be it.")
    whole = read_class(book)
    index = write_class_pages(whole, tmp_path)
    (page,) = (tmp_path / "students").iterdir()
    text = page.read_text()
    assert "Well &lt;argued&gt; &amp; `clear`." in text
    assert "The mark is 7: it was set by hand." in text
    assert "So be it." in text
    assert "SECRET" not in text
    assert ">7</td>" in index.read_text()
    made_csv = sheets.class_format_named("csv").make
    assert made_csv is not None
    (row,) = csv.DictReader(io.StringIO(made_csv(whole)))
    assert ("7", f"So be it.\nWhy?: {COMMENT}") == (row["points"], row["comments"])
    fill = sheets.class_format_named("moodle").fill
    assert fill is not None
    sheet = (
        "Identifier,Full name,Maximum grade,Grade,Last modified (grade),Feedback comments\n"
        "Participant 1,Jane Doe,12.5,,-,\n"
    )
    (line,) = csv.DictReader(io.StringIO(fill(whole, sheet, "")))
    assert "7" == line["Grade"]
    for words in ("The mark is 7: it was set by hand.", "So be it.", "Well &lt;argued&gt;"):
        assert words in line["Feedback comments"]
    assert "SECRET" not in line["Feedback comments"]


def test_an_override_is_there_for_who_handed_in_nothing(book: Path) -> None:
    """An oral examination is a mark, too."""
    with Gradebook(book) as opened:
        opened.note_student(Student(id="ada"))
    told = run("override", book, "ada", 6, "--who", "A", "--why", "oral")
    assert 0 == told.exit_code
    assert 6 == read_class(book).rows[0].points


OLD = """
alter table attempts drop column told;
create table overrides (
    row integer primary key, student text not null, points integer, who text not null,
    why text not null, at text not null
);
insert into overrides select row, student, points, who, why, at from newer;
drop table newer;
pragma user_version = 1;
"""


def test_a_gradebook_of_the_version_before_is_read(book: Path) -> None:
    """Its overrides count as they did, and parts are marked in it from now on."""
    run("override", book, "jane", 9, "--who", "A. Roe", "--why", "oral exam")
    link = sqlite3.connect(book)
    for change in ("update", "delete"):
        link.execute(f"drop trigger overrides_no_{change}")
    link.executescript("alter table overrides rename to newer;" + OLD)
    link.close()
    row = read_class(book).rows[0]
    assert row.override is not None
    assert (9, "A. Roe", "oral exam") == (row.points, row.override.who, row.override.why)
    run("override", book, "jane", "--withdraw", "--who", "A. Roe", "--why", "mix-up")
    assert 8 + 1 == mark(book, "why", 1).points
    with Gradebook(book) as opened:
        assert [9, None, 1] == [decision.points for decision in opened.decisions("jane")]
        assert [(VERSION,)] == opened._rows("pragma user_version")


def test_a_decision_needs_a_name(book: Path) -> None:
    """Nothing is set by nobody."""
    done = run("mark", book, "jane", "why", 1, "--by", " ")
    assert (2, True) == (done.exit_code, "who sets it" in done.output)
    with Gradebook(book) as opened, pytest.raises(Exception, match="no student"):
        opened.decide(Decision(student="nobody", who="A"))
