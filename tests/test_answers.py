"""Answering a probe in the learner's own process, as in a notebook."""

from __future__ import annotations

import io
import sys
from typing import Any

import numpy as np
import pytest

from grader.answering.exception_data import describe_error
from grader.answering.probe_answers import answer
from grader.protocol.observations import Missing, Raised, Returned
from grader.protocol.probes import Call, Describe, Read, StandIn
from grader.protocol.values import Function, Items, Strange, array

ARGUMENTS = (array([1.0, 2.0]), Function("bent"))
CALL = Call("f", ("a", "g"), ARGUMENTS)


def test_a_missing_name_has_near_ones() -> None:
    """Functions with a name like the one asked for are offered; other things are not."""
    space = {"my_dens": len, "my_dense1": 5, "_my_dense": len, "print_all": len}
    seen = answer(Call("my_dense", (), ()), space)
    assert Missing("function", near=("my_dens",)) == seen.outcome
    assert Missing("function") == answer(CALL, {}).outcome


@pytest.mark.parametrize(("thing", "found"), [(None, "NoneType"), (3, "int"), ([], "list")])
def test_what_cannot_be_called_is_named(thing: object, found: str) -> None:
    """A name that holds no function is reported with the type of what it holds."""
    assert Missing("function", found=found) == answer(CALL, {"f": thing}).outcome


def test_what_is_no_model_is_named() -> None:
    """Asked for a model, anything else is reported with its type, without Keras being loaded."""
    assert Missing("model", found="int") == answer(Describe("model"), {"model": 3}).outcome
    assert Missing("model") == answer(Describe("model"), {}).outcome


@pytest.mark.parametrize(
    ("thing", "value"),
    [
        (None, None),
        ("b", "b"),
        (41.0, 41.0),
        ((400, 1), Items("tuple", (400, 1))),
        (np.array([1.0]), array([1.0])),
        ({"b"}, Strange("set")),
    ],
)
def test_what_a_name_holds_is_read(thing: object, value: object) -> None:
    """Asked what a name holds, the answer is the value as data; nothing is called."""
    assert Returned((value,)) == answer(Read("held"), {"held": thing}).outcome  # type: ignore[arg-type]


def test_a_value_that_is_not_there_is_missing() -> None:
    """A name that is not there is missed; values of a similar name are offered, functions not."""
    space = {"answer_l": 3, "answer_11": len}
    assert Missing("value", near=("answer_l",)) == answer(Read("answer_1"), space).outcome
    assert Missing("value") == answer(Read("answer_1"), {}).outcome


def test_reading_runs_nothing_of_the_submissions() -> None:
    """A value with operators of its own is told by its type; none of them is called."""

    class Trap(int):
        def __eq__(self, other: object) -> bool:
            raise AssertionError

        __hash__ = None  # type: ignore[assignment]
        __repr__ = __str__ = __int__ = __eq__  # type: ignore[assignment]

    assert Returned((Strange("Trap"),)) == answer(Read("held"), {"held": Trap(41)}).outcome


def test_changed_inputs_are_named() -> None:
    """The parameters whose arrays were changed in place are listed, the others not."""

    def f(a: Any, b: Any) -> Any:
        b[0] = 9.0
        return a

    call = Call("f", ("a", "b"), (array([1.0, np.nan]), array([1.0, 2.0])))
    assert ("b",) == answer(call, {"f": f}).changed


def test_the_shapes_of_activation_calls_are_noted() -> None:
    """How often g was called, and with what, is known: a loop and one call are told apart."""
    loop = answer(CALL, {"f": lambda a, g: np.array([g(one) for one in a])})
    assert ((), ()) == loop.activated
    at_once = answer(CALL, {"f": lambda a, g: g(a.reshape(1, 2))})
    assert ((1, 2),) == at_once.activated
    assert () == answer(CALL, {"f": lambda a, g: a}).activated


def test_called_twice_with_the_same_arrays() -> None:
    """``times=2`` asks twice with the very same objects, and keeps the first answer as it was."""
    kept: list[Any] = []

    def f(a: Any, g: Any) -> Any:
        kept.append(a)
        a += 1
        return a

    seen = answer(Call("f", ("a", "g"), ARGUMENTS, 2), {"f": f}).outcome
    assert isinstance(seen, Returned)
    assert kept[0] is kept[1]
    assert [[2.0, 3.0], [3.0, 4.0]] == [value.numpy().tolist() for value in seen.values]


@pytest.mark.parametrize(
    "error", [SystemExit(0), KeyboardInterrupt(), RecursionError("deep"), ValueError("no")]
)
def test_every_exception_is_an_answer(error: BaseException) -> None:
    """Nothing a function raises gets through, exit() included."""

    def f(a: Any, g: Any) -> Any:
        raise error

    assert Raised(type(error).__name__, str(error)) == answer(CALL, {"f": f}).outcome


def test_an_exception_that_resists_being_described() -> None:
    """An exception whose words, line or trace cannot be had still is one of its kind."""

    class Nasty(SyntaxError):
        lineno = "x"  # type: ignore[assignment]

        def __str__(self) -> str:
            raise ValueError

    class Mute(Exception):
        def __str__(self) -> str:
            raise KeyboardInterrupt

    assert ("Nasty", "") == (describe_error(Nasty()).kind, describe_error(Nasty()).message)
    assert Raised("Mute", "") == describe_error(Mute())


def test_what_is_printed_goes_to_the_observation() -> None:
    """Printed text is captured, cut, and standard output is as before afterwards."""
    before = sys.stdout
    seen = answer(CALL, {"f": lambda a, g: print("x" * 50)}, output_limit=10)
    assert "x" * 10 + "\n[...]" == seen.printed
    assert before is sys.stdout
    assert not isinstance(before, io.StringIO) or "xxx" not in before.getvalue()


def test_a_probe_has_fresh_inputs_each_time() -> None:
    """What a function does to its inputs is not in the inputs of the next question."""

    def f(a: Any, g: Any) -> Any:
        a *= 0
        return a

    answer(CALL, {"f": f})
    seen = answer(CALL, {"f": lambda a, g: a}).outcome
    assert Returned((array([1.0, 2.0]),)) == seen


def test_without_the_grader_the_learners_own_function_is_used() -> None:
    """In the student's notebook nothing stands in; afterwards every name is as it was."""
    space: dict[str, Any] = {"h": lambda a: a + 1}
    exec("def f(a): return h(a)", space)
    call = Call("f", ("a",), (1,), stand_ins=(StandIn("h", ("a",)),))
    assert Returned((2,)) == answer(call, space).outcome
    own = space["h"]
    assert Returned((7,)) == answer(call, space, ask_grader=lambda *_: 7).outcome
    assert own is space["h"]
    del space["h"]
    assert Returned((7,)) == answer(call, space, ask_grader=lambda *_: 7).outcome
    assert "h" not in space
