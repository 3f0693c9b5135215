"""A script without cells: what stops in one of its statements costs nothing that stands below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from grader.export import format_named
from grader.grading.grader import Grader
from grader.report import ExerciseResult, Report
from grader.suite import Suite

DENSE = "def my_dense(a_in, W, b, g):\n    return g(a_in @ W + b)\n"
SLIP = "def my_dense(a_in, W, b, g):\n    return g(a_in @ W + c)\n"


@pytest.fixture(scope="module")
def grade(
    suite: Suite, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Report]]:
    """Grades a script that begins with the import of NumPy, in line 1."""
    path = tmp_path_factory.mktemp("scripts") / "submit.py"
    with Grader(suite) as grader:

        def graded(script: str) -> Report:
            path.write_text(f"import numpy as np\n{script}", encoding="utf-8")
            return grader.grade(path)

        yield graded


def of(report: Report, name: str) -> ExerciseResult:
    """What it says of one exercise."""
    return next(exercise for exercise in report.exercises if exercise.name == name)


@pytest.mark.parametrize(
    "above",
    [
        "units = undefined_thing\n",
        "from lab_utils_common import *\nsigmoid = missing\n",
        "np.random.rand(3).no_such_method()\n\nX = np.load('no such file')\n",
        "model = Sequential([Dense(25)])\n",
        "raise SystemExit\n",
        "import os; os._exit(1)\n",
        "assert False, 'sizes'\nprint(1 / 0)\n",
        "def my_sequential(x, W1:\n    return x\n\n",
        "!pip install something\n%matplotlib inline\n\nfoo(\n\n",
    ],
)
def test_what_stops_above_costs_nothing_below(grade: Callable[[str], Report], above: str) -> None:
    """A right function has its points whatever statement above it stopped or is no Python."""
    assert 30 == of(grade(above + "b = 3\nunits = b\n" + DENSE), "my_dense").earned


@pytest.mark.parametrize(
    ("script", "says"),
    [
        (SLIP, "line 3: return g(a_in @ W + c)"),
        (f"before = 1\n\n\n{SLIP}", "line 6: return g(a_in @ W + c)"),
        (f"w = 1\ndef my_dense(a_in, W, b, g):\n    return w(1\n\n{DENSE[:9]}", "in line 4"),
        (f"@missing\n{DENSE}", "in line 2: @missing"),
        (f"def my_dense(a):\n    return 1\n{DENSE}", "the last one (line 4) counts"),
    ],
)
def test_a_line_is_the_lines_of_the_file(
    grade: Callable[[str], Report], script: str, says: str
) -> None:
    """Words speak of lines of the script, and never of cells, which it has not."""
    report = grade(script)
    text = " ".join(format_named("text").write(report).split())
    assert says in text
    assert "ode cell" not in text
    stopped = [case for case in of(report, "my_dense").cases if case.line]
    assert all(case.line == case.file_line and not case.cell for case in stopped)
