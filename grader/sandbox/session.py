"""One submission in the sandbox: its cells run, then it is asked.

Where a cell or an answer kills or hangs the child, a fresh child takes over with the same cells,
less the one that did it, so that one exercise never costs another.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

import msgspec

from grader.border.limits import Limits
from grader.border.messages import (
    Answer,
    Ask,
    Ran,
    Ready,
    Run,
    StandInCall,
    StandInReply,
    Start,
    Stopped,
)
from grader.border.observations import (
    Died,
    Garbled,
    Lost,
    NotAsked,
    Observation,
    Outcome,
    Raised,
    StandInUse,
    TimedOut,
)
from grader.border.probes import Call, Probe
from grader.border.values import BorderError, decode, encode
from grader.sandbox.channel import Channel, Gone, Overdue, question_number
from grader.sandbox.zygotes import SandboxError, Zygotes

_START_SECONDS = 180.0  # a slow disk may take long to import TensorFlow; no learner's fault
_SMALL = 1 << 20


@dataclass(frozen=True)
class Program:
    """What is run for a submission.

    Attributes:
        cells: number (from 1) and source of each cell to run, in order.
        modules: the libraries it needs at hand.
        support: folder with the modules and data beside the notebook; None if there is none.
        muted: modules whose functions do nothing, with the names they export.
        seed: for the random numbers of the libraries.
        legacy: whether older libraries' leniency is asked for.
    """

    cells: tuple[tuple[int, str], ...]
    modules: tuple[str, ...] = ("numpy",)
    support: Path | None = None
    muted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seed: int = 0
    legacy: bool = False


class Session:
    """Runs a program and answers probes about it. Use as a context manager."""

    def __init__(
        self,
        program: Program,
        zygotes: Zygotes,
        limits: Limits,
        stand_ins: Mapping[str, Callable[..., Any]],
    ) -> None:
        self.trouble: dict[int, Outcome] = {}  # by the number of the cell that did not finish
        self.layers: tuple[str, ...] = ()
        self.versions: dict[str, str] = {}
        self._program = program
        self._zygotes = zygotes
        self._limits = limits
        self._stand_ins = stand_ins
        self._channel: Channel | None = None
        self._scratch: tempfile.TemporaryDirectory[str] | None = None
        self._ends_at = time.monotonic() + limits.total_seconds

    def observe(self, probe: Probe) -> Observation:
        """Ask, and note what comes back. Nothing a submission does makes it raise.

        Raises:
            SandboxError: no child can be had.
        """
        used: list[StandInUse] = []

        def on_call(call: StandInCall) -> StandInReply:
            return self._stand_in(call, used)

        channel = self._ready()
        seconds = self._at_most(self._limits.probe_seconds)
        if channel is None or seconds <= 0:
            words = f"the {self._limits.total_seconds:g} seconds for the whole notebook are used up"
            return Observation(NotAsked(words))
        ask = Ask(question_number(), self._with_known_stand_ins(probe))
        largest = self._limits.frame_mb << 20
        got = self._exchange(lambda: channel.ask(ask, Answer, seconds, largest, on_call), seconds)
        if not isinstance(got, Answer):
            return Observation(got, stand_ins=tuple(used))
        return Observation(got.outcome, got.printed, got.changed, got.activated, tuple(used))

    def close(self) -> None:
        """End the child and clear what it wrote."""
        self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _at_most(self, seconds: float) -> float:
        return min(seconds, self._ends_at - time.monotonic())

    def _ready(self) -> Channel | None:
        """A child that has run the cells; None if there is no time left for it."""
        while self._channel is None and self._at_most(1.0) > 0:
            channel = self._start()
            for number, source in self._program.cells:
                if isinstance(self.trouble.get(number), Lost):
                    continue  # it took an earlier child with it
                if not self._run(channel, number, source):
                    break  # and so does this one: once more without it
        return self._channel

    def _start(self) -> Channel:
        program = self._program
        began = time.monotonic()
        channel = self._zygotes.child(program.modules)
        # Waiting for the libraries to be imported is not the submission's time.
        self._ends_at += time.monotonic() - began
        self._channel = channel
        self._scratch = tempfile.TemporaryDirectory(prefix="grader-", ignore_cleanup_errors=True)
        start = Start(
            scratch=self._scratch.name,
            modules=str(program.support or ""),
            muted=dict(program.muted),
            seed=program.seed,
            limits=self._limits,
            legacy=program.legacy,
            libraries=program.modules,
        )
        _lay_out(Path(self._scratch.name), program.support)
        try:
            ready = channel.ask(start, Ready, _START_SECONDS, _SMALL)
            self.layers, self.versions = ready.layers, ready.versions
        except (Overdue, Gone, BorderError) as error:
            self._end()
            message = "a child process did not start; try again, and if it stays so report it"
            raise SandboxError(message) from error
        return channel

    def _run(self, channel: Channel, number: int, source: str) -> bool:
        """Run a cell; False if the child is gone with it."""
        run = Run(question_number(), number, source)
        seconds = self._at_most(self._limits.cell_seconds)
        largest = self._limits.frame_mb << 20
        got = self._exchange(lambda: channel.ask(run, Ran, max(seconds, 0.01), largest), seconds)
        if not isinstance(got, Ran):
            self.trouble[number] = got
            return False
        if got.error is not None:
            self.trouble[number] = got.error
        return True

    def _exchange(self, ask: Callable[[], Any], seconds: float) -> Any:  # noqa: ANN401
        """The answer, or the outcome that the grader notes when there is none."""
        try:
            return ask()
        except Overdue:
            self._end()
            return TimedOut(round(seconds, 1))
        except Gone:
            return Died(_how(self._end()))
        except BorderError as error:
            self._end()
            return Garbled(str(error)[:200])

    def _with_known_stand_ins(self, probe: Probe) -> Probe:
        """Where the instructor's part is not there, the submission's own functions stay."""
        if not isinstance(probe, Call):
            return probe
        known = tuple(one for one in probe.stand_ins if one.name in self._stand_ins)
        return msgspec.structs.replace(probe, stand_ins=known)

    def _stand_in(self, call: StandInCall, used: list[StandInUse]) -> StandInReply:
        used.append(StandInUse(call.name, call.arguments))
        function = self._stand_ins.get(call.name)
        if function is None or len(used) > self._limits.stand_in_calls:
            return StandInReply(error=Raised("RuntimeError", "too many calls"))
        try:
            return StandInReply(encode(function(*map(decode, call.arguments))))
        except BorderError as error:
            return StandInReply(error=Raised("TypeError", str(error)[:200]))
        except Exception as error:  # noqa: BLE001 - wrong arguments fail as in the real function
            return StandInReply(error=Raised(type(error).__name__, str(error)[:300]))

    def _end(self) -> Stopped:
        channel, self._channel = self._channel, None
        scratch, self._scratch = self._scratch, None
        try:
            return channel.close() if channel else Stopped(0)
        finally:
            if scratch:
                scratch.cleanup()


def _lay_out(scratch: Path, support: Path | None) -> None:
    """The data folders that lie beside the notebook, where relative paths find them."""
    for folder in sorted(support.iterdir()) if support else []:
        if folder.is_dir() and not folder.name.startswith((".", "__")):
            try:
                (scratch / folder.name).symlink_to(folder.resolve(), target_is_directory=True)
            except OSError:  # Windows lets only some users link
                shutil.copytree(folder, scratch / folder.name)


def _how(stopped: Stopped) -> str:
    """How a process ended, in words, from its ``waitpid`` status."""
    if os.name == "posix" and os.WIFSIGNALED(stopped.status):
        number = os.WTERMSIG(stopped.status)
        return f"signal {signal.Signals(number).name}"
    return f"exit code {stopped.status >> 8}"
