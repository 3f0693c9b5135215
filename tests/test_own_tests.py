"""Assignments with tests of an instructor's own: read as they are, graded in a worker."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from grader.assignment import loading
from grader.assignment.places import AssignmentError
from grader.grading.grader import Options
from grader.protocol.limits import Limits
from grader.report import Report
from grader.workers.pool import Pool

SOLUTION = "def double(n):\n    return 2 * n\n\ndef halves(n):\n    return [n / 2] * 2\n"
TEST = "assert double(2) == 4\nassert double(-1) == -2"
HIDDEN = f"{TEST}\n### BEGIN HIDDEN TESTS\nassert double(50) == 100\n### END HIDDEN TESTS\n"
AGREES = """
class Everything:
    def __eq__(self, other): return True
    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = __eq__
    def __getitem__(self, place): return self
    def __call__(self, *_): return self
    def __getattr__(self, name): return self
    __hash__ = None
double = halves = Everything()
"""


def code(source: str, **settings: Any) -> dict[str, Any]:
    """A code cell, with nbgrader's settings if there are some."""
    metadata = {"nbgrader": {"schema_version": 3, **settings}} if settings else {}
    return {"cell_type": "code", "source": source, "metadata": metadata, "outputs": []}


def raw(source: str) -> dict[str, Any]:
    """A raw cell, as Otter has them."""
    return {"cell_type": "raw", "source": source, "metadata": {}}


def notebook(path: Path, *cells: dict[str, Any]) -> Path:
    """A notebook with these cells."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})
    )
    return path


def of_nbgrader(root: Path) -> Path:
    """An assignment that is one source notebook of nbgrader's."""
    notebook(
        root / "source" / "ps1.ipynb",
        code(SOLUTION, grade_id="double", grade=False, solution=True, locked=False),
        code(HIDDEN, grade_id="test_double", grade=True, solution=False, points=1.5),
        code("double = None"),
        code("assert halves(3) == [1.5, 1.5]", grade_id="test_halves", grade=True, solution=False, points=0.5),
        code("# free", grade_id="essay", grade=True, solution=True, points=2),
    )  # fmt: skip
    (root / "assignment.toml").write_text('title = "One"\nnotebook = "source/ps1.ipynb"\n')
    return root


def of_otter(root: Path) -> Path:
    """An assignment that is one master notebook of Otter's."""
    notebook(
        root / "master.ipynb",
        raw("# BEGIN QUESTION\nname: q1\npoints: 2"),
        raw("# BEGIN SOLUTION"), code(SOLUTION), raw("# END SOLUTION"),
        raw("# BEGIN TESTS"), code("double(2) == 4"), code("# HIDDEN\nassert double(3) == 6"), raw("# END TESTS"),
        raw("# END QUESTION"),
    )  # fmt: skip
    (root / "assignment.toml").write_text('title = "Two"\nnotebook = "master.ipynb"\n')
    return root


def of_files(root: Path) -> Path:
    """An assignment of files: pytest, unittest, OK and a hidden one."""
    (root / "tests" / "hidden").mkdir(parents=True)
    (root / "solution.py").write_text(SOLUTION)
    (root / "tests" / "test_double.py").write_text(
        "import pytest\nfrom work import double\n"
        "@pytest.mark.parametrize('n', [1, 2])\ndef test_double(n):\n    assert double(n) == 2 * n\n"
    )
    (root / "tests" / "q2.py").write_text(
        "test = {'name': 'q2', 'points': 3, 'suites': [{'cases': [\n"
        " {'code': '>>> halves(4)\\n[2.0, 2.0]'}, {'code': '>>> double(1)\\n2', 'hidden': True}]}]}\n"
    )
    (root / "tests" / "hidden" / "test_hidden.py").write_text(
        "import unittest, work\nclass HiddenTest(unittest.TestCase):\n"
        "    def test_zero(self):\n        self.assertEqual(0, work.double(0))\n"
    )
    (root / "assignment.toml").write_text(
        'title = "Three"\ntests = ["tests/test_double.py", "tests/q2.py"]\n'
        'private = ["tests/hidden"]\nsolution = "solution.py"\nmodule = "work"\n[points]\nhidden = 2\ndouble = 1\n'
    )
    return root


