"""A class in the gradebooks of others: sheets are filled, and nothing else of them is changed."""

from __future__ import annotations

import csv
import importlib.util
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from importers import Canvas, Moodle
from make_formats import example

from grader import sheets
from grader.commandline.main import main
from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Class, Late, Override, Row, Student
from grader.gradebook.roster import class_of
from grader.sheets import SheetError
from grader.sheets.class_targets import with_zeros, write_to_targets

Fill = Callable[..., str]
ROOT = Path(__file__).resolve().parents[1]
CANVAS = """\
\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Week 0 (11),Week 1 (12),Notes,Week 1 Final Score,Assignments Final Score
    Points Possible,,,,,10,20,,(read only),(read only)
,,,,,Manual Posting,,,,
"Lovelace, Ada",101,s1,ada,A,9.5,,"=1+1",,47.5
"Gauss, Carl",102,s2,carl,A,EX,3,,,12
"Noether, Emmy",103,s3,emmy,B,,,,,
"""
MOODLE = """\
Identifier,"Full name","Email address",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 501","Ada Lovelace",ada@example.org,"Submitted for grading",,20.00,Yes,"Friday, 20 November 2026, 8:00 PM",-,
"Participant 502","Carl Gauss",carl@example.org,"Submitted for grading",3.00,20.00,Yes,"Friday, 20 November 2026, 9:00 PM","Saturday, 21 November 2026, 9:00 AM","as it was"
"Participant 503","Emmy Noether",emmy@example.org,"No submission",,20.00,Yes,-,-,
"""


def klass(*rows: Row) -> Class:
    """A class of the example's assignment."""
    return Class(
        title="Week 1", points=20, extra_points=4, rows=rows, deadline="2026-11-20T20:00:00+00:00"
    )


ADA = Row(student=Student(id="101", first_name="Ada", last_name="Lovelace"), report=example(), points=15,
          file="a.ipynb", attempt=1, attempts=1, handed_in="2026-11-20T21:30:00+02:00")  # fmt: skip
CARL = Row(
    student=Student(id="carl"),
    report=example(),
    points=13,
    late=Late(days=1, deducted=2),
    attempt=2,
    attempts=2,
)
EMMY = Row(student=Student(id="x9", last_name="Emmy Noether"))


def cells(content: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.removeprefix("\ufeff"))))


def canvas(whole: Class, sheet: str = CANVAS, column: str = "") -> str:
    return sheets.class_format_named("canvas").fill(whole, sheet, column)


def moodle(whole: Class, sheet: str = MOODLE, column: str = "") -> str:
    return sheets.class_format_named("moodle").fill(whole, sheet, column)


def course() -> Canvas:
    return Canvas(
        {11: ("Week 0", 10), 12: ("Week 1", 20)},
        {101: ("Ada Lovelace", "s1", "ada"), 102: ("Carl Gauss", "s2", "carl"), 103: ("Emmy Noether", "s3", "emmy")},
    )  # fmt: skip


def test_canvas_takes_the_sheet_back() -> None:
    """Its importer finds every student, creates no assignment, and reads whole points."""
    done = course().read(canvas(klass(ADA, CARL, EMMY)))
    before = course().read(CANVAS)
    assert ["Notes"] == done.created == before.created  # a column of notes was theirs before
    assert [] == done.unknown
    assert before.possible == done.possible
    wanted = before.grades | {(101, 12): "15", (102, 12): "13"}
    assert wanted == done.grades


@pytest.mark.parametrize("fill", [canvas, moodle])
def test_other_cells_are_left_alone(fill: Fill) -> None:
    """Only the cells of the points, and Moodle's feedback, differ; filling twice changes nothing."""
    sheet = CANVAS if fill is canvas else MOODLE
    may = {6} if fill is canvas else {4, 9}
    row = ADA if fill is canvas else msgspec.structs.replace(ADA, student=Student(id="501"))
    filled = fill(klass(row))
    assert filled.startswith(sheet[0])
    old, new = cells(sheet), cells(filled)
    changed = {
        (line, column)
        for line, (was, now) in enumerate(zip(old, new, strict=True))
        for column, (a, b) in enumerate(zip(was, now, strict=True))
        if a != b
    }
    assert changed
    assert {column for _, column in changed} <= may
    assert 1 == len({line for line, _ in changed})
    assert filled == fill(klass(row), filled)


