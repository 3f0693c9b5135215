"""Names that are like a missing one: the one that is meant, or none."""

from __future__ import annotations

import pytest

from grader.diagnosis.names import nearest
from grader.judging.exceptions import explain_exception
from grader.protocol.observations import Raised
from grader.submissions.misspelt import name_variants


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
    assert (there,) == name_variants(wanted, {there, *others})


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
            "InvalidArgumentError",
            "In[0] and In[1] has different ndims: [2] vs. [2,3] [Op:MatMul] name: ",
            "[2] meets [2,3]",
        ),
        (
            "InvalidArgumentError",
            "Incompatible shapes: [3] vs. [2] [Op:AddV2] name: ",
            "from the last axis",
        ),
        (
            "InvalidArgumentError",
            "cannot compute MatMul as input #1(zero-based) was expected to be a double tensor but is a float tensor [Op:MatMul] name: ",
            "float and double",
        ),
        ("TypeError", "list indices must be integers or slices, not tuple", "here it is a tuple"),
        ("TypeError", "'float' object is not iterable", "of type float"),
        (
            "TypeError",
            "'numpy.float64' object cannot be interpreted as an integer",
            "a numpy.float64 is given",
        ),
        (
            "IndexError",
            "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices",
            "1.0 is none",
        ),
        (
            "TypeError",
            "only integer scalar arrays can be converted to a scalar index",
            "one whole number is wanted",
        ),
        ("ValueError", "cannot reshape array of size 6 into shape (3,)", "There are 6 numbers"),
        ("AxisError", "axis 1 is out of bounds for array of dimension 1", "no axis 1"),
        ("ValueError", "too many values to unpack (expected 2)", "2 names stand on the left"),
        ("TypeError", "cannot unpack non-iterable int object", "one int on the right"),
        ("TypeError", "must be real number, not list", "here it is a list"),
        ("OverflowError", "math range error", "too large"),
        ("KeyError", "'W1'", "no entry 'W1'"),
        ("TypeError", "'module' object is not callable", "A module is called"),
        (
            "TypeError",
            "unsupported operand type(s) for +: 'int' and 'str'",
            "between types int and str",
        ),
        (
            "TypeError",
            "'>' not supported between instances of 'list' and 'float'",
            "compares a list",
        ),
        ("TypeError", "object of type 'int' has no len()", "of type int has no length"),
        (
            "TypeError",
            "loop of ufunc does not support argument 0 of type list which has no callable exp method",
            "that is no number",
        ),
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
