"""Answering a probe from a namespace: the child's, or that of the learner's own notebook."""

from __future__ import annotations

import difflib
import functools
import types
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import msgspec
import numpy as np

from grader.answering import models
from grader.answering.exception_data import describe_error
from grader.answering.output import captured
from grader.protocol.bounds import MAX_DIMENSIONS, MAX_NUMBERS
from grader.protocol.observations import (
    ChildOutcome,
    Missing,
    Observation,
    Returned,
    StandInUse,
    Wanted,
)
from grader.protocol.probes import Call, Describe, Probe, Read, StandIn
from grader.protocol.values import (
    Value,
    decode,
    encode,
    size,
    type_name,
)

Namespace = dict[str, Any]
AskGrader = Callable[[str, tuple[Value, ...]], Any]
"""Sends a stand-in's name and data arguments to the grader; returns the result, or ``OWN``."""
OWN = object()
"""The result which says that the submission's own function is to answer a call."""
_Stops = tuple[type[KeyboardInterrupt], ...]


def answer(
    probe: Probe,
    namespace: Namespace,
    *,
    ask_grader: AskGrader | None = None,
    output_limit: int = 2000,
    largest: int = 8 << 20,
    wrap: Callable[[Callable[..., Any]], Callable[..., Any]] | None = None,
    at_home: bool = False,
) -> Observation:
    """The submission's answer to a probe. An error of the submission is an observation, too.

    Where a function of the submission answers for a stand-in, the line to show for an error is the
    one in the function that was asked, as those that it calls have questions of their own.

    Args:
        probe: the question.
        namespace: the names of the submission.
        ask_grader: answers the calls of stand-ins; without it the submission's own functions do,
            and their calls are noted if it is ``at_home``.
        output_limit: the most characters of printed text that are kept.
        largest: the most bytes an array may have to be part of the answer.
        wrap: wraps each activation function that is passed in.
        at_home: whether this is the learner's own process. There a KeyboardInterrupt is the
            learner's Ctrl-C, which is raised and is no answer.

    Raises:
        KeyboardInterrupt: Ctrl-C, if it is ``at_home``.
    """
    stops = (KeyboardInterrupt,) if at_home else ()
    with captured(output_limit) as printed:
        if isinstance(probe, Call):
            outcome, notes = _call(probe, namespace, ask_grader, largest, wrap, stops)
        elif isinstance(probe, Describe):
            outcome, notes = _model(probe, namespace, largest, stops), {}
        else:
            outcome, notes = _value(probe, namespace, largest), {}
    return Observation(outcome, printed.text(), **notes)


def _call(
    probe: Call,
    namespace: Namespace,
    ask_grader: AskGrader | None,
    largest: int,
    wrap: Callable[[Callable[..., Any]], Callable[..., Any]] | None,
    stops: _Stops,
) -> tuple[ChildOutcome, dict[str, Any]]:
    function = namespace.get(probe.name)
    if not callable(function):
        return _missing(probe.name, namespace, "function"), {}
    activated: list[tuple[int, ...]] = []
    arguments: list[Any] = [
        _counted(wrap(thing) if wrap else thing, activated) if callable(thing) else thing
        for thing in map(decode, probe.arguments)
    ]
    before = [thing.copy() if isinstance(thing, np.ndarray) else None for thing in arguments]
    outcome: ChildOutcome
    noted: list[StandInUse] = []
    own: list[str] = []  # functions of the submission that were called for stand-ins
    ask = ask_grader or (_noting(noted) if stops else None)
    try:
        with _replaced(probe.stand_ins if ask else (), function, namespace, ask, own):
            values: list[Value] = []
            for _ in range(probe.times):
                # Encoded at once: the next call may change what this one returned.
                room = largest - sum(map(size, values))
                values.append(encode(function(*arguments), largest=room))
            outcome = Returned(tuple(values))
    except stops:
        raise
    except BaseException as error:  # noqa: BLE001 - SystemExit is an answer like any other
        outcome = describe_error(error, getattr(function, "__code__", None) if own else None)
    changed = tuple(
        name
        for name, old, new in zip(probe.parameters, before, arguments, strict=False)
        if old is not None and _differ(old, new)
    )
    notes = {"changed": changed, "activated": tuple(activated[:100])}
    return outcome, notes | ({"stand_ins": tuple(noted)} if noted else {})


def _noting(noted: list[StandInUse]) -> AskGrader:
    """A function that notes the calls of stand-ins and has the learner's own functions answer."""

    def ask(name: str, arguments: tuple[Value, ...]) -> object:
        noted.append(StandInUse(name, arguments))
        return OWN

    return ask


def _differ(old: np.ndarray[Any, Any], new: np.ndarray[Any, Any]) -> bool:
    """Whether an argument has changed. Nearly always every bit is the same."""
    same = old.shape == new.shape and old.dtype == new.dtype and old.tobytes() == new.tobytes()
    return not same and not np.array_equal(old, new, equal_nan=True)


