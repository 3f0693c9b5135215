"""One child of a session, from its start to its end; whatever it does wrong becomes an outcome."""

from __future__ import annotations

import msgspec

from grader.protocol.limits import Limits
from grader.protocol.messages import Ask, Do, ProcessEnding, Ready, Run, Start
from grader.protocol.observations import Exceeded, Garbled, Lost, TimedOut
from grader.protocol.values import ProtocolError
from grader.sandbox.budget import Budget
from grader.sandbox.channel import Channel, Excess, Expected, Gone, OnCall, Overdue
from grader.sandbox.children import Children
from grader.sandbox.endings import outcome_of_ending
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.sandbox_error import SandboxError
from grader.sandbox.scratch import Scratch

START_SECONDS = 180.0  # a slow disk may take long to import TensorFlow; no learner's fault
_SMALL = 1 << 20  # limit on the first message, in bytes
_SHORTEST = 0.01  # seconds


class RunningChild:
    """A child that runs a program.

    Attributes:
        ended: whether it has ended.
        layers: the layers of protection in force, once it has started.
        versions: the versions of the libraries, once it has started.
    """

    def __init__(self, channel: Channel, limits: Limits, budget: Budget) -> None:
        """Take a child over; it does not know yet what it is to run.

        Args:
            channel: the connection to it.
            limits: the limits on what it uses.
            budget: the time for the whole submission.
        """
        self.ended = False
        self.layers: tuple[str, ...] = ()
        self.versions: dict[str, str] = {}
        self._channel = channel
        self._limits = limits
        self._budget = budget
        self._scratch: Scratch | None = None

    def start(self, program: SubmissionProgram, source: Children, seconds: float) -> bool:
        """Have it get ready for a program; False if the time of the submission is used up before.

        Args:
            program: the program.
            source: where the child came from.
            seconds: the seconds that this may take.

        Raises:
            SandboxError: it did not start, by no fault of the submission.
        """
        scratch = self._scratch = None if self._channel.private else source.scratch(self._limits)
        start = Start(
            scratch=scratch.path if scratch else "",
            modules=str(program.support or ""),
            stubbed=dict(program.stubbed),
            seed=program.seed,
            limits=msgspec.structs.replace(self._limits, total_cpu_seconds=self._budget.cpu_left()),
            legacy=program.legacy,
            exact_training=program.exact_training,
            plain_keras=program.plain_keras,
            libraries=program.modules,
            without=source.without,
        )
        try:
            ready = self._channel.ask(start, Ready, seconds, _SMALL)
        except (Overdue, Gone, ProtocolError) as error:
            self.end()
            if isinstance(error, Overdue) and seconds < START_SECONDS:
                return False
            message = "a child process did not start; try again, and if it stays so report it"
            raise SandboxError(message) from error
        self.layers, self.versions = ready.layers, ready.versions
        return True

    def exchange(
        self,
        message: Run | Ask | Do,
        answer: type[Expected],
        wanted: float,
        cpu_seconds: int,
        on_call: OnCall | None = None,
        *,
        may_stand_still: bool,
    ) -> Expected | Lost | None:
        """The answer to a message, or the outcome if there is none; then the child has ended.

        Args:
            message: the message.
            answer: the kind of the answer.
            wanted: the seconds it may take, if the whole submission has as many left.
            cpu_seconds: the processor seconds it may take.
            on_call: answers the calls that the child makes meanwhile.
            may_stand_still: whether a child that does nothing at all is forgiven.

        Returns:
            None if the child stood still, which is no learner's fault.
        """
        # Where the kernel does not limit the files it writes, the grader has to measure them.
        scratch = self._scratch
        measure = str if scratch is None or "scratch" in self.layers else scratch.excess
        seconds = max(self._budget.at_most(wanted), _SHORTEST)
        largest = self._limits.frame_mb << 20
        try:
            return self._channel.ask(message, answer, seconds, largest, on_call, measure)
        except Overdue:
            return self._late(seconds, wanted, may_stand_still=may_stand_still)
        except Excess as error:
            self.end()
            return Exceeded(str(error))
        except Gone:
            stopped = self.end()
            used = self._budget.cpu_with_rounding()
            return outcome_of_ending(stopped, cpu_seconds, self._limits, used)
        except ProtocolError as error:
            self.end()
            return Garbled(str(error)[:200])

    def _late(self, seconds: float, wanted: float, *, may_stand_still: bool) -> Lost | None:
        """The outcome if there was no answer in time; None if the child stood still."""
        if seconds < wanted:
            self.end()
            return Exceeded(self._budget.overdrawn())
        still = may_stand_still and self._channel.stands_still()
        self.end()
        return None if still else TimedOut(round(seconds, 1))

    def end(self) -> ProcessEnding:
        """End it with everything it started, and clear what it wrote; the first call alone does."""
        if self.ended:
            return ProcessEnding(0)
        self.ended = True
        try:
            stopped = self._channel.close()
            self._budget.cpu_seconds += stopped.cpu_seconds
            return stopped
        finally:
            if self._scratch:
                self._scratch.clear()
