"""Which file of a student counts, and one file or folder of a class that has a gradebook."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from click.testing import CliRunner
from handed_in import RIGHT, WRONG, book_of, written, zipped

from grader.commandline.main import main
from grader.gradebook import Gradebook, read_class
from grader.intake.collect import collect

OWN = "C2_W1_Assignment.ipynb"


@pytest.mark.parametrize(
    ("files", "chosen"),
    [
        ((OWN, "Untitled.ipynb"), OWN),
        ((OWN, "C2_W1_Assignment-Copy1.ipynb"), OWN),
        ((OWN, f"Labs/{OWN}", "Labs/Lab_1.ipynb"), OWN),
        (("C2_W1_Assignment-1.ipynb", "Untitled.ipynb"), "C2_W1_Assignment-1.ipynb"),
        ((f"old/{OWN}", f"new/{OWN}"), None),
        ((OWN, "C2_W1_Assignment-1.ipynb"), None),
        ((OWN, "C2_W1_Assignment (1).ipynb"), None),
        (("a.ipynb", "b.ipynb"), None),
    ],
)
@pytest.mark.parametrize(
    "pattern", [None, re.compile(r"(?P<student_id>[^/]+)/(?:.*/)?(?P<file_id>.*)")]
)
def test_the_assignments_own_name_counts(
    tmp_path: Path, files: tuple[str, ...], chosen: str | None, pattern: re.Pattern[str] | None
) -> None:
    """Of several files the assignment's own notebook and the outermost place count, or it is asked."""
    paths = {f"{name}/{file}": "" for name in ("jane", "bo") for file in files}
    folder = written(tmp_path / "week", paths)
    with ExitStack() as opened:
        whole = collect([folder], opened, pattern, notebooks=frozenset({OWN}))
    found = [file for file in whole.handed_in if file.submitter.student.id == "jane"]
    if chosen is None:
        assert all(file.reason for file in found)
    else:
        assert [(f"jane/{chosen}", "")] == [(str(file.entry.path), file.reason) for file in found]


def test_what_lies_in_a_folder_that_is_handed_out_is_not_meant(tmp_path: Path) -> None:
    """A renamed notebook counts, and not the labs beside it in the folder they came in."""
    files = {"ed/renamed.ipynb": "", "ed/Labs/Lab_1.ipynb": "", "bo/Labs/Lab_1.ipynb": ""}
    with ExitStack() as opened:
        whole = collect([written(tmp_path / "week", files)], opened, helpers=frozenset({"Labs"}))
    assert ["bo/Labs/Lab_1.ipynb", "ed/renamed.ipynb"] == [
        str(file.entry.path) for file in whole.handed_in if not file.reason
    ]


def graded(*arguments: str | Path) -> None:
    """A run of the command that ends well."""
    result = CliRunner().invoke(main, [*map(str, arguments)])
    assert 0 == result.exit_code, result.output


@pytest.mark.parametrize("named", ["week/s001/lab.ipynb", "week/s001", "week/s001/../s001"])
def test_one_student_of_a_class_is_graded_again(tmp_path: Path, named: str) -> None:
    """One file or folder of a class that has a gradebook is its student's, and nobody else's."""
    right, wrong = book_of(*RIGHT), book_of(*WRONG)
    folder = written(tmp_path / "week", {"s001/lab.ipynb": wrong, "s002/lab.ipynb": right})
    book = tmp_path / "week.gradebook"
    graded(folder, "--book", book)
    written(folder, {"s001/lab.ipynb": right})
    graded(tmp_path / named, "--book", book)
    assert {"s001": (40, 2), "s002": (40, 1)} == {
        row.student.id: (row.points, row.attempts) for row in read_class(book).rows
    }


def test_a_late_comer_is_graded_alone(tmp_path: Path) -> None:
    """A new student's file beside the others' is the student's whose folder it is."""
    folder = written(tmp_path / "week", {"s001/lab.ipynb": "", "s002/lab.ipynb": ""})
    files = {"s001/lab.ipynb": "s001", "s002/lab.ipynb": "s002"}
    written(folder, {"s003/deep/lab.ipynb": ""})
    for named in ("s003/deep/lab.ipynb", "s003/deep", "s003"):
        with ExitStack() as opened:
            (file,) = collect([folder / named], opened, students=files).handed_in
        assert ("s003", "s003/deep/lab.ipynb") == (file.submitter.student.id, str(file.entry.path))


def test_files_that_were_named_keep_their_names(tmp_path: Path) -> None:
    """Of files that were named one by one each has the name again that it had among the others."""
    folder = written(tmp_path, {"a/lab.ipynb": book_of(*RIGHT), "b/lab.ipynb": book_of(*WRONG)})
    book = tmp_path / "named.gradebook"
    graded(folder / "a/lab.ipynb", folder / "b/lab.ipynb", "--book", book)
    graded(folder / "b/lab.ipynb", "--book", book)
    with Gradebook(book) as opened:
        assert ["a/lab", "b/lab"] == opened.students()
        assert {"a/lab.ipynb": "a/lab", "b/lab.ipynb": "b/lab"} == opened.files()


def test_another_folder_is_another_class(tmp_path: Path) -> None:
    """A second folder beside the first is a class, not one of the first one's students."""
    written(tmp_path / "one", {"jane/lab.ipynb": "", "bo/lab.ipynb": ""})
    folder = written(tmp_path / "two", {"eve/lab.ipynb": "", "fay/lab.ipynb": ""})
    with ExitStack() as opened:
        whole = collect([folder], opened, students={"jane/lab.ipynb": "jane", "x.ipynb": "x"})
    assert ["eve", "fay"] == [file.submitter.student.id for file in whole.handed_in]


def test_a_students_archive_is_graded_again(tmp_path: Path) -> None:
    """A student's own zip, named alone, is that student's, where all have handed in zips."""
    folder = tmp_path / "week"
    folder.mkdir()
    for number, name in enumerate(("ann", "bo")):
        zipped(folder / f"{name}.zip", {"lab.py": f"x = {number}"})
    book = tmp_path / "week.gradebook"
    graded(folder, "--book", book)
    graded(folder / "bo.zip", "--book", book)
    assert ["ann", "bo"] == [row.student.id for row in read_class(book).rows]
    assert [1, 1] == [row.attempts for row in read_class(book).rows]
