"""Comparison: strict where NumPy's own is kind, and in words."""

from __future__ import annotations

from typing import Any

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from grader.protocol.values import Function, Strange, Value, encode
from grader.suite.comparison import compare
from grader.suite.differences import Difference

patient = settings(deadline=None)  # a busy machine is no failure

shapes = hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
filled = hnp.array_shapes(min_dims=0, max_dims=4, min_side=1, max_side=4)
decimals = st.floats(-1e6, 1e6, allow_subnormal=False)
whole = st.integers(-(2**31), 2**31)


def with_words(difference: Difference | None) -> Difference:
    """The difference, which must be there and say something."""
    assert difference is not None
    assert difference.expected.strip()
    assert difference.got.strip()
    return difference


@patient
@given(hnp.arrays(np.float64, shapes, elements=decimals))
def test_an_array_equals_itself(right: np.ndarray[Any, Any]) -> None:
    """The right answer is no difference, whatever its shape."""
    assert None is compare(right, encode(right.copy()))


@patient
@given(hnp.arrays(np.int64, shapes, elements=whole))
def test_whole_numbers_equal_themselves_in_any_type(right: np.ndarray[Any, Any]) -> None:
    """Where whole numbers are right, decimals of the same value are, too."""
    assert None is compare(right, encode(right.copy()))
    assert None is compare(right, encode(right.astype(float)))
    assert None is compare(right.astype(float), encode(right))


@patient
@given(hnp.arrays(np.float64, filled, elements=decimals))
def test_single_precision_is_right(right: np.ndarray[Any, Any]) -> None:
    """An answer rounded to float32 is accepted."""
    assert None is compare(right, encode(right.astype(np.float32)))


@patient
@given(
    hnp.arrays(np.float64, hnp.array_shapes(min_dims=1, max_dims=3, max_side=4), elements=decimals)
)
def test_a_list_of_numbers_counts_as_an_array(right: np.ndarray[Any, Any]) -> None:
    """Lists and tuples of the right numbers are right."""
    assert None is compare(right, encode(right.tolist()))
    assert None is compare(right, encode(tuple(right.tolist())))


@patient
@given(st.data(), hnp.arrays(np.float64, filled, elements=decimals))
def test_a_changed_element_is_a_difference(data: st.DataObject, right: Any) -> None:
    """One wrong number among many is found and its place is named."""
    place = data.draw(st.integers(0, right.size - 1))
    factor = data.draw(st.sampled_from([-2.0, 0.99, 1.001, 1.0001]))
    wrong = right.copy()
    where = np.unravel_index(place, right.shape)
    wrong[where] = wrong[where] * factor + (1e-3 if abs(wrong[where]) < 1 else 0.0)
    assume(abs(wrong[where] - right[where]) > 1e-4 * max(1.0, abs(right[where])))
    found = with_words(compare(right, encode(wrong)))
    if right.ndim:
        assert str([int(index) for index in where]) in found.got


@patient
@given(st.data(), hnp.arrays(np.float64, filled, elements=decimals))
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_what_is_not_finite_is_a_difference(bad: float, data: st.DataObject, right: Any) -> None:
    """Nan and inf are never right where a finite number is, and they are named."""
    wrong = right.copy()
    wrong[np.unravel_index(data.draw(st.integers(0, right.size - 1)), right.shape)] = bad
    found = with_words(compare(right, encode(wrong)))
    assert ("nan" if np.isnan(bad) else "inf") in found.got


def test_nan_does_not_equal_nan() -> None:
    """A case that expects nan by mistake passes nobody."""
    assert None is not compare([np.nan], encode(np.array([np.nan])))


