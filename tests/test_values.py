"""Values: what may cross the border, and what stays behind with its name only."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import hypothesis.extra.numpy as hnp
import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.protocol.activations import ACTIVATIONS
from grader.protocol.bounds import MAX_ANSWER_TEXT, MAX_DEPTH, MAX_EMPTY, MAX_ITEMS
from grader.protocol.values import (
    DTYPE_CODES,
    Array,
    Function,
    Items,
    ProtocolError,
    Strange,
    Value,
    array,
    decode,
    encode,
    size,
)

patient = settings(deadline=None)  # a busy machine is no failure

dtypes = st.sampled_from(sorted(DTYPE_CODES)).map(np.dtype)
arrays = hnp.arrays(dtypes, hnp.array_shapes(min_dims=0, max_dims=8, min_side=0, max_side=3))


class LyingArray(np.ndarray):  # type: ignore[type-arg]
    """Says anything to whoever asks."""

    def __array_ufunc__(self, *_: Any, **__: Any) -> Any:
        return True

    def __array_function__(self, *_: Any, **__: Any) -> Any:
        return True

    def tobytes(self, *_: Any, **__: Any) -> bytes:
        """Other bytes than there are."""
        return b"forged"

    def view(self, *_: Any, **__: Any) -> Any:
        """Nothing at all."""
        raise RuntimeError("no view of me")

    def astype(self, *_: Any, **__: Any) -> Any:
        """Another array."""
        return np.ones(3)


class LyingFloat(float):
    """Equals everything."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = float.__hash__


class Hostile:
    """Raises at whatever is read of it."""

    def __getattribute__(self, name: str) -> Any:
        raise RuntimeError(name)


class Namesake:
    """Claims to be an array, by the protocols NumPy knows."""

    def __array__(self, *_: Any, **__: Any) -> Any:
        return np.ones(3)

    @property
    def __class__(self) -> Any:
        return np.ndarray

    @__class__.setter
    def __class__(self, _: Any) -> None:
        pass


class LyingList(list):  # type: ignore[type-arg]
    """A list that iterates without end."""

    def __iter__(self) -> Any:
        while True:
            yield 1


