"""A class at a time: what is graded, what is kept, and what nothing can stop."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from handed_in import ENDS, RIGHT, WRONG, book_of, hostile_zip, written
from msgspec.structs import replace

from grader.assignment import loading
from grader.batch.jobs import Done, Job, Reading
from grader.batch.ledger import Ledger
from grader.batch.local import Local
from grader.commandline.main import main
from grader.gradebook import Class, Gradebook, read_class
from grader.grading.grader import Grader, Options
from grader.intake.collect import HandedIn, collect
from grader.submissions.reading import parse
from grader.suite import Suite
from grader.workers.pool import Pool
from grader.workers.worker_messages import WasRead

ROOT = Path(__file__).resolve().parents[1]
MB = 1 << 20


# ---------------------------------------------------------------- grading a class


def run(*arguments: object) -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_a_pattern_needs_the_student(tmp_path: Path) -> None:
    """A pattern that names no student, or is none, is a usage error."""
    for pattern, says in (("x", "student_id"), ("(", "unterminated")):
        result = run(tmp_path, "--pattern", pattern)
        assert (2, True) == (result.exit_code, says in result.output)


def test_a_hostile_zip_is_graded(suite: Suite, tmp_path: Path) -> None:
    """A zip is graded without being unpacked: nothing is written beside it, each entry has a row."""
    path, book = hostile_zip(tmp_path / "class.zip"), tmp_path / "b.gradebook"
    assert 2 == run(path, "--book", book).exit_code
    rows = {row.student.id: row for row in read_class(book).rows}
    assert 8 == len(rows)
    assert 40 == rows.pop("good").points
    assert all(row.points is None and row.reason for row in rows.values())
    assert {"class.zip", "b.gradebook"} == {path.name for path in tmp_path.iterdir()}


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
    files = {f"{number:02}.ipynb": book_of(f"x = {number}") for number in range(12)}
    taken: list[str] = []

    def counted(file: HandedIn) -> HandedIn:
        def read(most: int) -> bytes:
            taken.append(str(file.entry.path))
            return file.entry.read(most)

        return replace(file, entry=replace(file.entry, read=read))

    def note(file: HandedIn, reading: Reading) -> Job | None:
        return Job(file.submitter.file, reading.submission) if reading.submission else None

    with ExitStack() as opened, Pool(suite, Options()) as pool:
        handed_in = collect([written(tmp_path, files)], opened).handed_in
        local = Local(pool, suite, 1, MB)
        for done, _ in enumerate(local.run([counted(file) for file in handed_in], note), 1):
            assert len(taken) <= done + 1
    assert sorted(files) == taken


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
        assert ["", "square"] == [grading.part for grading in opened.gradings(digest)]


def _forget_modules() -> None:
    """As in a new process: an assignment's modules are imported once."""
    for name in [module for module in sys.modules if module.partition(".")[0] == "public_tests"]:
        del sys.modules[name]


def test_what_all_exercises_share_touches_all(suite: Suite, course: Path) -> None:
    """Helpers, data, limits and the key count for every exercise; a comment is a change, too."""
    from grader.batch.run_conditions import conditions_of
    from grader.grading.grader import Options
    from grader.protocol.limits import Limits

    before = conditions_of(loading.load_assignment(course), Options())
    assert () == before.touched(before)
    slower = conditions_of(loading.load_assignment(course), Options(Limits(probe_seconds=99.0)))
    assert ("double", "square") == slower.touched(before)
    helper = course / "assignment" / "helper.py"
    helper.write_text("# new\n")
    assert ("double", "square") == conditions_of(
        loading.load_assignment(course), Options()
    ).touched(before)
    helper.write_text("")


def test_a_failure_of_ours_is_tried_again(suite: Suite, tmp_path: Path) -> None:
    """What the grader could not grade has a reason, no points, and is graded by the next run."""
    from grader.batch.run_conditions import conditions_of

    folder = written(tmp_path, {"zoe.ipynb": book_of(*RIGHT)})
    with ExitStack() as opened, Gradebook() as book:
        handed_in = collect([folder], opened).handed_in
        conditions = conditions_of(suite, Options())
        (file,) = handed_in
        submission = parse(file.submitter.file, file.entry.read(MB))
        reading = Reading(WasRead(submission.digest, submission.sources))
        ledger = Ledger(book, conditions)
        job = ledger.note(file, reading)
        assert job is not None
        ledger.record(Done(job, None, "there was no process"))
        assert (1, 0) == (ledger.failed, ledger.graded)
        assert Ledger(book, conditions).note(file, reading) is not None
