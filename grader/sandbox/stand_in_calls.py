"""Stand-ins: the grader answers for the functions on which an open question builds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from grader.protocol.limits import Limits
from grader.protocol.messages import StandInCall, StandInReply
from grader.protocol.observations import Raised, StandInUse
from grader.protocol.probes import Call, Probe
from grader.protocol.stand_ins import STAND_IN_ERROR, is_answered, refusal
from grader.protocol.values import Value, check, decode, encode, size

Functions = Mapping[str, Callable[..., Any]]
Reserved = tuple[str, tuple[Value, ...]]
"""A call that is not answered: a function's name and its arguments that are data."""


class StandInCalls:
    """The calls of stand-ins while one question is open."""

    def __init__(
        self,
        probe: Probe,
        functions: Functions,
        limits: Limits,
        reserved: Collection[Reserved] = frozenset(),
    ) -> None:
        """Prepare for a question.

        Args:
            probe: the question, as the child is asked it.
            functions: the functions that answer, by the stand-in's name. Where the instructor's
                part is not present there are none, and the submission's own functions answer.
            limits: the limits on the number of calls and on the total size of their arguments.
            reserved: the calls that are not answered because they are questions themselves.
        """
        self._names = {item.name for item in probe.stand_ins} if isinstance(probe, Call) else set()
        self._probe = probe
        self._reserved = reserved
        self._functions = functions
        self._most, self._room = limits.stand_in_calls, limits.frame_mb << 20
        self._calls: list[StandInUse] = []

    @property
    def calls(self) -> tuple[StandInUse, ...]:
        """The calls that were answered, in order."""
        return tuple(self._calls)

    def answer(self, call: StandInCall) -> StandInReply:
        """The function's result, or the error that it raises."""
        if call.name not in self._names:  # the child's own code calls no other
            return StandInReply(error=Raised(STAND_IN_ERROR, "there is no such stand-in"))
        self._room -= sum(map(size, call.arguments))
        if self._room < 0 or len(self._calls) == self._most:
            return StandInReply(error=Raised(STAND_IN_ERROR, "too many calls"))
        self._calls.append(StandInUse(call.name, call.arguments))
        try:
            check(call.arguments)
            function = self._functions.get(call.name)
            if function is None or not self._is_answered(call):
                return StandInReply(own=True)
            return StandInReply(encode(function(*map(decode, call.arguments))))
        except Exception as error:  # noqa: BLE001 - wrong arguments fail as in the real function
            return StandInReply(error=refusal(call.name, error))

    def _is_answered(self, call: StandInCall) -> bool:
        asked = isinstance(self._probe, Call) and is_answered(
            self._probe, call.name, call.arguments
        )
        return asked and (call.name, call.arguments) not in self._reserved
