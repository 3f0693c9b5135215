"""Landlock: a process gives up the rights to files, ports and signals that it does not need.

The numbers are those of linux/landlock.h; what each version of the kernel's interface knows is in
landlock(7). Rights that this kernel does not know cannot be given up and are left out.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable

from grader.linux import kernel

_CREATE_RULESET_VERSION = 1
_RULE_PATH_BENEATH = 1
_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_TRUNCATE, _IOCTL_DEV = 1 << 14, 1 << 15
_FOR_FILES = _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL_DEV
# By the interface's version: the rights to files (all of them so far), to TCP ports, and the scopes
# (abstract sockets, signals).
_FILES = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
_PORTS = {4: 0b11}
_SCOPES = {6: 0b11}


def version() -> int:
    """The version of the kernel's interface.

    Raises:
        OSError: the kernel has none.
    """
    return kernel.call("landlock_create_ruleset", None, 0, _CREATE_RULESET_VERSION)


def restrict(readable: Iterable[str], writable: Iterable[str]) -> None:
    """Restrict this thread and its children to these files, without ports and outward signals.

    Args:
        readable: files and folders that may be read; missing ones are passed over.
        writable: files and folders that may be read and written; missing ones are passed over.

    Raises:
        OSError: the kernel has no Landlock or does not allow it.
    """
    known = version()
    files = _newest(_FILES, known)
    rights = struct.pack("=QQQ", files, _newest(_PORTS, known), _newest(_SCOPES, known))
    # Older kernels refuse a structure that is longer than theirs unless the rest is zero.
    ruleset = kernel.call("landlock_create_ruleset", rights, len(rights), 0)
    try:
        for paths, allowed in ((readable, _READ_FILE | _READ_DIR), (writable, files)):
            for path in paths:
                _allow(ruleset, path, allowed & files)
        kernel.call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: str, allowed: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            allowed &= _FOR_FILES
        rule = ctypes.create_string_buffer(struct.pack("=Qi", allowed, descriptor))
        kernel.call("landlock_add_rule", ruleset, _RULE_PATH_BENEATH, rule, 0)
    finally:
        os.close(descriptor)


def _newest(by_version: dict[int, int], known: int) -> int:
    """The value of the newest version that the kernel knows; 0 if it knows none."""
    return max((value for since, value in by_version.items() if since <= known), default=0)
