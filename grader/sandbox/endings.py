"""The outcomes for a child that ended: it ended by itself, or it exceeded a limit."""

from __future__ import annotations

import os
import signal

from grader.protocol.limits import Limits
from grader.protocol.messages import ProcessEnding
from grader.protocol.observations import Died, Exceeded, Garbled, Lost, TimedOut


def stopped_with(exit_code: int) -> ProcessEnding:
    """The ending of a program that was started from here.

    Args:
        exit_code: as ``subprocess`` has it, which negates the number of a signal.
    """
    return ProcessEnding((exit_code & 0xFF) << 8 if exit_code >= 0 else -exit_code)


def outcome_of_ending(
    stopped: ProcessEnding, cpu_seconds: int, limits: Limits, used: float
) -> Died | Exceeded:
    """The outcome for a process that ended before it had answered.

    Args:
        stopped: its ``waitpid`` status and the processor time it used.
        cpu_seconds: the limit on processor seconds for this step.
        limits: the limits for the whole submission.
        used: the processor seconds that the whole submission has used.
    """
    if os.name != "posix" or not os.WIFSIGNALED(stopped.status):
        return Died(f"exit code {stopped.status >> 8}")
    number = os.WTERMSIG(stopped.status)
    if number == signal.SIGXCPU:
        return Exceeded(f"used more than {cpu_seconds} s of processor time")
    if number == signal.SIGKILL and used >= limits.total_cpu_seconds:
        return Exceeded(f"used more than {limits.total_cpu_seconds} s of processor time in all")
    return Died(f"signal {_name(number)}")


def _name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:  # the real-time signals have numbers only
        return str(number)


def lost_words(outcome: Lost) -> str:
    """The reason why there is no answer, as a phrase."""
    match outcome:
        case TimedOut(seconds):
            return f"there was no answer within {seconds:g} s"
        case Exceeded(what):
            return f"it {what} and was stopped"
        case Died(how):
            return f"its process ended ({how})"
        case Garbled(reason):
            return f"what it sent could not be read: {reason}"
