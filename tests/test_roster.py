"""The list of a class: names and addresses for who handed in, a row for who did not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_gradebook import book  # noqa: F401 - a fixture
from test_marked_by_hand import of_otter, student

from grader.commandline.main import main
from grader.gradebook import Gradebook, Student, read_class
from grader.gradebook.explain import explain_mark
from grader.gradebook.records import Attempt
from grader.sheets import SheetError, class_format_named
from grader.sheets.roster_file import join_roster, read_roster

# Jane has handed in as "jane", John as "john"; Ada is missing in each.
ROSTERS = {
    "canvas": "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Week 1 (12)\n"
    "    Points Possible,,,,,20\n"
    '"Doe, Jane",101,s1,JANE,A,\n"Roe, John",102,s2,john,A,\n"Lovelace, Ada",103,s3,ada,A,\n',
    "moodle": "First name;Surname;ID number;Email address\nJane;Doe;jane;jane@x.org\n"
    "John;Roe;john;j@x.org\nAda;Lovelace;ada;ada@x.org\n",
    "gradescope": "First Name,Last Name,SID,Email,Role\nJane,Doe,jane,jane@x.org,Student\n"
    "John,Roe,john,j@x.org,Student\nAda,Lovelace,ada,ada@x.org,Student\nA,T,t,t@x.org,TA\n",
    "blackboard": '"Last Name","First Name","Username","Student ID"\n'
    '"Doe","Jane","jane","1"\n"Roe","John","john","2"\n"Lovelace","Ada","ada","3"\n',
    "brightspace": "OrgDefinedId,Username,Last Name,First Name,Email\n"
    "#1,#jane,Doe,Jane,jane@x.org\n#2,#john,Roe,John,j@x.org\n#3,#ada,Lovelace,Ada,a@x.org\n",
    "nbgrader": "id,first_name,last_name,email\njane,Jane,Doe,\njohn,John,Roe,\nada,Ada,Lovelace,\n",
    "github": "identifier,github_username,github_id,name\n1,jane,11,Jane Doe\n2,john,12,John Roe\n"
    "3,ada,13,Ada Lovelace\n",
    "plain": "student\njane\njohn\nada\n",
}


def joined(book: Path, roster: str) -> list[str]:  # noqa: F811
    """The notes on this roster."""
    path = book.with_suffix(".csv")
    path.write_text(roster, encoding="utf-8")
    with Gradebook(book) as opened:
        return join_roster(opened, read_roster(path))


@pytest.mark.parametrize("platform", ROSTERS)
def test_a_roster_of_any_platform_is_read(book: Path, platform: str) -> None:  # noqa: F811
    """Each is one row, who handed in keeps the id, and who is missing has one of the same kind."""
    assert [] == joined(book, ROSTERS[platform])
    rows = {row.student.id: row for row in read_class(book).rows}
    assert ["ada", "jane", "john"] == sorted(rows)
    assert (6, "nothing was handed in") == (rows["jane"].points, rows["ada"].reason)
    if platform != "plain":
        assert ["Ada Lovelace", "John Roe"] == sorted(
            rows[name].student.name for name in ("ada", "john")
        )
    with Gradebook(book) as opened:
        assert "nothing was handed in" in explain_mark(opened, "ada")


def test_a_student_is_found_by_address_or_name(book: Path) -> None:  # noqa: F811
    """Where no id fits, the address does, then a name that is unique; the rest are new."""
    with Gradebook(book) as opened:
        opened.note_student(Student(id="john", email="J@x.org"))
    roster = "id,name,email\n1,Jane Doe,\n2,Somebody Else,j@x.org\n3,Ada Lovelace,\n"
    assert [] == joined(book, roster)
    assert ["3", "jane", "john"] == [row.student.id for row in read_class(book).rows]


def test_two_of_one_name_are_not_taken_for_one(book: Path) -> None:  # noqa: F811
    """A name that two have identifies nobody."""
    notes = joined(book, "id,name\n1,Jane Doe\n2,Jane Doe\njohn,John\n")
    assert ["not in the roster: jane"] == notes
    assert ["1", "2", "jane", "john"] == [row.student.id for row in read_class(book).rows]


def test_who_hands_in_later_under_another_id_is_one_student(book: Path) -> None:  # noqa: F811
    """The row that the roster had added goes out of the class, with the reason."""
    roster = "id,login,name\n7,ada,Ada Lovelace\n8,jane,Jane Doe\n9,john,John Roe\n"
    joined(book, roster.replace("ada,", "a.l,"))  # she is missing, as "a.l"
    with Gradebook(book) as opened:
        opened.note_student(Student(id="7"))
        opened.note_attempt(Attempt("7", "x.ipynb", None, "", None, "it is empty"))
    for _ in range(2):
        assert [] == joined(book, roster.replace("ada,", "a.l,"))
    with Gradebook(book) as opened:
        assert 1 == len(opened.decisions("a.l")) + len(opened.decisions("7"))
    whole = read_class(book)
    assert ["7", "jane", "john"] == [row.student.id for row in whole.rows]
    assert ("Ada Lovelace: withdrawn by the roster: the same student as 7",) == whole.withdrawn


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"points,comment\n1,x\n", "no column that says who a student is"),
        ("id,name\n1,Jos\xe9\n".encode("cp1252"), "is not UTF-8"),
        (b'id\n"1', "is no CSV"),
    ],
)
def test_what_is_no_roster_is_said(tmp_path: Path, content: bytes, says: str) -> None:
    """A wrong file is a sentence before anything is graded."""
    path = tmp_path / "r.csv"
    path.write_bytes(content)
    with pytest.raises(SheetError, match=says):
        read_roster(path)


def test_an_export_has_a_row_for_who_is_missing(book: Path) -> None:  # noqa: F811
    """The table has each student of the roster, without points."""
    joined(book, ROSTERS["moodle"])
    make = class_format_named("csv").make
    assert make is not None
    lines = make(read_class(book)).splitlines()
    assert "ada,Lovelace,Ada,ada@x.org,,10,0,0,,,,0,0,,,nothing was handed in," == lines[1]


def test_a_run_says_who_is_missing(tmp_path: Path) -> None:
    """Who handed in nothing is named at the end of the run, and is no failure of it."""
    root = of_otter(tmp_path / "a")
    folder, roster = tmp_path / "in" / "ada", tmp_path / "r.csv"
    folder.mkdir(parents=True)
    (folder / "n.ipynb").write_text(json.dumps(student(root)))
    roster.write_text("id,name\nada,Ada Lovelace\nbob,Bob Roe\n")
    where = ["--assignment", str(root), "--book", str(tmp_path / "b.gradebook")]
    done = CliRunner().invoke(main, [str(folder.parent), *where, "--roster", str(roster)])
    assert 0 == done.exit_code, done.output
    assert "1 student handed in nothing: Bob Roe" in done.output
    assert ["Ada Lovelace", "Bob Roe"] == [
        row.student.name for row in read_class(tmp_path / "b.gradebook").rows
    ]
