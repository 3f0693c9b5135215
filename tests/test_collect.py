"""Whose the files are that a class handed in, and what none of them can do."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from handed_in import MB, RIGHT, book_of, found, hostile_zip, written, zipped

from grader.intake.collect import Collected, collect
from grader.intake.found_files import CollectError, UnreadableError
from grader.intake.platforms import canvas, moodle


@pytest.fixture
def collected() -> Iterator[Callable[..., Collected]]:
    """Collects; the zips are closed at the end."""
    with ExitStack() as opened:
        yield lambda *paths, **more: collect(paths, opened, **more)


# ---------------------------------------------------------------- whose it is


@pytest.mark.parametrize(
    ("name", "student", "last_name", "file"),
    [
        ("doejane_1234_56789_lab.ipynb", "1234", "doejane", "lab.ipynb"),
        ("doejane_LATE_1234_56789_my_lab_2.ipynb", "1234", "doejane", "my_lab_2.ipynb"),
        ("anon_Ab12x_56789_lab.ipynb", "anon_Ab12x", "", "lab.ipynb"),
        ("LATE_anon_Ab12x_56789_lab.ipynb", "anon_Ab12x", "", "lab.ipynb"),
        ("müllerjürgen_12_34_lab.ipynb", "12", "müllerjürgen", "lab.ipynb"),
    ],
)
def test_canvas_names(name: str, student: str, last_name: str, file: str) -> None:
    """The names Canvas gives: name, LATE, user, file's number, file."""
    who = canvas.canvas(PurePosixPath(name))
    assert who is not None
    assert (student, last_name, file) == (who.student.id, who.student.last_name, who.file)


@pytest.mark.parametrize("name", ["lab.ipynb", "lab_1.ipynb", "jane.ipynb", "lab_1_2.ipynb"])
def test_other_names_are_not_canvas(name: str) -> None:
    """A name of somebody's own choice is none of Canvas's."""
    assert None is canvas.canvas(PurePosixPath(name))


def test_the_number_of_a_file_at_canvas() -> None:
    """Canvas's own number of the file orders the attempts; what the student called it does not."""
    who = canvas.canvas(PurePosixPath("doejane_1_952_week-2.ipynb"))
    assert who is not None
    assert 952 == who.attempt_number


def test_what_else_canvas_gives(tmp_path: Path, collected: Any) -> None:
    """A PDF, a text that was typed in and two files in one submission are rows with a reason."""
    path = zipped(
        tmp_path / "submissions.zip",
        {
            "doejane_1_11_lab.ipynb": "a",
            "doejane_1_12_lab-1.ipynb": "b",
            "roejohn_2_13_report.pdf": "c",
            "poemax_3_14_lab.ipynb": "d",
            "poemax_3_15_data.csv": "e",
            "moeann_LATE_4_text.html": "f",
            "loeian_5_16_lab.ipynb.txt": "g",
        },
    )
    assert {
        "1": "(several files could be meant: doejane_1_11_lab.ipynb, doejane_1_12_lab-1.ipynb. "
        "Keep one, or use --pattern)",
        "2": "(roejohn_2_13_report.pdf is no notebook and no script)",
        "3": "poemax_3_14_lab.ipynb",
        "4": "(a text was handed in, and no file)",
        "5": "loeian_5_16_lab.ipynb.txt",
    } == found(collected(path))


@pytest.mark.parametrize(
    ("path", "student", "last_name"),
    [
        ("Jane Doe_1234_assignsubmission_file/lab.ipynb", "1234", "Jane Doe"),
        ("Jane Doe_1234_assignsubmission_file_/part/lab.ipynb", "1234", "Jane Doe"),
        ("Participant_12_assignsubmission_file_lab.ipynb", "12", ""),
    ],
)
def test_moodle_names(path: str, student: str, last_name: str) -> None:
    """The names Moodle gives, with and without folders, blind or not."""
    who = moodle.moodle(PurePosixPath(path))
    assert who is not None
    assert (student, last_name, "lab.ipynb") == (who.student.id, who.student.last_name, who.file)


