"""Formats for platforms: each by its consumer's rules, with one total, and nothing private in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import make_formats
import msgspec
import platforms
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_report import SECRETS, case, exercise, made, reports

from grader.export import all_formats, format_named, format_names
from grader.export.csv_cells import inert
from grader.export.github_ import LARGEST, commands
from grader.export.markdown import escaped, fenced
from grader.report import Report, new_report

patient = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def _possible(one: Report) -> Report:
    """The same with no case earning more than it is worth."""
    exercises = tuple(
        msgspec.structs.replace(
            part,
            cases=(cases := tuple(
                msgspec.structs.replace(case, earned=min(case.earned, case.points))
                for case in part.cases
            )),
            earned=sum(case.earned for case in cases),
        )
        for part in one.exercises
    )  # fmt: skip
    return new_report(exercises, one.cells, one.notes, one.provenance)


possible = reports.map(_possible)


def _as_the_platform_means_it(name: str, one: Report) -> Any:
    """What a format must say of a total: all of it, at most the full points, a share, or in words."""
    total = one.total
    extra = f" + {total.extra_earned} extra" if total.extra_earned else ""
    words = f"{total.earned} / {total.points}{extra}"
    return {
        "coursera": total.share, "prairielearn": total.share, "classroom50": total.capped,
        "edx": total.capped, "github": words, "html": words,
    }.get(name, total.sum)  # fmt: skip


def test_every_format_for_a_platform_has_a_check() -> None:
    """No format is written that is not checked by its consumer's rules."""
    assert set(format_names()) == set(platforms.CHECKS) | {"json", "text"}


@patient
@given(possible)
def test_any_report_is_accepted_everywhere_with_one_total(one: Report) -> None:
    """Whatever is in a report, each consumer takes it, and reads the one total if it reads any."""
    read = {name: check(format_named(name).write(one)) for name, check in platforms.CHECKS.items()}
    told = {name: total for name, total in read.items() if total is not None}
    assert {name: _as_the_platform_means_it(name, one) for name in told} == told


@pytest.mark.parametrize("name", format_names())
def test_golden_files(name: str) -> None:
    """Each format's golden file is what it writes; after a wanted change, run make_formats.py."""
    expected = make_formats.path(name).read_text(encoding="utf-8")
    assert expected == make_formats.written(name)


@pytest.mark.parametrize("name", format_names())
def test_nothing_private_is_in_what_a_student_can_get(name: str) -> None:
    """Only the formats for instructors hold what private cases asked; all others never do.

    Formats that are meant for instructors keep it back in a student's view.
    """
    form = format_named(name)
    whole = make_formats.example()
    given_to_students = whole.for_student() if form.for_instructors else whole
    texts = [form.write(given_to_students), form.write_stdout(given_to_students, "x.ipynb")]
    texts += form.write_extra_files(given_to_students).values()
    if form.together:
        texts.append(form.write_together([given_to_students] * 2))
    assert [] == [text for text in texts if "SECRET" in text]
    assert form.for_instructors is (name in ("json", "text"))


def test_gradescope_holds_private_cases_back_until_grades_are_published() -> None:
    """A private case is ``after_published``; before, nothing that is visible tells its verdict."""
    private = case("hidden", 0, 2, private=True, help="Look at W.", **SECRETS)
    content = json.loads(
        format_named("gradescope").write(made(exercise(case("open", 1, 1), private)))
    )
    seen = {test["name"]: test["visibility"] for test in content["tests"]}
    assert {"An exercise: open": "visible", "An exercise: hidden": "after_published"} == seen
    assert "Look at W." not in content["output"]
    assert "score" not in content


def test_titles_of_private_cases_are_told_where_a_platform_cannot_hold_them_back() -> None:
    """Where there is no later, a student sees a private case's title and verdict."""
    for name in ("prairielearn", "classroom50", "html", "coursera", "junit", "edx"):
        form = format_named(name)
        whole = "".join(
            [
                form.write(make_formats.example()),
                *form.write_extra_files(make_formats.example()).values(),
            ]
        )
        assert "three inputs" in whole, name


def test_one_test_case_has_one_outcome_and_a_name_of_its_own() -> None:
    """Equal titles are told apart, because readers ignore the second of a name."""
    content = format_named("junit").write(made(exercise(case("a", 1, 1), case("a", 0, 1))))
    assert ["a", "a (2)"] == [
        element.get("name") for element in ET.fromstring(content).iter("testcase")
    ]


def test_junitparser_reads_the_document(tmp_path: Path) -> None:
    """A library that others read JUnit with finds the same counts."""
    junitparser = pytest.importorskip("junitparser")
    path = tmp_path / "junit.xml"
    path.write_text(format_named("junit").write(make_formats.example()), encoding="utf-8")
    suites = list(junitparser.JUnitXml.fromfile(str(path)))
    assert [(4, 2, 0, 1), (1, 0, 1, 0), (1, 0, 0, 0)] == [
        (suite.tests, suite.failures, suite.errors, suite.skipped) for suite in suites
    ]


