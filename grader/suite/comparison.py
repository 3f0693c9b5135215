"""Comparison of an answer with the right result: shape, then kind, then finite, then values.

NumPy's own comparisons are too kind to judge with: ``allclose`` broadcasts, so an array of shape
(3,) equals one of shape (1, 3), and ``assert_allclose`` takes a NaN for a NaN.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.protocol.numbers import numbers_in
from grader.protocol.values import Array, Function, Items, ProtocolError, Strange, Value, decode
from grader.suite.differences import Difference, describe_value
from grader.suite.plain_comparison import compare_plain, is_plain

RELATIVE = 1e-5  # single precision is good enough, and one million times finer than any mistake
ABSOLUTE = 1e-6
_SHOWN = 6  # numbers of an array that are shown


def compare(right: Any, got: Value) -> Difference | None:  # noqa: ANN401 - numbers or arrays
    """The first difference, or None if the answer is right. Any answer can be compared.

    Args:
        right: the expected array or number, of real numbers; or a text, True, False, None, or a
            list or tuple of any of these.
        got: the answer as the submission's process sent it. A list or tuple of numbers counts as
            an array.

    Raises:
        TypeError: what is expected is nothing that could be an answer, an author's mistake.
    """
    expected = numbers_in(right)
    if expected is None or expected.dtype.kind == "b":
        if not is_plain(right):
            words = "is expected, which cannot be an answer: what does the reference return?"
            raise TypeError(f"{right!r:.60} {words}")
        return compare_plain(right, got, compare)
    shape = f"an array of shape {expected.shape}" if expected.ndim else "a number"
    answer = _array(got)
    if answer is None:
        return Difference(shape, describe_value(got), _hint(got))
    if isinstance(got, Array) and got.came_as == "matrix":
        return Difference(shape, "a numpy.matrix", "np.matrix behaves unlike an array: avoid it.")
    return (
        _shapes(expected, answer)
        or _kinds(expected, answer)
        or _finite(expected, answer)
        or _values(expected, answer)
    )


def _shapes(expected: Any, answer: Any) -> Difference | None:  # noqa: ANN401 - arrays
    if answer.shape == expected.shape:
        return None
    words = f"shape {expected.shape}" if expected.ndim else "a single number"
    if not answer.ndim:
        hint = "One number came back: is the whole array returned, and not one element of it?"
        return Difference(words, "a single number", hint)
    hint = (
        "As many numbers as expected, in another shape"
        if answer.size == expected.size
        else f"Numbers that came back: {answer.size}, and {expected.size} are wanted"
    )
    words_of_help = f"{hint}. Print the .shape of what you return."
    return Difference(words, f"shape {answer.shape}", words_of_help)


def _kinds(expected: Any, answer: Any) -> Difference | None:  # noqa: ANN401
    if answer.dtype.kind == "f":
        return None
    if answer.dtype.kind == "b":
        return Difference("numbers", "True/False values", "Return the numbers themselves.")
    if expected.dtype.kind == "f" and bool(np.any(expected != np.round(expected))):
        hint = "The result holds whole numbers only: which type has the array you fill?"
        return Difference(_show(expected), _show(answer), hint)
    return None


def _finite(expected: Any, answer: Any) -> Difference | None:  # noqa: ANN401
    if np.isfinite(answer).all() or not np.isfinite(expected).all():
        return None
    is_nan = bool(np.isnan(answer).any())
    what = "nan (not a number)" if is_nan else "inf (infinity)"
    origin = "None put into an array, of 0 / 0 or of inf - inf" if is_nan else "a division by 0"
    hint = f"{what} comes of {origin}, for example. Print what is stored there, and its parts."
    return Difference(_show(expected), f"{what} at {list(_first(~np.isfinite(answer)))}", hint)


def _values(expected: Any, answer: Any) -> Difference | None:  # noqa: ANN401
    close = _close(answer.astype(float), expected.astype(float))
    if close.all():
        return None
    if expected.ndim == 0:
        return Difference(f"{expected:.6g}", f"{answer:.6g}")
    where = _first(~close)
    wrong = int(np.count_nonzero(~close))
    count = f", {wrong} of {close.size} differ" if close.size > 1 else ""
    first = f"first difference at {list(where)}: {answer[where]:.6g}{count}"
    hint = (
        ""
        if answer.any() or close.size == 1
        else "Every number is 0: does your code fill the array it returns?"
    )
    return Difference(_show(expected), f"{_show(answer)}; {first}", hint)


def _close(answer: Any, expected: Any) -> Any:  # noqa: ANN401
    """The result of ``numpy.isclose`` for two arrays of one shape, in a tenth of its time."""
    with np.errstate(over="ignore", invalid="ignore"):  # what is beyond all numbers is no number
        within = np.abs(answer - expected) <= ABSOLUTE + RELATIVE * np.abs(expected)
    return (within & np.isfinite(expected)) | (answer == expected)


def _first(mask: Any) -> tuple[int, ...]:  # noqa: ANN401
    return tuple(int(index[0]) for index in np.nonzero(mask)) if mask.ndim else ()


def _show(array: Any) -> str:  # noqa: ANN401
    if array.size > _SHOWN * 2:
        first = ", ".join(f"{number:.6g}" for number in array.ravel()[:_SHOWN])
        return f"[{first}, ...] of shape {array.shape}"
    text = np.array2string(array, separator=", ", formatter={"all": lambda n: f"{n:.6g}"})
    return " ".join(text.split())


def _array(got: Value) -> np.ndarray[Any, Any] | None:
    """The answer as an array of real numbers, if it is one."""
    try:
        return numbers_in(decode(got))
    except ProtocolError:  # it stands for nothing that crosses
        return None


def _hint(value: Value) -> str:
    if value is None:
        return "None came back: is there a `return`, and does what it returns hold a result?"
    if isinstance(value, str):
        return "A text came back: numbers are wanted, without quotes, str() or f-strings."
    if isinstance(value, Items):
        return _hint_on_parts(value)
    if isinstance(value, Function | Strange) and "function" in describe_value(value):
        return "A function came back instead of its result: which brackets call it?"
    return "The answer has to be an array of real numbers."


def _hint_on_parts(value: Items) -> str:
    """Why the parts of a list form no array."""
    kinds = {type(part) for part in value.values}
    if str in kinds:
        return "Its parts are texts: numbers are wanted, without quotes, str() or f-strings."
    if type(None) in kinds:
        return "A part of it is None: a function without `return` gives None back."
    if kinds & {Function, Strange}:
        odd = next(part for part in value.values if isinstance(part, Function | Strange))
        words = "each has to be a number, or a row of numbers"
        return f"A part of it is {describe_value(odd)}: {words}."
    return "Its parts do not form an array: have all rows the same length?"
