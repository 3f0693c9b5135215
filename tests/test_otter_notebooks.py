"""Otter's notebooks of all versions: masters with blocks in text or raw cells, and what it makes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from test_formats_of_tests import earned
from test_own_tests import code, graded, notebook, raw

from grader.assignment import loading, specimens
from grader.authoring import new_assignment
from grader.errors import GraderError
from grader.test_sources import read
from grader.test_sources.found import resolved

if TYPE_CHECKING:
    from grader.suite.own_tests import Test

Cell = dict[str, Any]


def text(source: str) -> Cell:
    """A cell of text."""
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def read_from(folder: Path, *cells: Cell) -> tuple[Test, ...]:
    """The tests of a master notebook with these cells."""
    return read(notebook(folder / "master.ipynb", *cells), folder).tests


def question(settings: str, *tests: str, answer: str = "x = 1 # SOLUTION") -> list[Cell]:
    """A question between raw cells."""
    return [
        raw(f"# BEGIN QUESTION\nname: q1\n{settings}"),
        raw("# BEGIN SOLUTION"), code(answer), raw("# END SOLUTION"),
        raw("# BEGIN TESTS"), *map(code, tests), raw("# END TESTS"),
        raw("# END QUESTION"),
    ]  # fmt: skip


OLD = (
    text("```\nBEGIN ASSIGNMENT\ninit_cell: true\n```"),
    text("# Week 1\n\n```\nBEGIN QUESTION\nname: q1\npoints:\n- 0\n- 2\n```\nAdd."),
    text("A remark."),
    code("a = 1"),
    code("total = a + 1 # SOLUTION"),
    code("# TEST\nisinstance(total, int)"),
    code("# HIDDEN TEST\ntotal == 2"),
    text("More."),
    text("```\nBEGIN QUESTION\nname: q2\nmanual: true\npoints: 3\n```\nWhy?"),
    text("**SOLUTION:** because"),
    code("total = 3"),
)


def test_old_masters_have_questions_in_cells_of_text(tmp_path: Path) -> None:
    """Version 0: a fenced block begins a question, and ``# TEST`` a test; where tests end, it ends."""
    path = notebook(tmp_path / "old.ipynb", *OLD)
    suite = new_assignment.make(tmp_path / "a", path)
    assert [
        ("q1/test-1", 0, False), ("q1/private-test-2", 2, True), ("q2/written-answer", 3, False)
    ] == [(test.id, test.points, test.private) for test in suite.tests]  # fmt: skip
    blank = [cell["source"] for cell in specimens.blank(tmp_path / "a")["cells"]]
    assert ["# Week 1\n\nAdd.", "A remark.", "a = 1", "total = ..."] == blank[1:5]
    assert 'grader.check("q1")' == blank[5]
    assert not any("because" in source or "BEGIN" in source for source in blank)
    assert 2 == graded(tmp_path / "a", "total = 2", 'grader.check("q1")', "total = 3").total.sum


def test_a_fence_of_otters_is_a_raw_cell(tmp_path: Path) -> None:
    """A text cell may hold delimiters in fences of ``otter``, several in one cell."""
    cells = question("points: 2", "assert x == 1")
    fenced = [
        text(f"```otter\n{cell['source']}\n```") if cell["cell_type"] == "raw" else cell
        for cell in cells
    ]
    fenced[0] = text("Before\n" + fenced[0]["source"] + "\nAfter")
    (test,) = read_from(tmp_path, *fenced)
    assert ("q1/test-1", 2, "assert x == 1") == (test.id, test.points, test.source)


@pytest.mark.parametrize(
    ("first", "hidden"),
    [("# HIDDEN", True), ("# HIDDEN TEST", True), ("## Hidden Test ##", True),
     ("# TEST", False), ("x # hidden", False), ("# nothing_hidden_here", False)],
)  # fmt: skip
def test_a_hidden_test_says_so_in_its_first_line(first: str, hidden: bool, tmp_path: Path) -> None:
    """What Otter hides stays with the instructor, in whatever words it is said."""
    (test,) = read_from(tmp_path, *question("", f"{first}\nassert x == 1"))
    assert hidden == test.private


