"""Files that tests write for a submission, and read after it, though a test can write none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.assignment import loading
from grader.grading.grader import Options
from grader.protocol.limits import Limits
from grader.report import Report
from grader.workers.pool import Pool

SOLUTION = """
import json, os
from pathlib import Path

def count(path):
    with open(path) as file:
        return len(file.read().split())

def entries(folder):
    return sorted(os.listdir(folder))

def save(path, words):
    Path(path).write_text(json.dumps(words))
    return path

def report(words):
    with open("report.txt", "w") as file:
        file.write("\\n".join(words))

def name(): return None
def same(text): return text
"""
TESTS = """
import csv, json, os, shutil, tempfile
from pathlib import Path
import pytest
import work

@pytest.fixture
def words(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("a b c")
    return path

@pytest.mark.parametrize("text, right", [("a", 1), ("", 0), ("a b\\nc", 3)])
def test_reads(tmp_path, text, right):
    path = tmp_path / "in.txt"
    path.write_text(text)
    assert work.count(path) == right and work.count(str(path)) == right

def test_is_written_again(words):
    assert work.count(words) == 3
    with words.open("a") as file:
        file.write(" d")
    assert work.count(words) == 4
    words.unlink()
    assert not words.exists()

def test_folder(tmp_path, tmpdir):
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "x.csv").write_text("1,2")
    assert work.entries(tmp_path) == ["a", "b"] == sorted(p.name for p in tmp_path.iterdir())
    assert work.entries(tmp_path / "a") == ["x.csv"]
    assert [p.parent.name for p in sorted(tmp_path.glob("*/x.csv"))] == ["a", "b"]
    tmpdir.join("y.txt").write("1 2")
    assert work.count(str(tmpdir.join("y.txt"))) == 2

def test_what_it_wrote(tmp_path):
    out = tmp_path / "out.json"
    assert not out.exists()
    assert work.save(out, ["x", "y"]) == out
    assert out.is_file() and json.loads(out.read_text()) == ["x", "y"]
    assert os.path.getsize(out) == 10 and os.listdir(tmp_path) == ["out.json"]

def test_what_it_wrote_beside(monkeypatch):
    work.report(["one", "two"])
    with open("report.txt", newline="") as file:
        assert list(csv.reader(file)) == [["one"], ["two"]]
    os.remove("report.txt")
    assert not os.path.exists("report.txt")

def test_temporary_folder():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "in.txt")
        with open(path, "w") as file:
            print("a b", file=file)
        assert work.count(path) == 2

def test_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("here.txt").write_text("a b")
    assert work.count("here.txt") == 2 and Path("here.txt").read_bytes() == b"a b"

def test_data_beside_the_tests():
    assert (Path(__file__).parent / "data.txt").read_text() == "5"

def test_a_name_it_has_said(tmp_path):
    (tmp_path / "expected.txt").write_text("a b c d e")
    said = work.name() or str(tmp_path / "expected.txt")
    assert work.same(said) and work.count(said) == 5
"""  # fmt: skip


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    """An assignment whose tests write and read files."""
    root = tmp_path_factory.mktemp("course") / "files"
    (root / "tests").mkdir(parents=True)
    (root / "tests" / "test_work.py").write_text(TESTS)
    (root / "tests" / "data.txt").write_text("5")
    (root / "work.py").write_text(SOLUTION)
    (root / "assignment.toml").write_text(
        'title = "Files"\ntests = ["tests"]\nsolution = "work.py"\nmodule = "work"\n'
    )
    with Pool(loading.load_assignment(root), Options(Limits(probe_seconds=4))) as made:
        yield made


def failures(pool: Pool, folder: Path, text: str) -> dict[str, str]:
    """The tests that a script fails, with what came."""
    path = folder / "work.py"
    path.write_text(text)
    report: Report = pool.grade(path)
    cases = [case for exercise in report.exercises for case in exercise.cases]
    return {case.title: case.got for case in cases if case.status != "passed"}


def test_files_are_where_a_test_and_its_submission_look_for_them(
    pool: Pool, tmp_path: Path
) -> None:
    """Temporary files reach the submission, and what it writes the test, by path and by name."""
    assert {} == failures(pool, tmp_path, SOLUTION)


def test_a_name_that_the_submission_says_hands_over_nothing(pool: Pool, tmp_path: Path) -> None:
    """A file that a test wrote for itself stays with it, whatever path it is made to repeat."""
    said = 'def name(): return "/scratch/tests/test_a_name_it_has_said0/expected.txt"'
    wrong = SOLUTION.replace("def name(): return None", said)
    assert {"test_a_name_it_has_said"} == set(failures(pool, tmp_path, wrong))


@pytest.mark.parametrize(
    "makes",
    [
        "os.symlink(os.path.abspath(__file__) if 0 else '/etc/hostname', path)",
        "os.mkfifo(path)",
        "os.truncate(os.open(path, os.O_CREAT | os.O_RDWR), 5 << 20)",
        "os.mkdir(path)",
    ],
)
def test_what_is_no_small_file_of_its_own_fails_its_test(
    pool: Pool, tmp_path: Path, makes: str
) -> None:
    """A link, a pipe, a folder and a file without end in the place of an answer cost that test."""
    wrong = SOLUTION.replace("Path(path).write_text(json.dumps(words))", makes)
    assert {"test_what_it_wrote"} == set(failures(pool, tmp_path, wrong))