written_cells = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)


@settings(deadline=None, max_examples=50)
@given(
    st.lists(st.tuples(written_cells, written_cells), max_size=4), st.sampled_from(["\n", "\r\n"])
)
def test_whatever_stands_in_other_cells_comes_back(
    notes: list[tuple[str, str]], ending: str
) -> None:
    """Quotes, separators, line ends, formulas of theirs: each cell is read back as it was."""
    out = io.StringIO(newline="")
    rows = [["Student", "ID", "Section", "Week 1 (12)", "Notes"], ["Ada", "101", "A", "", ""]]
    rows += [[f"n{place}", f"x{place}", "A", *pair] for place, pair in enumerate(notes)]
    csv.writer(out, lineterminator=ending, quoting=csv.QUOTE_ALL).writerows(rows)
    filled = canvas(klass(ADA), out.getvalue())
    back = list(csv.reader(io.StringIO(filled, newline="")))
    rows[1][3] = "15"
    assert rows == back


def test_semicolons_and_line_ends_stay() -> None:
    """A sheet of a country with decimal commas stays one."""
    sheet = (
        CANVAS.replace(",", ";")
        .replace("Lovelace; ", "Lovelace, ")
        .replace("Gauss; ", "Gauss, ")
        .replace("\n", "\r\n")
    )
    filled = canvas(klass(ADA), sheet)
    assert filled.count("\r\n") == filled.count("\n") == 6
    assert '"Lovelace, Ada";101' in filled or "Lovelace, Ada;101" in filled
    assert "15" in filled


@pytest.mark.parametrize(
    ("student", "line"),
    [
        (Student(id="102"), 4),
        (Student(id="s2"), 4),
        (Student(id="CARL"), 4),
        (Student(id="file7", email="carl"), 4),
        (Student(id="file7", first_name="Carl", last_name="Gauss"), 4),
        (Student(id="file7", last_name="Gauss, Carl"), 4),
    ],
)
def test_a_student_is_found_by_number_login_or_name(student: Student, line: int) -> None:
    """Ids are compared with each column of ids, then the full name with the student's."""
    filled = canvas(klass(msgspec.structs.replace(ADA, student=student)))
    assert "15" == cells(filled)[line][6]


@pytest.mark.parametrize("fill", [canvas, moodle])
def test_a_student_who_is_not_there_is_refused_by_name(fill: Fill) -> None:
    """Nothing is written if somebody is missing, and all who are missing are named."""
    more = [
        msgspec.structs.replace(
            ADA, student=Student(id=f"n{n}", first_name="New", last_name=f"N{n}")
        )
        for n in range(12)
    ]
    with pytest.raises(SheetError) as caught:
        fill(klass(*more))
    assert "New N0 (n0)" in str(caught.value)
    assert "and 2 more" in str(caught.value)
    assert "Nothing was written" in str(caught.value)


@pytest.mark.parametrize(
    ("sheet", "column", "says"),
    [
        (CANVAS.replace("Week 1 (12)", "Week One (12)"), "", "would create a new assignment"),
        (CANVAS.replace("Week 1 (12)", "Week 1"), "", "Name one with --column: Week 0 (11)"),
        (CANVAS, "Week 7 (99)", "Week 1 (12)"),
        (CANVAS, "Week 1 Final Score", "Canvas ignores columns"),
        (CANVAS.replace("10,20", "10,25"), "", "worth 25 points in Canvas and 20"),
        (CANVAS.replace("10,20", "10,(read only)"), "", "read only"),
        (CANVAS.replace("Week 0 (11)", "Week 1 (12)"), "", "2 times"),
        (MOODLE, "", "no export of a Canvas gradebook"),
        ("", "", "is empty"),
        ('a,"b', "", "is no CSV"),
        (CANVAS.replace("102", "101"), "", "could be 2 students"),
        (CANVAS.replace("s2", "101"), "", "could be 2 students"),
    ],
)
def test_a_canvas_sheet_that_does_not_fit_is_refused(sheet: str, column: str, says: str) -> None:
    """No assignment is created by accident, none changes its worth, none is written to in vain."""
    with pytest.raises(SheetError) as caught:
        canvas(klass(ADA), sheet, column)
    assert says in str(caught.value)


