"""Errors: each is a sentence and an exit code, in every command, whatever is broken."""

from __future__ import annotations

import ast
import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from grader.commandline.ending import ending
from grader.commandline.main import main
from grader.errors import GraderError
from grader.gradebook import Gradebook, read_class
from grader.sandbox.sandbox_error import SandboxError
from grader.texts import printable_lines

ROOT = Path(__file__).resolve().parents[1]
GRADER = ROOT / "grader"
WRONG = ROOT / "tests" / "golden" / "wrong_my_dense_right_sequential" / "submit.ipynb"
SENTENCE = "grader: "

# Every command with an assignment at {root}, and with {place} as a folder to write into.
COMMANDS = {
    "grade": ["{place}/submit.ipynb", "--assignment", "{root}"],
    "class": ["class", "{place}/none.gradebook", "--to", "{place}/pages"],
    "several": ["{place}/in", "--assignment", "{root}", "--book", "{place}/new.gradebook"],
    "build": ["build", "--check", "--assignment", "{root}"],
    "doctor": ["doctor", "--assignment", "{root}"],
    "export": ["export", "{place}/submit.ipynb", "--to", "csv={place}/points.csv"],
    "gradebook list": ["gradebook", "list", "{place}/none.gradebook"],
    "gradebook show": ["gradebook", "show", "{place}/submit.ipynb", "jane"],
    "gradebook explain": ["gradebook", "explain", "{place}/none.gradebook", "jane"],
    "gradebook override": [
        *("gradebook", "override", "{place}/none.gradebook", "jane", "7"),
        *("--who", "A", "--why", "b"),
    ],
    **{
        f"gradebook {command}": [
            *("gradebook", command, "{place}/none.gradebook", "jane", *more, "--who", "A"),
            *("--why", "b"),
        ]
        for command, *more in (
            ("extend", "none"),
            ("withdraw",),
            ("hold",),
            ("release",),
            ("group", "john"),
        )
    },
    "gradebook mark": ["gradebook", "mark", "{place}/none.gradebook", "jane", "x", "7"],
    "gradebook entry": ["gradebook", "entry", "{place}/none.gradebook"],
    "gradebook mark-page": ["gradebook", "mark-page", "{place}/none.gradebook"],
    "gradebook policy": ["gradebook", "policy", "{place}/none.gradebook"],
    "gradebook repeat": ["gradebook", "repeat", "{place}/none.gradebook", "jane"],
    "new": ["new", "{place}/made", "--from", "{root}"],
    "package": ["package", "gradescope", "--to", "{place}/kit.zip", "--assignment", "{root}"],
    "readings": ["readings", "{place}/readings", "--assignment", "{root}"],
    "release": ["release", "{place}/released", "--no-run", "--assignment", "{root}"],
    "similar": ["similar", "{place}/none.gradebook", "--assignment", "{root}"],
    "verify": ["verify", "--assignment", "{root}"],
    "watch": ["watch", "{place}/submit.ipynb", "--assignment", "{root}"],
}
UNFAILING = {"formats", "schema"}  # nothing that they are given can be wrong


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a submission, and a class of one."""
    (tmp_path / "in").mkdir()
    shutil.copy(WRONG, tmp_path)
    shutil.copy(WRONG, tmp_path / "in" / "jane.ipynb")
    return tmp_path


def ended(command: list[str], place: Path, root: Path) -> subprocess.CompletedProcess[str]:
    """How a command ends; what runs on until it is told to stop is told so after its first word."""
    filled = [part.format(place=place, root=root) for part in command]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    whole = [sys.executable, "-m", "grader", *filled]
    process = subprocess.Popen(whole, cwd=place, env=environment, text=True,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip
    if command[0] == "watch":
        _stop_when_graded(process)
    out, errors = process.communicate(timeout=120)
    return subprocess.CompletedProcess(whole, process.returncode, out, errors)


def _stop_when_graded(process: subprocess.Popen[str]) -> None:
    assert process.stdout
    for line in process.stdout:
        if " / " in line:
            process.send_signal(signal.SIGINT)
            return


def broken(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """A copy of the assignment in which a file says something else; "" is its end."""
    root = tmp_path / "assignment"
    for name in ("assignment", "public_tests", "solutions"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
    return root


def test_every_command_is_tried() -> None:
    """A command that is added stands in the table of this module."""
    assert {*main.list_commands(click.Context(main))} - UNFAILING == {
        name.partition(" ")[0] for name in COMMANDS
    } - {"several"}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_is_not_there_is_a_sentence_and_exit_code_3(name: str, place: Path) -> None:
    """A folder, an assignment or a gradebook that is missing or something else ends no command in a traceback."""
    done = ended(COMMANDS[name], place, place / "nowhere")
    assert 2 == done.returncode, done.stderr
    assert done.stderr.startswith(SENTENCE), done.stderr
    assert 1 == len(done.stderr.splitlines()), done.stderr


@pytest.mark.skipif(not (ROOT / "solutions").is_dir(), reason="the instructor's part is not here")
@pytest.mark.parametrize(
    "name", ["grade", "several", "build", "release", "watch", "verify", "package"]
)
def test_an_assignment_that_python_cannot_read_is_named_with_file_and_line(
    name: str, place: Path
) -> None:
    """A syntax error in a module of cases is the author's, with file and line: exit code 2."""
    root = broken(place, "public_tests/my_dense.py", "", "\ndef (\n")
    line = (root / "public_tests" / "my_dense.py").read_text().splitlines().index("def (") + 1
    done = ended(COMMANDS[name], place, root)
    assert 2 == done.returncode, done.stderr
    assert "Traceback" not in done.stderr
    assert "my_dense.py" in done.stderr
    assert str(line) in done.stderr


