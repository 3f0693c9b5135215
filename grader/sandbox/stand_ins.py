"""Answering for the functions that a submission's others build on, while one question is open."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import msgspec

from grader.protocol.limits import Limits
from grader.protocol.messages import StandInCall, StandInReply
from grader.protocol.observations import Raised, StandInUse
from grader.protocol.probes import Call, Probe
from grader.protocol.stand_ins import STAND_IN_ERROR, is_answered, refusal
from grader.protocol.values import Value, check, decode, encode, size

Functions = Mapping[str, Callable[..., Any]]
Reserved = tuple[str, tuple[Value, ...]]
"""A function's name and the data it is called with, other functions left out."""


def offered(probe: Probe, functions: Functions) -> Probe:
    """The question with those stand-ins alone that there are functions for.

    Where the instructor's part is not there, the submission's own functions stay.
    """
    if not isinstance(probe, Call):
        return probe
    known = tuple(item for item in probe.stand_ins if item.name in functions)
    return msgspec.structs.replace(probe, stand_ins=known)


class Uses:
    """The calls of stand-ins for one question."""

    def __init__(
        self,
        probe: Probe,
        functions: Functions,
        limits: Limits,
        reserved: Collection[Reserved] = frozenset(),
    ) -> None:
        """No call yet.

        Args:
            probe: the question, as it is put to the child.
            functions: what answers, by the stand-in's name.
            limits: how many calls there may be, and how large their arguments in all.
            reserved: the calls that are questions themselves, and so not answered.
        """
        names = {item.name for item in probe.stand_ins} if isinstance(probe, Call) else set()
        self._probe = probe
        self._reserved = reserved
        self._functions = {name: functions[name] for name in names if name in functions}
        self._most, self._room = limits.stand_in_calls, limits.frame_mb << 20
        self._calls: list[StandInUse] = []

    @property
    def calls(self) -> tuple[StandInUse, ...]:
        """The calls that were answered, in order."""
        return tuple(self._calls)

    def answer(self, call: StandInCall) -> StandInReply:
        """What the function says, or the error it ends with."""
        function = self._functions.get(call.name)
        if function is None:  # the child's own code asks for no other
            return StandInReply(error=Raised(STAND_IN_ERROR, "there is no such stand-in"))
        self._room -= sum(map(size, call.arguments))
        if self._room < 0 or len(self._calls) == self._most:
            return StandInReply(error=Raised(STAND_IN_ERROR, "too many calls"))
        self._calls.append(StandInUse(call.name, call.arguments))
        try:
            check(call.arguments)
            if not self._is_answered(call):
                return StandInReply(own=True)
            return StandInReply(encode(function(*map(decode, call.arguments))))
        except Exception as error:  # noqa: BLE001 - wrong arguments fail as in the real function
            return StandInReply(error=refusal(call.name, error))

    def _is_answered(self, call: StandInCall) -> bool:
        asked = isinstance(self._probe, Call) and is_answered(
            self._probe, call.name, call.arguments
        )
        return asked and (call.name, call.arguments) not in self._reserved
