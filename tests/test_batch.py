"""A class at a time: what is found, what is graded, what is kept, and what nothing can stop."""

from __future__ import annotations

import json
import os
import re
import signal
import stat
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from click.testing import CliRunner, Result

from grader.assignment import loading
from grader.batch import file_names as names
from grader.batch.collect import Collected, collect
from grader.batch.entries import CollectError
from grader.batch.jobs import Job
from grader.batch.ledger import Ledger
from grader.batch.local import Local
from grader.commandline.main import main
from grader.gradebook import Class, Gradebook, read_class
from grader.grading.grader import Grader
from grader.submissions.reading import read
from grader.suite import Suite

ROOT = Path(__file__).resolve().parents[1]
MB = 1 << 20
RIGHT = (
    "import numpy as np\nfrom autils import *",
    (
        "def my_dense(a_in, W, b, g):\n"
        "    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])])"
    ),
    "def my_dense_v(A_in, W, b, g):\n    return g(A_in @ W + b)",
)
WRONG = (RIGHT[0], RIGHT[1].replace("+ b[j]", "- b[j]"))
ENDS = (RIGHT[0], RIGHT[1].replace("    return", "    import os; os._exit(1)\n    return"))


def book_of(*cells: str) -> str:
    """A notebook with these cells."""
    made = [
        {"cell_type": "code", "source": one, "metadata": {}, "outputs": [], "execution_count": None}
        for one in cells
    ]
    return json.dumps({"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})


def written(folder: Path, files: dict[str, str]) -> Path:
    """A folder with these files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    """A zip with these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def collected() -> Iterator[Callable[..., Collected]]:
    """Collects; the zips are closed at the end."""
    with ExitStack() as opened:
        yield lambda *paths, **more: collect(paths, opened, **more)


def found(whole: Collected) -> dict[str, str]:
    """By the student, the file, or the reason in brackets."""
    return {
        one.who.student.id: f"({one.reason})" if one.reason else str(one.entry.path)
        for one in whole.handed_in
    }


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
    who = names.canvas(PurePosixPath(name))
    assert who is not None
    assert (student, last_name, file) == (who.student.id, who.student.last_name, who.file)


@pytest.mark.parametrize("name", ["lab.ipynb", "lab_1.ipynb", "jane.ipynb", "lab_1_2.ipynb"])
def test_other_names_are_not_canvas(name: str) -> None:
    """A name of somebody's own choice is none of Canvas's."""
    assert None is names.canvas(PurePosixPath(name))


def test_a_later_attempt_at_canvas() -> None:
    """Canvas counts a student's later files; the first has no number."""
    who = names.canvas(PurePosixPath("doejane_1_2_lab-2.ipynb"))
    assert who is not None
    assert 3 == who.number


def test_what_else_canvas_gives(tmp_path: Path, collected: Any) -> None:
    """A student who handed in a PDF has a row, several attempts of one are in their order."""
    path = zipped(
        tmp_path / "submissions.zip",
        {
            "doejane_1_11_lab.ipynb": "a",
            "doejane_1_12_lab-1.ipynb": "b",
            "roejohn_2_13_report.pdf": "c",
            "poemax_3_14_lab.ipynb": "d",
            "poemax_3_15_data.csv": "e",
        },
    )
    rows = [(one.who.student.id, one.who.number, one.reason) for one in collected(path).handed_in]
    words = "roejohn_2_13_report.pdf is no notebook and no script"
    assert [("1", None, ""), ("1", 2, ""), ("2", None, words), ("3", None, "")] == rows


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
    who = names.moodle(PurePosixPath(path))
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
    rows = {one.who.student.id: one.who for one in collected(path).handed_in}
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
    assert [(1, "2017-01-29T15:30:10+00:00"), (2, "2017-01-30T15:30:10+00:00")] == [
        (one.who.number, one.who.handed_in) for one in whole.handed_in
    ]
    assert 1 == whole.ignored


def test_a_pattern_needs_the_student(tmp_path: Path) -> None:
    """A pattern that names no student, or is none, is a usage error."""
    for pattern, says in (("x", "student_id"), ("(", "unterminated")):
        result = run(tmp_path, "--pattern", pattern)
        assert (2, True) == (result.exit_code, says in result.output)


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
    assert "2026-11-02T15:58:23+00:00" == one.who.handed_in


def test_files_of_the_same_name(tmp_path: Path, collected: Any) -> None:
    """Several files are told apart by their names, or by their folders if these are the same."""
    folder = written(tmp_path, {"a/submit.ipynb": "a", "b/submit.ipynb": "b", "c.ipynb": "c"})
    paths = [folder / "a/submit.ipynb", folder / "b/submit.ipynb", folder / "c.ipynb"]
    assert {"a/submit", "b/submit", "c"} == set(found(collected(*paths)))


def test_the_folder_around_a_zip(tmp_path: Path, collected: Any) -> None:
    """A zip made of a folder has that folder around all; it is nobody's name."""
    path = zipped(tmp_path / "class.zip", {"class/jane.ipynb": "a", "class/john.ipynb": "b"})
    assert {"jane", "john"} == set(found(collected(path)))


def test_nothing_to_collect_is_said(tmp_path: Path, collected: Any) -> None:
    """An empty folder, a damaged zip and a missing file are sentences."""
    (tmp_path / "bad.zip").write_bytes(b"PK\3\4 but no more")
    for path, says in ((tmp_path, "no notebook"), (tmp_path / "bad.zip", "cannot be read as a zip"),
                       (tmp_path / "none.ipynb", "no file")):  # fmt: skip
        with pytest.raises(CollectError, match=says):
            collected(path)


# ---------------------------------------------------------------- what a zip may try


def hostile_zip(path: Path) -> Path:
    """A zip in which somebody tries all that a zip can."""
    zipped(
        path,
        {
            "good/lab.ipynb": book_of(*RIGHT),
            "../../evil.ipynb": "x",
            "/etc/absolute.ipynb": "x",
            "C:\\windows\\drive.ipynb": "x",
            "large/lab.ipynb": b"\0" * (3 * MB),
        },
    )
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        link = zipfile.ZipInfo("link/lab.ipynb")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        for name in ("damaged/lab.ipynb", "locked/lab.ipynb"):
            archive.writestr(name, book_of(*RIGHT))
    content = bytearray(path.read_bytes())
    at = content.index(b"damaged/lab.ipynb")
    content[at + 40 : at + 60] = b"?" * 20  # in the middle of what is packed
    for mark, back in ((b"PK\3\4", 24), (b"PK\1\2", 38)):  # bit 0 of the flags: encrypted
        at = (
            content.rindex(b"locked/lab.ipynb")
            if back == 38
            else content.index(b"locked/lab.ipynb")
        )
        at = content.rindex(mark, 0, at)
        content[at + (6 if back == 24 else 8)] |= 1
    path.write_bytes(content)
    return path


def test_a_zip_can_do_no_harm(tmp_path: Path, collected: Any) -> None:
    """What leads out, links, is encrypted, damaged or too large is a row with its reason."""
    whole = collected(hostile_zip(tmp_path / "class.zip"))
    rows = found(whole)
    assert "good/lab.ipynb" == rows["good"]
    for name in ("evil", "etc", "windows"):
        assert "leads out" in rows[name]
    assert "is a link" in rows["link"]
    assert "encrypted" in rows["locked"]
    by_name = {one.who.student.id: one for one in whole.handed_in}
    for name, says in (("large", "allowed"), ("damaged", "damaged in the zip")):
        with pytest.raises(Exception, match=says):
            by_name[name].entry.read(2 * MB)


def test_a_hostile_zip_is_graded(suite: Suite, tmp_path: Path) -> None:
    """A zip is graded without being unpacked: nothing is written beside it, each entry has a row."""
    path, book = hostile_zip(tmp_path / "class.zip"), tmp_path / "b.gradebook"
    assert 2 == run(path, "--book", book).exit_code
    rows = {row.student.id: row for row in read_class(book).rows}
    assert 8 == len(rows)
    assert 40 == rows.pop("good").points
    assert all(row.points is None and row.reason for row in rows.values())
    assert {"class.zip", "b.gradebook"} == {one.name for one in tmp_path.iterdir()}


def test_ctrl_c_keeps_what_is_graded(suite: Suite, tmp_path: Path) -> None:
    """Stopped by hand, the command says that it can go on, and leaves with 130."""
    folder = written(tmp_path / "in", {f"s{n}.ipynb": book_of(*RIGHT, f"# {n}") for n in range(40)})
    command = [sys.executable, "-m", "grader", str(folder), "--book", str(tmp_path / "b.gradebook")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE, text=True)  # fmt: skip
    until = time.monotonic() + 60
    while _gradings(tmp_path / "b.gradebook") < 2 and time.monotonic() < until:
        time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert (130, True) == (process.returncode, "the same command goes on" in said)


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
    pipe = next(one for one in whole.handed_in if one.who.student.id == "pipe")
    with pytest.raises(Exception, match="not a regular file"):
        pipe.entry.read(MB)


# ---------------------------------------------------------------- grading a class


def run(*arguments: object) -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture(scope="module")
def graded(
    suite: Suite, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Result, Class, Path, Path]:
    """A class that has been graded once: the command's result, the class, its folder and book."""
    folder = tmp_path_factory.mktemp("class")
    written(
        folder / "in",
        {
            "anna.ipynb": book_of(*RIGHT),
            "bert.ipynb": book_of(*WRONG),
            "copy.ipynb": book_of(*RIGHT),
            "dies.ipynb": book_of(*ENDS),
            "open.ipynb": '{"cells": [',
        },
    )
    book = folder / "class.gradebook"
    out = folder / "{}.json"
    result = run(folder / "in", "--book", book, "--to", f"json={out}")
    return result, read_class(book), folder, book


def test_every_file_has_its_row(graded: Any) -> None:
    """Right, wrong, dying and broken: each has its row, its points or its reason."""
    result, whole, _, _ = graded
    points = {row.student.id: row.points for row in whole.rows}
    assert {"anna": 40, "bert": 0, "copy": 40, "dies": 0, "open": None} == points
    assert "its JSON ends early" in whole.rows[-1].reason
    assert 2 == result.exit_code  # one file cannot be graded
    assert "4 students with points" in result.stdout
    assert "grading: 5/5" in result.stderr


def test_the_same_code_is_graded_once(graded: Any) -> None:
    """Who handed in the same code has the same marks, and each the own file's name."""
    result, whole, _, _ = graded
    anna, copy = whole.rows[0], whole.rows[2]
    assert anna.report.exercises == copy.report.exercises
    assert "copy.ipynb" == copy.report.provenance.submission
    assert "3 submissions graded; 1 unchanged; 1 that cannot be read" in result.stdout


def test_points_are_those_of_each_alone(graded: Any, suite: Suite) -> None:
    """A report of a class is that of the file graded by itself, but for the time it took."""
    _, whole, folder, _ = graded
    with Grader(suite) as grader:
        alone = grader.grade(folder / "in" / "bert.ipynb")
    assert alone.exercises == whole.rows[1].report.exercises


def test_reports_go_to_their_paths(graded: Any) -> None:
    """``--to FORMAT=PATH`` has a file for each student."""
    _, _, folder, _ = graded
    made = json.loads((folder / "copy.json").read_text())
    assert 40 == made["total"]["earned"] + made["total"]["extra_earned"]
    assert not (folder / "open.json").exists()


def test_what_is_unchanged_is_not_graded_again(graded: Any) -> None:
    """The same command grades nothing; a file that was saved without a change is no new attempt."""
    _, _, folder, book = graded
    (folder / "in" / "anna.ipynb").write_text(book_of(*RIGHT) + "\n")
    result = run(folder / "in", "--book", book)
    assert "0 submissions graded; 4 unchanged" in result.stdout
    assert [1, 1, 1, 1, 1] == [row.attempts for row in read_class(book).rows]


def test_a_book_is_made_beside_a_folder(graded: Any, tmp_path: Path, monkeypatch: Any) -> None:
    """A folder NAME has its gradebook NAME.gradebook where the command is run, for its owner."""
    monkeypatch.chdir(tmp_path)
    run(written(tmp_path / "week1", {"x.ipynb": book_of(*WRONG)}))
    assert 0o600 == stat.S_IMODE((tmp_path / "week1.gradebook").stat().st_mode)


def test_a_new_file_is_a_new_attempt(graded: Any, tmp_path: Path) -> None:
    """A student's new code is graded and counts; the earlier attempt stays in the history."""
    book, folder = tmp_path / "b.gradebook", tmp_path / "in"
    run(written(folder, {"eva.ipynb": book_of(*WRONG)}), "--book", book)
    run(written(folder, {"eva.ipynb": book_of(*RIGHT)}), "--book", book)
    (row,) = read_class(book).rows
    assert (2, 2, 40) == (row.attempt, row.attempts, row.points)


def test_a_kill_loses_those_in_flight(suite: Suite, tmp_path: Path) -> None:
    """After ``kill -9`` the same command goes on: what was written is not graded again."""
    count = 40  # enough that some are left when it is killed
    folder = written(
        tmp_path / "in",
        {f"s{n:02}.ipynb": book_of(*RIGHT, f"# {n}") for n in range(count)},
    )
    book = tmp_path / "class.gradebook"
    command = [sys.executable, "-m", "grader", str(folder), "--book", str(book), "--jobs", "2"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until = time.monotonic() + 60
    while _gradings(book) < 4 and time.monotonic() < until:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    written_before = _gradings(book)
    assert 4 <= written_before < count
    result = run(folder, "--book", book)
    assert (
        f"{count - written_before} submissions graded; {written_before} unchanged" in result.stdout
    )
    assert [40] * count == [row.points for row in read_class(book).rows]


def _gradings(path: Path) -> int:
    if not path.is_file() or not path.stat().st_size:
        return 0
    with Gradebook(path) as book:
        return sum(
            len(book.gradings(str(one))) for (one,) in book._rows("select digest from submissions")
        )


def test_no_more_are_read_than_are_graded(suite: Suite, tmp_path: Path) -> None:
    """Files are read when their turn comes, so that a large class needs no more memory."""
    path = written(tmp_path, {"a.ipynb": book_of("x = 1")}) / "a.ipynb"
    taken = []

    def jobs() -> Iterator[Job]:
        for number in range(20):
            taken.append(number)
            yield Job(read(path))

    with Grader(suite) as grader:
        for done, _ in enumerate(Local(grader, 1).run(jobs()), 1):
            assert len(taken) <= done + 2


# ---------------------------------------------------------------- a changed assignment


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small assignment of two exercises of one case each."""
    root = tmp_path_factory.mktemp("course")
    case = (
        "from grader.protocol.probes import Call\n"
        "from grader.suite import Case, Exercise, asking, returns\n"
        'EXERCISE = Exercise(name="{0}", title="{0}", order={1})\n'
        'CASES = (Case(exercise="{0}", title="of two", points={2}, '
        'ask=asking(Call("{0}", ("x",), (2,))), expect=returns({3})),)\n'
    )
    init = 'ASSIGNMENT = {"title": "Small"}\n__all__ = []\n'
    return written(
        root,
        {
            "public_tests/__init__.py": init,
            "public_tests/double.py": case.format("double", 1, 3, 4),
            "public_tests/square.py": case.format("square", 2, 5, 4),
            "assignment/helper.py": "",
        },
    )


def test_a_change_touches_its_exercise_alone(course: Path, tmp_path: Path) -> None:
    """After a change of one exercise's cases it alone is asked; old and new points are shown first."""
    folder, book = tmp_path / "in", tmp_path / "b.gradebook"
    code = "def double(x):\n    return 2 * x\ndef square(x):\n    return x * x + 0 * 1\n"
    written(folder, {"uma.py": code})
    arguments = (folder, "--book", book, "--assignment", course)
    assert "1 submission graded" in run(*arguments).stdout
    test = course / "public_tests" / "square.py"
    was = test.read_text()
    try:
        test.write_text(was.replace("returns(4)", "returns(9)"))
        _forget_modules()
        first = run(*arguments).stdout
        assert "1 submission graded, 1 of them only where the assignment changed" in first
        assert "8 -> 3" in " ".join(first.split())
        assert "run the same command with --keep" in first
        assert 8 == read_class(book).rows[0].points
        kept = run(*arguments, "--keep").stdout
        assert "0 submissions graded; 1 unchanged" in kept
        (row,) = read_class(book).rows
        assert 3 == row.points
        assert row.report is not None
        assert "Kept from an earlier grading of the same code: double." in row.report.notes
    finally:
        test.write_text(was)
        _forget_modules()
    with Gradebook(book) as opened:
        digest = opened.attempts("uma")[0].submission or ""
        assert ["", "square"] == [one.part for one in opened.gradings(digest)]


def _forget_modules() -> None:
    """As in a new process: an assignment's modules are imported once."""
    for name in [one for one in sys.modules if one.partition(".")[0] == "public_tests"]:
        del sys.modules[name]


def test_what_all_exercises_share_touches_all(suite: Suite, course: Path) -> None:
    """Helpers, data, limits and the key count for every exercise; a comment is a change, too."""
    from grader.batch.run_conditions import conditions_of
    from grader.grading.grader import Options
    from grader.protocol.limits import Limits

    before = conditions_of(loading.load(course), Options())
    assert () == before.touched(before)
    slower = conditions_of(loading.load(course), Options(Limits(probe_seconds=99.0)))
    assert ("double", "square") == slower.touched(before)
    helper = course / "assignment" / "helper.py"
    helper.write_text("# new\n")
    assert ("double", "square") == conditions_of(loading.load(course), Options()).touched(before)
    helper.write_text("")


def test_a_failure_of_ours_is_tried_again(suite: Suite, tmp_path: Path) -> None:
    """What the grader could not grade has a reason, no points, and is graded by the next run."""
    from grader.batch.jobs import Done
    from grader.batch.run_conditions import conditions_of
    from grader.grading.grader import Options

    folder = written(tmp_path, {"zoe.ipynb": book_of(*RIGHT)})
    with ExitStack() as opened, Gradebook() as book:
        handed_in = collect([folder], opened).handed_in
        conditions = conditions_of(suite, Options())
        ledger = Ledger(book, conditions, Options().limits)
        (job,) = ledger.jobs(handed_in)
        ledger.record(Done(job, None, "there was no process"))
        assert (1, 0) == (ledger.failed, ledger.graded)
        assert 1 == len(list(Ledger(book, conditions, Options().limits).jobs(handed_in)))