@pytest.mark.skipif(not (ROOT / "solutions").is_dir(), reason="the instructor's part is not here")
@pytest.mark.parametrize(
    ("name", "code"),
    [("grade", 0), ("several", 0), ("watch", 0), ("build", 2), ("release", 2)],
)
def test_a_wrong_hint_costs_no_mark_and_is_said_where_it_is_needed(
    name: str, code: int, place: Path
) -> None:
    """With a hint numbered 4 for 3, grading goes on; what is made of all hints says file and rule."""
    root = broken(place, "solutions/mistakes/my_dense/no_bias.py", "\n3: ", "\n4: ")
    done = ended(COMMANDS[name], place, root)
    assert code == done.returncode, done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    if name != "watch":
        assert "no_bias.py" in done.stderr + done.stdout


@pytest.mark.skipif(not (ROOT / "solutions").is_dir(), reason="the instructor's part is not here")
def test_an_author_s_module_does_not_end_the_command(place: Path) -> None:
    """``sys.exit(0)`` in a module of cases is no success: no file was graded."""
    root = broken(place, "public_tests/my_dense.py", "", "\nraise SystemExit(0)\n")
    done = ended(COMMANDS["grade"], place, root)
    assert done.returncode in (2, 3)
    assert done.stderr.startswith(SENTENCE)
    assert "my_dense" in done.stderr


class _Foreign:
    """Code of a library that wants to end the program."""

    code = compile("import sys\nsys.exit(0)", "/lib/foreign.py", "exec")


def _raise(error: BaseException) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


def _fails_while_stopping() -> None:
    try:
        raise KeyboardInterrupt
    finally:
        assert not "nothing is left to stop"


