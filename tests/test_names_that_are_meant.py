"""Names that are like a missing one: the one that is meant, or none."""

from __future__ import annotations

import pytest

from grader.diagnosis.source import nearest
from grader.judging.exceptions import explain_exception
from grader.protocol.observations import Raised
from grader.submissions.misspelt import renamed


def test_no_name_of_a_module_is_meant() -> None:
    """Names with an underscore in front are nobody's slip, and l is easily taken for 1."""
    source = "def f(x):\n    a1 = x\n    return al\n"
    assert "a1" == nearest("al", source, frozenset({"__all__", "_all"}))
    assert "" == nearest("al", "def f(x):\n    return al\n", frozenset({"__all__", "_al"}))


@pytest.mark.parametrize(
    ("wanted", "there"),
    [
        ("my_dense", "dense"),
        ("my_dense", "my_dense_layer"),
        ("my_dense", "my_dense2"),
        ("my_sequential", "my_seq"),
        ("my_sequential", "sequential"),
        ("my_dense_v", "dense_v"),
        ("model", "my_model"),
        ("model", "model1"),
    ],
)
def test_a_name_with_more_or_less_around_it_is_offered(wanted: str, there: str) -> None:
    """A function or model of another name is offered; what only has the word in it is not."""
    others = {"Dense", "load_model", "modelling", "dense_data", "X", "my", "np"}
    assert (there,) == renamed(wanted, {there, *others})


@pytest.mark.parametrize(
    ("kind", "message", "says"),
    [
        ("TypeError", "unsupported operand type(s) for *: 'function' and 'float'", "`*` stands"),
        ("TypeError", "unsupported operand type(s) for +: 'float' and 'function'", "`+` stands"),
        ("TypeError", "unhashable type: 'numpy.ndarray'", "A numpy.ndarray is used as a key"),
        ("IndexError", "invalid index to scalar variable.", "a single number"),
        ("TypeError", "'float' object does not support item assignment", "of type float"),
        ("IndexError", "tuple index out of range", "shape (n,)"),
        (
            "TypeError",
            "f() got multiple values for argument 'b'",
            "argument b is handed over twice",
        ),
    ],
)
def test_exceptions_that_beginners_meet_are_explained(kind: str, message: str, says: str) -> None:
    """Each has a sentence with the values that its message names."""
    assert says in explain_exception(Raised(kind, message))
