"""Plain notebooks: cells of assertions, and calls of tests that are kept in a module beside them."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import pytest
from test_formats_of_tests import earned
from test_own_tests import AGREES, code, notebook

from grader.assignment import loading, specimens
from grader.authoring import new_assignment
from grader.checks import own_tests
from grader.errors import GraderError
from grader.grading.grader import Options
from grader.report import Report
from grader.suite import Suite
from grader.workers.pool import Pool

AREA = """
def area(width, height):
    \"\"\"Of a rectangle.\"\"\"
    result = 0
    # START CODE HERE (1 line)
    result = width * height
    # END CODE HERE
    return result
"""
MODULE = """
import shapes_data

def area_test(target):
    assert target(2, 3) == 6, "twice three is six"
    assert target(*shapes_data.SIDES) == 20
    print("All tests passed")
"""
PRINTS = """
def test_half(target):
    failed = []
    for given, wanted in [(4, 2), (9, 4.5)]:
        result = target(given)
        try:
            assert result == wanted
        except:
            failed.append(given)
            print(f"Wrong for {given}.")
    print(len(failed), "tests failed")
"""
CELLS = (
    "from shapes_tests import *\nimport more_tests as checks",
    AREA,
    "start = 5\nprint(area(1, 1))\narea_test(area)",
    "double = start * 2  # what a cell of tests has bound is used below it",
    "def half(n):\n    ### BEGIN SOLUTION\n    return n / 2\n    ### END SOLUTION",
    "checks.test_half(half)",
    "%matplotlib inline\nassert half(2) == 1\nfor n in range(3):\n    assert half(n) == n / 2",
    "def test_double():\n    assert double == 10\n    assert area(double, 1) == 10",
    "test_double()",
    "assert area(1, 2) == 2\n### BEGIN HIDDEN TESTS\nassert area(3, 3) == 9\n### END HIDDEN TESTS",
)
FILES = {
    "shapes_tests.py": MODULE,
    "shapes_data.py": "SIDES = (4, 5)\n",
    "more_tests.py": PRINTS,
    "unused.py": "",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An assignment that is taken over from a plain notebook."""
    folder = tmp_path_factory.mktemp("course")
    source = notebook(folder / "source" / "shapes.ipynb", *map(code, CELLS))
    for name, text in FILES.items():
        (source.parent / name).write_text(text)
    new_assignment.make(folder / "shapes", source)
    return folder / "shapes"


@pytest.fixture(scope="module")
def suite(course: Path) -> Suite:
    """Its suite."""
    return loading.load_assignment(course)


def graded(course: Path, *sources: str) -> Report:
    """The report on a notebook with these cells."""
    path = notebook(course.parent / "handed_in" / "a.ipynb", *map(code, sources))
    with Pool(loading.load_assignment(course), Options()) as pool:
        return pool.grade(path)


def test_a_cell_is_a_test_if_it_asserts_or_calls_what_does(suite: Suite) -> None:
    """Each is named after the function that it is about, and by the test that it calls."""
    assert [
        ("area", "area_test", 3),
        ("half", "test_half", 6),
        ("half", "test", 7),
        ("area", "test_double", 9),
        ("area", "test", 10),
    ] == [(test.exercise, test.title, test.cell) for test in suite.tests]
    assert [False] * 4 + [True] == [test.private for test in suite.tests]


def test_what_the_notebook_and_its_modules_name_is_copied(course: Path) -> None:
    """A module that only another module imports is there, and what nobody names is not."""
    names = {path.name for path in (course / "files").iterdir()}
    assert {"shapes_tests.py", "shapes_data.py", "more_tests.py"} == names


def test_the_reference_passes_and_what_students_get_does_not(course: Path) -> None:
    """Answers between comments are taken out, hidden tests, too; the rest stays as it is."""
    solved = specimens.solved(course)
    blank = specimens.blank(course)
    assert solved is not None
    given = [cell["source"] for cell in blank["cells"]]
    assert "width * height" in solved["cells"][1]["source"]
    assert "width * height" not in given[1]
    assert "    # YOUR CODE HERE\n    raise NotImplementedError()\n    # END CODE" in given[1]
    assert "return n / 2" not in given[4]
    assert "area(3, 3)" not in json.dumps(blank)
    assert 5 == graded(course, *[cell["source"] for cell in solved["cells"]]).total.sum
    assert 0 == graded(course, *given).total.sum


