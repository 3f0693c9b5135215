"""The rule for which calls of a stand-in are answered, and the error for a call that is not.

A stand-in computes for a submission what one of its own functions should. It does so for the
weights of the open question alone: a call with other numbers is answered by the submission's own
function, so that nothing is computed on the grader's side that was not asked for. The diagnosis,
which tries known mistakes on the same questions, goes by the same rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np

from grader.protocol.observations import Raised
from grader.protocol.probes import Call
from grader.protocol.values import Array, Items, ProtocolError, Value

STAND_IN_ERROR = "StandInError"
"""The kind of the error for more calls than one question allows."""


class StandInError(Exception):
    """The grader answers no more calls of a stand-in; its name is ``STAND_IN_ERROR``."""


_KINDS = (ValueError, TypeError, IndexError, AttributeError)
# NumPy's messages on shapes that do not fit: they hold only the shapes that were passed.
_OF_SHAPES = re.compile(
    r"matmul: Input operand \d has a mismatch in its core dimension \d, with gufunc signature "
    r"[nmkp?(),>-]+ \(size \d+ is different from \d+\)"
    r"|matmul: Input operand \d does not have enough dimensions \(has \d+, gufunc core with "
    r"signature [nmkp?(),>-]+ requires \d+\)"
    r"|operands could not be broadcast together with (remapped )?shapes [\d(), ]+"
    r"|shapes [\d(),]+ and [\d(),]+ not aligned: \d+ \(dim \d\) != \d+ \(dim \d\)"
)


def is_answered(probe: Call, name: str, arguments: tuple[Value, ...]) -> bool:
    """Whether the weights that are passed consist of numbers of the question.

    They may be turned, cut or of lower precision; numbers that were computed are others.

    Args:
        probe: the open question.
        name: the name of the stand-in that is called.
        arguments: the arguments of the call without functions.
    """
    stand_in = next((item for item in probe.stand_ins if item.name == name), None)
    if stand_in is None:
        return False
    data = [parameter for parameter in stand_in.parameters if parameter != stand_in.finish]
    passed = dict(zip(data, arguments, strict=False))
    weights = [passed[parameter] for parameter in stand_in.weights if parameter in passed]
    weights = [value for value in weights if value not in probe.arguments]
    if not weights:
        return True
    asked = np.concatenate([np.zeros(0), *map(_numbers, probe.arguments)]).astype(np.float32)
    return all(_is_number(value) and np.isin(_numbers(value), asked).all() for value in weights)


def refusal(name: str, error: Exception) -> Raised:
    """The error that the submission's code gets where the function has no answer.

    It tells nothing of the instructor's function: only NumPy's messages on shapes pass.

    Args:
        name: the name of the stand-in.
        error: the exception that the function raised.
    """
    kinds = () if isinstance(error, ProtocolError) else _KINDS  # what cannot cross is of no type
    kind = next((kind.__name__ for kind in kinds if isinstance(error, kind)), "TypeError")
    words = str(error)
    if not _OF_SHAPES.fullmatch(words.strip()):
        words = f"{name} has no answer for these arguments"
    return Raised(kind, words)


def _numbers(value: Value) -> np.ndarray[Any, np.dtype[np.float32]]:
    """The numbers of an array, of a list or a single number, as one row; other values have none."""
    with np.errstate(all="ignore"):
        parts = [np.ravel(np.asarray(part, np.float32)) for part in _parts(value)]
    return np.concatenate([np.zeros(0, np.float32), *parts])


def _parts(value: Value) -> Iterator[Any]:
    if isinstance(value, Items):
        for item in value.values:
            yield from _parts(item)
    elif isinstance(value, Array):
        yield value.numpy()
    elif isinstance(value, bool | int | float):
        yield float(value)


def _is_number(value: Value) -> bool:
    """Whether a value consists of numbers alone."""
    if isinstance(value, Items):
        return all(map(_is_number, value.values))
    return isinstance(value, Array | bool | int | float)


def raised_again(raised: Raised) -> Exception:
    """The exception that a refusal stands for."""
    kinds = {kind.__name__: kind for kind in _KINDS}
    return kinds.get(raised.kind, StandInError)(raised.message)
