"""How far a learner's loop counts, where its counter picks, and what checks of one's own stop."""

from __future__ import annotations

import ast

import pytest

from grader.diagnosis.facts import FunctionFacts
from grader.diagnosis.function_facts import function_facts
from grader.diagnosis.likeness import alike_but_for_shape, returned_numbers
from grader.diagnosis.walks import Pick, Size, Walks
from grader.protocol.observations import Observation, Raised, Returned
from grader.protocol.values import encode


@pytest.mark.parametrize(
    ("code", "size"),
    [
        ("for j in range(W.shape[1]): pass", Size("W", 1)),
        ("for j in range(len(b)): pass", Size("b", 0)),
        ("for j in range(len(W[0])): pass", Size("W", 1)),
        ("units = W.shape[1]\nfor j in range(units + 1): pass", Size("W", 1, 1)),
        ("n, units = W.shape\nfor j in range(units - 1): pass", Size("W", 1, -1)),
        ("units, n = W.shape\nx = [j for j in range(units)]", Size("W", 0)),
        ("units = int(W.shape[-1])\nfor j in range(units): pass", Size("W", 1)),
    ],
)
def test_a_walk_ends_at_a_size(code: str, size: Size) -> None:
    """However the number of steps is written, it is the length of an array along an axis."""
    assert [size] == [walk.size for walk in Walks(ast.parse(code)).all]


@pytest.mark.parametrize(
    "code",
    [
        "for j in range(3): pass",
        "units = W.shape[1]\nunits = 3\nfor j in range(units): pass",
        "a = b\nb = a\nfor j in range(a): pass",
        "for j in range(0, 9, 2): pass",
    ],
)
def test_what_cannot_be_followed_is_no_walk(code: str) -> None:
    """A number, a name with two values, and a step are left out."""
    assert () == Walks(ast.parse(code)).all


def test_a_counter_picks_along_an_axis() -> None:
    """W[i][j] is W[i, j], and b[j - 1] is one before the counter."""
    walks = Walks(ast.parse("x = W[i][j] + W[:, j] + b[j - 1] + c[j + k]"))
    assert {Pick("W", 1, 0), Pick("b", 0, -1)} == walks.picks("j")
    assert {Pick("W", 0, 0)} == walks.picks("i")


def facts(body: str, message: str, above: str = "") -> FunctionFacts:
    """The facts of a function with this body that ended with an exception."""
    source = f"{above}\ndef f(x, W, b):\n" + "".join(f"    {line}\n" for line in body.split("\n"))
    found = function_facts(source, "f", messages=frozenset({message}), asked=("x", "W", "b"))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("body", "message", "stops"),
    [
        ("assert len(b) == len(x)\nreturn 1", "AssertionError: ", True),
        ("n, j = W.shape\nassert len(b) == n\nreturn 1", "AssertionError: ", True),
        ("if x.ndim != 2:\n    raise ValueError('two axes')", "ValueError: two axes", True),
        ("if x.ndim != 2:\n    raise ValueError('two axes')", "ValueError: other", False),
        ("if x.ndim != 2:\n    raise ValueError('two axes')", "TypeError: two axes", False),
        ("a = x @ W\nassert len(a) == 3\nreturn a", "AssertionError: ", False),
        ("x = x[0]\nassert len(x) == 3\nreturn x", "AssertionError: ", False),
    ],
)
def test_a_check_of_what_comes_in_stops_right_calls(
    body: str, message: str, *, stops: bool
) -> None:
    """A check of a result may well be right, and another exception is none of it."""
    assert stops is facts(body, message).own_check_stops()


def test_a_number_above_a_function_is_a_number_in_it() -> None:
    """A name that has one value stands for it; one that has two stays a name."""
    assert [3] == [found.value.number for found in facts("return N", "", "N = 3").returns]
    assert [None] == [found.value.number for found in facts("return N", "", "N = 3\nN = 4").returns]


def test_numbers_are_alike_in_whatever_shape() -> None:
    """A row is as its numbers are, an exception is as nothing, and a pair has numbers in it."""
    row, flat = (Observation(Returned((encode(value),))) for value in ([[1.5, 2.0]], [1.5, 2.0]))
    assert alike_but_for_shape(row, flat)
    assert not alike_but_for_shape(flat, Observation(Returned((encode([1.5]),))))
    assert not alike_but_for_shape(flat, Observation(Raised("ValueError", "")))
    pair = Observation(Returned((encode(([1.5], [2.0, 3.0])),)))
    assert {1.5, 2.0, 3.0} == returned_numbers([pair])
