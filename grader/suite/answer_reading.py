"""Functions for authors: reading a question and its answer in judgements of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from grader.protocol.numbers import numbers_in
from grader.protocol.observations import Described, Observation, Returned
from grader.protocol.probes import Call, Probe
from grader.protocol.values import ProtocolError, decode
from grader.report.pictures import Picture


def picture_of(
    draw: Callable[[Described], Picture | None],
) -> Callable[[Observation], Picture | None]:
    """A picture of a model's facts; none if no model came."""

    def drawn(seen: Observation) -> Picture | None:
        return draw(seen.outcome) if isinstance(seen.outcome, Described) else None

    return drawn


def arguments_of(probe: Probe) -> Mapping[str, Any]:
    """The arguments of a call by the names of its parameters; none of another question."""
    if not isinstance(probe, Call):
        return {}
    return dict(zip(probe.parameters, map(decode, probe.arguments), strict=True))


class NoNumbersError(TypeError):
    """An answer is no number and holds none, which is a learner's mistake and no author's."""


def answers_of(seen: Observation) -> tuple[np.ndarray[Any, Any], ...]:
    """The numbers that came back, as arrays of floats, one for each time that it was called.

    Raises:
        NoNumbersError: an answer is no number and holds none, as None, which NumPy would take for
            a nan; or it stands for nothing that crosses.
    """
    values = seen.outcome.values if isinstance(seen.outcome, Returned) else ()
    try:
        found = [numbers_in(decode(value)) for value in values]
    except ProtocolError as error:
        raise NoNumbersError("an answer is nothing that crosses") from error
    arrays = tuple(array.astype(float) for array in found if array is not None)
    if len(arrays) < len(found):
        raise NoNumbersError("an answer is no array of numbers")
    return arrays
