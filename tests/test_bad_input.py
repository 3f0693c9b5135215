"""Bad input: files that are no submissions, and submissions that misbehave.

The files go through the real command, for its exit code and its one sentence. The submissions are
graded in this process, with short limits, by graders that share their warm processes.
"""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from nbformat import v4, writes

from grader.grading.grader import Grader, Options
from grader.protocol.limits import Limits
from grader.report import ExerciseResult, Report
from grader.suite import Suite

GOLDEN = ROOT / "tests" / "golden"
HANGS = 60.0  # seconds that nothing here comes near unless it hangs

MY_DENSE = """
def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])])
"""
MY_SEQUENTIAL = """
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = sigmoid(np.matmul(x, W1) + b1)
    a2 = sigmoid(np.matmul(a1, W2) + b2)
    return sigmoid(np.matmul(a2, W3) + b3)
"""
MY_DENSE_V = """
def my_dense_v(A_in, W, b, g):
    return g(np.matmul(A_in, W) + b)
"""
AGREES = """
class A:
    shape = (3,)
    __hash__ = None
    def __eq__(self, other): return True
    def __len__(self): return 3
    def __array__(self, *_, **__): return np.ones(3)
"""
AGREES_AS_ARRAY = """
class A(np.ndarray):
    def __eq__(self, other): return np.ones(3, bool)
    def __sub__(self, other): return 0
    __rsub__ = __isub__ = __sub__
    def __abs__(self): return 0
"""
AGREES_AS_FLOAT = """
class F(float):
    def __eq__(self, other): return True
"""
IMPORTS = "import numpy as np\nfrom autils import *"

Write = Callable[..., Path]


# ---------------------------------------------------------------- files, through the command


