"""A notebook that checks what is not there is not built."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.assignment import loading
from grader.authoring.blocks import AuthoringError
from grader.authoring.building import build
from grader.authoring.check_names import check_names
from grader.suite import Exercise, Suite

SUITE = Suite(
    "Two",
    (
        Exercise("area", "The area", check_name="test_c1"),
        Exercise("quiz", "A quiz", defines=("answer_1",)),
    ),
    (),
)


def refused(*cells: str) -> str:
    """The sentence with which a notebook of these cells is refused."""
    with pytest.raises(AuthoringError) as caught:
        check_names(cells, SUITE, "solutions/lesson.py")
    said = str(caught.value)
    assert said.startswith("solutions/lesson.py: ")
    return said


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        (["from public_tests import check, test_c2"], "no exercise has test_c2; did you mean"),
        (["from public_tests import test_area"], "no exercise has test_area; did you mean"),
        (["from public_tests import *", "test_c2(area)"], "`test_c2(area)`: no exercise has"),
        (["from public_tests import check", "test_c1(area)"], "test_c1 is not imported; import"),
        (["from public_tests import check", "check('are')"], "is 'are'; did you mean area?"),
        (["from public_tests import check", "check(3, 'sum')"], "is 'sum'; there are area, quiz."),
        (["from public_tests import hint", "hint('sum', 3)"], "no exercise is 'sum'"),
        (["%matplotlib inline\nfrom public_tests import check", "%time\ncheck('sum')"], "'sum'"),
    ],
)
def test_a_check_that_is_not_there_is_named(cells: list[str], says: str) -> None:
    """An unknown check function or exercise is said with the source and with what there is."""
    assert says in refused(*cells)


@pytest.mark.parametrize(
    "cells",
    [
        [
            "from public_tests import check, hint, test_c1, test_quiz",
            "test_c1(area)",
            "hint('quiz')",
        ],
        ["from public_tests import *\ntest_quiz(3)", "check('sum', 'quiz')\ncheck('answer_1')"],
        ["from public_tests import check\ndef test_mine(x): pass\ntest_mine(3)"],
        ["from public_tests import check", "check(area)\ncheck()\nthing.check('sum')"],
        ["from my_tests import test_c9", "test_c9(area)"],
        ["from public_tests import check", "a cell ( that is no Python"],
    ],
)
def test_checks_that_are_there_are_left_alone(cells: list[str]) -> None:
    """What exercises have, what the notebook defines itself and other packages are no error."""
    check_names(cells, SUITE, "solutions/lesson.py")


def test_a_notebook_is_not_built_with_an_unknown_check(tmp_path: Path) -> None:
    """``grader build`` refuses the source, and takes it once the exercise is there."""
    for folder in ("assignment", "solutions", "public_tests"):
        (tmp_path / folder).mkdir()
    (tmp_path / "public_tests" / "__init__.py").write_text('ASSIGNMENT = {"title": "One"}\n')
    lines = "from grader.suite import Exercise, example\n"
    lines += 'EXERCISE = Exercise("area", "The area")\n'
    lines += 'CASES = (example("area", "one", {"r": 1}, 3, points=1),)\n'
    (tmp_path / "public_tests" / "area.py").write_text(lines)
    source = tmp_path / "solutions" / "lesson.py"
    source.write_text("# %% [markdown]\n# # One\n\n# %%\nfrom public_tests import test_rea\n")
    with pytest.raises(AuthoringError, match=r"solutions/lesson\.py: no exercise has test_rea"):
        build(tmp_path)
    source.write_text(source.read_text().replace("test_rea", "test_area"))
    assert [tmp_path / "assignment" / "lesson.ipynb"] == list(build(tmp_path))
    assert "One" == loading.load_assignment(tmp_path).title
