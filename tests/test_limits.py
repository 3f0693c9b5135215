"""Every limit is enforced, says so in a learner's words, and costs no other exercise its points.

Each row of ``HITS`` is a submission that hits one limit. It is graded for real; the words are those
of the text report.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
from msgspec.structs import replace

from grader.export import format_named
from grader.grading.grader import Grader, Options
from grader.protocol.limits import Limits
from grader.report import ExerciseResult, Report
from grader.submissions.reading import SubmissionError, read
from grader.suite import Suite

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="these limits are Linux's")
Write = Callable[..., Path]

START = "import os, time\nimport numpy as np\nfrom autils import *"
RIGHT = "return np.array([g(a_in @ W[:, j] + b[j]) for j in range(W.shape[1])])\n"
MY_SEQUENTIAL = """
def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)
"""
MY_DENSE_V = "def my_dense_v(A_in, W, b, g):\n    return g(np.matmul(A_in, W) + b)\n"


def dense(body: str) -> str:
    """A cell with a ``my_dense`` of this body, which is right at its end."""
    return "def my_dense(a_in, W, b, g):\n" + indent(f"{body}\n{RIGHT}", "    ")


def needed(body: str) -> tuple[str, str]:
    """A cell that ``my_dense`` needs, and a right ``my_dense``."""
    return f"n = 1\n{body}", dense("n")


@dataclass(frozen=True)
class Hit:
    """A submission that hits a limit.

    Attributes:
        limits: the limit, and what else keeps the test short.
        cells: what it does.
        says: what stands in the report.
        costs: the one exercise that has no points for it.
        of: the layer that keeps the limit.
    """

    limits: dict[str, Any]
    cells: tuple[str, ...]
    says: tuple[str, ...]
    costs: str = "my_dense"
    of: str = "rlimits"


LOOP = "while True: pass"
FILES = "for n in range({}): open(str(n), 'wb').write(bytes(1 << 19))\n"
HITS: dict[str, Hit] = {
    "cell_seconds": Hit(
        {"cell_seconds": 1.0},
        needed("while True: n += 1"),
        ("Code cell 2: no end within 1 s",),
        of="process",
    ),
    "probe_seconds": Hit(
        {"probe_seconds": 1.0},
        (dense(LOOP),),
        ("Your `my_dense` did not finish within 1 s on an example with 2 inputs. Does the loop",),
        of="process",
    ),
    "cell_cpu_seconds": Hit(
        {"cell_cpu_seconds": 1},
        needed("while True: n += 1"),
        ("Code cell 2: it used more than 1 s of processor time and was stopped",),
    ),
    "probe_cpu_seconds": Hit(
        {"probe_cpu_seconds": 1, "probe_seconds": 60.0},
        (dense(LOOP),),
        ("Your `my_dense` used more than 1 s of processor time on an example with 2 inputs and",),
    ),
    "memory_mb": Hit(
        {"memory_mb": 300},
        (dense("held = np.ones(50 << 20)"),),
        ("Your `my_dense` asks for more memory than a submission may use in line 2 of code cell 2",),
    ),
    "address_mb": Hit(
        {"address_mb": 1500},
        (dense("import mmap\nheld = mmap.mmap(-1, 2 << 30)"),),
        ("Your `my_dense` asks for more memory than a submission may use in line 3 of code cell 2",),
    ),
    "file_mb": Hit(
        {"file_mb": 1},
        (dense("with open('x', 'wb') as file: file.write(bytes(3 << 20))"),),
        ("Your `my_dense` writes a larger file than a submission may write in line 2",),
    ),
    "open_files": Hit(
        {"open_files": 40},
        (dense("held = [open('/dev/null') for _ in range(60)]"),),
        ("Your `my_dense` has more files open than a submission may have in line 2",),
    ),
    "scratch_mb": Hit(
        {"scratch_mb": 2},
        (dense(FILES.format(9)),),
        ("Your `my_dense` writes more than a submission may keep in files in line 2",),
        of="scratch",
    ),
    "scratch_files": Hit(
        {"scratch_files": 50},
        (dense("for n in range(90): open(str(n), 'w').close()"),),
        ("Your `my_dense` writes more than a submission may keep in files in line 2",),
        of="scratch",
    ),
    "processes": Hit(
        {"processes": 20},
        (
            dense(
                "import threading\nstop = threading.Event()\ntry:\n"
                "    for _ in range(60): threading.Thread(target=stop.wait).start()\n"
                "finally: stop.set()"
            ),
        ),
        ("Your `my_dense` starts more threads than a submission may have in line 5",),
        of="user",  # the kernel counts the threads of every user but root
    ),
    "output_kb": Hit(
        {"output_kb": 1},
        (dense("for _ in range(90): print('x' * 99)\nreturn 1"),),
        ("printed: xxx",),
        of="process",
    ),
    "frame_mb": Hit(
        {"frame_mb": 1},
        (dense("return np.zeros((1024, 1024))"),),
        ("an array (too large: 8 MB, shape (1024, 1024))",),
        of="process",
    ),
    "stand_in_calls": Hit(
        {"stand_in_calls": 10},
        (
            dense(""),
            MY_SEQUENTIAL.replace("    a1", "    for _ in range(99): my_dense(x, W1, b1, sigmoid)\n    a1"),
        ),
        ("Your `my_sequential` calls", "more often than one question allows in line 3 of code cell 3"),
        "my_sequential",
        of="process",
    ),
}  # fmt: skip
IN_ALL = {"total_seconds", "total_cpu_seconds", "notebook_mb"}  # there is nothing left for others
# Those of reading and judging are hit in tests/test_workers.py, and in tests/test_remote.py.
OF_WORKERS = {
    "test_questions",
    "worker_cpu_seconds",
    "worker_seconds",
    "worker_memory_mb",
    "report_mb",
}


@pytest.fixture(scope="module")
def grader(suite: Suite) -> Iterator[Grader]:
    """A grader whose limits a test sets; its warm processes are shared."""
    with Grader(suite) as one:
        yield one


@pytest.fixture
def grade(grader: Grader, notebook: Write) -> Callable[..., Report]:
    """Grades cells with limits."""

    def graded(*cells: str, **limits: Any) -> Report:
        grader.options = Options(Limits(**limits))
        return grader.grade(notebook(START, *cells))

    return graded


@pytest.fixture
def bare(suite: Suite, notebook: Write) -> Iterator[Callable[..., Report]]:
    """The same without a file system of the child's own, so that the grader has to look."""
    options = Options(without=("world", "namespaces", "scratch"))
    with Grader(suite, options) as one:

        def graded(*cells: str, **limits: Any) -> Report:
            one.options = replace(options, limits=Limits(**limits))
            return one.grade(notebook(START, *cells))

        yield graded


