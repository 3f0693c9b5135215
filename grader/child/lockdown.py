"""Locking a child down, layer by layer, before it runs a line of the submission.

A layer that the system does not allow is left out, and not named among the layers in force. The
grader decides whether the remaining layers are enough (``protocol.layers``).
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from grader.child import calls, descriptors, resources
from grader.child.world import (
    ITSELF,
    SCRATCH,
    SEMAPHORES,
    World,
    can_be_reached,
)
from grader.linux import kernel, landlock, namespaces
from grader.protocol.messages import Start

_KEPT_VARIABLES = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT")  # the variables that a child keeps
_FOLDER_VARIABLES = ("HOME", "TMPDIR", "TEMP", "TMP", "MPLCONFIGDIR", "IPYTHONDIR", "KERAS_HOME")
_FIRST_UNUSED_USER = 1 << 30  # no system gives its users such high numbers
_OVERFLOW_USER = 65534  # "nobody", for containers that have fewer users


def enter(start: Start, channel: tuple[int, ...], world: World) -> tuple[str, ...]:
    """Lock this process down; it works in its scratch folder from now on.

    Args:
        start: the limits, the scratch folder and the layers to leave out.
        channel: the descriptors of the connection to the grader, the only ones to keep.
        world: the paths that the process may see.

    Returns:
        The names of the layers in force.
    """
    limits = start.limits
    in_force = ["process"]
    running = resources.running_tasks()  # as long as those of others can be seen

    def layer(name: str, step: Callable[..., None], *arguments: object) -> bool:
        if name in start.without:
            return False
        try:
            step(*arguments)
        except OSError:
            return False
        in_force.append(name)
        return True

    layer("descriptors", descriptors.keep_only, channel)
    if hasattr(os, "setsid") and os.getpid() != os.getsid(0):
        os.setsid()  # the whole group can be ended at once
    layer("environment", _clean_environment)
    if world.private:
        in_force.append("world")
    own_mounts = _have_own_mounts(world)
    if own_mounts:
        layer("namespaces", _separate, world)
    scratch = SCRATCH if world.private else start.scratch
    user = 0 if "user" in start.without else _unused_user(world, scratch)
    size = f"size={limits.scratch_mb}m,nr_inodes={limits.scratch_files},"
    has_scratch = own_mounts and layer("scratch", _mount_scratch, scratch, size, user)
    if not has_scratch and world.private:
        _mount_scratch(scratch, "", user)  # there is no other place to write
    if world.private:
        _mount_scratch(SEMAPHORES, "size=1m,nr_inodes=300,", user)
    _work_in(scratch)
    layer("rlimits", resources.limit_child, limits, 0 if user else running)
    if user:
        layer("user", _become_user, user, scratch)
    _die_with_the_parent()
    layer("privileges", _give_up_privileges)
    writable = (scratch, SEMAPHORES) if world.private else (scratch,)
    layer("landlock", _restrict, world.readable, (*writable, *world.devices))
    layer("seccomp", calls.refuse, world.private)
    return tuple(in_force)


def _clean_environment() -> None:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT_VARIABLES or name.startswith(("TF_", "KERAS_"))
    }
    # A throw-away user is in no list of users: libraries that ask for its name find it here.
    # joblib is told that it may start no processes, so it works in this one.
    kept |= {"MPLBACKEND": "Agg", "USER": "student", "LOGNAME": "student"}
    kept["JOBLIB_MULTIPROCESSING"] = "0"
    os.environ.clear()
    os.environ.update(kept)


def _work_in(scratch: str) -> None:
    """Make this folder the working one, and the one in which libraries keep their files."""
    os.environ.update(dict.fromkeys(_FOLDER_VARIABLES, scratch))
    tempfile.tempdir = None
    sys.dont_write_bytecode = True  # the modules beside the notebook are not the child's to write
    os.chdir(scratch)


def _have_own_mounts(world: World) -> bool:
    try:
        namespaces.own_mounts()
    except OSError:
        if world.private:  # there would be no place to write
            raise
        return False
    return True


def _separate(world: World) -> None:
    namespaces.separate(own_pid_namespace=world.own_pid_namespace)
    if world.private and not world.own_pid_namespace:
        raise OSError(errno.EPERM, "processes of others can be counted")


def _mount_scratch(path: str, size: str, user: int) -> None:
    user = user or os.geteuid()
    namespaces.mount_scratch(path, f"{size}mode=0700,uid={user},gid={user}")


def _unused_user(world: World, scratch: str) -> int:
    """The number of a user that owns nothing and runs nothing else; 0 if there is none."""
    if sys.platform != "linux" or os.geteuid() != 0 or not world.open_to_all:
        return 0
    if not world.private and not can_be_reached(scratch):
        return 0  # TMPDIR may lie below a folder that is closed to others
    lines = Path("/proc/self/uid_map").read_text(encoding="ascii").splitlines()
    ranges = [range(first, first + count) for first, _, count in map(_numbers, lines)]
    number = _FIRST_UNUSED_USER + int.from_bytes(os.urandom(3), "big")
    # A container has fewer users, and one that maps a single user to root has no other.
    candidates = (number, _OVERFLOW_USER)
    return next((user for user in candidates if any(user in known for known in ranges)), 0)


def _numbers(line: str) -> tuple[int, int, int]:
    """A line of ``uid_map``: the first number inside, the first outside, how many.

    Source: user_namespaces(7).
    """
    inside, outside, count = map(int, line.split())
    return inside, outside, count


def _become_user(user: int, scratch: str) -> None:
    os.chown(scratch, user, user)
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def _die_with_the_parent() -> None:
    """End this process when the zygote ends; a later change of user would undo this."""
    try:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    except OSError:
        return


def _restrict(readable: tuple[str, ...], writable: tuple[str, ...]) -> None:
    # The kernel forgets an unused file of /proc, and with it the right to read it. Files that
    # stay open are not forgotten.
    for path in ITSELF:
        os.open(path, os.O_PATH)
    landlock.restrict((*ITSELF, *readable), writable)


def _give_up_privileges() -> None:
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
    kernel.drop_capabilities()