def test_two_students_never_share_a_line() -> None:
    """Two of ours who are one of theirs are both named."""
    twin = msgspec.structs.replace(ADA, student=Student(id="s1"))
    with pytest.raises(SheetError, match="s1 are the same student"):
        canvas(klass(ADA, twin))


def test_moodle_takes_the_worksheet_back() -> None:
    """Its importer skips nothing: no grade is above the maximum, no time has changed."""
    best = msgspec.structs.replace(ADA, student=Student(id="501"), points=24)
    carl = msgspec.structs.replace(CARL, student=Student(id="carl@example.org"))
    when = "Saturday, 21 November 2026, 9:00 AM"
    done = Moodle({501: "Ada", 502: "Carl", 503: "Emmy"}, 20, {502: when}).read(
        moodle(klass(best, carl, EMMY))
    )
    assert {501: 20, 502: 13} == done.grades
    assert "" == done.feedback[503]
    assert "less 2 for being 1 day late." in done.feedback[502]


def test_feedback_for_moodle_is_a_students_and_escaped() -> None:
    """What a student reads there holds nothing private and no markup of a learner's."""
    row = msgspec.structs.replace(ADA, student=Student(id="501"))
    layer, *others = example().exercises
    hint = msgspec.structs.replace(layer, message="<b>bold</b> & so")
    row = msgspec.structs.replace(
        row, report=msgspec.structs.replace(example(), exercises=(hint, *others))
    )
    filled = moodle(klass(row))
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; so" in filled
    assert "SECRET" not in filled


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        (MOODLE.replace("Last modified (grade)", "Zuletzt"), "language set to English"),
        (MOODLE.replace("20.00", "100.00"), "worth 100.00 in Moodle and 20 here"),
        (MOODLE.replace("Yes", "No"), "locked"),
    ],
)
def test_a_worksheet_that_does_not_fit_is_refused(sheet: str, says: str) -> None:
    """What Moodle would skip without a word is said here instead."""
    with pytest.raises(SheetError) as caught:
        moodle(klass(msgspec.structs.replace(ADA, student=Student(id="501"))), sheet)
    assert says in str(caught.value)


@pytest.mark.parametrize("name", ["csv", "nbgrader"])
def test_tables_have_the_final_points_and_no_formulas(name: str) -> None:
    """A student's name is never computed, and points are what the gradebook says."""
    bad = msgspec.structs.replace(
        ADA, student=Student(id="=1+1", first_name="@sum", last_name="-1"),
        override=Override(points=18, who="=me", why="+oral", at=""), points=18,
    )  # fmt: skip
    head, one, two, three = cells(sheets.class_format_named(name).make(klass(bad, CARL, EMMY)))
    score = head.index("score" if name == "nbgrader" else "points")
    assert ["18", "13", "0" if name == "nbgrader" else ""] == [
        row[score] for row in (one, two, three)
    ]
    assert not [cell for cell in one if cell.startswith(("=", "+", "@"))]
    assert "'-1" in one
    assert not [cell for row in (one, two, three) for cell in row if "SECRET" in cell]


def test_parts_of_points_stay_as_short_as_they_are() -> None:
    """What was taken off is added again without the noise of binary fractions."""
    late = msgspec.structs.replace(ADA, points=1.1, late=Late(days=1, deducted=0.2))
    head, row = cells(sheets.class_format_named("nbgrader").make(klass(late)))
    wanted = {"raw_score": "1.3", "late_submission_penalty": "0.2", "score": "1.1"}
    assert wanted.items() <= dict(zip(head, row, strict=True)).items()