@pytest.mark.parametrize(
    ("fail", "code", "sentence"),
    [
        (_raise(GraderError("say this")), 2, "say this"),
        (_raise(SandboxError("no room")), 3, "no room"),
        (_raise(KeyboardInterrupt()), 130, "stopped"),
        (_fails_while_stopping, 130, "stopped"),
        (lambda: Path("/nowhere/at/all").read_text(), 2, "/nowhere/at/all cannot be used"),
        (_raise(ZeroDivisionError("x")), 3, "please report ZeroDivisionError: x (test_errors.py"),
        (lambda: ast.literal_eval("1 +"), 3, "(test_errors.py, line "),
        (lambda: exec(_Foreign.code), 3, "please report SystemExit: 0 (foreign.py, line 2)"),
        (_raise(GraderError("\x1b[2J\x9b31m\u202egpj")), 2, "grader:  [2J 31m gpj\n"),
    ],
)
def test_each_exception_has_its_exit_code(
    fail: Callable[[], None], code: int, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ours have their own code, Ctrl-C has 130, and whatever is meant for nobody has 3, with where."""
    with pytest.raises(SystemExit) as found, ending():
        fail()
    assert code == found.value.code
    said = capsys.readouterr().err
    assert sentence in said
    assert 1 == said.count("\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="nothing here is always full")
@pytest.mark.parametrize("command", ["formats", "--help", "grade --help", "schema", "--version"])
@pytest.mark.parametrize("where", [">/dev/full", ">&-", "| true"])
def test_standard_output_that_takes_no_more_is_a_sentence_and_exit_code_3(
    command: str, where: str
) -> None:
    """A full or closed standard output, or a reader who has gone, is never the threshold's code 1."""
    program = f"{sys.executable} -m grader {command}"
    slow = "sleep 0.3; " if where == "| true" else ""  # until that reader has gone
    script = f"set -o pipefail; ({slow}exec {program}) {where}"
    done = subprocess.run(["bash", "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)  # fmt: skip
    assert (3, True) == (done.returncode, done.stderr.startswith(SENTENCE)), done.stderr
    assert 1 == len(done.stderr.splitlines())


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/null"])
def test_the_exit_code_needs_no_standard_error(where: str) -> None:
    """Where nobody can be told why, the exit code is the same."""
    program = f"{sys.executable} -m grader gradebook list nowhere.gradebook {where}"
    assert 2 == subprocess.run(["bash", "-c", program], cwd=ROOT, check=False).returncode


@pytest.mark.parametrize(("module", "name"), [
    ("jupytext", "build"), ("nbconvert", "readings"), ("latex2mathml", "readings"),
])  # fmt: skip
def test_a_missing_extra_is_named_with_how_to_get_it(module: str, name: str, place: Path) -> None:
    """What grading does not need is not asked for until a command needs it: exit code 2."""
    filled = [part.format(place=place, root=ROOT) for part in COMMANDS[name]]
    code = f"import sys; sys.modules[{module!r}] = None; from grader.commandline.main import main; main()"
    done = subprocess.run([sys.executable, "-c", code, *filled], cwd=ROOT, capture_output=True,
                          text=True, check=False)  # fmt: skip
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
    assert (
        f"needs {module}, which is not installed: pip install 'notebook-grader[authoring]'"
        in done.stderr
    )


def test_grading_needs_no_extra(place: Path) -> None:
    """A file is graded, and written in every format, where no extra is installed."""
    extras = [
        "jupytext",
        "latex2mathml",
        "nbconvert",
        "nbformat",
        "nbclient",
        "ipykernel",
        "pytest",
        "distributed",
        "dask",
    ]
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({extras!r})); "
        "from grader.commandline.main import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "submit.ipynb", "--assignment", str(ROOT), "--to", "text", "--to", "html=page.html"],
        cwd=place, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (0, "") == (done.returncode, done.stderr)


def test_verbose_shows_where_an_error_came_from(place: Path) -> None:
    """``--verbose`` before a command, or a file, logs the traceback that is not shown otherwise."""
    command = COMMANDS["grade"]
    assert "Traceback" not in ended(command, place, place / "nowhere").stderr
    told = ended(["--verbose", *command], place, place / "nowhere")
    assert (2, True) == (told.returncode, "Traceback" in told.stderr)
    assert told.stderr.splitlines()[-1].startswith(SENTENCE)


HOSTILE = "\x1b]0;owned\x07 \x1b[2J \x9b31m \u202e"
LINE = f'return W1 / "x"  # {HOSTILE}'


def test_no_name_and_no_code_steers_a_terminal(tmp_path: Path) -> None:
    """Whatever commands say of names, paths and learners' code holds no control character."""
    folder = tmp_path / "in" / f"x{HOSTILE}"
    folder.mkdir(parents=True)
    script = folder / "submit.py"
    script.write_text(f"def my_sequential(x, W1, b1, W2, b2, W3, b3):\n    {LINE}\n")
    book = str(tmp_path / "b.gradebook")
    commands = [
        [str(tmp_path / "in"), "--book", book], ["gradebook", "list", book], [str(script)],
        [str(script), "--to", "github"], [str(script), "--to", HOSTILE], [f"--{HOSTILE}"],
        ["watch", HOSTILE], ["gradebook", "explain", book, HOSTILE], ["class", book, "--to", HOSTILE],
    ]  # fmt: skip
    done = [ended(command, tmp_path, tmp_path) for command in commands]
    with Gradebook(tmp_path / "b.gradebook") as opened:
        (student,) = opened.students()
    said = ["--who", HOSTILE, "--why", f"{HOSTILE}\udc9b"]
    for command in (
        ["override", book, student, "7", *said],
        ["explain", book, student],
        ["show", book, student],
    ):
        done.append(ended(["gradebook", *command], tmp_path, tmp_path))
        assert 0 == done[-1].returncode, done[-1].stderr
    for each in done:
        text = each.stdout + each.stderr
        assert text == printable_lines(text), each.args


# What is caught where it is raised, or raised to a learner by their own notebook.
NOT_FOR_THE_COMMAND_LINE = {
    "NotYetError", "NotWhileGradingError", "StandInError", "ProtocolError", "TooManyMagicsError",
    "NotPlainError", "NotListedError", "NotebookError", "NoNumbersError",
}  # fmt: skip


def test_every_error_that_is_meant_for_people_has_the_one_base() -> None:
    """A class called ...Error derives from GraderError, so that the command line can say it."""
    pythons = {"Exception", "BaseException", "ValueError", "RuntimeError", "TypeError", "OSError"}
    for path in sorted(GRADER.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
                bases = {ast.unparse(base) for base in node.bases}
                is_plain = bool(bases & pythons) and "GraderError" not in bases
                assert not is_plain or node.name in {*NOT_FOR_THE_COMMAND_LINE, "GraderError"}, path


@pytest.mark.parametrize("room", ["commandline", "commands"])
def test_commands_speak_through_one_function(room: str) -> None:
    """Only the terminal's module, and formats that are asked for as they are, write to a stream."""
    for path in sorted((GRADER / room).rglob("*.py")):
        if path.name not in ("terminal.py", "delivery.py"):
            text = path.read_text(encoding="utf-8")
            assert [] == [
                word
                for word in ("click.echo", "stdout.write", "stderr.write", "print(")
                if word in text
            ], path


@pytest.mark.parametrize("reason", [errno.ENOSPC, errno.EFBIG, errno.EIO])
def test_a_full_disk_is_no_fault_of_what_was_asked(
    reason: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever a command writes, a disk that is full or broken ends it with exit code 3."""

    def fail() -> None:
        raise GraderError("the report cannot be written") from OSError(reason, "full")

    with pytest.raises(SystemExit) as found, ending():
        fail()
    assert 3 == found.value.code
    assert "make room on the disk and run the same command again" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="nothing here takes no file")
@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("several", "{place}/new", "/sys/new", "cannot be made: {}; --book names another place"),
        ("class", "{place}/pages", "/sys/pages", ""),
        ("export", "{place}/points", "/sys/points", ""),
        ("package", "{place}/kit", "/sys/kit", ""),
    ],
)
def test_a_place_that_may_not_be_written_to_is_a_usage_error(
    name: str, old: str, new: str, says: str, place: Path
) -> None:
    """Another place has to be named, so it is exit code 2; what fails by itself is 3."""
    words = [word.replace(old, new) for word in COMMANDS[name]]
    done = ended(words, place, ROOT)
    assert (2, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
    for reason in ("Read-only file system", "Permission denied", "Operation not permitted"):
        done.stderr = done.stderr.replace(reason, "{}")
    assert says in done.stderr


def test_a_class_whose_gradebook_cannot_grow_is_kept_whole(tmp_path: Path) -> None:
    """A gradebook that may not grow is a sentence and exit code 3, holds what it held, and goes on."""
    for number in range(3):
        (tmp_path / "week" / f"s{number}").mkdir(parents=True)
        source = f"k = {number}\\ndef my_dense(a_in, W, b, g):\\n    return g(a_in @ W + b)"
        cell = f'{{"cell_type": "code", "source": "{source}"}}'
        (tmp_path / "week" / f"s{number}" / "lab.ipynb").write_text(f'{{"cells": [{cell}]}}')
    run = f"{sys.executable} -m grader week --jobs 1"
    command = ["bash", "-c", f"ulimit -f 100; {run}"]  # a hundred kB, whatever the disk has
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assignment = f" --assignment {ROOT}"
    command[2] += assignment
    full = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True,
                          check=False)  # fmt: skip
    assert 3 == full.returncode
    assert "week.gradebook cannot be written" in full.stderr.splitlines()[-1]
    with Gradebook(tmp_path / "week.gradebook") as book:
        assert "ok" == book._link.execute("pragma integrity_check").fetchone()[0]
    again = subprocess.run(["bash", "-c", run + assignment], cwd=tmp_path, env=environment,
                           capture_output=True, text=True, check=False)  # fmt: skip
    assert 0 == again.returncode
    assert 3 == len(read_class(tmp_path / "week.gradebook").rows)
