"""What the child gives up before it runs a line of the submission.

The order matters: descriptors first, so that nothing of the parent's is in reach of what
follows. The protections of the operating system that cannot be undone (namespaces, another
user, Landlock, seccomp) belong at the end of ``enter``, before the libraries are seeded.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile

from grader.border.limits import Limits

_MB = 1 << 20
_KEPT = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")  # nothing else of the environment is for it


def private_descriptors(channel: int) -> int:
    """Keep one descriptor of all: the channel; 0, 1 and 2 lead nowhere.

    Returns:
        The channel's new number.
    """
    nowhere = os.open(os.devnull, os.O_RDWR)
    kept = os.dup(channel)
    while kept <= 2:  # noqa: PLR2004 - 0, 1 and 2 are replaced next
        kept = os.dup(channel)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.closerange(3, kept)
    os.closerange(kept + 1, _highest_descriptor() + 1)
    return kept


def enter(scratch: str, limits: Limits) -> tuple[str, ...]:
    """Lock this process down; it works in ``scratch`` from now on.

    Returns:
        The names of the protections in force.
    """
    layers = ["process"]
    if hasattr(os, "setsid"):
        if os.getpid() != os.getsid(0):
            os.setsid()  # the whole group can be ended at once
        layers.append("descriptors")
    sys.dont_write_bytecode = True  # the modules beside the notebook are not the child's to write
    _environment(scratch)
    os.chdir(scratch)
    if _resources(limits):
        layers.append("rlimits")
    return tuple(layers)


def seed(number: int) -> None:
    """Start the random numbers of the libraries that are loaded; a grading can be repeated."""
    random.seed(number)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(number % 2**32)
    if "keras" in sys.modules:
        sys.modules["keras"].utils.set_random_seed(number % 2**32)


def _highest_descriptor() -> int:
    try:
        return max(int(name) for name in os.listdir("/proc/self/fd"))  # noqa: PTH208 - names alone
    except OSError:
        return 4096


def _environment(scratch: str) -> None:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    kept |= dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP", "MPLCONFIGDIR"), scratch)
    kept |= {"IPYTHONDIR": scratch, "MPLBACKEND": "Agg", "KERAS_HOME": scratch}
    kept |= {
        name: value for name, value in os.environ.items() if name.startswith(("TF_", "KERAS_"))
    }
    kept["KERAS_HOME"] = scratch
    os.environ.clear()
    os.environ.update(kept)
    tempfile.tempdir = None


def _resources(limits: Limits) -> bool:
    """Limits of getrlimit(2), where the system has them."""
    try:
        import resource
    except ImportError:
        return False
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: limits.cpu_seconds,
        resource.RLIMIT_FSIZE: limits.file_mb * _MB,
        resource.RLIMIT_DATA: limits.memory_mb * _MB,
        resource.RLIMIT_AS: limits.address_mb * _MB,
        # It counts all the processes of the user: those that there are come on top.
        resource.RLIMIT_NPROC: _tasks() + limits.processes,
    }
    in_force = True
    for which, most in wanted.items():
        try:
            resource.setrlimit(which, (most, most))
        except (OSError, ValueError):  # macOS refuses some
            in_force = False
    return in_force


def _tasks() -> int:
    """How many processes and threads the system has: the fourth field of proc_loadavg(5)."""
    try:
        with open("/proc/loadavg", encoding="ascii") as file:  # noqa: PTH123 - hot and simple
            return int(file.read().split()[3].partition("/")[2])
    except (OSError, ValueError, IndexError):
        return 4096
