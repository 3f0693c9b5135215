"""Locking a worker down: it gives up writing, the network, other processes and more than its share.

A worker holds the answers and works on what students sent. It needs neither to write a file nor to
open a connection nor to start a program, so it can do none of that, whatever is found in it.
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
        limits: of one submission; those for the worker are kept.
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
    """Take a step that the system may not allow; the limits that are watched hold all the same."""
    try:
        step(*arguments)
    except OSError:
        return
