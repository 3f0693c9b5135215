"""Answers that take no understanding, and whether one of them happens to be right.

An answer left at zeros is right where relu makes zeros of everything, one that leaves the
activation out where it changes nothing, and one that does the first unit only where all units are
alike. Numbers for which that is so say nothing about who gave the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np

from grader.protocol.numbers import numbers_in
from grader.protocol.probes import Call, Probe
from grader.protocol.values import Function, decode
from grader.suite.cases import Expect
from grader.suite.comparison import compare
from grader.suite.judgements import AgreesWith

_CONSTANTS = (0.0, 0.5, 1.0)
_FAR = 0.01  # relative and absolute; a comparison allows far less
_NEAR = 0.1  # so near numbers have to be to a constant for all to be compared with it


def easy_answer(probe: Probe, expect: Expect) -> str:
    """The words for an answer without understanding that is right; empty if none of the tried is.

    Questions that are no calls, and judgements without a reference, have none.

    Args:
        probe: the question.
        expect: judges its answer.
    """
    if not isinstance(probe, Call) or not isinstance(expect, AgreesWith):
        return ""
    arguments = [decode(argument) for argument in probe.arguments]
    with np.errstate(all="ignore"):
        right = numbers_in(expect.reference(*arguments))
        if right is None:
            return ""
        tried = chain(_answers(right, arguments), _without_activation(probe, expect))
        return next((words for words, answer in tried if _is_right(right, answer)), "")


def _is_right(right: np.ndarray, answer: Any) -> bool:  # noqa: ANN401 - whatever was tried
    """Whether an answer is judged as right; what is far off is seen without words for it."""
    if np.shape(answer) != right.shape:
        return False
    far = np.abs(answer - right) > _FAR + _FAR * np.abs(right)  # the fast part of np.isclose
    return not far.any() and compare(right, answer) is None


def _answers(right: np.ndarray, arguments: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """The answers that look at little, of the right shape where they need one."""
    low, high = (float(right.min()), float(right.max())) if right.size else (0.0, 0.0)
    for constant in _CONSTANTS:
        if abs(low - constant) <= _NEAR and abs(high - constant) <= _NEAR:
            yield f"nothing but {constant:g}", np.full(right.shape, constant)
    for place, argument in enumerate(arguments, 1):
        if isinstance(argument, np.ndarray):
            yield f"argument {place} as it came in", argument
    if right.ndim and right.shape[-1] > 1:
        first = np.broadcast_to(right[..., :1], right.shape)
        yield "the first column for all columns", first.copy()


def _without_activation(probe: Call, expect: AgreesWith) -> Iterator[tuple[str, Any]]:
    """The right answer less the activation, if one is handed over that does something."""
    given = [value.name for value in probe.arguments if isinstance(value, Function)]
    if not given or set(given) == {"linear"}:
        return
    arguments = [
        decode(Function("linear") if isinstance(value, Function) else value)
        for value in probe.arguments
    ]
    yield "an answer without the activation", expect.reference(*arguments)
