"""Making the usual cases: an example with fixed inputs, and one whose inputs are drawn.

Arguments are a table from the parameters' names to plain Python things::

    example(
        "my_dense",
        "two inputs, three units",
        {"a_in": [1.0, 2.0], "W": [[0.1, -0.3, 0.5], [0.2, 0.4, -0.6]], "b": [0, 0, 0], "g": relu},
        [0.5, 0.5, 0.0],
        points=1,
        help="Each unit has a column of W of its own.",
    )

A list of numbers stands for their array; write ``Items("list", (1, 2))`` for a list that shall
arrive as one. A function is one of those that both sides know: ``sigmoid``, ``relu``, ``linear``,
``bent``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypedDict, Unpack

import numpy as np

from grader.protocol.numbers import numbers_in
from grader.protocol.probes import Call, StandIn
from grader.protocol.values import Array, Function, Items, Strange, Value, array, encode
from grader.report import Points
from grader.suite.cases import Case, Expect, asking
from grader.suite.easy_answers import easy_answer
from grader.suite.judgements import Raises, agrees_with, returns

_MOST_DRAWS = 50  # until the numbers say something; ``grader verify`` tells where none do

Arguments = Mapping[str, Any]
"""The arguments of a call, by the names of its parameters, in their order."""


class About(TypedDict, total=False):
    """The optional fields of a case, which ``Case`` describes.

    Attributes:
        help: one sentence for the student whose answer is wrong.
        advisory: whether a wrong answer gives a note, not a failure.
        kept_because: why it is asked although other cases catch the same known mistakes.
        remark: what to know once it is right.
    """

    help: str
    advisory: bool
    kept_because: str
    remark: str


def example(
    exercise: str,
    title: str,
    arguments: Arguments,
    result: Any,  # noqa: ANN401 - what a function may give
    *,
    points: Points,
    times: int = 1,
    stand_ins: tuple[StandIn, ...] = (),
    **about: Unpack[About],
) -> Case:
    """A case with fixed inputs and the result that is right for them.

    Args:
        exercise: the exercise's name, which is also the function's.
        title: a phrase that a student understands; unique in its exercise.
        arguments: what the function is called with.
        result: a number, a list or an array, whose shape counts; a text, True, False, None, or a
            list or tuple of these; or ``raises(ValueError)``.
        points: what it is worth.
        times: how often it is called with the very same objects; each result must be this.
        stand_ins: the functions that the grader answers for meanwhile.
        about: ``help`` and the other words of a ``Case``.

    Raises:
        TypeError: an argument is nothing that can cross to a submission.
    """
    call = _call(exercise, title, arguments, times, stand_ins)
    expect = result if isinstance(result, Raises) else returns(*[result] * times)
    return Case(exercise, title, points, asking(call), expect, **about)


def drawn(
    exercise: str,
    title: str,
    draw: Callable[[np.random.Generator], Arguments],
    reference: Callable[..., Any],
    *,
    points: Points,
    times: int = 1,
    stand_ins: tuple[StandIn, ...] = (),
    **about: Unpack[About],
) -> Case:
    """A case whose inputs are drawn anew for each submission; the reference says what is right.

    Inputs for which zeros, say, happen to be right are drawn once more; ``easy_answers`` says what
    is tried.

    Args:
        exercise: the exercise's name, which is also the function's.
        title: a phrase that a student understands; unique in its exercise.
        draw: makes the arguments from a generator that is keyed to case and submission.
        reference: gives the right result for the same arguments.
        points: what it is worth.
        times: how often it is called with the very same objects; each result must be right.
        stand_ins: the functions that the grader answers for meanwhile.
        about: ``help`` and the other words of a ``Case``.
    """
    expect = agrees_with(reference)

    def ask(rng: np.random.Generator) -> Call:
        call = _call(exercise, title, draw(rng), times, stand_ins)
        for _ in range(_MOST_DRAWS):
            if not _is_easy(call, expect):
                break
            call = _call(exercise, title, draw(rng), times, stand_ins)
        return call

    return Case(exercise, title, points, ask, expect, **about)


def _is_easy(call: Call, expect: Expect) -> bool:
    try:
        return bool(easy_answer(call, expect))
    except Exception:  # noqa: BLE001 - the reference's own fault is told where it is judged
        return False


def _call(
    exercise: str, title: str, arguments: Arguments, times: int, stand_ins: tuple[StandIn, ...]
) -> Call:
    values = []
    for name, argument in arguments.items():
        value = _uncrossable(value_of(argument))
        if isinstance(value, Strange):
            raise TypeError(
                f'{exercise}, "{title}": the argument {name} is a {value.type_name}, which cannot '
                "be sent to a submission; numbers, texts, lists, arrays and the activation "
                "functions of grader.suite can"
            )
        values.append(value)
    return Call(exercise, tuple(arguments), tuple(values), times, stand_ins)


def _uncrossable(value: Value) -> Value:
    """The first part of a value that cannot cross; the value itself if all of it can."""
    parts = map(_uncrossable, value.values) if isinstance(value, Items) else ()
    return next((part for part in parts if isinstance(part, Strange)), value)


def value_of(thing: object) -> Value:
    """A Python object as the value that crosses; a list of numbers stands for their array."""
    if isinstance(thing, Array | Items | Function | Strange):
        return thing
    numbers = isinstance(thing, list) and numbers_in(thing) is not None
    return array(thing) if numbers else encode(thing)
