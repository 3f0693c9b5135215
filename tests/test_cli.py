"""The command: what it takes, what it prints and how it exits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import msgspec
import pytest
from click.testing import CliRunner, Result

from grader import __version__
from grader.commandline.main import main
from grader.protocol.limits import Limits
from grader.report import Report

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = """\
# %%
import numpy as np
# %%
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])])
# %%
print("an experiment")
# %%
def my_dense_v(A_in, W, b, g):
    print("\\x1b[31m")
    return g(A_in @ W)
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A submission with one exercise right, one wrong and two missing."""
    path = tmp_path_factory.mktemp("cli") / "submit.py"
    path.write_text(SCRIPT)
    return path


def run(*arguments: object) -> Result:
    """The command in this process."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def piped(script: Path) -> Iterator[subprocess.CompletedProcess[bytes]]:
    """``python -m grader FILE`` as a program of its own, with its output in a pipe."""
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "grader", str(script)]
    yield subprocess.run(
        command, capture_output=True, check=False, cwd=script.parent, env=environment, timeout=120
    )


def test_each_module_of_commands_is_a_command() -> None:
    """Commands are loaded when they are asked for; none is forgotten, and each loads."""
    modules = {path.stem for path in (ROOT / "grader" / "commands").glob("[a-z]*")}
    names = main.list_commands(click.Context(main))
    assert modules == {"class_" if name == "class" else name for name in names}
    for name in names:
        assert 0 == run(name, "--help").exit_code


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["grade", "--help"]])
def test_help_has_examples_and_exit_codes(arguments: list[str]) -> None:
    """Help shows commands to copy and says what every exit code means."""
    result = run(*arguments)
    assert 0 == result.exit_code
    assert "grader submit.ipynb" in result.output
    assert all(f"{code} " in result.output.partition("Exit codes")[2] for code in (0, 1, 2, 3))


def test_version() -> None:
    """``--version`` names the program and its version."""
    assert f"grader, version {__version__}\n" == run("--version").output


@pytest.mark.parametrize("name", Limits.__struct_fields__)
def test_every_limit_has_an_option(name: str) -> None:
    """Each limit is an option of the same name, with its default and its unit in the help."""
    text = " ".join(run("grade", "--help").output.split())
    option = text.partition(f"--{name.replace('_', '-')} ")[2]
    default = getattr(Limits(), name)
    assert f"default: {default}" in option[:250]


def test_limits_reach_the_submission(script: Path, tmp_path: Path) -> None:
    """A limit given as an option is in force."""
    slow = tmp_path / "slow.py"
    slow.write_text("def my_dense(a_in, W, b, g):\n    z = a_in @ W + b\n    while True: g(z)\n")
    assert "within 0.2 s" in run(slow, "--probe-seconds", "0.2", "--total-seconds", "20").output
    result = run(slow, "--probe-seconds", "0")
    assert 2 == result.exit_code


def test_a_bare_file_is_graded(piped: subprocess.CompletedProcess[bytes]) -> None:
    """``grader FILE`` grades, exits with 0 whatever the score, and says the total."""
    assert 0 == piped.returncode
    assert b"" == piped.stderr
    assert b"submit.py: " in piped.stdout
    assert b" / 100 " in b" ".join(piped.stdout.split()) + b" "


def test_a_pipe_gets_no_terminal_codes(piped: subprocess.CompletedProcess[bytes]) -> None:
    """Nothing steers a terminal when the output is no terminal, whatever was printed."""
    assert b"\x1b" not in piped.stdout + piped.stderr
    assert b"\r" not in piped.stdout + piped.stderr


def test_grade_may_be_said(script: Path) -> None:
    """The bare form and ``grader grade FILE`` are the same."""
    bare, said = run(script), run("grade", script)
    assert bare.output == said.output
    assert 0 == said.exit_code


def test_json_goes_to_a_path(script: Path, tmp_path: Path) -> None:
    """``--to json=PATH`` writes the whole report there, and people still read theirs."""
    path = tmp_path / "out.json"
    result = run(script, "--to", f"json={path}")
    assert "Total" in result.output
    report = msgspec.json.decode(path.read_bytes(), type=Report)
    earned = {exercise.name: exercise.earned for exercise in report.exercises}
    assert earned["my_dense"] == next(
        exercise.points for exercise in report.exercises if exercise.name == "my_dense"
    )
    assert 0 == earned["digit_model"]
    assert [] == list(report.cells)


def test_json_goes_to_standard_output(script: Path) -> None:
    """``--to json`` alone prints JSON and nothing else."""
    made = json.loads(run(script, "--to", "json").stdout)
    assert "submit.py" == made["provenance"]["submission"]