def test_several_submissions_in_one_document() -> None:
    """JUnit and CSV hold a class in one file; whose a suite or a row is, is said."""
    reports = [made(exercise(case("a", 1, 1))), made(exercise(case("a", 0, 1)))]
    assert 2 == len(ET.fromstring(format_named("junit").write_together(reports)))
    rows = platforms.table(format_named("csv").write_together(reports))
    assert ["1", "0"] == [row["total"] for row in rows]
    with pytest.raises(TypeError, match="one report only"):
        format_named("lti").write_together(reports)


@pytest.mark.parametrize(("text", "expected"), [
    ("a;=HYPERLINK(1);b.py", "a;'=HYPERLINK(1);b.py"),
    ("=1+1", "'=1+1"),
    (" \u00a0@SUM(A1)", "' \u00a0@SUM(A1)"),
    ('say "=1"', "say \"'=1\""),
    ("a|+1\tb,-2\n\uff1d3", "a|'+1\tb,'-2\n'\uff1d3"),
    ("jane@school.example, l-2 = 3", "jane@school.example, l-2 = 3"),
    ("'=1", "'=1"),
])  # fmt: skip
def test_a_formula_is_a_text_wherever_a_cell_may_begin(text: str, expected: str) -> None:
    """Whatever separates cells for the reader, what would be computed has an apostrophe."""
    assert expected == inert(text)


pieces = st.sampled_from(
    [";", ",", "|", "\t", "\n", '"', " ", "=", "+", "-", "@", "\uff1d", "a", "'"]
)


@given(st.text(st.characters(codec="utf-8")) | st.lists(pieces).map("".join))
def test_no_cell_is_a_formula(text: str) -> None:
    """No part of a text is computed, nothing but apostrophes is added, and that once."""
    cell = inert(text)
    for part in re.split('[;,|\t\n"]', cell):
        assert not part.lstrip().startswith(
            ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
        )
    lines = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
    assert lines.replace("'", "") == cell.replace("'", "")
    assert cell == inert(cell)


@patient
@given(possible, st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"), min_size=1))
def test_annotations_come_back_whole(one: Report, path: str) -> None:
    """The runner undoes our escaping: path and message arrive as they were, one line each."""
    report = one.for_student()
    text = commands(report, path)
    assert all(line.startswith("::") for line in text.removesuffix("\n").split("\n"))
    lines = text.split("\n")
    wrong = [part for part in report.exercises if part.earned < part.points]
    assert len(lines) - 1 == len(wrong) + 1


def test_annotations_are_one_for_an_exercise() -> None:
    """At most ten of a kind are shown, so there is never one for a case."""
    many = [exercise(case("a", 0, 1, help="50 %, see: b")) for _ in range(40)]
    found = platforms.commands(commands(made(*many), "a,b:c.ipynb"))
    assert 11 == len(found)
    assert {"a,b:c.ipynb"} == {properties["file"] for _, properties, _ in found}
    assert "50 %, see: b" == found[0][2]


def test_a_summary_fits() -> None:
    """A summary that GitHub would refuse is cut, and says so."""
    huge = [exercise(case("x" * 400, 0, 1, help="y" * 400)) for _ in range(2000)]
    content = format_named("github").write(made(*huge))
    assert len(content.encode()) <= LARGEST
    assert content.endswith("see the report's other forms.\n")


@pytest.mark.parametrize("letter", ["\x01", "\x1b", "😀", '"', "\\"])
def test_a_flood_fits_everywhere(letter: str) -> None:
    """Whatever a submission prints and returns, the results stay below the platforms' 1 MB."""
    fields = dict.fromkeys(("called", "expected", "got", "printed", "where"), letter * 100000)
    many = exercise(*(case(f"case {n}", 0, 1, help="Look at W.", **fields) for n in range(100)))
    for name in ("prairielearn", "gradescope", "classroom50", "github", "coursera"):
        text = format_named(name).write(made(many))
        assert len(text.encode()) < 1_000_000, name
        assert "\x1b" not in text


@given(st.text(st.characters(codec="utf-8")))
def test_markdown_shows_a_text_as_it_is(text: str) -> None:
    """A learner's text neither ends its block nor becomes markup."""
    block = fenced(text)
    fence = re.match("`+", block)[0]
    assert 2 == sum(line == fence for line in block.splitlines()[1:]) + 1
    shown = escaped(text)
    assert not re.search(r"[<>|@]", shown)
    assert not re.match(r"[-+#>=]", shown)


def test_formats_are_listed_with_an_example() -> None:
    """Each says who reads it and shows a command that names it."""
    for format_ in all_formats():
        assert format_.about
        assert f"--to {format_.name}" in format_.example
