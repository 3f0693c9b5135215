"""The file descriptors of a process that is made by forking: it keeps only those it is given."""

from __future__ import annotations

import os
from collections.abc import Collection

_MOST = 4096  # descriptors, where the system does not list them


def silence(standard: Collection[int] = (0, 1, 2)) -> None:
    """Have these standard streams (input, output and errors are 0, 1 and 2) lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in standard:
        os.dup2(nowhere, descriptor)
    if nowhere > 2:  # noqa: PLR2004 - else it is itself one of the standard streams
        os.close(nowhere)


def keep_only(kept: Collection[int]) -> None:
    """Close every descriptor but these; the standard streams lead nowhere."""
    silence()
    first = 3
    for descriptor in sorted(set(kept)):
        os.closerange(first, descriptor)
        first = descriptor + 1
    os.closerange(first, _highest() + 1)


def _highest() -> int:
    try:
        return max(int(name) for name in os.listdir("/proc/self/fd"))  # noqa: PTH208 - names alone
    except OSError:
        return _MOST