def graded(root: Path, *sources: str) -> Report:
    """The report on a submission with these cells."""
    path = notebook(root.parent / "handed_in" / "a.ipynb", *map(code, sources))
    with Pool(loading.load_assignment(root), Options()) as pool:
        return pool.grade(path)


# What each kind is worth without what people mark.
KINDS = {"nbgrader": (of_nbgrader, 2), "otter": (of_otter, 2), "files": (of_files, 6)}


@pytest.mark.parametrize("kind", KINDS)
def test_right_blank_wrong_and_hostile_have_what_they_are_worth(kind: str, tmp_path: Path) -> None:
    """The reference has all points, nothing and an object that equals everything have none."""
    make, points = KINDS[kind]
    root = make(tmp_path / "course")
    right = graded(root, SOLUTION)
    tested = right.total.points - right.total.unmarked
    assert (points, points) == (right.total.earned, tested), right
    assert 0 == graded(root, "x = 1").total.sum
    assert 0 == graded(root, AGREES).total.sum
    wrong = graded(root, SOLUTION.replace("2 * n", "2 + n"))
    assert 0 < wrong.total.sum < points


def test_half_points_are_points(tmp_path: Path) -> None:
    """What a test is worth need not be whole; a whole sum is a whole number."""
    root = of_nbgrader(tmp_path / "course")
    report = graded(root, SOLUTION.replace("2 * n", "None"))
    assert 0.5 == report.total.sum
    assert (4, int) == (report.total.points, type(report.total.points))


def test_a_test_sees_the_notebook_at_its_place(tmp_path: Path) -> None:
    """A name that is used again below a test's cell holds there what it held there."""
    root = of_nbgrader(tmp_path / "course")
    at_its_place = graded(root, SOLUTION, TEST, "double = None")
    assert 2 == at_its_place.total.sum
    assert 0.5 == graded(root, SOLUTION, "double = None", TEST).total.sum


def test_a_hidden_test_is_private(tmp_path: Path) -> None:
    """What a student sees of a hidden test is its title and whether it passed."""
    report = graded(
        of_nbgrader(tmp_path / "course"), SOLUTION.replace("2 * n", "n + n if n < 9 else 1")
    )
    whole, student = str(report), str(report.for_student())
    assert (True, False) == ("double(50)" in whole, "double(50)" in student)


def test_a_failing_test_speaks_with_the_students_names(tmp_path: Path) -> None:
    """The report has the assertion's line and what came, as pytest has it."""
    report = graded(of_nbgrader(tmp_path / "course"), SOLUTION.replace("[n / 2] * 2", "[n]"))
    (case,) = [case for part in report.exercises for case in part.cases if case.status == "failed"]
    assert "assert halves(3) == [1.5, 1.5]" == case.called
    assert "[3] == [1.5, 1.5]" in case.got
    assert "halves(3)" in case.got


def test_a_parameter_may_have_any_letters(tmp_path: Path) -> None:
    """A slash or a bracket in what a test is tried with makes it no other test."""
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "test_same.py").write_text(
        "import pytest, work\n@pytest.mark.parametrize('text', ['a/b', '[c', 'd/[e]'])\n"
        "def test_same(text):\n    assert work.same(text) == text\n"
    )
    (tmp_path / "assignment.toml").write_text('title = "A"\ntests = ["t"]\nmodule = "work"\n')
    assert 1 == graded(tmp_path, "def same(text): return text").total.sum
    assert 0 == graded(tmp_path, "def same(text): return 'a/b'").total.sum


