"""Limits of getrlimit(2): what the kernel counts for a process, where the system has them."""

from __future__ import annotations

import errno
import time
from contextlib import suppress
from pathlib import Path

from grader.protocol.limits import Limits

_MB = 1 << 20
_NOT_WORTH_IT = 0.02  # seconds
_allowed: dict[int, float] = {}  # by the seconds that are allowed now, the time used before


def limit_child(limits: Limits, others: int) -> None:
    """Set the limits of a child for good.

    Args:
        limits: the limits of the submission.
        others: how many processes and threads this process's user may have besides.

    Raises:
        OSError: the system has not got all of them.
    """
    limit(
        CORE=0,
        CPU=limits.total_cpu_seconds,
        FSIZE=limits.file_mb * _MB,
        NOFILE=limits.open_files,
        DATA=limits.memory_mb * _MB,
        AS=limits.address_mb * _MB,
        # It counts all the processes of the user: those that there are come on top.
        NPROC=limits.processes + others,
    )


def limit(**most: int) -> None:
    """Set limits of this process for good; a lower limit that is set already stays.

    Args:
        most: each limit by its name in getrlimit(2), without ``RLIMIT_``.

    Raises:
        OSError: the system has not got all of them.
    """
    resource = _resource()
    refused = False
    for name, wanted in most.items():
        which = getattr(resource, f"RLIMIT_{name}")
        _, hard = resource.getrlimit(which)
        allowed = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(which, (allowed, allowed))
        except (OSError, ValueError):  # macOS refuses some
            refused = True
    if refused:
        raise OSError(errno.EPERM, "not all limits could be set")


def allow_processor_seconds(seconds: int) -> None:
    """Let the process use so much more processor time; then the kernel ends it with SIGXCPU.

    It is the soft limit: a submission can lift it, up to the hard limit for all that it does. It
    counts in whole seconds, so it is not set again after a few thousandths: questions are many.
    """
    now = time.process_time()
    if _allowed.get(seconds, -1.0) + _NOT_WORTH_IT > now:
        return
    _allowed.clear()
    _allowed[seconds] = now
    with suppress(OSError, ValueError):
        resource = _resource()
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _resource():  # type: ignore[no-untyped-def]  # noqa: ANN202 - a module, not there on Windows
    try:
        import resource
    except ImportError as error:
        raise OSError(errno.ENOSYS, "this system has no limits on processes") from error
    return resource


def running_tasks() -> int:
    """The number of tasks of the system, from the fourth field of proc_loadavg(5)."""
    try:
        return int(Path("/proc/loadavg").read_text(encoding="ascii").split()[3].partition("/")[2])
    except (OSError, ValueError, IndexError):
        return 4096
