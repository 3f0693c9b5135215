"""Feedback back into the platform: zips in which each page is found by its importer's own rule."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from make_formats import example

from grader.commandline.main import main
from grader.gradebook.classes import Class, Row, Student
from grader.sheets import SheetError, class_format_named
from grader.sheets.class_targets import write_to_targets

FILES = {
    "canvas-feedback": ("in/doejane_11_901_lab_2.ipynb", "in/roe_LATE_12_902_lab.ipynb"),
    "moodle-feedback": (
        "Jane_Doe_x_11_assignsubmission_file/lab.ipynb",
        "in/Jo Roe_12_assignsubmission_file_/lab.ipynb",
    ),
}


def klass(name: str) -> Class:
    """Two students with reports, and one who is missing."""
    jane, john = FILES[name]
    if name == "moodle-feedback":
        jane = jane.replace("Jane_Doe_x", "Jane Doe")
    rows = (
        Row(student=Student(id="11", last_name="Jane_/../Doe"), report=example(), points=15, file=jane),
        Row(student=Student(id="12", last_name="~Jo"), report=example(), points=12, file=john,
            comment="Well argued."),
        Row(student=Student(id="13")),
    )  # fmt: skip
    return Class(title="Week 1", points=20, extra_points=4, rows=rows)


def of_canvas(name: str) -> tuple[str, str]:
    """The user and the file handed in, as Canvas's importer takes them from a name."""
    numbers = [part for part in name.split("_") if re.fullmatch(r"\d+", part)]
    return numbers[0], numbers[1]


def of_moodle(name: str) -> tuple[str, str]:
    """The participant and the plugin, as Moodle's importer takes them from a name."""
    assert not name.startswith((".", "~"))
    _, number, kind, plugin, _ = name.split("_", 4)
    return number, f"{kind}_{plugin}"


@pytest.mark.parametrize("name", FILES)
def test_a_platform_finds_whose_each_page_is(name: str, tmp_path: Path) -> None:
    """There is a page for each with a report, with the comments, without private cases."""
    store = class_format_named(name).store
    assert store is not None
    for path in (tmp_path / "a.zip", tmp_path / "b.zip"):
        store(klass(name), path)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        pages = {entry: archive.read(entry).decode() for entry in archive.namelist()}
    assert not [entry for entry in pages if "/" in entry or not entry.endswith(".html")]
    if name == "canvas-feedback":
        assert {("11", "901"), ("12", "902")} == {of_canvas(entry) for entry in pages}
    else:
        wanted = {("11", "assignfeedback_file"), ("12", "assignfeedback_file")}
        assert wanted == {of_moodle(entry) for entry in pages}
    (johns,) = [page for entry, page in pages.items() if "_12_" in entry]
    assert "Well argued." in johns
    assert "SECRET" not in johns


@pytest.mark.parametrize("name", FILES)
def test_a_page_of_nobody_is_refused_by_name(name: str, tmp_path: Path) -> None:
    """What was not downloaded from there cannot go back; who it is, is said, nothing is written."""
    whole = klass(name)
    stray = msgspec.structs.replace(whole.rows[0], file="jane/lab.ipynb")
    whole = msgspec.structs.replace(whole, rows=(stray, *whole.rows[1:]))
    with pytest.raises(SheetError, match=r"(?s)Doe.*Nothing was written"):
        list(write_to_targets(whole, (f"{name}={tmp_path / 'a.zip'}",), None, ""))
    assert [] == list(tmp_path.iterdir())
    list(write_to_targets(whole, (f"{name}={tmp_path / 'a.zip'}",), None, "", ("11",)))
    assert 1 == len(zipfile.ZipFile(tmp_path / "a.zip").namelist())


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("head_is_held", [False, True])
def test_a_group_hands_in_once_and_has_one_page(
    name: str, tmp_path: Path, *, head_is_held: bool
) -> None:
    """Who has a mark by another member's file has no page there, and is named; the rest goes."""
    whole = klass(name)
    head = msgspec.structs.replace(whole.rows[0], group="team", held=head_is_held)
    member = msgspec.structs.replace(head, student=Student(id="14", last_name="Poe"), held=False)
    whole = msgspec.structs.replace(whole, rows=(head, member, *whole.rows[1:]))
    said = list(write_to_targets(whole, (f"{name}={tmp_path / 'a.zip'}",), None, ""))
    assert any("another member of the group handed in: Poe (14)" in line for line in said)
    pages = zipfile.ZipFile(tmp_path / "a.zip").namelist()
    assert (1 if head_is_held else 2) == len(pages)


def test_what_is_held_back_is_in_no_zip(tmp_path: Path) -> None:
    """A page of a mark that is held back does not leave."""
    whole = klass("canvas-feedback")
    held = msgspec.structs.replace(whole.rows[0], held=True)
    whole = msgspec.structs.replace(whole, rows=(held, *whole.rows[1:]))
    list(write_to_targets(whole, (f"canvas-feedback={tmp_path / 'a.zip'}",), None, ""))
    (entry,) = zipfile.ZipFile(tmp_path / "a.zip").namelist()
    assert "_12_" in entry


def test_the_formats_are_listed() -> None:
    """``grader formats`` names both."""
    said = CliRunner().invoke(main, ["formats"]).output
    assert all(name in said for name in FILES)