def test_the_students_view(script: Path) -> None:
    """``--student`` leaves out what private cases called, expected and got."""
    made = json.loads(run(script, "--student", "--to", "json").stdout)
    assert "student" == made["view"]
    private = [
        case for exercise in made["exercises"] for case in exercise["cases"] if case["private"]
    ]
    assert {""} >= {
        case[field] for case in private for field in ("called", "expected", "got", "printed")
    }


def test_several_files_have_a_line_each(script: Path, tmp_path: Path) -> None:
    """Several files give a table; a report for each needs a place for the name in the path."""
    other = tmp_path / "other.py"
    other.write_text("x = 1\n")
    result = run(script, other, "--to", f"json={tmp_path}/{{}}.json")
    assert 0 == result.exit_code
    assert (tmp_path / "submit.json").is_file()
    assert (tmp_path / "other.json").is_file()
    table = run(script, other).stdout.splitlines()
    assert ["other.py", "submit.py"] == [line.split()[0] for line in table[:2]]
    refused = run(script, other, "--to", f"json={tmp_path}/one.json")
    assert (2, True) == (refused.exit_code, "{}" in refused.output)


def _commands(command: click.Command, *names: str) -> Iterator[list[str]]:
    """The command and all below it, each as what is typed."""
    yield [*names]
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _commands(below, *names, name)


@pytest.mark.parametrize("names", [*_commands(main)], ids=" ".join)
def test_help_fits_into_80_columns(names: list[str]) -> None:
    """No line of any command's help is wider than a terminal, its examples neither."""
    words = CliRunner().invoke(main, [*names, "--help"], terminal_width=80).output
    assert [] == [line for line in words.splitlines() if len(line) > 80]


@pytest.mark.parametrize("command", [["--help"], ["gradebook", "--help"]])
def test_help_cuts_no_description_off(command: list[str]) -> None:
    """What a command does is said to the end of the sentence, on two lines if it takes that."""
    assert "..." not in run(*command).stdout.partition("Commands:")[2].partition("Examples:")[0]


def test_fail_under(script: Path) -> None:
    """``--fail-under`` exits with 1 below the total, and only below it."""
    assert 1 == run(script, "--fail-under", 100).exit_code
    assert 0 == run(script, "--fail-under", 1).exit_code
    share = run(script, "--fail-under", "100%")
    assert (1, True) == (share.exit_code, "100 % of the 100 that can be earned" in share.stderr)
    assert 0 == run(script, "--fail-under", "1%").exit_code
    assert 2 == run(script, "--fail-under", "most").exit_code


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["no_such.ipynb"], "there is no file no_such.ipynb"),
        (["/no/such/class.zip"], "there is no file"),
        (["{script}", "--to", "jsn"], "did you mean json?"),
        (["{script}", "--to", "json=/no/such/folder/x"], "cannot be written"),
        (["{script}", "--assignment", "/no/such/folder"], "no assignment in"),
        (["{script}", "--frobnicate"], "No such option"),
        (["{script}", "--jobs", "0"], "--jobs"),
        (["grade"], "Missing argument"),
    ],
)
def test_a_usage_error_is_a_sentence(script: Path, arguments: list[str], says: str) -> None:
    """What was asked for wrongly is answered in a sentence, with exit code 2 and no traceback."""
    result = run(*(argument.format(script=script) for argument in arguments))
    assert 2 == result.exit_code
    assert says in result.output
    assert "Traceback" not in result.output


def test_a_bad_file_among_good_ones(script: Path, tmp_path: Path) -> None:
    """One file that cannot be graded does not keep the others from it; the exit code is 2."""
    empty = tmp_path / "empty.ipynb"
    empty.write_text("")
    result = run(script, empty)
    assert 2 == result.exit_code
    assert "submit.py" in result.stdout
    assert "empty.ipynb is empty" in result.stderr


def test_schema_prints_json() -> None:
    """``grader schema`` prints the schema of a report."""
    result = run("schema")
    assert 0 == result.exit_code
    assert "$defs" in json.loads(result.stdout)


@pytest.mark.parametrize("command", ["grade", "watch"])
def test_limits_stand_behind_what_everybody_needs(command: str) -> None:
    """The limits are a part of the help of their own, at its end, and each is there once."""
    words = run(command, "--help").output
    before, _, limits = words.partition("Limits of what a submission may use:")
    assert "Options:" in before
    for name in Limits.__struct_fields__:
        option = f"--{name.replace('_', '-')} "
        assert (0, 1) == (before.count(option), limits.count(option))


@pytest.mark.parametrize(("words", "meant"), [("gradebok", "gradebook"), ("veryfy", "verify")])
def test_a_command_that_is_misspelt_is_offered(words: str, meant: str) -> None:
    """What is neither a file nor a command is answered with the command that it is like."""
    result = run(words, "x")
    assert 2 == result.exit_code
    assert f"Did you mean {meant}?" in result.output
    assert "Did you mean" not in run(f"{meant}.zip").output