METADATA = """\
submission_1:
  :submitters:
  - :name: Jane Doe
    :sid: '123'
    :email: jane@example.org
  - :name: John Roe
    :sid: '124'
    :email: john@example.org
  :created_at: 2026-11-02 18:40:24.540461000 Z
submission_2:
  :submitters:
  - :name: Max Muster
    :email: max@example.org
  :created_at: 2026-11-03 08:00:00.000000000 Z
"""


def test_gradescope_names(tmp_path: Path, collected: Any) -> None:
    """Gradescope's export names the students beside the folders; a group is as many rows."""
    text = book_of(*RIGHT)
    path = zipped(
        tmp_path / "export.zip",
        {
            "assignment_7_export/submission_metadata.yml": METADATA,
            "assignment_7_export/submission_1/lab.ipynb": text,
            "assignment_7_export/submission_2/lab.ipynb": text,
        },
    )
    rows = {
        submission.submitter.student.id: submission.submitter
        for submission in collected(path).handed_in
    }
    assert {"123", "124", "max@example.org"} == set(rows)
    assert "2026-11-02T18:40:24+00:00" == rows["124"].handed_in
    assert "Max Muster" == rows["max@example.org"].student.last_name


def test_a_pattern_as_nbgrader_has_it(tmp_path: Path, collected: Any) -> None:
    """Named groups say who, when and which attempt; what does not match is ignored."""
    folder = written(
        tmp_path,
        {
            "ps1_jdoe_attempt_2017-01-30-15-30-10_2_lab.ipynb": "a",
            "ps1_jdoe_attempt_2017-01-29-15-30-10_1_lab.ipynb": "b",
            "readme.ipynb": "c",
        },
    )
    pattern = re.compile(
        r"ps1_(?P<student_id>\w+)_attempt_(?P<timestamp>[0-9-]+)_(?P<attempt>\d+)_(?P<file_id>.*)"
    )
    whole = collected(folder, pattern=pattern)
    assert [(1, "2017-01-29T15:30:10"), (2, "2017-01-30T15:30:10")] == [
        (submission.submitter.attempt_number, submission.submitter.handed_in)
        for submission in whole.handed_in
    ]
    assert 1 == whole.ignored


def test_folders_and_files_are_students(tmp_path: Path, collected: Any) -> None:
    """A folder for each student, or a file; what the assignment hands out is nobody's work."""
    folder = written(
        tmp_path / "in",
        {
            "jane/lab.ipynb": "a",
            "jane/autils.py": "",
            "jane/data/X.npy": "",
            "data/X.npy": "",
            "pictures/curves.py": "",
            "without/autils.py": "",
            "data.py": "c",
            "john.py": "b",
            "autils.py": "",
            ".ipynb_checkpoints/john.ipynb": "",
            "__MACOSX/x.ipynb": "",
            "two/a.ipynb": "",
            "two/b.ipynb": "",
            "pdf/report.pdf": "",
            "notes.txt": "",
        },
    )
    rows = found(collected(folder, helpers=frozenset({"autils.py", "data", "pictures"})))
    assert {"jane", "john", "two", "pdf", "without", "data"} == set(rows)
    assert "there is no notebook and no script beside autils.py" in rows["without"]
    assert ("jane/lab.ipynb", "john.py") == (rows["jane"], rows["john"])
    assert "data.py" == rows["data"]
    assert "several files could be meant: a.ipynb, b.ipynb" in rows["two"]
    assert "report.pdf is no notebook" in rows["pdf"]


def test_the_time_beside_a_notebook(tmp_path: Path, collected: Any) -> None:
    """The time that nbgrader writes beside what it collects is the time of handing in."""
    files = {"jane/ps1/lab.ipynb": "a", "jane/ps1/timestamp.txt": "2026-11-02 15:58:23.948203 UTC"}
    (one,) = collected(written(tmp_path, files)).handed_in
    assert "2026-11-02T15:58:23+00:00" == one.submitter.handed_in


