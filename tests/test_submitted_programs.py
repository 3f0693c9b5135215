"""A test may import a submission again, start it as a program, and look at its text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.assignment import loading
from grader.authoring import new_assignment
from grader.grading.grader import Options
from grader.protocol.limits import Limits
from grader.report import Report
from grader.workers.pool import Pool

SOLUTION = """\
import sys

name = input("Who? ")
print(f"Hello, {name}!")
print("done", file=sys.stderr)


def double(n):
    return 2 * n


if __name__ == "__main__":
    print(double(int(sys.argv[1])) if sys.argv[1:] else "no number")
    sys.exit(3)
"""
TESTS = """
import importlib, inspect, io, os, runpy, subprocess, sys
from unittest.mock import patch

def test_imported(capsys, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt: "Ada")
    sys.modules.pop("greet", None)
    import greet
    assert capsys.readouterr().out == "Hello, Ada!\\n"
    assert greet.name == "Ada"

def test_reloaded(capsys):
    import greet
    with patch("builtins.input", side_effect=["Grace"]) as asked:
        importlib.reload(greet)
    assert "Hello, Grace!" in capsys.readouterr().out
    assert asked.call_count == 1

def test_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("Alan\\n"))
    import greet
    importlib.reload(greet)
    assert "Hello, Alan!" in capsys.readouterr().out

def test_started():
    ran = subprocess.run([sys.executable, "greet.py", "4"], input="Ada\\n", capture_output=True, text=True)
    assert ran.stdout == "Who? Hello, Ada!\\n8\\n"
    assert (ran.stderr, ran.returncode) == ("done\\n", 3)

def test_started_in_bytes():
    with subprocess.Popen("python3 greet.py", shell=True, stdin=-1, stdout=-1, stderr=-2) as ran:
        out, err = ran.communicate(b"Ada\\n")
    assert b"no number" in out and b"done" in out and err is None

def test_checked():
    try:
        subprocess.check_output(["python", "-m", "greet"], input="Ada", text=True)
    except subprocess.CalledProcessError as error:
        assert error.returncode == 3
    else:
        raise AssertionError("no error")

def test_without_input_it_fails():
    ran = subprocess.run(["python", "greet.py"], capture_output=True, text=True)
    assert ran.returncode == 1 and "EOFError" in ran.stderr

def test_run_by_its_path(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["greet.py", "4"])
    monkeypatch.setattr("builtins.input", lambda prompt: "Ada")
    try:
        runpy.run_path("greet.py", run_name="__main__")
    except SystemExit as end:
        assert end.code == 3
    assert capsys.readouterr().out == "Hello, Ada!\\n8\\n"
    names = runpy.run_module("greet")
    assert names["name"] == "Ada" and names["double"](4) == 8

def test_its_text():
    import greet
    assert "return 2 * n" in inspect.getsource(greet.double)
    with open("greet.py") as file:
        assert "def double" in file.read()
    assert "sys.exit" in inspect.getsource(greet)
"""


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pool]:
    """An assignment of a script that asks and prints."""
    root = tmp_path_factory.mktemp("course") / "greeting"
    (root / "tests").mkdir(parents=True)
    (root / "tests" / "test_greet.py").write_text(TESTS)
    (root / "greet.py").write_text(SOLUTION)
    (root / "assignment.toml").write_text(
        'title = "Greeting"\ntests = ["tests"]\nsolution = "greet.py"\nmodule = "greet"\n'
    )
    with Pool(loading.load_assignment(root), Options(Limits(probe_seconds=4))) as made:
        yield made


def graded(pool: Pool, folder: Path, text: str) -> Report:
    """The report on a script."""
    path = folder / "greet.py"
    path.write_text(text)
    return pool.grade(path)


def failures(report: Report) -> dict[str, str]:
    """The tests that fail, with what came."""
    cases = [case for exercise in report.exercises for case in exercise.cases]
    return {case.title: case.got for case in cases if case.status != "passed"}


def test_a_script_is_run_as_a_test_runs_it(pool: Pool, tmp_path: Path) -> None:
    """Imports, reloads and starts run the submission in its own process, with the test's input."""
    assert {} == failures(graded(pool, tmp_path, SOLUTION))


def test_a_script_that_prints_something_else_fails(pool: Pool, tmp_path: Path) -> None:
    """Another greeting fails every test that looks at what is printed."""
    wrong = (
        SOLUTION.replace("Hello", "Hullo").replace("2 * n", "n + n").replace("exit(3)", "exit(0)")
    )
    assert {
        "test_imported", "test_reloaded", "test_reads_standard_input", "test_started",
        "test_checked", "test_its_text", "test_run_by_its_path",
    } == set(failures(graded(pool, tmp_path, wrong)))  # fmt: skip


def test_a_program_that_never_ends_costs_its_own_test(pool: Pool, tmp_path: Path) -> None:
    """A start that hangs fails its test, and the tests after it are run in a fresh process."""
    hangs = SOLUTION.replace("if __name__", "while sys.argv[1:]: pass\nif __name__")
    assert {"test_started", "test_run_by_its_path"} == set(failures(graded(pool, tmp_path, hangs)))


PROGRAM = """\
import sys

print(" ".join(sys.argv[1:]).upper() or sys.stdin.read().upper(), end="")
sys.exit("no words" if sys.argv[1:] == ["?"] else 0)
"""
PROGRAM_TESTS = """
import os
from pathlib import Path
from subprocess import getoutput, getstatusoutput, run

PRG = "./loud.py"

def test_it_is_there():
    assert os.path.isfile(PRG) and Path(PRG).exists()
    assert not os.path.isfile("./quiet.py")

def test_started_by_its_name():
    assert getoutput(f"{PRG} 'a b' c") == "A B C"
    assert getstatusoutput(f"{PRG} '?'") == (1, "?no words")
    assert run([PRG, "a"], capture_output=True, text=True).stdout == "A"

def test_given_input_by_a_shell():
    assert getoutput(f"echo hello | {PRG}") == "HELLO"
    assert getoutput(f"{PRG} < ./words.txt 2>&1") == "SOME WORDS"

def test_another_program_is_not_started():
    assert getoutput(f"ls; {PRG} a") == "A"
"""


def test_a_program_that_tests_import_nowhere_is_started_by_its_name(tmp_path: Path) -> None:
    """``./loud.py words`` in a shell starts the submission, and its file is there; no other is."""
    (tmp_path / "course").mkdir()
    course = tmp_path / "course"
    for name, text in {
        "loud.py": PROGRAM,
        "test.py": PROGRAM_TESTS,
        "words.txt": "some words",
    }.items():
        (course / name).write_text(text)
    suite = new_assignment.make(tmp_path / "made", course / "test.py", course / "loud.py")
    assert "loud" in suite.imports
    assert "some words" == (tmp_path / "made" / "tests" / "words.txt").read_text()
    with Pool(suite, Options(Limits())) as pool:
        report = pool.grade(course / "loud.py")
    passed = {
        case.id.partition("/")[2]: case.earned for part in report.exercises for case in part.cases
    }
    assert passed == {
        "test_it_is_there": 1,
        "test_started_by_its_name": 1,
        "test_given_input_by_a_shell": 1,
        "test_another_program_is_not_started": 0,
    }
