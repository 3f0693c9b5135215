"""Where an instructor's tests stand, what they see there, and which of them share a process."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from test_own_tests import code, graded, notebook

from grader.assignment import loading
from grader.grading.grader import Options
from grader.grading.test_places import groups
from grader.protocol.limits import Limits
from grader.submissions.reading import of_sources
from grader.suite import Suite, own_tests
from grader.workers.pool import Pool

ANSWER = "def double(n):\n    return 2 * n"
HIDDEN = "### BEGIN HIDDEN TESTS\n{}\n### END HIDDEN TESTS"


def course(root: Path, *cells: dict[str, Any]) -> Path:
    """An assignment that is one notebook of nbgrader's."""
    notebook(root / "n.ipynb", *cells)
    (root / "assignment.toml").write_text('title = "T"\nnotebook = "n.ipynb"\n')
    return root


def cell_of_tests(name: str, source: str) -> dict[str, Any]:
    """A cell of tests worth a point."""
    return code(source, grade_id=name, grade=True, solution=False, points=1)


BELOW = {
    "def halve(n):\n    return n / 2": True,
    "import math\nclass Box:\n    size = 2\n    def full(self):\n        return print()": True,
    "rate = 0.5\n'a text'": True,
    "if (": True,  # it is not run
    "def double(n):\n    return 0": False,
    "factor = 3": False,  # the test has that word
    "helper = 3": False,  # the answer has it
    "print(double(1))": False,
    "values[0] = 1": False,
    "def f(n=print()): pass": False,
    "class Box:\n    print('made')": False,
    "double.calls = 0": False,
    "del double": False,
    "for n in [1]: pass": False,
}


@pytest.mark.parametrize("below", BELOW)
def test_a_hidden_test_shares_the_process_where_it_sees_the_same(below: str) -> None:
    """Only where cells below it add names that nobody has used is it run after all cells."""
    cells = of_sources("n.ipynb", (ANSWER + "  # helper", "assert double(1) == 2", below)).cells
    public = own_tests.Test(
        "e", "t1", 1, "code", "assert double(1) == 2", place="assert double(1) == 2"
    )
    hidden = own_tests.Test(
        "e", "t2", 1, "code", "factor = double(2)", private=True, place=public.place
    )
    found = groups(Suite("T", (), (), tests=(public, hidden)), Limits(), cells)
    assert ([1] if BELOW[below] else [0, 1]) == [len(group.private) for group in found]
    assert all(not group.public for group in found[1:])


def test_public_and_hidden_tests_share_their_names(tmp_path: Path) -> None:
    """What a cell of tests binds, those below it find, whichever of them is hidden."""
    root = course(
        tmp_path / "a",
        code(ANSWER, grade_id="d", solution=True),
        cell_of_tests("t1", "first = [1, 2]\nassert double(first[1]) == 4"),
        cell_of_tests("t2", f"more = [4]\n{HIDDEN.format('assert double(first[0]) == 2')}"),
        cell_of_tests("t3", "assert double(more[0]) == 8"),
        cell_of_tests("t4", HIDDEN.format("assert double(more[0] + first[0]) == 10")),
    )
    assert 4 == graded(root, ANSWER).total.sum
    assert 0 == graded(root, ANSWER.replace("2 *", "3 *")).total.sum


def test_a_cell_of_tests_is_put_back_as_it_was_given(tmp_path: Path) -> None:
    """What a student made of a test counts for nothing, and an empty cell is a hidden test's place."""
    root = course(
        tmp_path / "a",
        code(ANSWER, grade_id="d", solution=True),
        cell_of_tests("t1", "assert double(1) == 2"),
        cell_of_tests("t2", HIDDEN.format("assert double(3) == 6")),
    )
    edited = cell_of_tests("t1", "double = None\nraise SystemExit")
    path = notebook(
        tmp_path / "handed_in" / "a.ipynb",
        code(ANSWER), edited, cell_of_tests("t2", ""), code("double = None"),
        cell_of_tests("t1", "print('a copy')"),
    )  # fmt: skip
    with Pool(loading.load_assignment(root), Options()) as pool:
        report = pool.grade(path)
    assert ((), 2) == (report.cells, report.total.sum)


def test_what_stops_is_told_where_all_tests_are_hidden(tmp_path: Path) -> None:
    """A student sees the cell that stopped even if every test is the instructor's."""
    root = course(
        tmp_path / "a",
        code(ANSWER, grade_id="d", solution=True),
        cell_of_tests("t1", HIDDEN.format("assert double(1) == 2")),
    )
    for below in ("print(1 / 0)", "double = 1 / 0"):
        report = graded(root, ANSWER, below)
        assert ["ZeroDivisionError"] == [cell.what.partition(":")[0] for cell in report.cells]


def test_a_process_that_is_lost_costs_no_later_test(tmp_path: Path) -> None:
    """After a call that ended the process, a function that a file imported is asked anew."""
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "test_work.py").write_text(
        "from work import double, Box\n"
        "def test_first():\n    assert double(0) == 0\n"
        "def test_second():\n    assert double(2) == 4\n"
        "def test_third():\n    assert Box(3).n == 3\n"
    )
    (tmp_path / "assignment.toml").write_text('title = "A"\ntests = ["t"]\nmodule = "work"\n')
    box = "class Box:\n    def __init__(self, n): self.n = n"
    stops = "import os\ndef double(n):\n    return 2 * n or os._exit(0)"
    assert [0, 1, 1] == [
        case.earned for part in graded(tmp_path, stops, box).exercises for case in part.cases
    ]
