"""Cases of any course: exceptions, texts, states, files, half points, from the notebook to a mark."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grader.assignment import digests, loading, places
from grader.grading.grader import Grader
from grader.report import Report

CASES = """
from grader.suite import *

EXERCISE = Exercise("get", "Any")
CASES = (
{cases}
)
"""


def course(root: Path, cases: str) -> Path:
    """An assignment with these cases."""
    (root / "public_tests").mkdir(parents=True)
    (root / "assignment").mkdir()
    (root / "public_tests" / "__init__.py").write_text('ASSIGNMENT = {"title": "Any"}\n')
    (root / "public_tests" / "any.py").write_text(CASES.format(cases=cases))
    return root


def graded(root: Path, source: str) -> Report:
    """The report on this code."""
    path = root.parent / "handed_in.py"
    path.write_text(source)
    with Grader(loading.load_assignment(root)) as grader:
        return grader.grade(path)


def test_a_right_exception_has_the_points(tmp_path: Path) -> None:
    """A function that has to raise has its points when it does, and half points are points."""
    root = course(tmp_path / "a", 'example("get", "零", {"n": 0}, raises(ValueError), points=1.5),')
    right = graded(root, "def get(n):\n    if n < 1: raise ValueError('n')\n    return n")
    wrong = graded(root, "def get(n): return n")
    assert (1.5, 0) == (right.total.sum, wrong.total.sum)
    assert ("ValueError", "the int 0") == (
        wrong.exercises[0].cases[0].expected,
        wrong.exercises[0].cases[0].got,
    )


def test_a_text_of_any_length_is_compared_whole(tmp_path: Path) -> None:
    """Long texts arrive as they are: none is cut before it is compared."""
    root = course(tmp_path / "a", 'example("get", "long", {}, "x" * 2500 + "y", points=1),')
    assert 1 == graded(root, "def get(): return 'x' * 2500 + 'y'").total.sum
    assert 0 == graded(root, "def get(): return 'x' * 2500 + 'z'").total.sum


def test_the_same_question_is_asked_anew(tmp_path: Path) -> None:
    """What a function gives may depend on what was called before it."""
    cases = (
        'example("get", "empty", {"add": 0}, 0, points=1),'
        'example("get", "two", {"add": 2}, 2, points=1),'
        'example("get", "still two", {"add": 0}, 2, points=1),'
    )
    root = course(tmp_path / "a", cases)
    source = "held = [0]\ndef get(add):\n    held[0] += add\n    return held[0]"
    assert 3 == graded(root, source).total.sum


def test_an_argument_that_cannot_cross_is_the_cases_own_fault(tmp_path: Path) -> None:
    """It never leaves, costs nobody points, and takes no other case with it."""
    strange = 'asking(Call("get", ("x",), (encode({}),)))'
    cases = (
        f'Case("get", "a", 1, {strange}, returns(1)), example("get", "b", {{"x": 1}}, 1, points=1),'
    )
    report = graded(course(tmp_path / "a", cases), "def get(x): return 1")
    assert ["errored", "passed"] == [case.status for case in report.exercises[0].cases]
    assert "Look for exit()" not in str(report)


def test_files_beside_the_notebook_are_there(tmp_path: Path) -> None:
    """Data and modules beside it are found by the paths that a notebook has, in folders or not."""
    root = course(tmp_path / "a", 'example("get", "file", {}, 12, points=1),')
    (root / "assignment" / "data").mkdir()
    (root / "assignment" / "beside.csv").write_text("3")
    (root / "assignment" / "data" / "inside.csv").write_text("4")
    (root / "assignment" / "near.py").write_text("FIVE = 5\n")
    source = (
        "import near\ndef get(): return int(open('beside.csv').read()) + near.FIVE"
        " + int(open('data/inside.csv').read())"
    )
    assert 1 == graded(root, source).total.sum


@pytest.mark.parametrize("name", ["x.csv", "x.json", "x.parquet", "x.tsv", "x.png", "x.db", "x"])
def test_any_data_file_is_a_reason_to_grade_again(name: str, tmp_path: Path) -> None:
    """A change of a data file of whatever kind is a change of the assignment."""
    root = course(tmp_path, 'example("get", "file", {}, 1, points=1),')
    before = loading.load_assignment(root).digest
    (root / "assignment" / name).write_text(json.dumps(1))
    assert before != loading.load_assignment(root).digest
    (data,) = [path for path in digests.files(root, (places.SUPPORT,)) if path.name == name]
    assert digests.is_data(data)


@pytest.mark.parametrize("name", ["a.ipynb", "README.md", "__pycache__/a.pyc", ".hidden"])
def test_what_nothing_is_judged_by_is_none(name: str, tmp_path: Path) -> None:
    """A built notebook, a page for people and what Python keeps are no data."""
    root = course(tmp_path, 'example("get", "file", {}, 1, points=1),')
    before = loading.load_assignment(root).digest
    (root / "assignment" / name).parent.mkdir(exist_ok=True)
    (root / "assignment" / name).write_text("1")
    assert before == loading.load_assignment(root).digest
