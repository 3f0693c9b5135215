"""Locking a worker down: it gives up writing, the network, other processes and more than its share.

A worker holds the answers and works on what students sent. It needs neither to write a file nor to
open a connection nor to start a program, so it can do none of that, whatever is found in it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

from grader.child import calls
from grader.linux import kernel, landlock
from grader.protocol.limits import Limits

_EVERYTHING = ("/",)
_NOWHERE = ("/dev/null",)


def enter(limits: Limits) -> None:
    """Lock this process down as far as the system allows it.

    Args:
        limits: of one submission; those for the worker are kept.
    """
    if os.name != "posix":
        return
    _tried(_limit, limits)
    if sys.platform != "linux":
        return
    _tried(kernel.prctl, kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    _tried(kernel.prctl, kernel.PR_SET_NO_NEW_PRIVS, 1)
    _tried(landlock.restrict, _EVERYTHING, _NOWHERE)
    _tried(calls.refuse, True)


def allow_processor_seconds(seconds: int) -> None:
    """Let this process use so many more seconds; the kernel ends it when they are used up."""
    if os.name != "posix":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    end = int(usage.ru_utime + usage.ru_stime) + 1 + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (end, hard))


def _limit(limits: Limits) -> None:
    import resource

    memory = limits.worker_memory_mb << 20
    for which, most in (
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(which)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (allowed, allowed))


def _tried(step: Callable[..., object], *arguments: object) -> None:
    """Take a step that the system may not allow; the limits that are watched hold all the same."""
    try:
        step(*arguments)
    except (OSError, ValueError):
        return