def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """The command, as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "grader", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **options,  # type: ignore[call-overload]
    )


def refused(*arguments: str | Path, **options: object) -> str:
    """The one sentence with which the command refuses: exit code 2, and no traceback."""
    done = run(*arguments, **options)
    lines = done.stderr.splitlines()
    assert (2, "", 1) == (done.returncode, done.stdout, len(lines)), done
    assert lines[0].startswith("grader: ")
    assert "Traceback" not in done.stderr
    return lines[0].removeprefix("grader: ")


def test_no_such_file_names_the_nearest(tmp_path: Path) -> None:
    """A file that does not exist is refused, and the name that was probably meant is given."""
    (tmp_path / "submit.ipynb").write_text("{}")

    words = refused(tmp_path / "sumbit.ipynb")

    assert "there is no file" in words
    assert "is it submit.ipynb?" in words


@pytest.mark.parametrize(
    ("name", "content", "part"),
    [
        ("a.ipynb", b"", "a.ipynb is empty"),
        ("a.ipynb", b" \n\n", "a.ipynb is empty"),
        ("a.py", b"", "a.py is empty"),
        ("a.ipynb", b"import numpy as np\n", "a.ipynb is no notebook"),
        ("a.ipynb", b"<!DOCTYPE html><html></html>", "a.ipynb is a web page"),
        ("a.ipynb", b'{"cells": [{"cell_type": "code", "sou', "ends early or is damaged"),
        ("a.ipynb", b'{"answer": 42}', "is JSON, but no notebook"),
        ("a.ipynb", b"[1, 2, 3]", "no notebook"),
        ("a.ipynb", b'{"cells": 7}', "is JSON, but no notebook"),
        ("a.ipynb", b'{"cells": [], "nbformat": 4}', "a.ipynb has no code cells"),
        ("a.ipynb", b"\x89PNG\r\n\x1a\n\x00\xff\xfe" * 99, "a.ipynb is not a text file"),
        ("a.py", b"\x7fELF\x02\x01\x01\xff\xfe" * 99, "a.py is not a text file"),
        ("a.ipynb", b"[" * 100_000, "no notebook"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_submission(tmp_path: Path, name: str, content: bytes, part: str) -> None:
    """A file that cannot be graded is refused with a sentence that says what it is instead."""
    path = tmp_path / name
    path.write_bytes(content)

    assert part in refused(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("link.ipynb", "is a link, and links are not followed: name the file itself"),
        ("dangling.ipynb", "is a link, and links are not followed: name the file itself"),
        ("folder", "is a link, and links are not followed: name the folder"),
        ("class.zip", "is a link, and links are not followed"),
        ("pipe.ipynb", "is not a regular file"),
        ("/dev/zero", "is not a regular file"),
        ("a" * 5000, "File name too long"),
        ("d/" * 3000 + "lab.py", "File name too long"),
        ("nothing.zip", "there is no file"),
        (os.fsdecode(b"b\xff.ipynb"), "b?.ipynb is no notebook"),
    ],
    ids=range(10),
)
def test_a_name_that_leads_to_no_file(tmp_path: Path, name: str, words: str) -> None:
    """A link, a pipe, a device and a name that is none are refused with a sentence."""
    (tmp_path / "lab.ipynb").write_text("x")
    (tmp_path / os.fsdecode(b"b\xff.ipynb")).write_text("x")
    for link, target in (("link.ipynb", "lab.ipynb"), ("dangling.ipynb", "none"), ("folder", ".")):
        (tmp_path / link).symlink_to(target)
    (tmp_path / "class.zip").symlink_to("lab.ipynb")
    os.mkfifo(tmp_path / "pipe.ipynb")

    assert words in refused(tmp_path / name)


def test_a_notebook_of_prose_has_no_code_cells(tmp_path: Path) -> None:
    """A notebook without code is refused, not graded with 0 points."""
    path = tmp_path / "prose.ipynb"
    path.write_text(writes(v4.new_notebook(cells=[v4.new_markdown_cell("# Hello")])))

    assert "has no code cells" in refused(path)


def test_a_notebook_that_is_too_large(tmp_path: Path) -> None:
    """A file above the limit is not even read; the sentence names the limit and the way out."""
    path = tmp_path / "large.ipynb"
    with path.open("wb") as file:
        file.write(b'{"cells": [')
        file.truncate(60 << 20)  # a hole: it takes no room on the disk

    words = refused(path)

    assert "60 MB; 50 MB are allowed" in words
    assert "--notebook-mb" in words


def test_a_folder(tmp_path: Path) -> None:
    """A folder without submissions is refused with the advice to name one, or a file."""
    assert "there is no notebook in" in refused(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="permissions are asked of Linux")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    """A file without permission to read is refused as such."""
    path = tmp_path / "secret.ipynb"
    path.write_text("{}")
    path.chmod(0)
    unprivileged = {"preexec_fn": _deny_like_others} if os.geteuid() == 0 else {}

    assert "may not be read: check its permissions" in refused(path, **unprivileged)


def _deny_like_others() -> None:
    """Nothing is denied to root, so root gives up just that for the program started next.

    prctl(PR_CAPBSET_DROP) of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, capabilities(7).
    """
    libc = ctypes.CDLL(None)
    for capability in (1, 2):
        libc.prctl(24, capability, 0, 0, 0)


def test_nbformat_3_is_graded_through_the_command() -> None:
    """A notebook of nbformat 3 is graded, whatever its score: exit code 0."""
    done = run(GOLDEN / "nbformat_3" / "submit.ipynb")

    assert (0, "") == (done.returncode, done.stderr)
    assert "30 / 30" in done.stdout


def test_one_broken_file_of_several(tmp_path: Path) -> None:
    """One file that cannot be graded does not keep the others from being graded: exit code 2."""
    broken = tmp_path / "broken.ipynb"
    broken.write_text("{")

    done = run(GOLDEN / "plain_script" / "submit.py", broken, GOLDEN / "nbformat_3/submit.ipynb")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "grader: broken: broken.ipynb is broken" in done.stderr
    assert done.stdout.count("/ 100") == 2
    assert re.search(r"broken\.ipynb +- +broken\.ipynb is broken", done.stdout)


def test_an_unknown_format_names_the_nearest() -> None:
    """A report format that does not exist is refused before anything is graded."""
    words = refused(GOLDEN / "plain_script" / "submit.py", "--to", "jsno")

    assert "no format is called 'jsno'; did you mean json?" in words


def test_a_report_into_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    """A report that cannot be written is a usage error that names the path."""
    target = tmp_path / "missing" / "report.json"

    words = refused(GOLDEN / "plain_script" / "submit.py", "--to", f"json={target}")

    assert "cannot be written" in words
    assert str(target) in words


def test_an_unknown_option_is_a_usage_error() -> None:
    """An option that does not exist ends with exit code 2 and no traceback."""
    done = run(GOLDEN / "plain_script" / "submit.py", "--colour")

    assert done.returncode == 2
    assert "--colour" in done.stderr
    assert "Traceback" not in done.stderr


# ---------------------------------------------------------------- submissions that misbehave


@pytest.fixture(scope="module")
def grader(suite: Suite) -> Iterator[Grader]:
    """A grader with short limits; all tests share its warm processes."""
    limits = Limits(probe_seconds=2.0, cell_seconds=2.0, total_seconds=40.0, memory_mb=512)
    with Grader(suite, Options(limits)) as one:
        yield one


@pytest.fixture
def grade(grader: Grader, notebook: Write) -> Callable[..., Report]:
    """Grades cells, within bounds, and checks that the student's view gives nothing away."""

    def graded(*cells: str) -> Report:
        began = time.monotonic()
        report = grader.grade(notebook(*cells))
        assert time.monotonic() - began < HANGS
        assert not report.errored, report
        assert_nothing_private(report)
        return report

    return graded