@pytest.mark.parametrize(
    ("right", "got"),
    [
        ((3,), (1, 3)),
        ((1, 3), (3,)),
        ((3,), (3, 1)),
        ((2, 2), (4,)),
        ((2, 3), (3, 2)),
        ((1,), ()),
        ((), (1,)),
        ((0,), (1,)),
        ((3,), (0,)),
    ],
)
def test_shapes_are_not_broadcast(right: tuple[int, ...], got: tuple[int, ...]) -> None:
    """Equal numbers in another shape are a difference, and its words name both shapes."""
    found = with_words(compare(np.ones(right), encode(np.ones(got))))
    for shape, words in ((right, found.expected), (got, found.got)):
        assert (f"shape {shape}" if shape else "a single number") == words


def test_the_shape_is_named_before_the_values() -> None:
    """With wrong shape, wrong kind and wrong values, the shape is what is said."""
    found = with_words(compare(np.array([0.5, 1.5]), encode(np.array([[7], [8]]))))
    assert ("shape (2,)", "shape (2, 1)") == (found.expected, found.got)
    found = with_words(compare(np.array([0.5, 1.5]), encode(np.array([[np.nan]]))))
    assert "shape (1, 1)" == found.got


@pytest.mark.parametrize(
    ("right", "got", "says"),
    [
        ([0.5, 1.0], np.array([0, 1]), "whole numbers"),
        ([0.5, 1.0], [0, 1], "whole numbers"),
        ([0.0, 1.0], np.array([False, True]), "numbers themselves"),
        (1.0, True, "numbers themselves"),
        ([0.5], None, "`return`"),
        ([0.5], [[0.5], [0.5, 1.0]], "rows"),
        ([0.5], lambda z: z, "brackets"),
    ],
    ids=["whole", "whole list", "bool array", "bool", "None", "ragged", "function"],
)
def test_common_wrong_kinds_have_a_hint(right: Any, got: object, says: str) -> None:
    """The answers that beginners give instead of an array come with a sentence of their own."""
    assert says in with_words(compare(right, encode(got))).hint


@pytest.mark.parametrize(
    "got",
    [
        encode(np.array([0.5 + 0j])),
        encode(0.5 + 0j),
        encode(np.array(["0.5"])),
        encode(np.array([0.5], dtype=object)),
        encode("0.5"),
        encode(["0.5"]),
        encode([None]),
        encode({"a": 0.5}),
        encode([]),
        encode([[]]),
        encode([[0.5]]),
        encode([np.ones(2), np.ones(3)]),
        encode(2**80),
        encode([2**80]),
        Function("relu"),
        Strange("function"),
        Strange("ndarray", "too large: 9 MB, shape (3,)"),
    ],
    ids=str,
)
def test_what_is_no_array_of_numbers_is_a_difference(got: Value) -> None:
    """Complex numbers, text, objects, ragged and nested lists are wrong, with words."""
    with_words(compare([0.5], got))


def test_a_matrix_is_no_array() -> None:
    """numpy.matrix multiplies otherwise than an array and is refused by name."""
    with pytest.warns(PendingDeprecationWarning):
        matrix = np.matrix([[1.0, 2.0]])
    assert "matrix" in with_words(compare([[1.0, 2.0]], encode(matrix))).got


@patient
@given(hnp.arrays(np.float64, filled, elements=st.floats(width=64)))
def test_any_numbers_can_be_judged(got: np.ndarray[Any, Any]) -> None:
    """Huge, tiny and non-finite answers give a verdict and neither an error nor a warning."""
    compare(np.full(got.shape, 0.5), encode(got))
    compare(np.full(got.shape, 1e308), encode(got))


@patient
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
                    lambda inner: st.lists(inner, max_size=3), max_leaves=6))  # fmt: skip
def test_any_answer_can_be_judged(got: object) -> None:
    """Whatever comes back is right or has words; nothing raises."""
    found = compare([0.123456], encode(got))
    if found is not None:
        with_words(found)


@pytest.mark.parametrize("right", [{"a": 1}, {2}, [[1], {}], 1 + 2j, object()], ids=repr)
def test_what_cannot_be_an_answer_is_never_expected(right: object) -> None:
    """A reference that gives what does not cross is an author's mistake, and said as one."""
    with pytest.raises(TypeError, match="is expected, which cannot be an answer"):
        compare(right, 0.5)


