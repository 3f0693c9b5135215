"""Namespaces: a view of the system in which there is only what is shown. See namespaces(7).

A process that enters its own has a file system of its own with nothing in it but the paths it is
shown, sees no process but itself and what it starts, and takes these with it when it ends.
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
    """Go on as the first process of a system of its own that shows only these paths.

    The process that was called stays outside, waits for the one inside and ends with it. Call it
    before there is a second thread. An ordinary user gets a user namespace for it.

    Args:
        shown: files and folders to be seen, read-only, at their own paths.
        empty: empty folders to be seen besides. One can write to the first; /tmp leads there.
        unneeded: descriptors that the waiting processes close.

    Returns:
        True inside; False, in the process that called, where the system does not allow it.
    """
    heard, told = os.pipe()
    outer = os.fork()
    if outer:
        os.close(told)
        inside = os.read(heard, 1) == b"1"
        os.close(heard)
        if inside:
            _wait_and_end(outer, unneeded)
        os.waitpid(outer, 0)
        return False
    try:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        _unshare()
        inner = os.fork()
        if inner:
            os.close(told)
            _wait_and_end(inner, unneeded)
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        _show_only(shown, empty)
        os.write(told, b"1")
    except Exception:  # noqa: BLE001 - this process must not come back to the caller
        os._exit(1)
    os.close(told)
    os.close(heard)
    return True


def own_mounts() -> None:
    """From now on what this process mounts is seen by itself and its own alone.

    Raises:
        OSError: it is not allowed.
    """
    kernel.call("unshare", _NEWNS)
    _mount("none", "/", _MS_REC | _MS_PRIVATE)


def separate(*, own_numbers: bool) -> None:
    """Take this process out of the machine's network, host name and shared memory.

    It has mounts of its own already, from ``own_mounts``.

    Args:
        own_numbers: whether it is in a PID namespace of its own, so that it can have a /proc in
            which there is nothing else.

    Raises:
        OSError: it is not allowed.
    """
    kernel.call("unshare", _NEWNET | _NEWIPC | _NEWUTS)
    name = b"sandbox"
    kernel.call("sethostname", name, len(name))
    if own_numbers:
        _mount_processes("/proc")


def own_numbers() -> int:
    """A descriptor of this process's PID namespace, for ``number_anew``."""
    return os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)


def numbers_of_children() -> int:
    """A descriptor of the PID namespace that children come into, once there has been one."""
    return os.open("/proc/self/ns/pid_for_children", os.O_RDONLY | os.O_CLOEXEC)


def number_anew(own: int) -> None:
    """Have the next child be the first process of a new PID namespace.

    Args:
        own: the descriptor of this process's own.

    Raises:
        OSError: it is not allowed.
    """
    number_in(own)  # unshare(2) refuses to make one below one that was never entered
    kernel.call("unshare", _NEWPID)


def number_in(space: int) -> None:
    """Have children be processes of this PID namespace.

    Args:
        space: its descriptor.

    Raises:
        OSError: it is not allowed.
    """
    kernel.call("setns", space, _NEWPID)


def mount_scratch(path: str, options: str) -> None:
    """A file system in memory at ``path``, in a process that has mounts of its own.

    Args:
        path: a folder.
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
    """Make a root with these paths alone the root, by pivot_root(2)."""
    os.umask(0o022)
    _mount("none", "/", _MS_REC | _MS_PRIVATE)
    flags = _OPEN_TREE_CLONE | _AT_RECURSIVE | _O_CLOEXEC
    # Taken hold of before the new root covers any of them.
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