@pytest.mark.parametrize(
    ("files", "students"),
    [
        (("a/submit.ipynb", "b/submit.ipynb", "c.ipynb"), ("a/submit", "b/submit", "c")),
        (("a/x/submit.py", "b/x/submit.py"), ("a/x/submit", "b/x/submit")),
        (("lab.ipynb", "lab.py"), ("lab.ipynb", "lab.py")),
        (("a/lab.ipynb", "a/lab.py", "b/lab.py"), ("a/lab.ipynb", "a/lab.py", "b/lab.py")),
        (("a/lab.ipynb", "a/../a/lab.ipynb"), ("lab",)),
        (("j\u00f6rg.py", "jo\u0308rg.py"), ("jörg", "jörg (2)")),
        (("lab.ipynb", "lab.py", "lab.ipynb.py"), ("lab.ipynb", "lab.ipynb (2)", "lab.py")),
        (("ann_1_2_lab.py", "bo_2_3_lab.py"), ("1", "2")),
        (("ann_1_2_lab.py", "bo_2_3_lab.py", "more.py"), ("1", "2", "more")),
        (("a/1.py", "b/1.py", "c/d/1.txt"), ("a/1", "b/1", "d/1")),
    ],
)
def test_files_that_are_named(
    tmp_path: Path, collected: Any, files: tuple[str, ...], students: tuple[str, ...]
) -> None:
    """Files are called by their names, with folders or endings where these are alike."""
    folder = written(tmp_path, dict.fromkeys(files, ""))
    whole = collected(*(folder / name for name in files))
    assert list(students) == [file.submitter.student.id for file in whole.handed_in]


def test_a_link_that_is_named(tmp_path: Path, collected: Any) -> None:
    """A file that is a link is a row; a folder or a zip that is one is refused in a sentence."""
    folder = written(tmp_path, {"lab.py": "", "in/ann/lab.py": ""})
    zipped(folder / "class.zip", {"ann/lab.py": ""})
    for name, target in (("link.py", "lab.py"), ("link", "in"), ("link.zip", "class.zip")):
        (folder / name).symlink_to(target)
    (file,) = collected(folder / "link.py").handed_in
    with pytest.raises(UnreadableError, match="it is a link, and links are not followed"):
        file.entry.read(10)
    for name in ("link", "link.zip"):
        with pytest.raises(CollectError, match="is a link, and links are not followed"):
            collected(folder / name)


def test_the_folder_around_a_zip(tmp_path: Path, collected: Any) -> None:
    """A zip made of a folder has that folder around all; it is nobody's name."""
    path = zipped(tmp_path / "class.zip", {"class/jane.ipynb": "a", "class/john.ipynb": "b"})
    assert {"jane", "john"} == set(found(collected(path)))


def test_nothing_to_collect_is_said(tmp_path: Path, collected: Any) -> None:
    """An empty folder, a damaged zip and a missing file are sentences."""
    (tmp_path / "bad.zip").write_bytes(b"PK\3\4 but no more")
    (tmp_path / "empty").mkdir()
    for path, says in ((tmp_path / "empty", "no notebook"), (tmp_path / "bad.zip", "cannot be read as a zip"),
                       (tmp_path / "none.ipynb", "no file")):  # fmt: skip
        with pytest.raises(CollectError, match=says):
            collected(path)


# ---------------------------------------------------------------- what a zip may try


def test_a_zip_can_do_no_harm(tmp_path: Path, collected: Any) -> None:
    """What leads out, links, is encrypted, damaged or too large is a row with its reason."""
    whole = collected(hostile_zip(tmp_path / "class.zip"))
    rows = found(whole)
    assert "good/lab.ipynb" == rows["good"]
    for name in ("evil", "etc", "windows"):
        assert "leads out" in rows[name]
    assert "is a link" in rows["link"]
    assert "encrypted" in rows["locked"]
    by_name = {submission.submitter.student.id: submission for submission in whole.handed_in}
    for name, says in (("large", "allowed"), ("damaged", "damaged in the zip")):
        with pytest.raises(Exception, match=says):
            by_name[name].entry.read(2 * MB)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_folder_can_do_no_harm(tmp_path: Path, collected: Any) -> None:
    """A link is not followed and a pipe is not waited for."""
    (tmp_path / "secret.txt").write_text("x")
    folder = written(tmp_path / "in", {"jane.ipynb": "a"})
    (folder / "link.ipynb").symlink_to(tmp_path / "secret.txt")
    (folder / "away").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.ipynb")
    whole = collected(folder)
    assert "is a link" in found(whole)["link"]
    pipe = next(
        submission for submission in whole.handed_in if submission.submitter.student.id == "pipe"
    )
    with pytest.raises(Exception, match="not a regular file"):
        pipe.entry.read(MB)