def others(*cells: str) -> tuple[str, ...]:
    """The cells, and right ones for what they do not define."""
    rest = (("my_sequential", MY_SEQUENTIAL), ("my_dense_v", MY_DENSE_V))
    return (*cells, *(cell for name, cell in rest if f"def {name}(" not in "".join(cells)))


def words(report: Report) -> str:
    """The text report in one line."""
    return " ".join(format_named("text").write(report).split())


def exercise(report: Report, name: str) -> ExerciseResult:
    """One exercise of a report."""
    return next(exercise for exercise in report.exercises if exercise.name == name)


def statuses(report: Report, name: str) -> Counter[str]:
    """How many cases of an exercise passed, failed and were skipped."""
    return Counter(case.status for case in exercise(report, name).cases)


def assert_costs(report: Report, lost: str) -> None:
    """One exercise of the three functions has no points; the others have all."""
    for name in ("my_dense", "my_sequential", "my_dense_v"):
        one = exercise(report, name)
        assert (0 if name == lost else one.points) == one.earned, name


@pytest.mark.parametrize("name", Limits.__struct_fields__)
def test_every_limit_has_a_default_and_is_hit_here(name: str) -> None:
    """A new limit needs a submission that hits it."""
    assert getattr(Limits(), name) > 0
    assert name in {*HITS, *IN_ALL, *OF_WORKERS}


@pytest.mark.parametrize(
    "name",
    HITS,
)
def test_a_limit_costs_one_exercise_and_has_words(grade: Any, name: str) -> None:
    """What hits a limit loses its own points, the report says why, and the rest has full points."""
    hit = HITS[name]
    report = grade(*others(*hit.cells), **hit.limits)
    if hit.of not in report.provenance.sandbox:
        pytest.skip(f"the layer {hit.of} cannot be had here")
    assert_costs(report, hit.costs)
    for part in hit.says:
        assert part in words(report)


def test_what_is_printed_is_cut(grade: Any) -> None:
    """Printed text is kept up to its limit, with a mark where it was cut."""
    hit = HITS["output_kb"]
    printed = exercise(grade(*hit.cells, **hit.limits), "my_dense").cases[0].printed
    assert (1 << 10) + len("\n[...]") == len(printed)
    assert printed.endswith("\n[...]")


@pytest.mark.parametrize(
    ("limits", "body", "says"),
    [
        ({"scratch_mb": 2}, FILES.format(9), "wrote more than 2 MB of files"),
        (
            {"scratch_files": 50},
            "for n in range(90): open(str(n), 'w').close()\n",
            "wrote more than 50 files",
        ),
        (
            {"scratch_files": 50},
            "for n in range(90):\n    os.mkdir('a')\n    os.chdir('a')\n",
            "wrote more than 50 files",
        ),
    ],
)
def test_files_are_counted_where_the_kernel_does_not(
    bare: Any, limits: dict[str, Any], body: str, says: str
) -> None:
    """Without a file system of its own the grader looks itself, and ends what writes too much."""
    report = bare(*others(dense(f"{body}time.sleep(5)")), **limits)
    assert "scratch" not in report.provenance.sandbox
    assert_costs(report, "my_dense")
    assert f"Your `my_dense` {says} on an example with 2 inputs and was stopped." in words(report)