def test_a_number_is_compared_as_a_number() -> None:
    """A single expected number takes Python's and NumPy's numbers, and shows both when wrong."""
    assert None is compare(0.5, 0.5)
    assert None is compare(2, encode(np.float32(2)))
    assert Difference("0.5", "0.25") == compare(0.5, 0.25)


def test_few_differences_of_many_are_counted() -> None:
    """A large array is shown in part, with the first difference and how many there are."""
    right = np.linspace(0.1, 2.0, 20)
    wrong = right.copy()
    wrong[[4, 9]] = 7.5
    found = with_words(compare(right, encode(wrong)))
    assert "[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, ...] of shape (20,)" == found.expected
    assert found.got.endswith("first difference at [4]: 7.5, 2 of 20 differ")


def test_a_later_call_is_named() -> None:
    """A difference that shows only at the second call says so."""
    later = Difference("1", "2").at_call(2)
    assert ("1", "2 (at call 2)") == (later.expected, later.got)
    assert "call 2" in later.hint


@patient
@given(st.data())
def test_it_is_as_near_as_numpy_says(data: st.DataObject) -> None:
    """Number by number the tolerance is that of ``numpy.isclose``, infinities and all."""
    right = data.draw(hnp.arrays(np.float64, filled, elements=st.floats(allow_nan=False)))
    by = data.draw(st.sampled_from([0.0, 1e-7, 0.9e-5, 1.1e-5, 1e-3, np.inf]))
    with np.errstate(all="ignore"):
        got = right * (1 + by)
        near = bool(np.isclose(got, right, rtol=1e-5, atol=1e-6).all())
    assume(not np.isnan(got).any())
    assume(np.isfinite(got).all() or not np.isfinite(right).all())  # that is told in other words
    assert (compare(right, encode(got)) is None) == near


PLAIN = [
    "abc", "", None, True, False, [True, False], ["a", "b"], (2.0, [-1.0, 1.0]), [[1], [1, 2]],
    ("a", None, [True, 3]), "x" * 3000,
]  # fmt: skip


@pytest.mark.parametrize("right", PLAIN, ids=lambda right: repr(right)[:20])
@pytest.mark.parametrize("got", PLAIN, ids=lambda got: repr(got)[:20])
def test_what_is_no_number_is_right_if_it_is_the_same(right: Any, got: Any) -> None:
    """Texts, truths, None and lists of them equal themselves, and nothing else."""
    found = compare(right, encode(got))
    assert (right == got) == (found is None)
    if found is not None:
        with_words(found)


@pytest.mark.parametrize(
    ("right", "got", "says"),
    [
        (True, 1, "the int 1"),
        (True, np.False_, "False"),
        (None, 0, "the int 0"),
        ("Ada", "ada ", "first difference at character 0"),
        ("x" * 2999 + "y", "x" * 3000, "first difference at character 2999"),
        ("3", 3, "the int 3"),
        (["a", "b"], ["a", "c"], "at [1]"),
        (["a", "b"], ["a"], "a list of 1"),
        ((2.0, [1.0, 2.0]), (2.0, [1.0, 2.5]), "at [1]"),
        ([True, False], np.array([True, True]), "1 of 2 differ"),
        ([True, False], [1, 0], "a list of 2"),
        ([True, False], [True], "shape (1,)"),
        ([True, None], [True], "a list of 1"),
    ],
)
def test_the_first_difference_is_told(right: Any, got: Any, says: str) -> None:
    """What came instead is said, with its place in a long text or a list."""
    assert says in with_words(compare(right, encode(got))).got


def test_a_list_and_a_tuple_are_alike() -> None:
    """As a list of numbers counts as an array, a list of texts counts as a tuple of them."""
    assert None is compare(["a", 1.0], encode(("a", 1)))
    assert None is compare([True, False], encode(np.array([True, False])))
    assert None is compare(True, encode(np.True_))
