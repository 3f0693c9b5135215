"""The counterexample to a wrong answer of unknown cause: a property that breaks, or one unit.

It comes from a public case, whose numbers may be shown, and from the smallest that has one, since
few numbers can be checked by hand.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence

import msgspec
import numpy as np

from grader.diagnosis.faults import place, said
from grader.diagnosis.likeness import numbers
from grader.judging.asked import Asked
from grader.protocol.observations import Returned
from grader.protocol.probes import Call
from grader.protocol.values import Array, Value
from grader.report import CaseResult
from grader.suite import Property, WorkedExample
from grader.suite.answer_reading import NoNumbersError

Pair = tuple[CaseResult, Asked]
_LOG = logging.getLogger(__name__)


class Counterexample(msgspec.Struct, frozen=True):
    """A counterexample in words.

    Attributes:
        case: the identifier of its case; empty if there is no counterexample.
        words: the words for the learner.
        faults: the properties that could not be tried, in words for the instructor.
    """

    case: str = ""
    words: str = ""
    faults: tuple[str, ...] = ()


def find_counterexample(
    pairs: Iterable[Pair], properties: Sequence[Property], worked_example: WorkedExample | None
) -> Counterexample:
    """The first property that breaks, or else a worked example, for the smallest wrong answer.

    Args:
        pairs: the verdicts on an exercise, each with its question and answer.
        properties: the properties of every right answer.
        worked_example: puts one number of the right answer beside the one that came.
    """
    wrong = [pair for pair in pairs if _is_public_and_wrong(*pair) and _is_finite(pair[1])]
    wrong.sort(key=lambda pair: _bytes_asked(pair[1]))
    faults: dict[str, None] = {}  # each once, in order

    def words_of(say: Callable[..., str], asked: Asked, what: str) -> str:
        try:
            return say(asked.probe, asked.seen)
        except NoNumbersError:  # nothing is to be said of numbers
            return ""
        except Exception as error:  # noqa: BLE001 - a submission may have answered anything
            fault = f"{what} could not be tried: {said(error)} ({place(error)})"
            _LOG.warning("%s", fault, exc_info=True)
            faults[fault] = None
            return ""

    for holds in properties:
        for result, asked in wrong:
            words = words_of(holds.breaks, asked, f"The property {holds.says!r}")
            if words:
                return Counterexample(result.id, f"{holds.says} Not here: {words}.", tuple(faults))
    if worked_example:
        for result, asked in wrong:
            words = words_of(worked_example, asked, "The worked example")
            if words:
                return Counterexample(result.id, words, tuple(faults))
    return Counterexample(faults=tuple(faults))


def _is_public_and_wrong(result: CaseResult, asked: Asked) -> bool:
    """Whether a wrong value came back in a public case."""
    returned = isinstance(asked.seen.outcome, Returned)
    return result.status == "failed" and not result.private and returned


def _is_finite(asked: Asked) -> bool:
    """Whether all numbers are finite; where one is not, the judge says so."""
    returned = asked.seen.outcome
    arrays = [numbers(value) for value in returned.values] if isinstance(returned, Returned) else []
    return all(array is None or bool(np.isfinite(array).all()) for array in arrays)


def _bytes_asked(asked: Asked) -> int:
    """The size of the arrays in a question, in bytes."""
    arguments: tuple[Value, ...] = ()
    if isinstance(asked.probe, Call):
        arguments = asked.probe.arguments
    return sum(len(value.data) for value in arguments if isinstance(value, Array))
