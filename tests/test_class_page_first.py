"""The class page for a large class: what it answers first, and how students are found in it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from test_gradebook import made

from grader.gradebook.classes import Class, Override, Row, Student
from grader.pages.class_page import class_page, write_class_pages
from grader.report import Report


def failing(points: int, *mistakes: str) -> Report:
    """A report of so many of 10 points with these known mistakes."""
    base = made(points)
    (exercise,) = base.exercises
    says = tuple(f"{name} is right." for name in mistakes)
    changed = msgspec.structs.replace(exercise, mistakes=mistakes, misconceptions=says)
    return msgspec.structs.replace(base, exercises=(changed,))


def klass(size: int = 40) -> Class:
    """Most have 9 points; five have 2 and believe the same; one is missing, one is not read."""
    rows = []
    for number in range(size):
        report = failing(2, "rows") if number < 5 else made(9)
        student = Student(id=f"s{number}", first_name="A", last_name=f"Student{number}")
        rows.append(Row(student=student, report=report, points=report.total.sum, attempts=1))
    rows.append(Row(student=Student(id="gone"), reason="nothing was handed in"))
    rows.append(Row(student=Student(id="bad"), reason="it is a link", refused=True, attempts=1))
    return Class(title="Week 1", points=10, extra_points=0, rows=tuple(rows))


def first_of(page: str) -> str:
    """The text of the first section."""
    return " ".join(page.partition('id="first"')[2].partition("</section>")[0].split())


def test_the_page_answers_first() -> None:
    """Who needs help, what is not understood and which case misleads stand above all tables."""
    page = class_page(klass())
    said = first_of(page)
    assert page.index('id="first"') < page.index("<table")
    for words in ("5 with fewer than half", "1 handed in nothing", "1 whose work could not be",
                  "5 students believe, wrongly: rows is right.", "None, as far as 40 students"):  # fmt: skip
        assert words in said, said
    fine = msgspec.structs.replace(klass(), rows=klass().rows[5:40])
    said = first_of(class_page(fine))
    assert "Everybody has half of the points or more." in said
    assert "No mistake is made by three or more." in said


def test_a_case_that_stronger_students_fail_is_named() -> None:
    """The first section names a case that goes against the rest, in a class that can tell."""
    rows = []
    for number in range(40):
        base = made(8 if number % 2 else 3)
        (exercise,) = base.exercises
        odd = msgspec.structs.replace(
            exercise.cases[9],
            status="failed" if number % 2 else "passed",
            earned=0 if number % 2 else 1,
        )
        changed = msgspec.structs.replace(exercise, cases=(*exercise.cases[:9], odd))
        report = msgspec.structs.replace(base, exercises=(changed,))
        rows.append(Row(student=Student(id=str(number)), report=report, points=5, attempts=1))
    whole = msgspec.structs.replace(klass(), rows=tuple(rows))
    wanted = "In <bdi>Doubling</bdi> stronger students fail more often: <bdi>case 9</bdi>."
    assert wanted in first_of(class_page(whole))


@pytest.mark.parametrize(("students", "times"), [(30, 1), (6, 5)])
def test_a_remark_on_most_of_a_class_is_said_once(students: int, times: int) -> None:
    """What is true of most stands above the table, and in each row what is its own alone."""
    usual, told = "the time of handing in is not known", "Canvas calls it late"
    rows = [Row(student=Student(id="own"), reason=told, told=told, attempts=1)]
    rows += [
        Row(student=Student(id=str(number)), reason=usual, attempts=1)
        for number in range(students - 2)
    ]
    rows.append(Row(student=Student(id="z"), reason=f"{told}; {usual}", told=told, attempts=1))
    whole = msgspec.structs.replace(klass(), rows=tuple(rows))
    table = class_page(whole).partition('id="students"')[2]
    assert (times, 2) == (table.count(usual), table.count(told))


def test_a_mistake_is_headed_as_one() -> None:
    """What a student believes is never read as what is so."""
    page = class_page(klass())
    heading = page.partition('class="mistake"')[2].partition("</summary>")[0]
    assert "believe, wrongly:" in heading


def test_who_is_not_graded_has_a_page(tmp_path: Path) -> None:
    """It says why, and the mark if one was set by hand; the class page leads to it."""
    override = Override(points=6, who="A", why="SECRET", at="")
    rows = (
        Row(student=Student(id="gone"), reason="nothing was handed in"),
        Row(student=Student(id="oral"), points=6, override=override, comment="Well <said>."),
    )
    whole = msgspec.structs.replace(klass(), rows=rows)
    index = write_class_pages(whole, tmp_path)
    pages = {path.name: path.read_text() for path in (tmp_path / "students").iterdir()}
    assert all(f"students/{name}" in index.read_text() for name in pages)
    gone, oral = (pages[name] for name in sorted(pages))
    assert "nothing was handed in." in gone
    assert all(words in oral for words in ("<strong>6</strong>", "Well &lt;said&gt;."))
    assert "SECRET" not in oral


@pytest.mark.skipif(shutil.which("chromium") is None, reason="there is no Chromium here")
def test_students_are_found_in_a_browser(tmp_path: Path) -> None:
    """The page's scripts run under its policy: there is a field to search in, and the tables sort."""
    index = write_class_pages(klass(), tmp_path / "pages")
    done = subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"),
            *(f"--user-data-dir={tmp_path / 'profile'}", index.as_uri()),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert 'type="search"' in done.stdout, done.stderr[-2000:]
    assert '<button type="button">Student</button>' in done.stdout
