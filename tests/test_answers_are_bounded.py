"""What an answer costs the judge: memory in proportion to the bytes that came, whatever they say."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import Any

import msgspec
import numpy as np
import pytest
from conftest import ROOT

from grader.assignment import loading
from grader.diagnosis.likeness import alike, likeness_key, tell
from grader.judging.judge import judge
from grader.protocol.bounds import MAX_EMPTY, MAX_ITEMS, MAX_NUMBERS
from grader.protocol.numbers import fits, numbers_in
from grader.protocol.observations import Described, Layer, Observation, Returned
from grader.protocol.probes import Describe
from grader.protocol.values import Array, Items, ProtocolError, Value

ROWS = Array("bool", (MAX_EMPTY, 0), b"")
LARGE = Array("int8", (1 << 20,), bytes(1 << 20))
ANSWERS: dict[str, Value] = {
    "long texts": Items("list", ("x" * 8000, *["y"] * (MAX_ITEMS - 1))),
    "long texts in lists": Items("list", tuple(Items("list", ("x" * 8000, "y")) for _ in range(400))),
    "rows without columns": ROWS,
    "many of them": Items("list", (ROWS,) * (MAX_ITEMS - 1)),
    "many of them in lists": Items("list", (Items("tuple", (ROWS,) * 4_000),) * 2),
    "numbers of a byte": LARGE,
    "numbers of a byte beside a float": Items("list", (LARGE, Array("float64", (1 << 20,), bytes(8 << 20)))),
    "lists that are no array": Items("list", (LARGE, 1.0)),
    "lists in lists": Items("list", (Items("list", tuple(range(100))),) * 99),
    "a long text": "9" * 8000,
    "spaces": "1," + " " * 7997 + "x",
    "brackets": "(" * 8000,
    "large numbers": Items("list", (2**64 - 1, -(2**63), 1.0, True)),
}  # fmt: skip
OTHERS = 40 << 20
"""Bytes that judging may need beside what it needs for each byte of the answer."""


def peak(work: Callable[[], object]) -> int:
    """The most bytes that some work had at a time."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.fixture(scope="module")
def questions() -> list[tuple[Any, Any]]:
    """A case of each exercise with its question, self-checks included, and all of the model's."""
    cases = loading.load_assignment(ROOT, practice=True).cases
    asked = [(case, case.ask(np.random.default_rng(0))) for case in cases]
    each = {case.exercise: (case, probe) for case, probe in asked}
    models = [(case, probe) for case, probe in asked if isinstance(probe, Describe)]
    return [*each.values(), *models]


@pytest.mark.parametrize("kind", ANSWERS)
def test_judging_takes_memory_in_proportion(kind: str, questions: list[tuple[Any, Any]]) -> None:
    """No case, and no search for the mistake behind it, makes more of an answer than there is."""
    value = ANSWERS[kind]
    sent = len(msgspec.msgpack.encode(value))
    seen = Observation(Returned((value,)))
    layers = (Layer("Dense", 25, "softmax", value, value),) if isinstance(value, Array) else ()
    described = Observation(Described(layers, (None, 400), predictions=value))

    def work() -> None:
        for case, probe in questions:
            result = judge(case, probe, described if isinstance(probe, Describe) else seen)
            assert "could not be judged" not in result.got, result.note
        likeness_key(seen)
        alike(seen, seen)
        tell([seen])

    assert peak(work) < OTHERS + 40 * sent


@pytest.mark.parametrize(
    ("shape", "right"),
    [
        ((), True),
        ((MAX_NUMBERS,), True),
        ((MAX_NUMBERS + 1,), False),
        ((MAX_NUMBERS // 2, 3), False),
        ((0,), True),
        ((MAX_EMPTY, 0), True),
        ((MAX_EMPTY + 1, 0), False),
        ((0, 101, 100), False),
        ((2**40, 0), False),
        ((10**9, 0), False),
    ],
)
def test_a_shape_promises_no_more_than_it_holds(shape: tuple[int, ...], *, right: bool) -> None:
    """Axes are bounded together, also where no number lies along them, and checked when decoded."""
    assert right is fits(shape)
    data = bytes(int(np.prod(shape, dtype=float))) if 0 in shape or right else b""
    sent = msgspec.msgpack.encode({"type": "array", "dtype": "int8", "shape": shape, "data": data})
    try:
        msgspec.msgpack.decode(sent, type=Array)
        arrived = True
    except (ProtocolError, msgspec.ValidationError):
        arrived = False
    assert right is arrived


@pytest.mark.parametrize(
    ("held", "shape"),
    [
        (1, ()),
        (True, ()),
        ([1, 2.5], (2,)),
        ((np.zeros(3), [1, 2, 3]), (2, 3)),
        ([], (0,)),
        (np.zeros((2, 0)), (2, 0)),
        ("1", None),
        (["1", "2"], None),
        ([1, None], None),
        ([[1], [1, 2]], None),
        (None, None),
        (len, None),
        (np.array(["a"]), None),
        (np.zeros(2, complex), None),
        ([np.zeros((MAX_EMPTY, 0))] * 2, None),
        ([np.zeros(MAX_NUMBERS // 2 + 1, "int8")] * 2, None),
    ],
)
def test_only_numbers_become_arrays(held: object, shape: tuple[int, ...] | None) -> None:
    """Numbers, arrays of numbers and regular lists of them are arrays; nothing else is."""
    found = numbers_in(held)
    assert shape == (None if found is None else found.shape)