def assert_nothing_private(report: Report) -> None:
    """The student's view holds no number that only a private case's question or answer has."""
    cases = [case for exercise in report.exercises for case in exercise.cases]
    known = _numbers(f"{case.called} {case.expected}" for case in cases if not case.private)
    secret = _numbers(f"{case.called} {case.expected}" for case in cases if case.private) - known
    view = report.for_student()
    words = [*view.notes, *(str(cell) for cell in view.cells), *map(_strings, view.exercises)]
    assert not secret & _numbers(words)
    for one in (case for exercise in view.exercises for case in exercise.cases if case.private):
        assert ("", "", "", "") == (one.called, one.expected, one.got, one.printed)


def _numbers(texts: Iterable[str]) -> set[str]:
    """The fractions in the texts, to two decimals: one text may round where another does not."""
    found = re.findall(r"\d+\.\d{2,}", " ".join(texts))
    return {f"{float(number):.2f}" for number in found}


def _strings(one: ExerciseResult) -> str:
    return " ".join([one.message, *one.notes, *(f"{case.help} {case.note}" for case in one.cases)])


def exercise(report: Report, name: str) -> ExerciseResult:
    """One exercise of a report."""
    return next(exercise for exercise in report.exercises if exercise.name == name)


def assert_lost(report: Report, name: str, *parts: str) -> None:
    """This exercise got nothing, its words hold these parts, and the other two got everything."""
    lost = exercise(report, name)
    assert lost.earned == 0
    assert {case.status for case in lost.cases} <= {"failed", "skipped"}
    first = lost.cases[0]
    words = f"{first.got} {first.help} {lost.message}"
    for part in parts:
        assert part in words, words
    assert "Traceback" not in words
    assert "grader/" not in words
    for other in {"my_dense", "my_sequential", "my_dense_v"} - {name}:
        assert exercise(report, other).earned == exercise(report, other).points, other


