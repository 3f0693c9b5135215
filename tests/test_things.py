"""Things: what is data crosses whole and is the same afterwards; what is none, or a lie, does not."""

from __future__ import annotations

import collections
import datetime as dt
import decimal
import fractions
import itertools
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.protocol import things
from grader.protocol.thing_codec import Encoder, decode_thing
from grader.protocol.things import Exact, Library, Record, Stayed, Thing
from grader.protocol.values import Array, ProtocolError

Point = collections.namedtuple("Point", "x y")  # noqa: PYI024
patient = settings(deadline=None, max_examples=150)
numbers = st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none()
exact = (
    st.fractions() | st.dates() | st.datetimes() | st.timedeltas() | st.times()
    | st.complex_numbers(allow_nan=False) | st.decimals(allow_nan=False) | st.binary(max_size=20)
    | st.just(range(1, 9, 2)) | st.just(...) | st.just(Path("a/b.txt"))
)  # fmt: skip
keys = st.text(max_size=5) | st.integers() | st.tuples(st.integers(), st.text(max_size=2))
data = st.recursive(
    numbers | st.text() | exact,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys, inner, max_size=4)
        | st.sets(keys, max_size=4)
        | st.frozensets(keys, max_size=4)
    ),
    max_leaves=12,
)


def stay(thing: object) -> Stayed:
    """What is no data."""
    return Stayed(1, type(thing).__name__)


def crossed(thing: Any) -> Any:
    """The object after its way over the wire."""
    sent = msgspec.msgpack.encode(Encoder(stay).encode(thing))
    return decode_thing(msgspec.msgpack.decode(sent, type=Thing), lambda stayed: stayed)


@patient
@given(data)
def test_data_is_the_same_afterwards(thing: Any) -> None:
    """Numbers, texts, dates, fractions and containers of them are equal, and of the same type."""
    there = crossed(thing)
    assert (type(thing), thing) == (type(there), there)


@pytest.mark.parametrize(
    "thing",
    [
        np.array(["a", "bc"]), np.array([[1, 2.5]]), np.array([1j]), np.zeros((2, 0)),
        np.array(["2026-01-02", "NaT"], dtype="datetime64[D]"), np.array([True]),
        np.array([1, "a", None], dtype=object), np.float32(0.5), np.int8(3),
    ],
    ids=str,
)  # fmt: skip
def test_arrays_of_every_kind_are_the_same_afterwards(thing: Any) -> None:
    """Arrays of texts, objects, complex numbers and times keep type, shape and content."""
    there = crossed(thing)
    assert (type(thing), thing.dtype, thing.shape) == (type(there), there.dtype, there.shape)
    np.testing.assert_array_equal(thing, there)


def test_an_array_lies_in_memory_as_it_did() -> None:
    """A product of a transpose, and a sum over it, is the same to the last bit."""
    rows = np.random.default_rng(1).normal(size=(3, 50))
    weights = np.random.default_rng(2).normal(size=(50,))
    for array in (rows, rows.T, np.asfortranarray(rows), np.ones((2, 3, 4)).T):
        again = crossed(array)
        assert array.flags.f_contiguous == again.flags.f_contiguous
        assert np.array_equal(array, again)
    assert (rows.T.T @ weights).tobytes() == (crossed(rows.T).T @ weights).tobytes()


def test_kinds_of_dictionaries_and_records_stay_what_they_are() -> None:
    """A Counter is a Counter, a named tuple has its fields."""
    assert collections.Counter("aab") == crossed(collections.Counter("aab"))
    assert ["b", "a"] == list(crossed(collections.OrderedDict(b=1, a=2)))
    assert [] == crossed(collections.defaultdict(list))["new"]
    assert crossed(collections.defaultdict(Lying)).default_factory is None
    assert (1, 2) == (crossed(Point(1, 2)).x, crossed(Point(1, 2)).y)
    assert collections.deque([1]) == crossed(collections.deque([1]))
    assert 2 == crossed(collections.deque([1], 2)).maxlen
    assert 10**300 == crossed(10**300)


def test_tables_are_the_same_afterwards() -> None:
    """A table of pandas has its columns, types and index; so have its columns."""
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame({"a": [1, 2], "b": ["x", None], "c": [0.5, None]}, index=["p", "q"])
    pandas.testing.assert_frame_equal(table, crossed(table))
    pandas.testing.assert_series_equal(table["c"], crossed(table["c"]))
    assert pandas.Timestamp("2026-01-02") == crossed(pandas.Timestamp("2026-01-02"))


class Lying(list):
    """A list of a submission's own."""


@pytest.mark.parametrize("thing", [Lying([1]), object(), lambda: 1, (x for x in "ab"), Lying])
def test_what_is_no_plain_data_stays(thing: object) -> None:
    """A subclass may lie about everything it is asked, so it does not cross."""
    assert isinstance(crossed(thing), Stayed)