def test_a_wrong_answer_fails_where_it_is_wrong(course: Path) -> None:
    """Also where the module catches what its assertions raise, and only prints it."""
    wrong = [cell.replace("return n / 2", "return n // 2") for cell in CELLS]
    report = graded(course, *wrong)
    assert {
        "area/area_test": 1,
        "half/test_half": 0,
        "half/test": 0,
        "area/test_double": 1,
        "area/private-test": 1,
    } == earned(report)
    (_, half) = report.exercises
    told = [(case.called, case.got.partition("\n")[0], case.outcome) for case in half.cases]
    assert [
        ("checks.test_half(half)", "assert 4 == 4.5", "returned"),
        ("assert half(n) == n / 2", "assert 0 == (1 / 2)", "returned"),
    ] == told


def test_a_submission_cannot_bring_tests_of_its_own(course: Path) -> None:
    """An object that agrees, and functions in the place of the tests, earn nothing."""
    own = "def area_test(target): pass\nclass checks:\n    test_half = staticmethod(print)"
    assert 0 == graded(course, AGREES, own).total.sum
    edited = [cell.replace("area_test(area)", "pass") for cell in (*CELLS, own)]
    assert 5 == graded(course, *edited).total.sum


def test_a_module_that_the_notebook_has_imported_speaks_as_well(
    course: Path, suite: Suite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the student's own notebook, too, an assertion that a module catches has failed."""
    monkeypatch.syspath_prepend(str(course / "files"))
    loaded = importlib.import_module("more_tests")
    monkeypatch.setattr(own_tests.notebook, "names", lambda: {"half": lambda n: n // 2})
    (half,) = (exercise for exercise in suite.exercises if exercise.name == "half")
    assert [0, 0] == [case.earned for case in own_tests.result(suite, half).cases]
    assert loaded is sys.modules.pop("more_tests")


def test_without_marks_functions_that_tests_use_are_the_answers(tmp_path: Path) -> None:
    """Their bodies are taken out; a function that no test uses is given."""
    source = notebook(
        tmp_path / "plain.ipynb",
        code("%matplotlib inline\nfactor = 3"),
        code("def given(n):\n    return n + 1"),
        code('def triple(n):\n    """Three times n."""\n    return factor * n\n\nready = True'),
        code("assert triple(2) == 6"),
        code("try:\n    assert triple(1) == 4\nexcept AssertionError:\n    assert triple(1) == 3"),
    )
    new_assignment.make(tmp_path / "plain", source)
    cells = [cell["source"] for cell in specimens.blank(tmp_path / "plain")["cells"]]
    assert "return n + 1" in cells[1]
    assert "factor * n" not in cells[2]
    assert "Three times n." in cells[2]
    assert "ready = True" in cells[2]
    right = [cell["source"] for cell in (specimens.solved(tmp_path / "plain") or {})["cells"]]
    assert 2 == graded(tmp_path / "plain", *right).total.sum


def test_what_students_get_may_be_the_source(tmp_path: Path) -> None:
    """The solved notebook is then named by ``--solution``."""
    blank = ("def triple(n):\n    # YOUR CODE STARTS HERE\n    return None\n    # YOUR CODE ENDS HERE",
             "assert triple(2) == 6")  # fmt: skip
    given = notebook(tmp_path / "lab.ipynb", *map(code, blank))
    solved = notebook(
        tmp_path / "solved" / "lab.ipynb", code(blank[0].replace("None", "3 * n")), code(blank[1])
    )
    new_assignment.make(tmp_path / "lab", given, solved)
    assert 1 == graded(tmp_path / "lab", blank[0].replace("None", "3 * n")).total.sum
    assert 0 == graded(tmp_path / "lab", *blank).total.sum


def test_hidden_lines_of_a_test_function_make_it_the_instructors(tmp_path: Path) -> None:
    """Nothing of them is in what students get, wherever the function is called."""
    hidden = "### BEGIN HIDDEN TESTS\n    assert triple(7) == 21\n    ### END HIDDEN TESTS"
    cells = (f"def test_triple():\n    assert triple(2) == 6\n    {hidden}", "test_triple()")
    source = notebook(
        tmp_path / "plain.ipynb", code("def triple(n):\n    return 3 * n"), *map(code, cells)
    )
    suite = new_assignment.make(tmp_path / "plain", source)
    assert [True] == [test.private for test in suite.tests]
    assert "triple(7)" not in json.dumps(specimens.blank(tmp_path / "plain"))


UNITTEST = """
import unittest

class TestTriple(unittest.TestCase):
    def setUp(self):
        self.given = 2
    def test_whole(self):
        self.assertEqual(triple(self.given), 6)
    def test_text(self):
        with self.assertRaises(TypeError):
            triple(None)
"""
SUITE = """
suite = unittest.TestLoader().loadTestsFromTestCase(TestTriple)
unittest.TextTestRunner().run(suite)
"""
PYTEST = """%%ipytest

import pytest

def test_whole():
    assert triple(2) == 6

def test_text():
    with pytest.raises(TypeError):
        triple(None)
"""


@pytest.mark.parametrize(
    "cells",
    [
        (UNITTEST + "unittest.main(argv=[''], verbosity=2, exit=False)",),
        (UNITTEST, "unittest.main(argv=['ignored'], exit=False)"),
        (UNITTEST, SUITE),
        (PYTEST,),
        (PYTEST.partition("\n")[2], "ipytest.run('-qq')"),
    ],
)
def test_tests_that_a_runner_finds_are_tests_each(cells: tuple[str, ...], tmp_path: Path) -> None:
    """Those of a class of unittest's and those that pytest runs in a notebook."""
    answer = "import unittest\ndef triple(n):\n    return 3 * n"
    source = notebook(tmp_path / "plain.ipynb", code(answer), *map(code, cells))
    new_assignment.make(tmp_path / "plain", source)
    right = graded(tmp_path / "plain", answer, *cells)
    assert {"triple/test_whole": 1, "triple/test_text": 1} == earned(right)
    wrong = graded(tmp_path / "plain", answer.replace("3 * n", "6"), *cells)
    assert {"triple/test_whole": 1, "triple/test_text": 0} == earned(wrong)


def test_names_of_tests_that_cells_below_read_are_the_submissions(tmp_path: Path) -> None:
    """Not those that a function below only calls its own by the same name."""
    answer = "def triple(n):\n    return 3 * n"
    cells = (
        code(answer, grade_id="a", solution=True),
        code("size = 4\nfor n in range(3):\n    assert triple(n) == 3 * n",
             grade_id="t1", grade=True, points=1),
        code("numbers = list(range(size))\ndef half(n):\n    return n / 2"),
        code("assert len(numbers) == size == 4", grade_id="t2", grade=True, points=1),
    )  # fmt: skip
    source = notebook(tmp_path / "a.ipynb", *cells)
    suite = new_assignment.make(tmp_path / "new", source)
    assert {"triple", "numbers", "half", "size"} == suite.remote
    given = [cell["source"] for cell in cells]
    assert 2 == graded(tmp_path / "new", *given).total.sum


def test_what_a_given_cell_asserts_of_itself_is_no_test(tmp_path: Path) -> None:
    """A cell that checks its own data is run as any other; a test is about something above it."""
    source = notebook(
        tmp_path / "a.ipynb",
        code("import numpy as np\ndata = np.arange(4)\nassert data.shape == (4,)"),
        code("def total(x):\n    return x.sum()"),
        code("assert total(data) == 6"),
    )
    suite = new_assignment.make(tmp_path / "new", source)
    assert [("total", 3)] == [(test.exercise, test.cell) for test in suite.tests]


def test_a_notebook_without_assertions_has_no_tests(tmp_path: Path) -> None:
    """And this is said."""
    source = notebook(tmp_path / "a.ipynb", code("x = 1"), code("print(x)"))
    with pytest.raises(GraderError, match="holds no tests that are known"):
        new_assignment.make(tmp_path / "new", source)