def test_zero_for_who_is_missing_is_a_choice(tmp_path: Path) -> None:
    """Without it they have no points, which is said; who could not be graded never has zero."""
    missing = Row(student=Student(id="7"), reason="nothing was handed in")
    broken = Row(student=Student(id="8"), attempts=1, reason="is empty")
    by_hand = Row(student=Student(id="9"), points=12)
    whole = klass(ADA, missing, broken, by_hand)
    path = tmp_path / "points.csv"

    def entered(whole: Class) -> tuple[list[str], str]:
        said = "\n".join(write_to_targets(whole, (f"csv={path}",), None, ""))
        head, *rows = cells(path.read_text(encoding="utf-8"))
        return [row[head.index("points")] for row in rows[1:]], said

    points, said = entered(whole)
    assert ["", "", "12"] == points
    assert "1 handed in nothing and has no points; --zero-for-missing enters 0" in said
    points, said = entered(with_zeros(whole))
    assert ["0", "", "12"] == points
    assert "--zero-for-missing" not in said


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.none() | st.integers(0, 40), min_size=1, max_size=5),
    st.integers(0, 9),
    st.booleans(),
)
def test_one_total_for_a_student_in_every_gradebook(
    points: list[int | None], taken_off: int, by_hand: bool
) -> None:
    """The final points are the same everywhere; Moodle, which takes no more, has full points."""
    override = Override(points=0, who="me", why="oral", at="")
    rows = [
        Row(student=Student(id=str(100 + n)), report=example(), points=one,
            late=Late(days=1, deducted=taken_off), override=override if by_hand else None)
        for n, one in enumerate(points)
    ]  # fmt: skip
    whole = klass(*rows)
    ids = [row.student.id for row in rows]
    sheet = CANVAS.splitlines()[0] + "\n" + "".join(f"S,{number},,,A,,,,,\n" for number in ids)
    course = (
        MOODLE.splitlines()[0]
        + "\n"
        + "".join(f"Participant {number},S,,,,20,Yes,-,-,\n" for number in ids)
    )

    def column(content: str, name: str) -> list[str]:
        head, *lines = cells(content)
        return [line[head.index(name)] for line in lines]

    final = ["" if number is None else str(number) for number in points]
    assert final == column(canvas(whole, sheet), "Week 1 (12)")
    assert final == column(sheets.class_format_named("csv").make(whole), "points")
    assert [text or "0" for text in final] == column(
        sheets.class_format_named("nbgrader").make(whole), "score"
    )
    capped = ["" if number is None else str(min(number, 20)) for number in points]
    assert capped == column(moodle(whole, course), "Grade")


def test_all_is_made_before_anything_is_written(tmp_path: Path) -> None:
    """If one target does not fit, none is written; the downloaded sheet is never replaced."""
    sheet = tmp_path / "in.csv"
    sheet.write_text(CANVAS, encoding="utf-8")
    stranger = msgspec.structs.replace(ADA, student=Student(id="nobody"))
    with pytest.raises(SheetError, match="nobody"):
        list(
            write_to_targets(
                klass(stranger), (f"csv={tmp_path}/a.csv", f"canvas={tmp_path}/b.csv"), sheet, ""
            )
        )
    with pytest.raises(SheetError, match="must not replace"):
        list(write_to_targets(klass(ADA), (f"canvas={sheet}",), sheet, ""))
    with pytest.raises(SheetError, match="--sheet is needed"):
        list(write_to_targets(klass(ADA), (f"canvas={tmp_path}/b.csv",), None, ""))
    with pytest.raises(SheetError, match="did you mean canvas"):
        list(write_to_targets(klass(ADA), ("canvsa=x",), None, ""))
    assert [sheet] == list(tmp_path.iterdir())
    said, *_ = write_to_targets(klass(ADA, EMMY), (f"canvas={tmp_path}/b.csv",), sheet, "")
    assert "1 of 2 students" in said


