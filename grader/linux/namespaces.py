"""Namespaces: a view of the system that holds only the paths that are shown. See namespaces(7).

A process that enters its own namespaces has a file system with nothing in it but the paths that it
is shown. It sees no process but itself and those it starts, which end with it.
"""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from grader.linux import kernel

# From linux/sched.h.
_NEWNS, _NEWUTS, _NEWIPC = 0x00020000, 0x04000000, 0x08000000
_NEWUSER, _NEWPID, _NEWNET = 0x10000000, 0x20000000, 0x40000000
# From linux/mount.h.
_MS_NOSUID, _MS_NODEV, _MS_NOEXEC, _MS_REC, _MS_PRIVATE = 2, 4, 8, 1 << 14, 1 << 18
_MNT_DETACH = 2
_OPEN_TREE_CLONE, _MOVE_MOUNT_F_EMPTY_PATH = 1, 4
_MOUNT_ATTR_RDONLY, _MOUNT_ATTR_NOSUID = 1, 2
# From linux/fcntl.h.
_AT_FDCWD, _AT_EMPTY_PATH, _AT_RECURSIVE = -100, 0x1000, 0x8000
_O_CLOEXEC = os.O_CLOEXEC
_HERE = "/tmp"  # noqa: S108 - a folder that every system has, to build the new root on


def enter(shown: Iterable[str], empty: tuple[str, ...], *, unneeded: Iterable[int] = ()) -> bool:
    """Continue as the first process of new namespaces that show only these paths.

    The calling process stays outside, waits for the one inside and ends with it. Call this before
    there is a second thread. An ordinary user gets a user namespace, too.

    Args:
        shown: files and folders to be seen, read-only, at their own paths.
        empty: empty folders to be seen besides. One can write to the first; /tmp leads there.
        unneeded: descriptors that the waiting processes close.

    Returns:
        True inside; False, in the process that called, where the system does not allow it.
    """
    read_end, write_end = os.pipe()
    outer = os.fork()
    if outer:
        os.close(write_end)
        inside = os.read(read_end, 1) == b"1"
        os.close(read_end)
        if inside:
            _wait_and_end(outer, unneeded)
        os.waitpid(outer, 0)
        return False
    try:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        _unshare()
        inner = os.fork()
        if inner:
            os.close(write_end)
            _wait_and_end(inner, unneeded)
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        _show_only(shown, empty)
        os.write(write_end, b"1")
    except Exception:  # noqa: BLE001 - this process must not come back to the caller
        os._exit(1)
    os.close(write_end)
    os.close(read_end)
    return True


def own_mounts() -> None:
    """Hide later mounts of this process from all but itself and its children.

    Raises:
        OSError: it is not allowed.
    """
    kernel.call("unshare", _NEWNS)
    _mount("none", "/", _MS_REC | _MS_PRIVATE)


def separate(*, own_pid_namespace: bool) -> None:
    """Take this process out of the machine's network, host name and shared memory.

    It has mounts of its own already, from ``own_mounts``.

    Args:
        own_pid_namespace: whether it is in a PID namespace of its own, so that it can have a /proc
            without other processes.

    Raises:
        OSError: it is not allowed.
    """
    kernel.call("unshare", _NEWNET | _NEWIPC | _NEWUTS)
    name = b"sandbox"
    kernel.call("sethostname", name, len(name))
    if own_pid_namespace:
        _mount_processes("/proc")


def own_pid_namespace() -> int:
    """A descriptor of this process's PID namespace, for ``number_children_anew``."""
    return os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)


def pid_namespace_of_children() -> int:
    """A descriptor of the PID namespace that children come into, once there has been one."""
    return os.open("/proc/self/ns/pid_for_children", os.O_RDONLY | os.O_CLOEXEC)


def number_children_anew(own: int) -> None:
    """Make the next child the first process of a new PID namespace.

    Args:
        own: the descriptor of this process's own PID namespace.

    Raises:
        OSError: it is not allowed.
    """
    number_children_in(own)  # unshare(2) refuses to make one below one that was never entered
    kernel.call("unshare", _NEWPID)


