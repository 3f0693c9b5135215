"""One submission in the sandbox: its cells are run, then it is asked questions.

Where a cell or an answer kills or hangs the child, a fresh child takes over with the same cells,
except the one that did it, so that one exercise never costs another.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
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
    Run,
    Training,
)
from grader.protocol.observations import Garbled, Lost, NotAsked, Observation, Outcome, Returned
from grader.protocol.probes import Call, Probe
from grader.protocol.things import Thing
from grader.protocol.values import ProtocolError, check
from grader.sandbox.budget import Budget
from grader.sandbox.channel import Expected, OnCall, question_number
from grader.sandbox.children import Children
from grader.sandbox.endings import lost_words
from grader.sandbox.outputs import Outputs
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.running_child import START_SECONDS, RunningChild
from grader.sandbox.sandbox_error import SandboxError
from grader.sandbox.stand_in_calls import Reserved, StandInCalls


class Session:
    """Runs a program and asks it probes. Use it as a context manager.

    Attributes:
        trouble: how each cell that did not reach its end stopped, by the number of the cell.
        outputs: for each cell that has run in the present child, by its number, what it printed.
        layers: the layers of protection in force.
        versions: the versions of the libraries.
        training: whether Keras or NumPy has trained the submission's models.
        stood_still: whether a child did nothing at all and a fresh one was started.
        children: the number of children that have been started.
    """

    def __init__(
        self,
        program: SubmissionProgram,
        zygotes: Children,
        limits: Limits,
        stand_ins: Mapping[str, Callable[..., Any]],
        budget: Budget | None = None,
        admit: Callable[[tuple[str, ...]], None] = lambda _: None,
    ) -> None:
        """Prepare; no child is started yet.

        Args:
            program: the program.
            zygotes: the source of children.
            limits: the limits on what the children use.
            stand_ins: the functions that answer for the submission's own, by name.
            budget: the time that this session shares with others for the same submission.
            admit: is given the layers in force before a child runs a line of the submission; an
                exception that it raises ends the session.
        """
        self.trouble: dict[int, Outcome] = {}
        self.outputs = Outputs()
        self.layers: tuple[str, ...] = ()
        self.versions: dict[str, str] = {}
        self.training: Training = "none"
        self.stood_still = False
        self.children = 0
        self._program = program
        self._zygotes = zygotes
        self._limits = limits
        self._stand_ins = stand_ins
        self._budget = budget or Budget(limits)
        self._admit = admit
        self._child: RunningChild | None = None
        self._next = 0  # the place of the next cell that this child is to run
        self._until = sys.maxsize  # the number of the last cell that is run
        self._lost: set[int] = set()  # the cells over which a child was lost
        self._sealed = False

    def observe(self, probe: Probe, share: float = 1.0) -> Observation:
        """Ask a question, twice if the first child stands still, and return the observation.

        Args:
            probe: the question.
            share: the share of the seconds for one question that this one gets.

        Raises:
            SandboxError: no child can be started.
        """
        return self.ask(probe, share) or self.ask(probe, share) or Observation(NotAsked(""))

    def ask(
        self, probe: Probe, share: float = 1.0, reserved: Collection[Reserved] = frozenset()
    ) -> Observation | None:
        """Ask a question and return the observation. Nothing a submission does makes this raise.

        Args:
            probe: the question.
            share: the share of the seconds for one question that this one gets.
            reserved: the calls that stand-ins do not answer.

        Returns:
            None, at most once, if the child stood still. Then a fresh child is to be asked, with
            other numbers if they are secret.

        Raises:
            SandboxError: no child can be started.
        """
        limits = self._limits
        used = StandInCalls(probe, self._stand_ins, limits, reserved)
        wanted = limits.probe_seconds * share
        if not self._is_ready() or self._budget.at_most(wanted) <= 0:
            return Observation(NotAsked(f"{self._budget.used_up()} is used up"))
        ask = Ask(question_number(), probe)
        got = self._exchange(ask, Answer, wanted, limits.probe_cpu_seconds, used.answer)
        if isinstance(got, Answer):
            return _observation(probe, got, used, limits)
        return None if got is None else Observation(got, stand_ins=used.calls)

    def perform(
        self,
        operation: Operation,
        operands: tuple[Thing, ...],
        keywords: dict[str, Thing],
        on_call: Callable[[CallBack], CalledBack],
    ) -> Did | str:
        """Do an operation for a test; return a text, which says why, if there is no answer.

        Args:
            operation: the operation.
            operands: the things it is done with.
            keywords: the keyword arguments of a call.
            on_call: answers calls of the test's own functions meanwhile.

        Raises:
            SandboxError: no child can be started.
        """
        limits = self._limits
        if not self._is_ready() or self._budget.at_most(limits.probe_seconds) <= 0:
            return f"{self._budget.used_up()} is used up"
        do = Do(question_number(), operation, operands, keywords)
        got = self._exchange(do, Did, limits.probe_seconds, limits.probe_cpu_seconds, on_call)
        if isinstance(got, Did):
            return _cut(got, limits)
        return lost_words(got) if got is not None else "its process stood still"

    def present(self) -> int:
        """The number of the child that gets the next question; a lost child is replaced first.

        Raises:
            SandboxError: no child can be started.
        """
        if self._child is not None and self._child.ended:
            self._is_ready()
        return self.children

    def reach(self, cell: int) -> None:
        """Run the cells up to this one, by its number, before the next question."""
        self._until = cell

    def seal(self) -> None:
        """Freeze ``trouble``, before the first private question.

        When a child is lost, the next one runs the cells again; an error that they raise then could
        tell what the lost child was asked.
        """
        self._sealed = True

    def open(self) -> None:
        """Have a child run the cells now, so that later questions need not wait for them.

        Raises:
            SandboxError: no child can be started.
        """
        self._is_ready()

    def close(self) -> None:
        """End the child and clear what it wrote."""
        if self._child is not None:
            self._child.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _is_ready(self) -> bool:
        """Have a child run the cells up to ``reach``; False if no time is left for it."""
        cells = self._program.cells
        while not self._budget.used_up():
            if (self._child is None or self._child.ended) and not self._start():
                break
            while self._next < len(cells) and cells[self._next][0] <= self._until:
                number, source = cells[self._next]
                self._next += 1
                # A cell over which an earlier child was lost is left out.
                if number not in self._lost and not self._run(number, source):
                    break  # the child is lost over this cell: start again without it
            else:
                return True
        return False

    def _start(self) -> bool:
        """Start a child; False if the time is used up before it is ready, or none may take over."""
        if self.children and self._program.plain_keras:
            return False
        if self.children:
            return self._start_within(self._budget.at_most(START_SECONDS))
        with self._budget.stopped():
            return self._start_within(START_SECONDS)

    def _start_within(self, seconds: float) -> bool:
        program = self._program
        modules = () if self.stood_still else program.modules
        channel = self._zygotes.child(modules, program.support)
        self.children += 1
        self._next = 0
        self.outputs = Outputs()
        child = self._child = RunningChild(channel, self._limits, self._budget)
        if not child.start(program, self._zygotes, seconds):
            return False
        self.layers, self.versions = child.layers, child.versions
        self._admit(child.layers)
        return True

    def _run(self, number: int, source: str) -> bool:
        """Run a cell; False if the child is lost over it."""
        limits = self._limits
        run = Run(question_number(), number, source, self._program.shows)
        got = self._exchange(run, Ran, limits.cell_seconds, limits.cell_cpu_seconds)
        if isinstance(got, Ran):
            self.training = got.training
            self.outputs.keep(number, got.output)
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
        """The child's answer, or the outcome if there is none; None if it stood still.

        A child may stand still once: the next one imports the libraries itself.
        """
        if self._child is None:
            raise SandboxError("there is no child to ask")
        got = self._child.exchange(
            message, answer, wanted, cpu_seconds, on_call, may_stand_still=not self.stood_still
        )
        self.stood_still = self.stood_still or got is None
        return got


def _cut(did: Did, limits: Limits) -> Did:
    """What came of an operation, with no more printed text than the child's own code would send."""
    most = (limits.output_kb << 10) + 10
    if len(did.out) <= most and len(did.err) <= most:
        return did
    return msgspec.structs.replace(did, out=did.out[:most], err=did.err[:most])


def _observation(probe: Probe, answer: Answer, used: StandInCalls, limits: Limits) -> Observation:
    """An answer as an observation, without anything that the child's own code would not send."""
    if isinstance(answer.outcome, Returned):
        try:
            check(answer.outcome.values)
        except ProtocolError as error:
            return Observation(Garbled(str(error)), stand_ins=used.calls)
    printed = answer.printed[: (limits.output_kb << 10) + 10]
    known = probe.parameters if isinstance(probe, Call) else ()
    changed = tuple(name for name in known if name in answer.changed)
    return Observation(answer.outcome, printed, changed, answer.activated, used.calls)
