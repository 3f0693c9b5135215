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


def limit(limits: Limits, others: int) -> None:
    """Set the limits for good.

    Args:
        limits: what the submission may use.
        others: how many processes and threads this process's user may have besides.

    Raises:
        OSError: the system has not got all of them.
    """
    resource = _resource()
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: limits.total_cpu_seconds,
        resource.RLIMIT_FSIZE: limits.file_mb * _MB,
        resource.RLIMIT_NOFILE: limits.open_files,
        resource.RLIMIT_DATA: limits.memory_mb * _MB,
        resource.RLIMIT_AS: limits.address_mb * _MB,
        # It counts all the processes of the user: those that there are come on top.
        resource.RLIMIT_NPROC: limits.processes + others,
    }
    refused = False
    for which, most in wanted.items():
        _, hard = resource.getrlimit(which)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
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