def test_a_tests_settings_are_no_part_of_it(tmp_path: Path) -> None:
    """Settings above a test say its points, and the words for those who fail it."""
    settings = '""" # BEGIN TEST CONFIG\nhidden: true\npoints: 1.5\nfailure_message: Too small.\n'
    source = f'{settings}""" # END TEST CONFIG\nassert x == 1'
    root = tmp_path / "a"
    notebook(root / "master.ipynb", *question("points: 2", source, "assert x == 1"))
    (root / "assignment.toml").write_text('title = "T"\nnotebook = "master.ipynb"\n')
    suite = loading.load_assignment(root)
    assert [("assert x == 1", 1.5, True), ("assert x == 1", 0.5, False)] == [
        (test.source, test.points, test.private) for test in suite.tests
    ]
    report = graded(root, "x = 0")
    helps = {case.id: case.help for part in report.exercises for case in part.cases}
    assert "Too small." == helps["q1/private-test-1"]
    assert "Too small." != helps["q1/test-2"]


@pytest.mark.parametrize(
    ("config", "test"),
    [("# ASSIGNMENT CONFIG\ntests:\n  ok_format: false", "def test_x(x, env):\n    assert x == env['x'] == 1\ntest_x(5, {})"),
     ("# ASSIGNMENT CONFIG", "def test_x(x):\n    assert x == 1")],
)  # fmt: skip
def test_a_test_that_defines_a_function_is_its_call(config: str, test: str, tmp_path: Path) -> None:
    """Exception-based tests are called with the names that they ask for; none passes uncalled."""
    root = tmp_path / "a"
    notebook(root / "master.ipynb", raw(config), *question("", test))
    (root / "assignment.toml").write_text('title = "T"\nnotebook = "master.ipynb"\n')
    assert [1, 0] == [graded(root, source).total.sum for source in ("x = 1", "x = 2")]


def test_all_or_nothing_counts_when_all_pass(tmp_path: Path) -> None:
    """One failing test of such a question costs all its points, and those that pass say so."""
    root = tmp_path / "a"
    cells = question("points: 4\nall_or_nothing: true", "assert x > 0", "# HIDDEN\nassert x == 1")
    notebook(root / "master.ipynb", *cells)
    (root / "assignment.toml").write_text('title = "T"\nnotebook = "master.ipynb"\n')
    assert {"q1/test-1": 2, "q1/private-test-2": 2} == earned(graded(root, "x = 1"))
    report = graded(root, "x = 2")
    assert {"q1/test-1": 0, "q1/private-test-2": 0} == earned(report)
    assert "count when all tests" in report.exercises[0].cases[0].note


@pytest.mark.parametrize(
    ("total", "given", "points"),
    [(None, [None, None], [0.5, 0.5]), (0, [None], [0]), (4, [1, None], [1, 3]),
     (None, [2, None], [2, 0]), (None, [0, None], [0, 1]), ([1, 2], [None, None], [1, 2]),
     (None, [0, 0], [0, 0]), (1, [None] * 3, [0.333, 0.333, 0.334]), (None, [], [])],
)  # fmt: skip
def test_points_that_are_not_said_follow_otters_rule(
    total: Any, given: list[float | None], points: list[float]
) -> None:
    """What is left of a question's points is shared by the tests of which nothing is said."""
    assert points == resolved(total, given)


@pytest.mark.parametrize("settings", ["points: [1, 2]", "points: [1", "points: 1\n  more: 2"])
def test_settings_that_say_nothing_sensible_are_named(settings: str, tmp_path: Path) -> None:
    """Points that do not fit the tests, and settings that are no YAML, are a sentence."""
    with pytest.raises(GraderError, match=r"points|YAML"):
        read_from(tmp_path, *question(settings, "assert x == 1"))


