"""Comparison with what is no number: a text, True or False, None, and lists or tuples of such.

A list and a tuple with the same parts are alike, as an array and a list of numbers are; numbers in
them are compared as numbers are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from grader.protocol.bounds import MAX_DEPTH
from grader.protocol.numbers import numbers_in
from grader.protocol.values import Items, ProtocolError, Value, decode
from grader.suite.differences import Difference, describe_value

Compare = Callable[[Any, Value], Difference | None]
_SHOWN = 60  # characters of a text that are shown


def is_plain(right: object, depth: int = 0) -> bool:
    """Whether a right result is of these kinds, and would cross as an answer."""
    if isinstance(right, list | tuple):
        return depth < MAX_DEPTH and all(is_plain(part, depth + 1) for part in right)
    return right is None or isinstance(right, str) or numbers_in(right) is not None


def compare_plain(right: Any, got: Value, compare: Compare) -> Difference | None:  # noqa: ANN401
    """The first difference, or None if the answer is right.

    Args:
        right: the expected result, of which ``is_plain`` holds.
        got: the answer as the submission's process sent it.
        compare: compares the parts of a list.
    """
    truths = numbers_in(right)  # True and False are numbers to NumPy
    if truths is not None:
        return _truths(truths, got)
    if isinstance(right, list | tuple):
        return _lists(right, got, compare)
    if right is None:
        return None if got is None else Difference("None", describe_value(got))
    return _texts(right, got)


def _texts(right: str, got: Value) -> Difference | None:
    if not isinstance(got, str):
        return Difference(f"the text {right!r:.{_SHOWN}}", describe_value(got))
    if got == right:
        return None
    count = next(
        (n for n, pair in enumerate(zip(right, got, strict=False)) if len(set(pair)) > 1), None
    )
    place = min(len(right), len(got)) if count is None else count
    start = max(0, place - 20) if max(len(right), len(got)) > _SHOWN else 0
    dots = "..." if start else ""
    shown = [f"{dots}{text[start:]!r:.{_SHOWN}}" for text in (right, got)]
    same = "" if right.strip().lower() != got.strip().lower() else "Only spaces or capitals differ."
    where = f"; first difference at character {place}" if min(len(right), len(got)) else ""
    return Difference(f"the text {shown[0]}", f"the text {shown[1]}{where}", same)


def _truths(right: Any, got: Value) -> Difference | None:  # noqa: ANN401 - an array
    """True and False, alone or in an array; a number is neither."""
    wanted = f"an array of True and False, shape {right.shape}" if right.ndim else str(bool(right))
    try:
        answer = numbers_in(decode(got))
    except ProtocolError:  # it stands for nothing that crosses
        answer = None
    if answer is None or answer.dtype.kind != "b":
        return Difference(
            wanted, describe_value(got), "The answer is True or False, and no number."
        )
    if answer.shape != right.shape:
        return Difference(wanted, f"shape {answer.shape}" if answer.ndim else str(bool(answer)))
    wrong = int(np.count_nonzero(answer != right))
    if not wrong:
        return None
    if not right.ndim:
        return Difference(wanted, str(bool(answer)))
    first = [int(index[0]) for index in np.nonzero(answer != right)]
    return Difference(f"{bool(right[tuple(first)])} at {first}", f"{wrong} of {right.size} differ")


def _lists(right: list[Any] | tuple[Any, ...], got: Value, compare: Compare) -> Difference | None:
    kind = type(right).__name__
    if not isinstance(got, Items):
        return Difference(f"a {kind} of {len(right)}", describe_value(got))
    if len(got.values) != len(right):
        return Difference(f"a {kind} of {len(right)}", f"a {got.kind} of {len(got.values)}")
    for place, (part, came) in enumerate(zip(right, got.values, strict=True)):
        found = compare(part, came)
        if found is not None:
            return Difference(
                f"{found.expected} at [{place}]", f"{found.got} at [{place}]", found.hint
            )
    return None