def dense(body: str) -> str:
    """A ``my_dense`` with this body."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return f"def my_dense(a_in, W, b, g):\n{lines}"


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("while True: pass", ["no answer within 2 s", "Does the loop end?"]),
        ("import os; os._exit(0)", ["the Python process ended"]),
        ("import os; os.kill(os.getpid(), 9)", ["the Python process ended"]),
        ("import sys; sys.exit(0)", ["SystemExit", "ends the program"]),
        ("quit()", ["ends the program"]),
        ("raise KeyboardInterrupt", ["ends the program"]),
        ("return my_dense(a_in, W, b, g)", ["calls itself without end in line 2 of code cell 2"]),
        ("return input('a_in? ')", ["input() cannot be answered while grading"]),
        ("return np.ones(10 * 2**30 // 8)", ["more memory than a submission may use in line 2"]),
        ("return np.zeros(10 * 2**30 // 8)", ["more memory than a submission may use in line 2"]),
        ("return [0] * 10**10", ["more memory than a submission may use"]),
        ("a = []\nwhile True: a.append(np.zeros(2**22))", ["more memory than a submission may use"]),
        ("raise ValueError(f'{a_in} {W} {b}')", ["ValueError", "in line 2 of code cell 2"]),
        ("raise NotImplementedError(f'{a_in} {W} {b}')", ["is not written yet"]),
        ("return a_out", ["is not started yet"]),
        ("return np.dot(W, a_in) + b", ["in line 2 of code cell 2: return np.dot(W, a_in) + b"]),
        ("return 1 / 0", ["ZeroDivisionError"]),
        ("class E(Exception):\n    def __str__(self): 1 / 0\nraise E", ["E", "line 4"]),
        ("exec('import os; os.close(0)'); import os; os.closerange(0, 999)", ["my_dense"]),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)  # fmt: skip
def test_an_answer_that_never_comes(
    grade: Callable[..., Report], body: str, parts: list[str]
) -> None:
    """A function that hangs, dies or raises costs its own exercise, and says what happened."""
    report = grade(IMPORTS, dense(body), MY_SEQUENTIAL, MY_DENSE_V)

    assert_lost(report, "my_dense", *parts)


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("pass", ["works nothing out yet"]),
        ("print(g(a_in @ W + b))", ["None", "`return`"]),
        ("return 'done'", ["the text 'done'", "numbers are wanted"]),
        ("return 'x' * 10**7", ["too long: 10,000,000 characters"]),
        ("return [[1.0, 2.0], [3.0]]", ["list", "same length"]),
        ("return {'a': 1}", ["dict", "real numbers"]),
        ("return g", ["function", "brackets"]),
        ("return lambda: 1", ["function", "brackets"]),
        ("return (g(z) for z in a_in @ W + b)", ["generator"]),
        ("return np.full(W.shape[1], np.nan)", ["nan (not a number) at [0]", "comes of None"]),
        ("return np.full(W.shape[1], np.inf)", ["inf (infinity)"]),
        ("return (a_in @ W + b).astype(complex)", ["complex", "real numbers"]),
        ("return np.matrix(g(a_in @ W + b))", ["numpy.matrix", "np.matrix"]),
        ("return g(a_in @ W + b) > 0", ["True/False"]),
        ("return True", ["a single number", "One number came back"]),
        ("return 10**400", ["int"]),
        ("return 10**18", ["a single number"]),
        ("return 0.5", ["a single number"]),
        ("return g(a_in @ W + b).reshape(1, -1)", ["shape (1, 3)", "in another shape"]),
        ("return (g(a_in @ W + b) + 1).astype(int)", ["whole numbers"]),
        ("return np.array([a_in, None], dtype=object)", ["object"]),
        ("return np.array(['a', 'b', 'c'])", ["str"]),
        ("return np.zeros((2, 3, 4))", ["shape (2, 3, 4)"]),
        ("return np.zeros(0)", ["shape (0,)"]),
        ("return np.lib.stride_tricks.as_strided(a_in, (2**40,), (0,))", ["too large"]),
        ("a = []; a.append(a); return a", ["list"]),
        ("return [0.5] * 100_000", ["list"]),
        (AGREES + "return A()", ["an object of type A"]),
        (AGREES_AS_ARRAY + "return np.full(W.shape[1], 9.0).view(A)", ["9"]),
        (AGREES_AS_FLOAT + "return [F(0.1)] * W.shape[1]", ["list"]),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)  # fmt: skip
def test_an_answer_of_a_strange_kind(
    grade: Callable[..., Report], body: str, parts: list[str]
) -> None:
    """Whatever a function returns is described in words, and only right numbers are right."""
    report = grade(IMPORTS, dense(body), MY_SEQUENTIAL, MY_DENSE_V)

    assert_lost(report, "my_dense", *parts)


@pytest.mark.parametrize(
    "cell",
    [
        "def my_dense(a_in, W, b):\n    return a_in",
        "def my_dense(a_in, W, b, g, units):\n    return a_in",
        "my_dense = lambda: 0",
    ],
)
def test_a_wrong_number_of_parameters(grade: Callable[..., Report], cell: str) -> None:
    """A function with too few or too many parameters fails with Python's words and their sense."""
    report = grade(IMPORTS, cell, MY_SEQUENTIAL, MY_DENSE_V)

    assert_lost(report, "my_dense", "TypeError", "argument", "a_in, W, b, g")


def test_a_function_that_is_missing_names_one_like_it(grade: Callable[..., Report]) -> None:
    """Where a name is missing, a name like it is given, in one red line."""
    report = grade(IMPORTS, MY_DENSE.replace("my_dense", "my_danse"), MY_SEQUENTIAL, MY_DENSE_V)

    assert_lost(report, "my_dense", "There is no `my_dense`, but there is `my_danse`")
    statuses = [case.status for case in exercise(report, "my_dense").cases]
    assert statuses.count("failed") == 1


def test_a_name_that_holds_no_function(grade: Callable[..., Report]) -> None:
    """A name that was used again for something else is told by its type."""
    report = grade(IMPORTS, MY_DENSE + "\nmy_dense = 7", MY_SEQUENTIAL, MY_DENSE_V)

    assert_lost(report, "my_dense", "`my_dense` is of type int, not a function")


