"""The labs' self-checks, their data, and what the labs must not tell."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import numpy as np
import pytest

from grader.assignment import loading
from grader.checks.answers import verdicts
from grader.checks.checking import check, exercise_of
from grader.report import CaseResult
from grader.suite import Suite

ROOT = Path(__file__).resolve().parents[1]
LABS = sorted((ROOT / "assignment" / "Labs").glob("*.ipynb"))


@pytest.fixture(scope="module")
def suite() -> Suite:
    """The public suite, self-checks included."""
    return loading.load_assignment(ROOT, private=False, practice=True)


def result(suite: Suite, exercise: str, name: str, held: object) -> CaseResult:
    """The first case that is not right, or the last one."""
    pairs = verdicts(suite, exercise_of(suite, None, exercise), {name: held})
    results = [verdict for verdict, _ in pairs]
    return next((verdict for verdict in results if verdict.status != "passed"), results[-1])


def sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def coffee_network(roast: Any) -> Any:
    W1, b1, W2, b2 = coffee().load_coffee_weights()
    return sigmoid(sigmoid(roast @ W1 + b1) @ W2 + b2)


def coffee() -> ModuleType:
    """The helper with the roasts."""
    spec = importlib.util.spec_from_file_location("coffee", ROOT / "assignment" / "coffee.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("exercise", "name", "held"),
    [
        ("linear_unit", "linear_unit", lambda x, w, b: sum(w * x) + b),
        ("linear_unit", "linear_unit", lambda x, w, b: np.array([w @ x + b])[0]),
        ("normalise", "normalise", lambda x, mean, deviation: (x - mean) / deviation),
        ("one_unit", "one_unit", lambda a_in, w, bias: sigmoid(w @ a_in + bias)),
        ("coffee_network", "coffee_network", coffee_network),
        ("unit_layer", "unit_layer", lambda a_in, W, b: sigmoid(a_in @ W + b)),
        (
            "unit_layer",
            "unit_layer",
            lambda a_in, W, b: [sigmoid(a_in @ w + c) for w, c in zip(W.T, b)],
        ),
        ("lab1_fires", "both", (1, 1, -2)),
        ("lab1_fires", "both", np.array([3.0, 5.0, -6.5])),
        ("lab1_fires", "either", [2, 2, -1]),
        ("lab1_fires", "first_alone", (1.0, -2.0, -0.5)),
        ("lab1_crossing", "crossing", 2.25),
        ("lab1_crossing", "crossing", np.float64(4.5) / 2),
        ("lab1_crossing", "cautious_b", -7),
        ("lab1_shapes", "W_shape", (1, 3)),
        ("lab1_shapes", "W_shape", [1, 3]),
        ("lab1_shapes", "b_shape", (3,)),
        ("lab1_shapes", "out_shape", (6, 3)),
        ("lab2_parameters", "parameters", 13),
        ("lab2_parameters", "parameters", "13"),
        ("lab2_units", "unit_0", "b"),
        ("lab2_units", "unit_1", "A"),
        ("lab2_units", "unit_2", "c"),
        ("lab3_matrix", "short_column", 1),
        ("lab3_matrix", "W2_shape", (3, 1)),
        ("lab3_matrix", "bias_of_long", 1.01),
    ],
)
def test_right_answers_pass(suite: Suite, exercise: str, name: str, held: object) -> None:
    """Whatever is right passes, in any spelling."""
    assert "passed" == result(suite, exercise, name, held).status


@pytest.mark.parametrize(
    ("exercise", "name", "held", "words"),
    [
        ("lab1_fires", "both", (1, 1, -1), "For (0, 1) its z is 0, and there it must not fire."),
        ("lab1_fires", "either", (1, 1, -2), "For (0, 1) its z is -1, and there it has to fire."),
        ("lab1_fires", "first_alone", (1, -1, "x"), "three numbers in brackets"),
        ("lab1_fires", "first_alone", None, "still waits"),
        ("lab1_crossing", "crossing", -2.25, "the sign"),
        ("lab1_crossing", "crossing", 2.5, "the middle of the examples"),
        ("lab1_crossing", "crossing", 0.5, "what comes out"),
        ("lab1_crossing", "crossing", 4.5, "For that x the sum"),
        ("lab1_crossing", "crossing", 2, "where the curve passes 0.5"),
        ("lab1_crossing", "crossing", "two", "does not look like one"),
        ("lab1_crossing", "cautious_b", 7, "which sign"),
        ("lab1_crossing", "cautious_b", -3.5, "The weight counts"),
        ("lab1_crossing", "cautious_b", -5.75, "x comes in times 2"),
        ("lab1_crossing", "cautious_b", None, "still waits"),
        ("lab1_shapes", "W_shape", (3, 1), "What is a row for"),
        ("lab1_shapes", "W_shape", 3, "A shape looks like"),
        ("lab1_shapes", "b_shape", (1, 3), "one axis"),
        ("lab1_shapes", "out_shape", (3,), "Six go in"),
        ("lab1_shapes", "out_shape", (7, 7), "A row for each example"),
        ("lab2_parameters", "parameters", 9, "What is missing"),
        ("lab2_parameters", "parameters", 15, "Inputs are no units"),
        ("lab2_parameters", "parameters", 11, "not one for all"),
        ("lab2_parameters", "parameters", 13.5, "Go unit by unit"),
        ("lab2_units", "unit_0", "d", "good roasts"),
        ("lab2_units", "unit_0", "a", "lie below"),
        ("lab2_units", "unit_2", "b", "lie on the left"),
        ("lab2_units", "unit_2", "too long", "one of the letters"),
        ("lab3_matrix", "short_column", 2, "count from 1"),
        ("lab3_matrix", "short_column", 7, "three columns"),
        ("lab3_matrix", "W2_shape", (1, 3), "A unit is a column"),
        ("lab3_matrix", "bias_of_long", -9.28, "stands second"),
        ("lab3_matrix", "bias_of_long", 2, "That is its place"),
    ],
)
def test_a_wrong_answer_has_a_line_of_its_own(
    suite: Suite, exercise: str, name: str, held: object, words: str
) -> None:
    """A wrong choice is answered by what it shows, never by the right one."""
    verdict = result(suite, exercise, name, held)
    assert ("skipped" if held is None else "failed") == verdict.status
    assert words in verdict.help


@pytest.mark.parametrize(
    ("name", "wrong", "title"),
    [
        (
            "unit_layer",
            lambda a_in, W, b: sigmoid(W[: len(a_in)].T[0] @ a_in + b),
            "two inputs, three units",
        ),
        ("unit_layer", lambda a_in, W, b: a_in @ W + b, "two inputs, three units"),
        ("linear_unit", lambda x, w, b: w @ x, "the first house"),
        ("linear_unit", lambda x, w, b: sum(w * x + b), "three inputs"),
        ("linear_unit", lambda x, w, b: w * x + b, "the first house"),
        ("normalise", lambda x, mean, deviation: x - mean / deviation, "one roast"),
        ("normalise", lambda x, mean, deviation: (x - mean) / deviation**2, "one roast"),
        (
            "normalise",
            lambda x, mean, deviation: (x - x.mean(0)) / np.maximum(x.std(0), 1),
            "one roast",
        ),
        ("one_unit", lambda a_in, w, bias: w @ a_in + bias, "two inputs"),
        ("one_unit", lambda a_in, w, bias: sigmoid(w @ a_in) + bias, "two inputs"),
        ("coffee_network", lambda roast: float(coffee_network(roast)[0]), "a good roast"),
        (
            "coffee_network",
            lambda roast: 1.0 * (coffee_network(roast) >= 0.5),
            "a roast on the edge",
        ),
    ],
)
def test_a_wrong_function_is_found(
    suite: Suite, name: str, wrong: Callable[..., Any], title: str
) -> None:
    """The usual slips do not pass."""
    verdict = result(suite, name, name, wrong)
    assert ("failed", title) == (verdict.status, verdict.title)


def test_self_checks_show_the_panel(capsys: pytest.CaptureFixture[str]) -> None:
    """A self-check is called like the checks of the practice lab and shows the same panel."""
    check(13, "lab2_parameters")
    assert "1 of 1 cases passed" in capsys.readouterr().out


def test_the_roasts_are_what_the_texts_say() -> None:
    """200 roasts in their ranges, the same each time, of which 36 are good, in a triangle."""
    X, y = coffee().load_coffee()
    assert ((200, 2), (200, 1)) == (X.shape, y.shape)
    assert 36 == y.sum()
    assert np.array_equal(X, coffee().load_coffee()[0])
    assert (X.min(axis=0) >= (150, 11.5)).all()
    assert (X.max(axis=0) <= (285, 15.5)).all()
    good = X[y.ravel() == 1]
    assert (good.min(axis=0) > (175, 12)).all()
    assert (good[:, 1] <= 21 - 3 / 85 * good[:, 0]).all()


def test_the_given_network_knows_its_coffee() -> None:
    """The weights that labs 2 and 3 give tell the roasts apart, and the two new ones, too."""
    X, y = coffee().load_coffee()
    mean, deviation = X.mean(axis=0), X.std(axis=0)
    assert 199 == np.sum((coffee_network((X - mean) / deviation) >= 0.5) == y)
    new = coffee_network((np.array([[200.0, 13.9], [200.0, 17.0]]) - mean) / deviation)
    assert ["1.000", "0.00000003"] == [f"{new[0, 0]:.3f}", f"{new[1, 0]:.8f}"]


def test_there_are_three_labs() -> None:
    """The labs have the week's file names."""
    assert [
        "C2_W1_Lab01_Neurons_and_Layers.ipynb",
        "C2_W1_Lab02_CoffeeRoasting_TF.ipynb",
        "C2_W1_Lab03_CoffeeRoasting_Numpy.ipynb",
    ] == [path.name for path in LABS]


@pytest.mark.parametrize("path", LABS, ids=lambda path: path.name[:11])
def test_labs_give_no_graded_function_away(path: Path) -> None:
    """No lab defines what is graded, goes through a matrix's columns, or multiplies matrices."""
    cells = [
        cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"
    ]
    for node in ast.walk(ast.parse("\n".join(cells))):
        assert not (isinstance(node, ast.FunctionDef) and node.name.startswith("my_"))
        assert not isinstance(node, ast.MatMult)
        assert not (isinstance(node, ast.Attribute) and node.attr in ("matmul", "T", "einsum"))
        column = isinstance(node, ast.Tuple) and isinstance(node.elts[0], ast.Slice)
        assert not column, ast.unparse(node)
