"""Locking a worker down: it gives up writing files, the network and other processes.

A worker holds the answers and works on files that students sent. It needs neither to write a file
nor to open a connection nor to start a program, so it can do none of that, even if a submission
finds a fault in it. Its memory is limited, too.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from functools import partial

from grader.child import calls, resources
from grader.linux import kernel, landlock
from grader.protocol.limits import Limits

_EVERYTHING = ("/",)
_NOWHERE = ("/dev/null",)


def enter(limits: Limits) -> None:
    """Lock this process down as far as the system allows it.

    Args:
        limits: the limits of a submission, with those of the worker among them.
    """
    memory = limits.worker_memory_mb << 20
    _tried(partial(resources.limit, DATA=memory, FSIZE=0, CORE=0))
    if sys.platform != "linux":
        return
    _tried(kernel.prctl, kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    _tried(kernel.prctl, kernel.PR_SET_NO_NEW_PRIVS, 1)
    _tried(landlock.restrict, _EVERYTHING, _NOWHERE)
    _tried(calls.refuse, True)


def _tried(step: Callable[..., object], *arguments: object) -> None:
    """Take a step that the system may not allow; the starter's own limits hold all the same."""
    try:
        step(*arguments)
    except OSError:
        return
