"""Whatever a child answers to a test, the test passes or fails; whatever it is asked, a child answers.

``benchmarks/fuzz.py`` runs the same properties for minutes instead of seconds.
"""

from __future__ import annotations

import builtins
import collections
import contextlib
import datetime as dt
import decimal
import fractions
import io
import random
import sys
import types
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_things import claims, data, stay

from grader.answering.performing import Performer
from grader.answering.working_folder import OPERATIONS
from grader.protocol.messages import (
    CallBack,
    CalledBack,
    Did,
    Do,
    FromChild,
    Operation,
    Threw,
    ToChild,
)
from grader.protocol.observations import Raised
from grader.protocol.thing_codec import Encoder
from grader.protocol.things import Library, Own, Stayed
from grader.remote.crossing import Aborted
from grader.remote.link import Link
from grader.remote.program_text import ProgramText
from grader.remote.proxies import Remote
from grader.remote.running import run_code
from grader.remote.space import Space

patient = settings(deadline=None, suppress_health_check=[*HealthCheck])
MOST = 40  # questions of a test
PLAIN = (
    bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range,
    slice, dt.date, dt.time, dt.datetime, dt.timedelta, decimal.Decimal, fractions.Fraction,
    collections.deque, np.ndarray, np.generic, type(None), type(...), type(NotImplemented), type, Remote,
    types.FunctionType,
)  # fmt: skip

names = st.sampled_from(
    ["ValueError", "KeyError", "StopIteration", "SystemExit", "KeyboardInterrupt", "GeneratorExit",
     "BaseException", "UnicodeDecodeError", "ExceptionGroup", "OSError", "eval", "object", "print",
     ".Own", ".Skipped", ".Failed", ".", ".a b", ".\0", "", ".__class__"]
) | st.text(max_size=6)  # fmt: skip
stayed = st.builds(
    Stayed, st.integers(-2, 9), names, st.booleans(), st.booleans(), st.lists(names, max_size=4).map(tuple)
)  # fmt: skip
library = st.builds(
    Library,
    st.sampled_from(["builtins", "math", "operator", "numpy", "statistics", "string", "datetime"]),
    st.sampled_from(["int", "str.upper", "ValueError", "eval", "open", "array", "date", "sqrt", "x"]),
)  # fmt: skip
things = claims | data.map(lambda thing: Encoder(stay).encode(thing)) | stayed | library | st.builds(
    Own, st.integers(-3, 6), names
)  # fmt: skip
raised = st.builds(Raised, st.text(max_size=5), st.text(max_size=5))
threw = st.builds(
    Threw, names, st.lists(names, max_size=4).map(tuple), st.lists(things, max_size=2).map(tuple),
    raised, st.none() | things,
)  # fmt: skip
places = st.integers(-3, 4)
did = st.builds(
    Did, st.just(1), things, places | st.just(-1), st.none() | threw, st.text(max_size=3),
    st.text(max_size=3), st.lists(st.tuples(places, things), max_size=2).map(tuple),
)  # fmt: skip
call_backs = st.builds(
    CallBack, st.just(1), st.integers(-3, 6), st.lists(things, max_size=2).map(tuple),
    st.dictionaries(names, things, max_size=1),
)  # fmt: skip
answers = st.lists(
    st.tuples(st.lists(call_backs, max_size=2), did | st.just("it has ended")), max_size=6
)


class AnyChild:
    """A child that answers what it has been given, over and over, and calls back before it does."""

    def __init__(self, answers: list[Any]) -> None:
        self._answers = answers or [([], "it has ended")]
        self._asked = 0

    def perform(self, _: Operation, *asked: Any) -> Did | str:
        """The next answer, as it is after its way over the wire; a text if it is no message."""
        *_operands, on_call = asked
        self._asked += 1
        calls, answer = self._answers[self._asked % len(self._answers)]
        try:
            calls = [over_the_wire(call, FromChild) for call in calls]
            answer = answer if isinstance(answer, str) else over_the_wire(answer, FromChild)
        except (msgspec.MsgspecError, OverflowError):
            return "it sent what cannot be read"
        for call in calls if self._asked < MOST else []:
            over_the_wire(on_call(call), ToChild)
        return answer  # type: ignore[no-any-return]