def test_from_what_was_handed_in_to_a_filled_sheet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder as Canvas gives it, a gradebook, and the sheet: two commands, and a student each."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "handed_in").mkdir()
    golden = ROOT / "tests" / "golden" / "plain_script" / "submit.py"
    shutil.copy(golden, tmp_path / "handed_in" / "gausscarl_102_9002_week1.py")
    runner = CliRunner()
    graded = runner.invoke(main, ["handed_in"])
    assert 0 == graded.exit_code, graded.output
    with Gradebook(tmp_path / "handed_in.gradebook") as book:
        whole = class_of(book)
    (row,) = whole.rows
    sheet = CANVAS.replace("Week 1 (12)", f"{whole.title} (12)").replace(
        "10,20", f"10,{whole.points}"
    )
    (tmp_path / "exported.csv").write_text(sheet, encoding="utf-8")
    command = ["export", "handed_in.gradebook", "--sheet", "exported.csv", "--to"]
    done = runner.invoke(main, [*command, "canvas=filled.csv"])
    assert "filled.csv: 1 of 1 students have points, for canvas\n" == done.output
    filled = cells((tmp_path / "filled.csv").read_text(encoding="utf-8"))
    assert ["102", str(row.points)] == [filled[4][1], filled[4][6]]
    refused = runner.invoke(main, [*command, "canvas=again.csv", "--column", "Week 9 (9)"])
    assert (2, False) == (refused.exit_code, (tmp_path / "again.csv").exists())
    assert "would create a new assignment" in refused.output


def _nbgrader() -> str:
    """An interpreter that has nbgrader: this one, or the one in $GRADER_NBGRADER_PYTHON."""
    here = importlib.util.find_spec("nbgrader") is not None
    return sys.executable if here else os.environ.get("GRADER_NBGRADER_PYTHON", "")


@pytest.mark.skipif(not _nbgrader(), reason="nbgrader is not installed: pip install .[platforms]")
def test_nbgrader_opens_its_database_and_exports_the_same_marks(tmp_path: Path) -> None:
    """The export of nbgrader itself, of the database we write has the marks of our own table."""
    override = Override(points=18, who="me", why="oral", at="2026-11-27T00:00:00+00:00")
    emmy = msgspec.structs.replace(EMMY, report=example(), points=18, override=override)
    whole = klass(ADA, CARL, emmy, Row(student=Student(id="nobody")))
    (tmp_path / "class.json").write_bytes(msgspec.json.encode(whole))
    code = (
        "import sys, msgspec; from pathlib import Path\n"
        "from grader.gradebook.classes import Class\n"
        "from grader.sheets import class_format_named as named\n"
        "whole = msgspec.json.decode(Path('class.json').read_bytes(), type=Class)\n"
        "for _ in range(2): named('nbgrader-db').store(whole, Path('gradebook.db'))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore",
                   "JUPYTER_CONFIG_DIR": str(tmp_path),
                   "PATH": f"{Path(_nbgrader()).parent}{os.pathsep}{os.environ['PATH']}"}  # fmt: skip
    for command in (["-c", code], ["-m", "nbgrader", "export", "--to", "grades.csv"]):
        done = subprocess.run([_nbgrader(), *command], cwd=tmp_path, env=environment,
                              capture_output=True, text=True, check=False)  # fmt: skip
        assert 0 == done.returncode, done.stderr[-2000:]
    assert b"SECRET" not in (tmp_path / "gradebook.db").read_bytes()
    theirs = list(csv.DictReader(io.StringIO((tmp_path / "grades.csv").read_text())))
    ours = list(csv.DictReader(io.StringIO(sheets.class_format_named("nbgrader").make(whole))))
    for key in ("student_id", "timestamp"):
        assert sorted(row[key] for row in ours) == sorted(
            row[key].partition(".")[0] for row in theirs
        )
    for key in ("raw_score", "late_submission_penalty", "score", "max_score"):
        points = {row["student_id"]: float(row[key]) for row in ours}
        assert points == {row["student_id"]: float(row[key]) for row in theirs}, key
