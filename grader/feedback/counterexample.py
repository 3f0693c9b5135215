"""What is said of a wrong answer whose mistake nobody knows: a property that breaks, or one unit.

Only public cases are looked at, the smallest first: their numbers may be shown, and few numbers
can be checked by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from grader.judging.asked import Asked
from grader.protocol.observations import Returned
from grader.protocol.probes import Call
from grader.protocol.values import Array, Value
from grader.report import CaseResult
from grader.suite import Property, WorkedExample

Pair = tuple[CaseResult, Asked]


def find(
    pairs: Iterable[Pair], properties: Sequence[Property], worked_example: WorkedExample | None
) -> tuple[str, str] | None:
    """The case to show and what to say about it; None if there is nothing more to say.

    Args:
        pairs: the verdicts of an exercise, each with its question and answer.
        properties: what holds of every right answer.
        worked_example: puts one number of the right answer beside the one that came.
    """
    wrong = [pair for pair in pairs if _is_wrong_number(*pair)]
    wrong.sort(key=lambda pair: _size(pair[1]))
    for one in properties:
        for result, asked in wrong:
            words = _safely(one.breaks, asked)
            if words:
                return result.id, f"{one.says} Not here: {words}."
    for result, asked in wrong:
        words = _safely(worked_example, asked) if worked_example else ""
        if words:
            return result.id, words
    return None


def _is_wrong_number(result: CaseResult, asked: Asked) -> bool:
    returned = isinstance(asked.seen.outcome, Returned)
    return result.status == "failed" and not result.private and returned


def _size(asked: Asked) -> int:
    arguments: tuple[Value, ...] = ()
    if isinstance(asked.probe, Call):
        arguments = asked.probe.arguments
    return sum(len(one.data) for one in arguments if isinstance(one, Array))


def _safely(say: Callable[..., str], asked: Asked) -> str:
    """What it says; nothing if the answer is not what it reckons with."""
    try:
        return say(asked.probe, asked.seen)
    except Exception:  # noqa: BLE001 - a submission may have answered anything
        return ""
