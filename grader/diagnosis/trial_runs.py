"""Trial runs of the catalogue's programs, in the grader's own process.

They show what a known mistake answers to a question. Only the instructor's programs come here,
never a submission.
"""

from __future__ import annotations

import linecache
import warnings
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

import msgspec

from grader.answering.exception_data import cell_file, describe_error
from grader.answering.probe_answers import OWN, answer
from grader.protocol.observations import Observation, StandInUse
from grader.protocol.probes import Call, Probe
from grader.protocol.stand_ins import is_answered, raised_again, refusal
from grader.protocol.values import Value, decode, encode

_CELL = 1  # the answer counts as the first cell of a notebook
_LIMIT = 2000


@cache
def _run(given: str) -> Mapping[str, Any]:
    """The names that code binds; each program gets a copy of its own."""
    names: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(given, "<given>", "exec", dont_inherit=True), names)  # noqa: S102
    return names


class Rehearsal:
    """One program of the catalogue, ready to be asked."""

    def __init__(
        self, source: str, given: str, stand_ins: Mapping[str, Callable[..., Any]]
    ) -> None:
        """Run what is given, and the answer.

        Args:
            source: the answer's definitions.
            given: code that comes before it.
            stand_ins: the functions that stand in for the submission's own.
        """
        self.source = source
        self.failure = None
        self._stand_ins = stand_ins
        self._namespace: dict[str, Any] = {}
        name = cell_file(_CELL)
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a source that Python warns of is one all the same
            try:
                self._namespace |= _run(given)
                exec(compile(source, name, "exec", dont_inherit=True), self._namespace)  # noqa: S102
            except KeyboardInterrupt:  # it is the instructor's
                raise
            except BaseException as error:  # noqa: BLE001 - a mistake may fail when it is defined
                self.failure = describe_error(error)

    def observe(self, probe: Probe) -> Observation:
        """The program's answer to a probe, as a submission would give it."""
        name = cell_file(_CELL)
        lines = self.source.splitlines(keepends=True)
        linecache.cache[name] = (len(self.source), None, lines, name)
        used: list[StandInUse] = []

        def ask(name: str, arguments: tuple[Value, ...]) -> Any:  # noqa: ANN401
            used.append(StandInUse(name, arguments))
            if not (isinstance(probe, Call) and is_answered(probe, name, arguments)):
                return OWN
            try:
                return decode(encode(self._stand_ins[name](*map(decode, arguments))))
            except Exception as error:  # noqa: BLE001 - as in the sandbox, whatever it is
                raise raised_again(refusal(name, error)) from None

        if isinstance(probe, Call):
            known = tuple(part for part in probe.stand_ins if part.name in self._stand_ins)
            probe = msgspec.structs.replace(probe, stand_ins=known)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # they are the mistake's, and none is an error there
            seen = answer(probe, self._namespace, ask_grader=ask, output_limit=_LIMIT, at_home=True)
        return msgspec.structs.replace(seen, stand_ins=tuple(used))

    def observations(self, probes: Iterable[Probe]) -> tuple[Observation, ...]:
        """The program's answer to each of several probes."""
        return tuple(map(self.observe, probes))