def through_the_wire(value: Value) -> Value:
    """The value as the other side gets it."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(value), type=Value)


@patient
@given(arrays)
def test_an_array_arrives_as_it_left(sent: np.ndarray[Any, Any]) -> None:
    """An array of any whitelisted type and any shape crosses with type, shape and bits."""
    came = decode(through_the_wire(encode(sent)))
    assert sent.dtype == came.dtype
    assert sent.shape == came.shape
    assert sent.tobytes() == came.tobytes()
    assert came.flags.writeable
    assert came.flags.owndata or came.base is None


@pytest.mark.parametrize(
    "sent",
    [
        np.asfortranarray(np.arange(12.0).reshape(3, 4)),
        np.arange(12, dtype=">i4").reshape(3, 4),
        np.arange(6, dtype=">f8")[::-2],
        np.arange(24.0).reshape(2, 3, 4).transpose(2, 0, 1),
        np.broadcast_to(np.float32(2.5), (3, 2)),
        np.array(4.0),
        np.zeros((0, 3)),
    ],
    ids=["fortran", "big endian", "reversed", "transposed", "broadcast", "0-d", "empty"],
)
def test_the_layout_in_memory_does_not_matter(sent: np.ndarray[Any, Any]) -> None:
    """Elements arrive in their places whatever the order, the strides or the byte order."""
    came = decode(through_the_wire(encode(sent)))
    assert sent.shape == came.shape
    assert sent.dtype.name == came.dtype.name
    assert sent.tolist() == came.tolist()


plain = st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=20)
whole = st.integers(-(2**63), 2**63 - 1)
nested = st.recursive(
    plain | whole,
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple),
    max_leaves=20,
).filter(lambda thing: _depth(thing) <= MAX_DEPTH)


def _depth(thing: object) -> int:
    if isinstance(thing, list | tuple):
        return 1 + max(map(_depth, thing), default=0)
    return 0


@patient
@given(nested)
def test_lists_and_tuples_arrive_as_they_left(sent: object) -> None:
    """Plain values, and lists and tuples of them, cross unchanged and keep their kinds."""
    came = decode(through_the_wire(encode(sent)))
    assert repr(sent) == repr(came)


@patient
@given(st.text(st.characters(), max_size=50))
def test_any_text_crosses(sent: str) -> None:
    """Every string crosses, one with half of a surrogate pair included."""
    came = decode(through_the_wire(encode(sent)))
    assert len(sent) == len(came)
    assert sent.encode("utf-8", "replace").decode() == came


@pytest.mark.parametrize("name", sorted(ACTIVATIONS))
def test_activation_functions_cross_by_name(name: str) -> None:
    """A function of the registry crosses as its name and arrives as that very function."""
    assert Function(name) == encode(ACTIVATIONS[name])
    assert ACTIVATIONS[name] is decode(Function(name))


STRANGE: list[tuple[object, str]] = [
    (2**63, "int"),
    (-(2**63) - 1, "int"),
    (10**5000, "int"),
    (1j, "complex"),
    (np.array([1, "a"], dtype=object), "ndarray"),
    (np.array([1 + 2j]), "ndarray"),
    (np.array(["1.0", "2.0"]), "ndarray"),
    (np.array([b"x"]), "ndarray"),
    (np.array(["2020-01-01"], dtype="datetime64[D]"), "ndarray"),
    (np.zeros(2, dtype=[("a", "f8")]), "ndarray"),
    (LyingFloat(1.0), "LyingFloat"),
    (LyingList([1.0]), "LyingList"),
    (Hostile(), "Hostile"),
    (Namesake(), "Namesake"),
    (lambda z: z, "function"),
    (np.exp, "ufunc"),
    ({"a": 1}, "dict"),
    ({1.0}, "set"),
    (range(3), "range"),
    (b"bytes", "bytes"),
    (int, "type"),
    ((n for n in ()), "generator"),
]


@pytest.mark.parametrize("number", range(len(STRANGE)), ids=[name for _, name in STRANGE])
def test_anything_else_is_named_and_stays(number: int) -> None:
    """What is no plain data crosses as the name of its type, and raises nothing."""
    thing, type_name = STRANGE[number]
    value = through_the_wire(encode(thing))
    assert isinstance(value, Strange)
    assert type_name == value.type_name


def test_a_lying_array_cannot_forge_its_content() -> None:
    """A subclass's own methods are not asked: its real content crosses, or nothing."""
    value = encode(np.arange(3.0).view(LyingArray))
    if isinstance(value, Array):
        assert [0.0, 1.0, 2.0] == decode(value).tolist()
        assert "LyingArray" == value.came_as
    else:
        assert isinstance(value, Strange)
        assert "LyingArray" == value.type_name


def test_a_matrix_crosses_under_its_own_name() -> None:
    """A subclass of the array is told apart from a plain array by ``came_as``."""
    with pytest.warns(PendingDeprecationWarning):
        matrix = np.matrix([[1.0, 2.0]])
    value = encode(matrix)
    assert isinstance(value, Array)
    assert ("matrix", (1, 2)) == (value.came_as, value.shape)


@pytest.mark.parametrize("scalar", [np.float64(1.5), np.float32(1.5), np.int8(1), np.bool_(1)])
def test_a_scalar_of_numpy_crosses_as_an_array_without_axes(scalar: Any) -> None:
    """A NumPy scalar has shape () and its own type's name."""
    value = encode(scalar)
    assert isinstance(value, Array)
    assert ((), scalar.dtype.name) == (value.shape, value.dtype)
    assert scalar == value.numpy()


def test_too_large_is_strange() -> None:
    """An array beyond the limit is named with its size; all parts of one answer count together."""
    assert isinstance(encode(np.zeros(100), largest=800), Array)
    alone = encode(np.zeros(101), largest=800)
    assert isinstance(alone, Strange)
    assert "too large" in alone.reason
    together = encode([np.zeros(60), np.zeros(60)], largest=800)
    assert isinstance(together, Items)
    assert [Array, Strange] == [type(part) for part in together.values]