def number_children_in(space: int) -> None:
    """Put later children into this PID namespace.

    Args:
        space: the descriptor of the namespace.

    Raises:
        OSError: it is not allowed.
    """
    kernel.call("setns", space, _NEWPID)


def mount_scratch(path: str, options: str) -> None:
    """Mount a file system in memory, in a process that has mounts of its own.

    Args:
        path: the folder at which it is mounted.
        options: of tmpfs(5), such as ``size=1m``.

    Raises:
        OSError: it is not allowed.
    """
    _mount("tmpfs", path, _MS_NOSUID | _MS_NODEV, options)


def _unshare() -> None:
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        kernel.call("unshare", _NEWNS | _NEWPID)
        return
    kernel.call("unshare", _NEWUSER | _NEWNS | _NEWPID)
    # user_namespaces(7): the groups first, or the second map may not be written.
    for file, content in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        Path("/proc/self", file).write_text(content, encoding="ascii")


def _show_only(shown: Iterable[str], empty: tuple[str, ...]) -> None:
    """Replace the root by one that holds only these paths, by pivot_root(2)."""
    os.umask(0o022)
    _mount("none", "/", _MS_REC | _MS_PRIVATE)
    flags = _OPEN_TREE_CLONE | _AT_RECURSIVE | _O_CLOEXEC
    # The paths are opened before the new root covers any of them.
    trees = [
        (path, Path(path).is_dir(), kernel.call("open_tree", _AT_FDCWD, os.fsencode(path), flags))
        for path in shown
    ]
    _mount("tmpfs", _HERE, _MS_NOSUID, "mode=0755")
    os.chdir(_HERE)
    for path, is_folder, tree in trees:
        target = Path(path.lstrip("/"))
        if is_folder:
            target.mkdir(parents=True, exist_ok=True)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.touch()
        where = os.fsencode(target)
        kernel.call("move_mount", tree, b"", _AT_FDCWD, where, _MOVE_MOUNT_F_EMPTY_PATH)
        os.close(tree)
    for name in ("/proc", *empty):
        Path(name.lstrip("/")).mkdir(parents=True)
    if not Path("tmp").exists():  # a library that is shown may lie there
        Path("tmp").symlink_to(empty[0])
    _mount("proc", "proc", _MS_NOSUID | _MS_NODEV | _MS_NOEXEC)
    kernel.call("pivot_root", b".", b".")
    kernel.call("umount2", b".", _MNT_DETACH)
    os.chdir("/")
    # struct mount_attr of linux/mount.h: what to set, and three fields of nothing.
    wanted = (_MOUNT_ATTR_RDONLY | _MOUNT_ATTR_NOSUID).to_bytes(8, "little")
    attributes = ctypes.create_string_buffer(wanted, 32)
    kernel.call("mount_setattr", _AT_FDCWD, b"/", _AT_RECURSIVE, attributes, 32)
    _mount("tmpfs", empty[0], _MS_NOSUID | _MS_NODEV, "mode=0700,size=16m")


def _mount(source: str, target: str, flags: int, options: str = "") -> None:
    given = (source, target, source, flags, options)
    kernel.call("mount", *(os.fsencode(part) if isinstance(part, str) else part for part in given))


def _mount_processes(path: str) -> None:
    """Mount a proc(5) with the processes of this PID namespace, and no numbers of the machine."""
    flags = _MS_NOSUID | _MS_NODEV | _MS_NOEXEC
    try:
        _mount("proc", path, flags, "subset=pid")
    except OSError:  # before Linux 5.8
        _mount("proc", path, flags)


def _wait_and_end(pid: int, unneeded: Iterable[int]) -> NoReturn:
    kernel.not_dumpable()
    for descriptor in unneeded:
        with suppress(OSError):
            os.close(descriptor)
    os.waitpid(pid, 0)
    os._exit(0)
