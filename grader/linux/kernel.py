"""System calls that Python does not offer, through syscall(2) of the C library."""

from __future__ import annotations

import ctypes
import errno
import os
import sys

from grader.linux.system_calls import MACHINES, NUMBERS

# Options of prctl(2), from linux/prctl.h.
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_MM = 35
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38

_CAPABILITY_VERSION_3 = 0x20080522  # _LINUX_CAPABILITY_VERSION_3, from linux/capability.h
_libc: ctypes.CDLL | None = None


def call(name: str, *arguments: int | bytes | ctypes.Array[ctypes.c_char] | None) -> int:
    """One system call by its name in ``NUMBERS``.

    Args:
        name: the call.
        arguments: numbers, texts and buffers; None is a null pointer.

    Raises:
        OSError: the kernel refused, or this is no Linux on a machine we know the numbers of.
    """
    number = NUMBERS[name][_machine()]
    if number is None:
        raise OSError(errno.ENOSYS, f"this machine has no {name}")
    given = [
        ctypes.c_long(argument) if isinstance(argument, int) else argument for argument in arguments
    ]
    result: int = _library().syscall(ctypes.c_long(number), *given)
    if result == -1:
        code = ctypes.get_errno()
        raise OSError(code, f"{name}: {os.strerror(code)}")
    return result


def prctl(option: int, value: int) -> None:
    """Set an attribute of this process; section 2 of the manual tells the options.

    Raises:
        OSError: the kernel refused, or this is no Linux.
    """
    call("prctl", option, value, 0, 0, 0)


def not_dumpable() -> None:
    """Keep other processes of the user out of this one's memory, descriptors and environment.

    Where there is no Linux nothing is done. See PR_SET_DUMPABLE in prctl(2), and proc(5).
    """
    try:
        prctl(PR_SET_DUMPABLE, 0)
    except OSError:
        return


def drop_capabilities() -> None:
    """Give up every capability for good, by capset(2).

    Raises:
        OSError: the kernel refused.
    """
    version = _CAPABILITY_VERSION_3.to_bytes(4, sys.byteorder)
    header = ctypes.create_string_buffer(version, 8)
    nothing = ctypes.create_string_buffer(24)  # effective, permitted, inheritable; two words each
    call("capset", header, nothing)


def _machine() -> int:
    """The column of ``NUMBERS`` for this machine."""
    if sys.platform != "linux":
        raise OSError(errno.ENOSYS, "this is no Linux")
    try:
        return MACHINES.index(os.uname().machine)
    except ValueError:
        raise OSError(errno.ENOSYS, f"a {os.uname().machine} is not known") from None


def _library() -> ctypes.CDLL:
    global _libc  # noqa: PLW0603 - loaded once
    if _libc is None:
        _libc = ctypes.CDLL(None, use_errno=True)
        _libc.syscall.restype = ctypes.c_long
    return _libc