def test_a_cell_that_python_cannot_read(grade: Callable[..., Report]) -> None:
    """A syntax error costs the exercise in its cell only, and cell and line are named."""
    broken = "# my answer\ndef my_dense(a_in, W, b, g)\n    return 1"

    report = grade(IMPORTS, broken, MY_SEQUENTIAL, MY_DENSE_V)

    assert_lost(report, "my_dense", "code cell 2", "line 2", "def my_dense(a_in, W, b, g)")
    assert [(2, 2)] == [(cell.cell, cell.line) for cell in report.cells]
    assert "SyntaxError" in report.cells[0].what


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("import sys\nsys.exit(1)", "SystemExit"),
        ("n = int(input('units? '))", "input() cannot be answered"),
        ("while True: pass", "no end within 2 s"),
        ("import os\nos._exit(0)", "the Python process ended"),
        ("import numpie", "ModuleNotFoundError"),
        ("a = np.ones(2**34)", "MemoryError"),
        ("1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_needed_cell_that_stops(grade: Callable[..., Report], line: str, part: str) -> None:
    """A needed cell that hangs, ends or raises is named; what the other cells define is graded."""
    # "n" is used by my_dense, so this cell is run.
    cell = f"n = 0\nif True:\n    n = 1\n    {line.replace(chr(10), chr(10) + '    ')}"
    needs_it = MY_DENSE.replace("    return", "    n\n    return")

    report = grade(IMPORTS, cell, needs_it, MY_SEQUENTIAL, MY_DENSE_V)

    assert [2] == [cell.cell for cell in report.cells]
    assert part in report.cells[0].what
    for name in ("my_sequential", "my_dense_v"):
        assert exercise(report, name).earned == exercise(report, name).points


def test_a_flood_of_output(grade: Callable[..., Report]) -> None:
    """What a right function prints costs nothing, however much it is."""
    flood = MY_DENSE.replace(
        "    return", "    for _ in range(2000): print('x' * 10_000)\n    return"
    )

    report = grade(IMPORTS, flood, MY_SEQUENTIAL, MY_DENSE_V)

    assert 30 == exercise(report, "my_dense").earned


def test_a_flood_is_cut_in_the_report(grade: Callable[..., Report]) -> None:
    """What a wrong function prints is kept up to the limit only."""
    report = grade(IMPORTS, dense("for _ in range(2000): print('x' * 10_000)"), MY_SEQUENTIAL)

    printed = exercise(report, "my_dense").cases[0].printed
    assert 0 < len(printed) < 100_000
    assert printed.endswith("[...]")


def test_a_tensor_is_accepted(grade: Callable[..., Report]) -> None:
    """A TensorFlow tensor with the right numbers is right."""
    tensor = MY_DENSE_V.replace(
        "return g(np.matmul(A_in, W) + b)", "return tf.constant(g(A_in @ W + b))"
    )

    report = grade(IMPORTS + "\nimport tensorflow as tf", MY_DENSE, MY_SEQUENTIAL, tensor)

    assert 10 == exercise(report, "my_dense_v").earned
    assert 70 == report.total.sum


@pytest.mark.parametrize(
    "body",
    [
        "return list(g(a_in @ W + b))",
        "return tuple(g(a_in @ W + b))",
        "return g(a_in @ W + b).astype(np.float32)",
        "return [np.float64(one) for one in g(a_in @ W + b)]",
        "class A(np.ndarray): pass\nreturn g(a_in @ W + b).view(A)",
        "return np.asfortranarray(g(a_in @ W + b))[::-1][::-1]",
    ],
)
def test_right_numbers_in_another_wrapping(grade: Callable[..., Report], body: str) -> None:
    """Right numbers are right as a list, a tuple, in single precision or in a view."""
    report = grade(IMPORTS, dense(body), MY_SEQUENTIAL, MY_DENSE_V)

    assert 30 == exercise(report, "my_dense").earned


def test_an_endless_loop_in_every_function_ends(grade: Callable[..., Report]) -> None:
    """Several answers that never come cost at most the limit for the whole notebook."""
    endless = "".join(
        re.sub(r":\n(?:    .*\n)+", ":\n    while True: pass\n", one)
        for one in (MY_DENSE, MY_SEQUENTIAL, MY_DENSE_V)
    )

    report = grade(IMPORTS, endless)

    assert 0 == report.total.sum
    assert all(
        case.status in ("failed", "skipped")
        for exercise in report.exercises
        for case in exercise.cases
    )