def _model(probe: Describe, namespace: Namespace, largest: int, stops: _Stops) -> ChildOutcome:
    thing: Any = namespace.get(probe.name)
    if not models.is_model(thing):
        return _missing(probe.name, namespace, "model")
    try:
        facts = models.describe_model(thing)
        if probe.rows is None:
            return facts
        # Called, not model.predict: the same numbers, without tracing a graph for it first.
        predictions = thing(probe.rows.numpy(), training=False)
        return msgspec.structs.replace(facts, predictions=encode(predictions, largest=largest))
    except stops:
        raise
    except BaseException as error:  # noqa: BLE001
        return describe_error(error)


def _value(probe: Read, namespace: Namespace, largest: int) -> ChildOutcome:
    if probe.name not in namespace:
        return _missing(probe.name, namespace, "value")
    return Returned((encode(namespace[probe.name], largest=largest),))


_FITS: dict[Wanted, Callable[[object], bool]] = {
    "function": callable,
    "model": models.is_model,
    "value": lambda thing: not callable(thing),
}


def _missing(name: str, namespace: Namespace, wanted: Wanted) -> Missing:
    if name in namespace:
        return Missing(wanted, found=type_name(namespace[name]))
    fits = _FITS[wanted]
    own = [str(key) for key, thing in namespace.items() if not key.startswith("_") and fits(thing)]
    return Missing(wanted, near=tuple(difflib.get_close_matches(name, own, n=2, cutoff=0.7)))


def _counted(function: Callable[..., Any], activated: list[tuple[int, ...]]) -> Callable[..., Any]:
    """The function, which notes the shape of the argument of each call."""

    @functools.wraps(function)
    def counting(z: Any) -> Any:  # noqa: ANN401
        if len(activated) < 10_000:  # noqa: PLR2004 - a bound on memory, not a rule
            axes = np.shape(z)[:MAX_DIMENSIONS]
            activated.append(tuple(min(length, MAX_NUMBERS) for length in axes))
        return function(z)

    return counting


@contextmanager
def _replaced(
    stand_ins: tuple[StandIn, ...],
    function: Callable[..., Any],
    namespace: Namespace,
    ask_grader: AskGrader | None,
    used: list[str],
) -> Iterator[None]:
    """Put stand-ins into the namespaces where a function looks names up, and take them out again.

    The name of each of the submission's own functions that answers is added to ``used``.
    """
    places = [namespace, getattr(function, "__globals__", namespace)]
    absent = object()
    old = [
        (place, item.name, place.get(item.name, absent)) for place in places for item in stand_ins
    ]
    for place, name, own in old:
        item = next(item for item in stand_ins if item.name == name)
        place[name] = _stand_in(item, ask_grader, None if own is absent else _noted(own, used))
    try:
        yield
    finally:
        for place, name, thing in reversed(old):
            if thing is absent:
                place.pop(name, None)
            else:
                place[name] = thing


def _noted(own: Any, used: list[str]) -> Callable[..., Any]:  # noqa: ANN401
    """The submission's own function; a call adds the name of its type to ``used``."""

    def calling(*given: Any) -> Any:  # noqa: ANN401
        used.append(type_name(own))
        return own(*given)

    return calling


def _stand_in(item: StandIn, ask_grader: Any, own: Any) -> Callable[..., Any]:  # noqa: ANN401
    """A function with the stand-in's signature whose answer comes from the grader.

    It is compiled from its signature so that a wrong call fails with Python's own words.
    """
    scope: dict[str, Any] = {"_answer": lambda given: _ask(item, given, ask_grader, own)}
    exec(_definition(item.name, item.parameters), scope)  # noqa: S102
    made: Callable[..., Any] = scope[item.name]
    return made


@functools.lru_cache(maxsize=16)
def _definition(name: str, parameters: tuple[str, ...]) -> types.CodeType:
    source = f"def {name}({', '.join(parameters)}):\n    return _answer(locals())"
    return compile(source, "<stand-in>", "exec", dont_inherit=True)


def _ask(item: StandIn, given: Mapping[str, Any], ask_grader: AskGrader, own: Any) -> Any:  # noqa: ANN401
    data = tuple(encode(given[name]) for name in item.parameters if name != item.finish)
    result = ask_grader(item.name, data)
    if result is OWN:
        if own is None:
            raise NameError(f"name '{item.name}' is not defined")
        return own(*given.values())
    if item.finish is None or not isinstance(result, np.ndarray):
        return result
    finish = given[item.finish]
    # One number at a time, as a loop over the units would: it suits math.exp and np.exp alike.
    numbers = [finish(number) for number in result.ravel()]
    with suppress(Exception):
        return np.array([float(np.asarray(n).item()) for n in numbers]).reshape(result.shape)
    return np.array(numbers)