def test_a_notebook_too_large_is_refused(tmp_path: Path) -> None:
    """A file over its limit is refused in a sentence that names the option."""
    path = tmp_path / "submit.ipynb"
    path.write_bytes(b" " * ((1 << 20) + 1))
    with pytest.raises(SubmissionError, match=r"1 MB are allowed.*--notebook-mb"):
        read(path, Limits(notebook_mb=1))


def test_all_the_time_used_up(grade: Any) -> None:
    """When the time for the whole is over, the rest is not asked, and the reason is given."""
    report = grade(*others(dense(LOOP)), total_seconds=1.0)
    assert "Your `my_dense` used up the time for the whole notebook, 1 s," in words(report)
    assert {"failed": 1, "skipped": 17} == statuses(report, "my_dense")
    last = exercise(report, "my_sequential").cases[-1]
    assert "Not asked: the time for the whole notebook, 1 s, is used up." == last.help


def test_what_was_not_asked_says_why(grade: Any) -> None:
    """An exercise of which nothing was asked has a line in the text that gives the reason."""
    report = grade(*others(dense(LOOP)), total_seconds=1.0)
    reason = "18 cases: Not asked: the time for the whole notebook, 1 s, is used up."
    assert f"Layers in a row: my_sequential {reason}" in words(report)


def test_all_the_processor_time_used_up(grade: Any) -> None:
    """The processor time for the whole ends what uses it up, says so, and then nothing is asked."""
    report = grade(*others(dense(LOOP)), total_cpu_seconds=2, probe_seconds=60.0)
    assert "Your `my_dense` used more than 2 s of processor time in all" in words(report)
    last = exercise(report, "my_sequential").cases[-1]
    used_up = "the processor time for the whole notebook, 2 s, is used up"
    assert f"Not asked: {used_up}." == last.help


# ---------------------------------------------------------------- what a time-out costs


@pytest.mark.parametrize("body", [LOOP, "time.sleep(99)"], ids=["busy", "idle"])
def test_a_time_out_is_paid_once(grade: Any, body: str) -> None:
    """After a time-out the exercise's next question has a tenth of the time; then none is put."""
    report = grade(*others(dense(body)), probe_seconds=1.0)
    assert_costs(report, "my_dense")
    got = [case.got for case in exercise(report, "my_dense").cases]
    assert ["no answer within 1 s", "no answer within 0.1 s"] == got[:2]
    assert {"failed": 2, "skipped": 16} == statuses(report, "my_dense")


@pytest.mark.parametrize("body", ["os._exit(1)", "os.kill(os.getpid(), 11)"])
def test_two_ends_of_the_process_are_enough(grade: Any, body: str) -> None:
    """After two questions over which the process was lost the others are not put."""
    report = grade(*others(dense(body)))
    assert_costs(report, "my_dense")
    assert {"failed": 2, "skipped": 16} == statuses(report, "my_dense")


def test_one_slow_answer_costs_one_case(grade: Any) -> None:
    """A question that takes too long once does not take the points of those that do not."""
    report = grade(*others(dense("if len(a_in) == 410: time.sleep(9)")), probe_seconds=1.0)
    assert 1 == statuses(report, "my_dense")["failed"]
    assert 17 == statuses(report, "my_dense")["passed"]


STOOD_STILL = "A process did nothing at all until its time was over"
# In a process that has imported nothing, what is imported then is not among what was frozen.
COLD = (
    "import gc\ndef cold():\n    return any(one is vars(np.random) for one in gc.get_objects())\n"
)


@pytest.mark.parametrize(
    "cells",
    [
        (COLD, dense("if not cold(): time.sleep(99)")),
        (COLD, *needed("if not cold(): n = time.sleep(99)")),
    ],
    ids=["a question", "a cell"],
)
def test_a_process_that_stands_still_has_another_chance(grade: Any, cells: tuple[str, ...]) -> None:
    """What hangs only in the forked process is right in the one that has imported nothing."""
    report = grade(*others(*cells), probe_seconds=2.0, cell_seconds=2.0)
    assert_costs(report, "none")
    assert STOOD_STILL in " ".join(report.notes)
    assert STOOD_STILL in words(report)
    assert () == report.cells


def test_one_that_always_stands_still_has_one_chance(grade: Any) -> None:
    """It is started afresh once, not at every question; the report says both."""
    report = grade(*others(dense("time.sleep(99)")), probe_seconds=1.0)
    assert_costs(report, "my_dense")
    assert STOOD_STILL in words(report)
    assert "did not finish within 1 s" in words(report)


def test_a_busy_loop_is_no_fault_of_a_library(grade: Any) -> None:
    """A process that computes until its time is over is not started afresh."""
    report = grade(*others(dense(LOOP)), probe_seconds=1.0)
    assert () == report.notes