def over_the_wire(message: Any, kind: Any) -> Any:
    """A message after its way over the wire."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(message), type=kind)


def linked(given: list[Any]) -> Link:
    """A link to a child that gives these answers."""
    text = ProgramText("x = 1\n", "def f(): pass\n")
    return Link(AnyChild(given).perform, MOST, lambda: 1, ("f",), None, lambda: text, names=("f",))


@pytest.fixture(autouse=True)
def _same_numbers() -> Iterator[None]:
    """Seeds that are set here change no other test."""
    states = random.getstate(), np.random.get_state()  # noqa: NPY002
    yield
    random.setstate(states[0])
    np.random.set_state(states[1])  # noqa: NPY002


@patient
@given(st.sampled_from(get_args(Operation)), answers)
def test_an_operation_has_a_plain_value_or_fails_the_test(operation: Operation, given: Any) -> None:
    """Each operation gives plain data or a remote object, raises what a submission may, or aborts."""
    loaded = set(sys.modules)
    link = linked(given)
    mine: list[Any] = [lambda *_, **__: 3, [1, 2], {"a": 1}, {3}, bytearray(b"a"), np.zeros(2)]
    for operands in ([], mine[:1], mine, ["f"]):
        link.begin()
        try:
            with (
                contextlib.redirect_stdout(io.StringIO()),
                contextlib.redirect_stderr(io.StringIO()),
            ):
                found = link.do(operation, *operands)
        except Aborted:
            assert link.broken
        except BaseException as error:
            assert hasattr(error, "remote_raised"), error
            assert isinstance(error, Exception | SystemExit), error
        else:
            assert isinstance(found, PLAIN) or type(found).__bases__ == (tuple,), type(found)
    assert loaded == set(sys.modules)


TESTS = (
    "found = f(3)\nassert found == 3.25 and found.x[1] == f",
    "from unittest import mock\nwith mock.patch('builtins.input', return_value='5') as asked:\n    assert f(asked, mock.Mock(side_effect=[1])) == f(iter([1, 2]))",
    "with f as g:\n    assert sorted(list(g) + [str(g), repr(g), format(g, '>3'), hash(g), len(g)]) == [f]",
    "import copy\nassert copy.copy(f) is copy.deepcopy(f)\nassert isinstance(f, C) and 3 in C(3) and C(1) < C(2)",
    "f.x, f[1] = [1], 2\ndel f.x, f[1]\nassert float(f) + int(f) == round(-f) and not f",
    "import random\nrandom.seed(3)\nglobals()['f']\ndir()\nassert next(f) == [x for x in f]\ndel f",
    "def g(x):\n    return f(g, x)\nassert f(g, g) == f(g)",
    "try:\n    f()\nexcept Exception as error:\n    assert error.x == str(error) == repr(error) == f(error, type(error))",
)


@patient
@given(st.sampled_from(TESTS), answers)
def test_whatever_a_child_answers_the_test_has_a_result(source: str, given: Any) -> None:
    """No answer, and no call back, gets an exception out of a test's run or changes Python here."""
    kept = builtins.input, random.seed, np.random.seed, set(vars(builtins))
    made = run_code(source, "here", Space(linked(given), frozenset({"f"})), linked(given))
    assert bool(made.words) is not made.passed
    assert kept == (builtins.input, random.seed, np.random.seed, set(vars(builtins)))


HOSTILE = """
class Meta(type):
    __module__ = property(lambda self: 1 / 0)
    __name__ = __bases__ = __mro__ = __dict__ = __module__
class Worst(metaclass=Meta):
    def __getattribute__(self, name): raise SystemExit(name)
    def __call__(self, *given, **named): raise Bad(self)
    __eq__ = __hash__ = __repr__ = __len__ = __iter__ = __getitem__ = __bool__ = __call__
class Bad(Exception):
    args = property(lambda self: 1 / 0)
    def __str__(self): raise KeyboardInterrupt
class Odd: pass
Odd.__module__ = 5
Odd.__name__ = type("Text", (str,), {"__str__": lambda self: 1 / 0})("Odd")
worst, odd = Worst(), Odd()
def f(*given, **named):
    given[0](*given, **named)
    return worst
def bad(*_): raise Bad()
numbers = [1, 2]
"""
sources = st.sampled_from(
    ["x = 1", "1 / 0", "raise SystemExit(3)", "print(input())", "(", "\0", "def"]
)
operands = st.lists(
    things
    | sources
    | st.sampled_from(["worst", "odd", "f", "bad", "numbers", "eq", "call", "", "math", "sqrt"])
    | st.sampled_from(["Worst", "Odd"]),
    max_size=3,
)
# The operations on files would be done with those of whoever runs this.
operations = sorted({*get_args(Operation)} - OPERATIONS.keys())
asked = st.lists(st.tuples(st.sampled_from(operations), operands), min_size=1, max_size=6)
replies = st.builds(CalledBack, things, st.none() | threw, st.booleans())


@patient
@given(asked, replies)
def test_whatever_it_is_asked_a_child_answers(asked: list[Any], reply: CalledBack) -> None:
    """No operation and no object of the submission's gets an exception out of the child's own code."""
    namespace: dict[str, Any] = {}
    exec(HOSTILE, namespace)
    performer = Performer(namespace, lambda *_: reply, 1000, 1 << 16)
    for name in ("worst", "odd", "f", "bad", "numbers", "Worst", "Odd"):  # 1, 2 and so on
        assert 1 == over_the_wire(performer.perform(Do(1, "name", (name,))), FromChild).id
    for operation, things in asked:
        did = performer.perform(Do(2, operation, tuple(things)))
        assert 2 == over_the_wire(did, FromChild).id