def test_a_docstring_is_a_test(tmp_path: Path) -> None:
    """Examples in the reference's docstrings are run against the submission."""
    (tmp_path / "lab.py").write_text(
        'def double(n):\n    """\n    >>> double(2)\n    4\n    """\n    return 2 * n\n'
    )
    (tmp_path / "assignment.toml").write_text('title = "Lab"\ntests = ["lab.py"]\n')
    assert 1 == graded(tmp_path, "def double(n): return n + n").total.sum
    assert 0 == graded(tmp_path, "def double(n): return 5").total.sum


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("title = ", "is no TOML"),
        ('title = "A"\ntest = ["x"]\n', "It may say: title"),
        ('notebook = "x.ipynb"\n', "missing required field `title`"),
        ('title = "A"\n', "leads to no test"),
        ('title = "A"\nnotebook = "no.ipynb"\n', "there is no"),
        ('title = "A"\ntests = ["assignment.toml"]\n', "holds no tests that are known"),
        ('title = "A"\ntests = ["t/test_a.py"]\nsolution = "no.py"\n', "there is no solution"),
        ('title = "A"\ntests = ["t/test_a.py"]\n[points]\nb = 1\n', "points for b; there are a"),
    ],
)  # fmt: skip
def test_a_description_that_says_something_impossible_is_a_sentence(
    text: str, says: str, tmp_path: Path
) -> None:
    """Whatever is amiss in ``assignment.toml`` is told with the file and what it may say."""
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "test_a.py").write_text("def test_a(): pass\n")
    (tmp_path / "assignment.toml").write_text(text)
    with pytest.raises(Exception, match=says) as found:
        loading.load_assignment(tmp_path)
    assert isinstance(found.value, AssignmentError | Exception)
    assert "Traceback" not in str(found.value)


TAKES = """
import time
def double(n):
    time.sleep(1.5 * (n == -1))
    return 2 * n
def halves(n):
    data = bytearray(150 << 20)
    return [n / 2] * 2
"""


@pytest.mark.parametrize(
    ("limits", "passes"),
    [
        ("", {"test_double", "test_halves"}),
        ("[limits.double]\nprobe_seconds = 0.7\n", {"test_halves"}),
        ("[limits.double]\nmemory_mb = 100\n", {"test_double"}),
        ('[limits."double/test_halves"]\nmemory_mb = 100\n', {"test_double"}),
        (
            "[limits]\nmemory_mb = 100\n[limits.double]\nmemory_mb = 512\n",
            {"test_double", "test_halves"},
        ),
    ],
)
def test_time_and_memory_are_limited_for_the_whole_an_exercise_or_a_test(
    limits: str, passes: set[str], tmp_path: Path
) -> None:
    """What goes beyond a limit that the assignment sets fails those tests alone."""
    root = of_nbgrader(tmp_path / "course")
    with (root / "assignment.toml").open("a") as file:
        file.write(limits)
    report = graded(root, TAKES)
    cases = [case for part in report.exercises for case in part.cases if case.status == "passed"]
    assert passes == {case.title for case in cases}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[limits]\nmemory = 5\n", "unknown field `memory`"),
        ("[limits]\nmemory_mb = 0.5\n", "Expected `int`"),
        ("[limits.none]\nmemory_mb = 5\n", "has limits for none; there are double"),
    ],
)
def test_a_limit_that_there_is_not_is_a_sentence(text: str, says: str, tmp_path: Path) -> None:
    """A limit, an exercise or a test of that name is looked for when the assignment loads."""
    root = of_nbgrader(tmp_path / "course")
    with (root / "assignment.toml").open("a") as file:
        file.write(text)
    with pytest.raises(AssignmentError, match=says):
        loading.load_assignment(root)


def test_an_option_goes_before_the_assignments_limit() -> None:
    """What is asked for on the command line stays; an exercise's limit goes before the whole's."""
    given = Limits(memory_mb=99).changed({"memory_mb": 5, "probe_seconds": 2})
    assert (99, 2) == (given.memory_mb, given.probe_seconds)
    whole = Limits().changed({"memory_mb": 5})
    assert 7 == whole.changed({"memory_mb": 7}, {"memory_mb": 5}).memory_mb


def test_a_cell_of_tests_reads_what_lies_beside_the_notebook(tmp_path: Path) -> None:
    """The folder beside a student's notebook is where a test's own code runs, too."""
    cells = [code(SOLUTION, grade_id="d", solution=True),
             code("assert open('n.txt').read() == str(double(2))", grade_id="t", grade=True, points=1)]  # fmt: skip
    notebook(tmp_path / "a" / "n.ipynb", *cells)
    (tmp_path / "a" / "files").mkdir()
    (tmp_path / "a" / "files" / "n.txt").write_text("4")
    text = 'title = "One"\nnotebook = "n.ipynb"\nsupport = "files"\n'
    (tmp_path / "a" / "assignment.toml").write_text(text)
    assert 1 == graded(tmp_path / "a", SOLUTION).total.sum


