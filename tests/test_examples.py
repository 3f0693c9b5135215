"""The courses in ``examples/``: their right solutions have all points, their wrong ones lose some."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from click.testing import CliRunner

from grader.assignment import loading
from grader.commandline.main import main
from grader.grading.grader import Options
from grader.workers.pool import Pool

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
# What a course is worth, and what its wrong solution loses.
COURSES = {
    "measurements": (
        6.5,
        {"test_the_nearest_point", "test_all_the_same", "test_many_points"},
    ),
    "multiclass": (
        7,
        {
            "test_large_scores",
            "test_the_gradient_by_the_weights",
            "test_the_gradient_by_the_biases",
        },
    ),
}


@pytest.mark.parametrize("course", COURSES)
def test_right_and_wrong_solutions_are_told_apart(course: str) -> None:
    """The reference has all points; the wrong solution fails the tests of its own mistakes alone."""
    points, loses = COURSES[course]
    root = EXAMPLES / course
    with Pool(loading.load_assignment(root), Options()) as pool:
        right, wrong = (pool.grade(root / f"{name}.py") for name in ("solution", "wrong"))
    assert (points, points) == (right.total.sum, right.total.points)
    cases = [case for exercise in wrong.exercises for case in exercise.cases]
    assert loses == {case.title for case in cases if case.status == "failed"}


@pytest.mark.parametrize("course", COURSES)
def test_a_course_is_proven(course: str) -> None:
    """No blank, constant or agreeing answer passes a test of it."""
    done = CliRunner().invoke(main, ["verify", "--assignment", str(EXAMPLES / course)])
    assert (0, True) == (done.exit_code, "is proven" in done.output), done.output


def test_hidden_tests_in_a_folder_of_tests_are_private() -> None:
    """A folder that is named as private is, although it lies in the folder of tests."""
    suite = loading.load_assignment(EXAMPLES / "measurements")
    private = {test.title for test in suite.tests if test.private}
    assert {"test_all_the_same", "test_many_points"} == private
    assert len(suite.tests) == len({(test.file, test.source) for test in suite.tests})


@pytest.fixture
def _own_modules() -> Iterator[None]:
    """The packages of an assignment of cases are those of this one again afterwards."""
    packages = ("public_tests", "solutions", "assignment")

    def loaded() -> dict[str, ModuleType]:
        return {name: module for name, module in sys.modules.items()
                if name.partition(".")[0] in packages}  # fmt: skip

    before = loaded()
    yield
    for name in loaded():
        del sys.modules[name]
    sys.modules.update(before)


@pytest.mark.usefixtures("_own_modules")
def test_a_model_with_ten_outputs_is_judged_by_cases() -> None:
    """A course of cases needs no line of the grader's: right, wrong, and the mistake's own name."""
    root = EXAMPLES / "ten_digits"
    with Pool(loading.load_assignment(root), Options()) as pool:
        right, wrong = (pool.grade(root / f"{name}.py") for name in ("solution", "wrong"))
    assert (10, 10) == (right.total.sum, right.total.points)
    assert ("in NumPy", "in NumPy") == tuple(
        "in NumPy" if report.provenance.training == "numpy" else report.provenance.training
        for report in (right, wrong)
    )
    (exercise,) = wrong.exercises
    assert ("ten_digits/no_activation_at_the_output",) == exercise.mistakes
    assert ["its outputs are chances"] == [
        case.title for case in exercise.cases if case.status == "failed"
    ]