def test_a_large_view_of_small_memory_is_strange() -> None:
    """An array that is huge only by its strides is refused before it is laid out."""
    value = encode(np.broadcast_to(np.float64(1.0), (1 << 20, 1 << 20)))
    assert isinstance(value, Strange)


def test_too_deep_is_strange() -> None:
    """Nesting ends somewhere, also where a list holds itself."""
    endless: list[Any] = []
    endless.append(endless)
    value = encode(endless)
    for _ in range(MAX_DEPTH):
        assert isinstance(value, Items)
        value = value.values[0]
    assert Strange("list", "nested too deeply") == value


def test_too_long_is_strange() -> None:
    """A list of more items than allowed is not carried, over all levels together."""
    assert isinstance(encode([0] * MAX_ITEMS), Items)
    assert Strange("list", "too long") == encode([0] * (MAX_ITEMS + 1))
    wide = [[0] * 1000] * 1000
    value = encode(wide)
    assert isinstance(value, Items)
    assert Strange("list", "too long") == value.values[-1]


def test_long_text_is_cut() -> None:
    """A string crosses up to its limit."""
    assert "x" * MAX_ANSWER_TEXT == encode("x" * MAX_ANSWER_TEXT)
    assert Strange("str", "too long: 65,537 characters") == encode("x" * (MAX_ANSWER_TEXT + 1))


@patient
@given(
    dtype=st.sampled_from(sorted(DTYPE_CODES)),
    shape=st.lists(
        st.integers(-3, 3) | st.sampled_from([2**31, 2**62, 2**63, 2**64, -(2**63)]),
        max_size=10,
    ).map(tuple),
    data=st.binary(max_size=40),
)
def test_a_malformed_array_is_refused(dtype: Any, shape: tuple[int, ...], data: bytes) -> None:
    """Shape and bytes that do not belong together are no array, made here or arrived."""
    encoded = {"type": "array", "dtype": dtype, "shape": shape, "data": data}
    try:
        made = Array(dtype, shape, data)
    except ProtocolError:
        with suppress(OverflowError), pytest.raises(msgspec.ValidationError):
            msgspec.msgpack.decode(msgspec.msgpack.encode(encoded), type=Array)
        return
    assert shape == made.numpy().shape
    assert len(data) == made.numpy().nbytes


@pytest.mark.parametrize(
    "value", [Function("exec"), Strange("object"), Items("list", (1, Function("no")))]
)
def test_what_stands_for_nothing_is_refused(value: Value) -> None:
    """Only a registered function and real data can be decoded."""
    with pytest.raises(ProtocolError):
        decode(value)


def test_an_author_is_told_that_an_array_cannot_cross() -> None:
    """``array`` refuses elements that are no numbers, where the case is written."""
    with pytest.raises(ProtocolError, match="cannot cross"):
        array(["a"])
    assert "float32" == array([1, 2], dtype=np.float32).dtype


def test_long_doubles_cross_as_doubles() -> None:
    """How long a long double is depends on the machine; what it says does not."""
    for thing in (np.longdouble(0.5), np.array([0.5, -1.0], dtype=np.longdouble)):
        value = encode(thing)
        assert isinstance(value, Array)
        assert "float64" == value.dtype
        assert np.array_equal(np.asarray(thing, dtype=float), decode(value))


@pytest.mark.parametrize("came_as", ["ndarray", "\U0001f600" * 200])
@pytest.mark.parametrize("dtype", ["bool", "float64"])
def test_an_array_is_not_taken_for_smaller_than_it_is(dtype: str, came_as: str) -> None:
    """What is counted of an array is at least what it takes on its way, whatever it says it is."""
    shape = (0, MAX_EMPTY, *(1,) * 6) if dtype == "bool" else (1,) * 8
    value = Array(dtype, shape, bytes(0 if dtype == "bool" else 8), came_as)  # type: ignore[arg-type]
    assert len(msgspec.msgpack.encode(value)) <= size(value)