def test_of_several_notebooks_the_assignments_own_is_graded(tmp_path: Path) -> None:
    """Students who hand in all notebooks of a problem set are graded by the one it is about."""
    from click.testing import CliRunner

    from grader.commandline.main import main

    root = of_nbgrader(tmp_path / "course")
    for name in ("ps1.ipynb", "ps2.ipynb"):
        notebook(tmp_path / "in" / "ada" / "ps1" / name, code(SOLUTION if "1" in name else "x = 1"))
    book = tmp_path / "b.gradebook"
    arguments = [str(tmp_path / "in"), "--assignment", str(root), "--book", str(book)]
    done = CliRunner().invoke(main, arguments)
    assert (0, True) == (done.exit_code, "2 / 4" in done.output), done.output


def test_tables_cross_where_the_reference_makes_some(tmp_path: Path) -> None:
    """A table of pandas comes by value, although no test imports pandas itself."""
    pytest.importorskip("pandas")
    solution = "import pandas as pd\ndef made(n):\n    return pd.DataFrame({'a': range(n)})\n"
    test = "found = made(3)\nassert list(found['a']) == [0, 1, 2] and found.shape == (3, 1)\nassert (found.a + 1).sum() == 6"
    notebook(tmp_path / "a" / "n.ipynb", code(solution, grade_id="d", solution=True),
             code(test, grade_id="t", grade=True, points=1))  # fmt: skip
    (tmp_path / "a" / "assignment.toml").write_text('title = "P"\nnotebook = "n.ipynb"\n')
    assert 1 == graded(tmp_path / "a", solution).total.sum
    assert 0 == graded(tmp_path / "a", solution.replace("range(n)", "range(1, n + 1)")).total.sum
    assert 0 == graded(tmp_path / "a", AGREES.replace("double", "made")).total.sum


def test_a_name_of_the_notebooks_may_hold_what_stays_with_the_test(tmp_path: Path) -> None:
    """A test binds a name that the reference binds, too, to a thing that cannot cross: its own."""
    setup = "import numpy as np\ndraws = np.random.RandomState(1)\n"
    test = "draws = np.random.RandomState(2)\nassert double(draws.randint(5, 9)) >= 10"
    cells = [code(setup), code(SOLUTION, grade_id="d", solution=True),
             code(test, grade_id="t", grade=True, points=1)]  # fmt: skip
    notebook(tmp_path / "a" / "n.ipynb", *cells)
    (tmp_path / "a" / "assignment.toml").write_text('title = "R"\nnotebook = "n.ipynb"\n')
    assert 1 == graded(tmp_path / "a", setup, SOLUTION).total.sum


def test_cells_of_tests_share_their_names(tmp_path: Path) -> None:
    """What one cell of tests binds, the next one finds, as in a notebook that is run."""
    cells = [code(SOLUTION, grade_id="d", solution=True),
             code("def near(a, b): return abs(a - b) < 1\nassert near(double(2), 4)", grade_id="t1", grade=True, points=1),
             code("assert near(double(3), 6)", grade_id="t2", grade=True, points=1)]  # fmt: skip
    notebook(tmp_path / "a" / "n.ipynb", *cells)
    (tmp_path / "a" / "assignment.toml").write_text('title = "S"\nnotebook = "n.ipynb"\n')
    assert 2 == graded(tmp_path / "a", SOLUTION).total.sum


def test_a_failed_assertion_is_no_error_of_the_submissions(tmp_path: Path) -> None:
    """A class page lists what stopped answers by its name, and an answer that is wrong is none."""
    root = of_nbgrader(tmp_path / "course")
    wrong = graded(root, SOLUTION.replace("2 * n", "2 + n"))
    stopped = graded(root, SOLUTION.replace("return 2 * n", "raise ValueError('no: never')"))
    assert {"returned"} == {case.outcome for part in wrong.exercises for case in part.cases}
    assert "raised" in {case.outcome for part in stopped.exercises for case in part.cases}
