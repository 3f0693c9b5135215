"""One submission in the sandbox: its cells run, then it is asked.

Where a cell or an answer kills or hangs the child, a fresh child takes over with the same cells,
less the one that did it, so that one exercise never costs another.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any, Self

import msgspec

from grader.protocol.limits import Limits
from grader.protocol.messages import (
    Answer,
    Ask,
    CallBack,
    CalledBack,
    Did,
    Do,
    Operation,
    Ran,
    Ready,
    Run,
    Start,
    Stopped,
    Training,
)
from grader.protocol.observations import (
    Exceeded,
    Garbled,
    Lost,
    NotAsked,
    Observation,
    Outcome,
    Returned,
    TimedOut,
)
from grader.protocol.probes import Call, Probe
from grader.protocol.things import Thing
from grader.protocol.values import ProtocolError, check
from grader.sandbox.budget import Budget
from grader.sandbox.channel import (
    Channel,
    Excess,
    Expected,
    Gone,
    OnCall,
    Overdue,
    question_number,
)
from grader.sandbox.children import Children
from grader.sandbox.endings import ending, lost_words
from grader.sandbox.scratch import Scratch
from grader.sandbox.stand_ins import Reserved, Uses, offered
from grader.sandbox.zygotes import SandboxError

_START_SECONDS = 180.0  # a slow disk may take long to import TensorFlow; no learner's fault
_SMALL = 1 << 20
_SHORTEST = 0.01  # seconds


class Program(msgspec.Struct, frozen=True):
    """What is run for a submission.

    Attributes:
        cells: number (from 1) and source of each cell to run, in order.
        modules: the libraries it needs at hand.
        support: folder with the modules and data beside the notebook; None if there is none.
        stubbed: modules whose functions do nothing, with the names they export.
        seed: for the random numbers of the libraries.
        legacy: whether older libraries' leniency is asked for.
        exact_training: whether Keras itself trains every model.
    """

    cells: tuple[tuple[int, str], ...]
    modules: tuple[str, ...] = ("numpy",)
    support: Path | None = None
    stubbed: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    seed: int = 0
    legacy: bool = False
    exact_training: bool = False


class Session:
    """Runs a program and answers probes about it. Use as a context manager."""

    def __init__(
        self,
        program: Program,
        zygotes: Children,
        limits: Limits,
        stand_ins: Mapping[str, Callable[..., Any]],
        budget: Budget | None = None,
        admit: Callable[[tuple[str, ...]], None] = lambda _: None,
    ) -> None:
        """No child yet.

        Args:
            program: what is run.
            zygotes: where children come from.
            limits: what they may use.
            stand_ins: the functions that answer for the submission's own.
            budget: the time that it shares with other sessions for the same submission.
            admit: told the layers in force before a child runs a line of the submission; what it
                raises ends the session.
        """
        self.trouble: dict[int, Outcome] = {}  # by the number of the cell that did not finish
        self.layers: tuple[str, ...] = ()
        self.versions: dict[str, str] = {}
        self.training: Training = "none"  # what has trained its models
        self.stood_still = False  # whether a child did nothing and was started afresh
        self._lost: set[int] = set()  # cells over which a child was lost
        self._sealed = False
        self.children = 0  # how many have been started
        self._next = 0  # the place of the next cell that the present child is to run
        self._until = sys.maxsize  # the number of the last cell that is run
        self._program = program
        self._zygotes = zygotes
        self._limits = limits
        self._stand_ins = stand_ins
        self._channel: Channel | None = None
        self._scratch: Scratch | None = None
        self._budget = budget or Budget(limits)
        self._admit = admit
        self._has_begun = False

    def observe(self, probe: Probe, share: float = 1.0) -> Observation:
        """Ask, if need be twice, and note what comes back.

        Args:
            probe: the question.
            share: of the seconds for one question, how much this one gets.

        Raises:
            SandboxError: no child can be had.
        """
        return self.ask(probe, share) or self.ask(probe, share) or Observation(NotAsked(""))

    def ask(
        self, probe: Probe, share: float = 1.0, reserved: Collection[Reserved] = frozenset()
    ) -> Observation | None:
        """Ask, and note what comes back. Nothing a submission does makes it raise.

        Args:
            probe: the question.
            share: of the seconds for one question, how much this one gets.
            reserved: the calls that stand-ins do not answer.

        Returns:
            None, once at most, if the child stood still and a fresh one is to be asked: with other
            numbers, if they are to be a secret.

        Raises:
            SandboxError: no child can be had.
        """
        limits = self._limits
        used = Uses(probe, self._stand_ins, limits, reserved)
        channel = self._ready()
        wanted = limits.probe_seconds * share
        if channel is None or self._budget.at_most(wanted) <= 0:
            return Observation(NotAsked(f"{self._budget.used_up()} is used up"))
        ask = Ask(question_number(), offered(probe, self._stand_ins))
        got = self._exchange(ask, Answer, wanted, limits.probe_cpu_seconds, used.answer)
        if isinstance(got, Answer):
            return _noted(probe, got, used, limits)
        return None if got is None else Observation(got, stand_ins=used.calls)

    def perform(
        self,
        operation: Operation,
        operands: tuple[Thing, ...],
        keywords: dict[str, Thing],
        on_call: Callable[[CallBack], CalledBack],
    ) -> Did | str:
        """Have an operation done for a test; a text says why there is no answer.

        Args:
            operation: what is done.
            operands: with what.
            keywords: keyword arguments of a call.
            on_call: calls functions of the test's meanwhile.

        Raises:
            SandboxError: no child can be had.
        """
        limits = self._limits
        if self._ready() is None or self._budget.at_most(limits.probe_seconds) <= 0:
            return f"{self._budget.used_up()} is used up"
        do = Do(question_number(), operation, operands, keywords)
        got = self._exchange(do, Did, limits.probe_seconds, limits.probe_cpu_seconds, on_call)
        if isinstance(got, Did):
            return got
        return lost_words(got) if got is not None else "its process stood still"

    def reach(self, cell: int) -> None:
        """Run the cells up to this one, by its number, before the next question."""
        self._until = cell

    def seal(self) -> None:
        """From now on ``trouble`` stays as it is.

        Cells are run again when a child is lost, and what they say then could tell what that child
        was asked.
        """
        self._sealed = True

    def open(self) -> None:
        """Have a child run the cells; what is asked later needs no waiting for it.

        Raises:
            SandboxError: no child can be had.
        """
        self._ready()

    def close(self) -> None:
        """End the child and clear what it wrote."""
        self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ready(self) -> Channel | None:
        """A child that has run the cells; None if there is no time left for it."""
        cells = self._program.cells
        while not self._budget.used_up():
            if self._channel is None and not self._start():
                break
            while self._next < len(cells) and cells[self._next][0] <= self._until:
                number, source = cells[self._next]
                self._next += 1
                # What took an earlier child with it is left out.
                if number not in self._lost and not self._run(number, source):
                    break  # and so is this one: once more without it
            else:
                return self._channel
        return None

    def _start(self) -> bool:
        """Start a child; False if the time is used up before it is ready."""
        if self._has_begun:
            return self._start_within(self._budget.at_most(_START_SECONDS))
        with self._budget.stopped():
            self._has_begun = True
            return self._start_within(_START_SECONDS)

    def _start_within(self, seconds: float) -> bool:
        program = self._program
        modules = () if self.stood_still else program.modules
        channel = self._channel = self._zygotes.child(modules, program.support)
        self.children += 1
        self._next = 0
        scratch = self._scratch = None if channel.private else self._zygotes.scratch(self._limits)
        start = Start(
            scratch=scratch.path if scratch else "",
            modules=str(program.support or ""),
            stubbed=dict(program.stubbed),
            seed=program.seed,
            limits=msgspec.structs.replace(self._limits, total_cpu_seconds=self._budget.cpu_left()),
            legacy=program.legacy,
            exact_training=program.exact_training,
            libraries=program.modules,
            without=self._zygotes.without,
        )
        try:
            ready = channel.ask(start, Ready, seconds, _SMALL)
        except (Overdue, Gone, ProtocolError) as error:
            self._end()
            if isinstance(error, Overdue) and seconds < _START_SECONDS:
                return False
            message = "a child process did not start; try again, and if it stays so report it"
            raise SandboxError(message) from error
        self.layers, self.versions = ready.layers, ready.versions
        self._admit(ready.layers)
        return True

    def _run(self, number: int, source: str) -> bool:
        """Run a cell; False if the child is gone with it."""
        limits = self._limits
        run = Run(question_number(), number, source)
        got = self._exchange(run, Ran, limits.cell_seconds, limits.cell_cpu_seconds)
        if isinstance(got, Ran):
            self.training = got.training
            if got.error is not None and not self._sealed:
                self.trouble[number] = got.error
            return True
        if got is not None:
            self._lost.add(number)
            if not self._sealed:
                self.trouble[number] = got
        return False

    def _exchange(
        self,
        message: Run | Ask | Do,
        answer: type[Expected],
        wanted: float,
        cpu_seconds: int,
        on_call: OnCall | None = None,
    ) -> Expected | Lost | None:
        """The answer, or the outcome that the grader notes when there is none.

        None means that the child stood still, which is no learner's fault: begin again.

        Args:
            message: what is sent.
            answer: the kind of the answer.
            wanted: the seconds it may take, as long as there are as many for the whole.
            cpu_seconds: the processor seconds it may take.
            on_call: answers what the child asks meanwhile.
        """
        channel, scratch = self._channel, self._scratch
        if channel is None:
            raise SandboxError("there is no child to ask")
        # Where the kernel does not limit what it writes, somebody has to look.
        measure = str if scratch is None or "scratch" in self.layers else scratch.excess
        seconds = max(self._budget.at_most(wanted), _SHORTEST)
        largest = self._limits.frame_mb << 20
        try:
            return channel.ask(message, answer, seconds, largest, on_call, measure)
        except Overdue:
            return self._late(channel, seconds, wanted)
        except Excess as error:
            self._end()
            return Exceeded(str(error))
        except Gone:
            stopped = self._end()
            used = self._budget.cpu_with_rounding()
            return ending(stopped, cpu_seconds, self._limits, used)
        except ProtocolError as error:
            self._end()
            return Garbled(str(error)[:200])

    def _late(self, channel: Channel, seconds: float, wanted: float) -> Lost | None:
        """The outcome for a child that was not ready in time; None if it stood still."""
        if seconds < wanted:
            self._end()
            return Exceeded(self._budget.overdrawn())
        still = not self.stood_still and channel.stands_still()
        self._end()
        if still:
            self.stood_still = True
            return None
        return TimedOut(round(seconds, 1))

    def _end(self) -> Stopped:
        channel, self._channel = self._channel, None
        scratch, self._scratch = self._scratch, None
        try:
            stopped = channel.close() if channel else Stopped(0)
            self._budget.cpu_seconds += stopped.cpu_seconds
            return stopped
        finally:
            if scratch:
                scratch.clear()


def _noted(probe: Probe, answer: Answer, used: Uses, limits: Limits) -> Observation:
    """An answer as an observation, held to what a child's own code would have sent."""
    if isinstance(answer.outcome, Returned):
        try:
            check(answer.outcome.values)
        except ProtocolError as error:
            return Observation(Garbled(str(error)), stand_ins=used.calls)
    printed = answer.printed[: (limits.output_kb << 10) + 10]
    known = probe.parameters if isinstance(probe, Call) else ()
    changed = tuple(name for name in known if name in answer.changed)
    return Observation(answer.outcome, printed, changed, answer.activated, used.calls)