ALIKE = tuple(  # the hash of -1 is that of -2
    things.Sequence("tuple", part) for part in itertools.product((-1, -2), repeat=11)
)
BAD = (
    Exact("Fraction", (1, 0)), Exact("date", (2026, 13, 1)), Exact("int", ("1" * 5000,)),
    Exact("Decimal", ("1e999999999",)), Exact("Fraction", ("1e999999999",)), Exact("int", (1.5,)),
    Exact("Path", (1,)), Exact("Path", ("a\0b",)), Exact("Path", ("a" * 5000,)),
    Exact("range", ("a", "b", "c")), Record("os.system", ("a",), (1,)), Record("P", ("a",), ()),
    Library("builtins", "eval"), Library("builtins", "open"), Library("builtins", "__import__"),
    Library("numpy", "load"), Library("builtins", "str.__class__"), Library("numpy", "f2py.run"),
    things.Pairs("dict", (1,)), things.Pairs("dict", (things.Sequence("list", ()), 1)),
    things.Raw("object", (1,), b"12345678"), things.Raw("complex128", (5,), b""),
    things.Pairs("defaultdict", (), "eval"), things.Pairs("defaultdict", (), "Lying"),
    things.Cells("str", (2,), ("a",)), things.Cells("object", (1 << 40,), ()),
    things.Cells("object", (0, 1 << 23, 1 << 23), ()), things.Raw("complex64", (0, 1 << 23, 9), b""),
    things.Cells("str", (40_001,), ("a" * 1_000, *[""] * 40_000)), Record("P", ("\ufb01", "fi"), (1, 2)),
    things.Sequence("list", tuple(Record("P", (f"a{n}",), (n,)) for n in range(3_001))),
    things.Sequence("set", ALIKE), things.Pairs("dict", ALIKE), Exact("Decimal", (1,)), Record("P", ("_a",), (1,)), Record("P", ("class",), (1,)),
    things.Column(Exact("range", (0, 1 << 40, 1)), "int64"), Exact("Timestamp", ("now",)),
    things.Column(1, "int64", None, things.Column(Exact("range", (0, 1 << 40, 1)), "int64")),
    things.Column(Array("int64", (), b"\1" + b"\0" * 7), "int64"), Exact("Timedelta", ("1 days",)),
)  # fmt: skip


@pytest.mark.parametrize("thing", BAD, ids=lambda thing: repr(thing)[:60])
def test_what_no_encoder_makes_is_refused(thing: Thing) -> None:
    """Nothing is imported, run or counted up at the child's word."""
    with pytest.raises(ProtocolError):
        decode_thing(thing, lambda stayed: stayed)


scalars = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5) | st.floats()
claims = st.recursive(
    scalars
    | st.builds(Stayed, st.integers())
    | st.builds(Library, st.sampled_from(["builtins", "numpy", "math"]), st.text(max_size=8))
    | st.builds(Array, st.just("int8"), st.just((2,)), st.just(b"12")),
    lambda inner: st.builds(
        things.Sequence,
        st.sampled_from(["list", "tuple", "set", "frozenset", "deque"]),
        st.lists(inner, max_size=3).map(tuple),
    )
    | st.builds(
        things.Pairs,
        st.sampled_from(["dict", "OrderedDict", "defaultdict", "Counter"]),
        st.lists(inner, max_size=4).map(tuple),
        st.none() | st.sampled_from(["int", "list", "eval"]) | st.builds(Stayed, st.integers()),
    )
    | st.builds(
        Exact,
        st.sampled_from(
            ["int", "complex", "Fraction", "Decimal", "date", "time", "datetime", "timedelta",
             "range", "slice", "Timestamp", "Timedelta", "NaT"]
        ),
        st.lists(inner, max_size=4).map(tuple),
    )
    | st.builds(
        Record,
        st.text(max_size=4),
        st.lists(st.text(max_size=4), max_size=3).map(tuple),
        st.lists(inner, max_size=3).map(tuple),
    )
    | st.builds(
        things.Cells,
        st.sampled_from(["str", "bytes", "object"]),
        st.lists(st.integers(0, 5), max_size=3).map(tuple),
        st.lists(inner, max_size=4).map(tuple),
    )
    | st.builds(
        things.Raw,
        st.sampled_from(["complex64", "datetime64[D]", "object", "U3", "timedelta64[ns]"]),
        st.lists(st.integers(0, 5), max_size=2).map(tuple),
        st.binary(max_size=16),
    )
    | st.builds(things.Column, inner, st.text(max_size=8), inner),
    max_leaves=10,
)  # fmt: skip


@patient
@given(claims)
def test_whatever_a_child_claims_is_read_or_refused(thing: Thing) -> None:
    """Any message of the right form becomes an object or one error of the protocol's."""
    with suppress(ProtocolError):
        decode_thing(thing, lambda stayed: stayed)


def test_decimals_fractions_and_dates_are_known_by_their_own_types() -> None:
    """The kinds that are listed are those that the encoder makes."""
    kinds = {Encoder(stay).encode(thing).kind for thing in (  # type: ignore[union-attr]
        decimal.Decimal(1), fractions.Fraction(1, 2), dt.date(2026, 1, 2))}  # fmt: skip
    assert {"Decimal", "Fraction", "date"} == kinds