def test_cells_to_ignore_are_the_authors_alone(tmp_path: Path) -> None:
    """``# IGNORE`` cells are in no notebook that is made, and ``# SEED`` lines in no blank one."""
    root = tmp_path / "a"
    cells = question(
        "", "assert x == 1", answer="import random\nrandom.seed(3) # SEED\nx = 1 # SOLUTION"
    )
    notebook(root / "master.ipynb", code("## IGNORE ##\nsecret = 1"), *cells)
    (root / "assignment.toml").write_text('title = "T"\nnotebook = "master.ipynb"\n')
    solved, blank = (json.dumps(make(root)) for make in (specimens.solved, specimens.blank))
    assert (False, True) == ("secret" in solved, "SEED" in solved)
    assert (False, False) == ("secret" in blank, "SEED" in blank)


def released(path: Path, *cells: Cell, tests: Any) -> Path:
    """A notebook that Otter Assign has made, with tests in its metadata."""
    found = json.loads(notebook(path, *cells).read_text())
    found["metadata"]["otter"] = {"OK_FORMAT": True, "tests": tests}
    path.write_text(json.dumps(found))
    return path


CASES = [{"code": ">>> rate\n3", "hidden": False}, {"code": ">>> rate > 0\nTrue", "hidden": True}]
TABLE = {"q1": {"name": "q1", "points": 2, "suites": [{"cases": CASES, "type": "doctest"}]}}


def test_tests_in_a_notebooks_metadata_are_read(tmp_path: Path) -> None:
    """A notebook of Otter Assign's with solutions is taken over with the tests that it carries."""
    cells = code("rate = 3 # SOLUTION"), code('grader.check("q1")'), code("rate = 4")
    path = released(tmp_path / "lab.ipynb", *cells, tests=TABLE)
    suite = new_assignment.make(tmp_path / "a", path)
    assert ["q1/test-1", "q1/private-test-2"] == [test.id for test in suite.tests]
    assert "rate = ..." == specimens.blank(tmp_path / "a")["cells"][0]["source"]
    assert 2 == graded(tmp_path / "a", *(cell["source"] for cell in cells)).total.sum
    assert 1 == graded(tmp_path / "a", "rate = 4", 'grader.check("q1")').total.sum


def test_a_students_notebook_may_come_with_a_solution_or_without(tmp_path: Path) -> None:
    """The tests in a blank notebook need no reference; another notebook may be it."""
    blank = released(
        tmp_path / "lab.ipynb", code("rate = ..."), code('grader.check("q1")'), tests=TABLE
    )
    solved = notebook(tmp_path / "mine.ipynb", code("rate = 3"), code('grader.check("q1")'))
    new_assignment.make(tmp_path / "a", blank)
    assert specimens.solved(tmp_path / "a") is None
    assert 2 == graded(tmp_path / "a", "rate = 3", 'grader.check("q1")').total.sum
    new_assignment.make(tmp_path / "b", blank, solved)
    made = specimens.solved(tmp_path / "b")
    assert made and "rate = 3" in made["cells"][0]["source"]
    assert "rate = ..." == specimens.blank(tmp_path / "b")["cells"][0]["source"]


def test_what_is_no_program_in_python_is_named(tmp_path: Path) -> None:
    """A notebook in R, and tests that are compiled code, are refused in a sentence."""
    path = notebook(tmp_path / "r.ipynb", *question("", "assert x"))
    found = json.loads(path.read_text())
    path.write_text(
        json.dumps({**found, "metadata": {"kernelspec": {"name": "ir", "language": "R"}}})
    )
    with pytest.raises(GraderError, match="written in R; programs in Python"):
        read(path, tmp_path)
    with pytest.raises(GraderError, match="q1 is compiled code"):
        read(released(tmp_path / "c.ipynb", code("x"), tests={"q1": "gAN9"}), tmp_path)
