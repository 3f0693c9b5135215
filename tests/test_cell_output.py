"""What a submission's cells print and show: a test may look at it, and so may whoever marks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_own_tests import code, notebook

from grader.assignment import loading
from grader.grading.grader import Options
from grader.protocol.bounds import MAX_CELL_OUTPUT, MAX_CELLS_OUTPUT
from grader.protocol.observations import CellOutput
from grader.report import CaseResult
from grader.sandbox.outputs import Outputs
from grader.workers.pool import Pool

SOLUTION = "import sys\nprint('hello', 3)\nprint('careful', file=sys.stderr)\n[1, 2]"
TESTS = {
    "out": "assert cell_output.out == 'hello 3\\n'",
    "err": "assert cell_output.err == 'careful\\n'",
    "shown": "assert cell_output.shown == '[1, 2]\\n'",
    "above": "assert cell_output.cells[-1].shown == '[1, 2]\\n'",
}
Course = tuple[Pool, Path]
IN_A_FILE = "def test_bye(cell_output):\n    assert cell_output.out.endswith('bye\\n')\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    """An assignment with tests of what was printed, in cells and in a file."""
    root = tmp_path_factory.mktemp("course") / "greeting"
    notebook(
        root / "greeting.ipynb",
        code(SOLUTION, grade_id="hello", grade=False, solution=True),
        *(
            code(
                f"### BEGIN HIDDEN TESTS\n{source}\n### END HIDDEN TESTS\n1",
                grade_id=name,
                grade=True,
                solution=False,
                points=1,
            )
            for name, source in TESTS.items()
        ),
        code("print('bye')", grade_id="plot", grade=True, solution=True, points=2),
    )
    (root / "test_bye.py").write_text(IN_A_FILE)
    (root / "assignment.toml").write_text(
        'title = "Greeting"\nnotebook = "greeting.ipynb"\ntests = ["test_bye.py"]\n'
    )
    with Pool(loading.load_assignment(root), Options()) as made:
        yield made, root / "greeting.ipynb"


def cases(course: Course, folder: Path, *sources: str) -> dict[str, CaseResult]:
    """The verdicts on a submission with these answers, by the test's name."""
    pool, source = course
    student = json.loads(source.read_text())
    answers = iter(sources)
    for cell in student["cells"]:
        if cell["metadata"]["nbgrader"]["solution"]:
            cell["source"] = next(answers)
    path = notebook(folder / "a.ipynb", *student["cells"])
    report = pool.grade(path)
    return {case.title: case for exercise in report.exercises for case in exercise.cases}


def test_a_test_sees_what_cells_above_it_printed_and_showed(course: Course, tmp_path: Path) -> None:
    """Printed, written to standard error and shown stand apart; cells below are not seen."""
    found = cases(course, tmp_path, SOLUTION, "print('bye')")
    assert dict.fromkeys([*TESTS, "test_bye"], "passed") == {
        name: case.status for name, case in found.items() if name != "plot"
    }, found


def test_another_text_is_another_verdict(course: Course, tmp_path: Path) -> None:
    """A test of what was printed fails where something else was."""
    found = cases(course, tmp_path, "print('hallo')\n[1, 2];", "print('by')")
    assert dict.fromkeys([*TESTS, "test_bye"], "failed") == {
        name: case.status for name, case in found.items() if name != "plot"
    }, found


def test_who_marks_sees_what_an_answer_printed_and_showed(course: Course, tmp_path: Path) -> None:
    """The output of an answer's own cell is beside it, and no other cell's."""
    answer = "import sys\nprint('a plot')\nprint('why', file=sys.stderr)\ndisplay('seen')"
    found = cases(course, tmp_path, SOLUTION, answer)["plot"]
    assert (answer, "a plot\nTo standard error:\nwhy\n'seen'") == (found.answer, found.printed)


def test_what_cannot_be_shown_costs_nothing(course: Course, tmp_path: Path) -> None:
    """An object whose words are an error, or no text, leaves the other cells as they are."""
    strange = "class Odd:\n    def __repr__(self): return 1 / 0\nOdd()"
    found = cases(course, tmp_path, SOLUTION, f"print('bye')\n{strange}")
    assert ("passed", "bye") == (found["test_bye"].status, found["plot"].printed)


def test_a_flood_is_cut(course: Course, tmp_path: Path) -> None:
    """A cell's text is kept up to its limit, with a mark, and what follows is graded as ever."""
    found = cases(course, tmp_path, SOLUTION, "print('x' * 10_000_000)\n'y' * 10_000_000")
    assert len(found["plot"].printed) < 3 * MAX_CELL_OUTPUT
    assert "[...]" in found["plot"].printed
    assert found["test_bye"].status == "failed"


def test_all_cells_together_have_a_limit() -> None:
    """Of many cells that print much, the last ones have printed nothing."""
    outputs = Outputs()
    for number in range(1, 200):
        outputs.keep(number, CellOutput("x" * 2 * MAX_CELL_OUTPUT, "", ""))
    kept = sum(len(output.out) for output in outputs.values())
    assert MAX_CELLS_OUTPUT - 2 * MAX_CELL_OUTPUT < kept <= MAX_CELLS_OUTPUT
