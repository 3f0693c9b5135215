"""The processes below a process, from /proc: found, measured and ended; none without /proc."""

from __future__ import annotations

import os
import signal
from collections import defaultdict
from contextlib import suppress

from grader.protocol.messages import ProcessEnding


def _children() -> dict[int, list[int]]:
    """For each process, the processes that it has started and that still run."""
    found: dict[int, list[int]] = defaultdict(list)
    try:
        numbers = [int(name) for name in os.listdir("/proc") if name.isdigit()]  # noqa: PTH208 - names alone
    except OSError:
        return found
    for pid in numbers:
        try:
            with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123 - hot and simple
                # "pid (name) state ppid ...": the name may hold anything, even brackets.
                parent = int(file.read().rpartition(b")")[2].split()[1])
        except OSError:
            continue  # it ended meanwhile
        found[parent].append(pid)
    return found


def descendants(pid: int) -> list[int]:
    """All processes below this one."""
    children = _children()
    found: list[int] = []
    waiting = list(children[pid])
    while waiting:
        process = waiting.pop()
        found.append(process)
        waiting.extend(children[process])
    return found


def killed(child: int, *others: int) -> ProcessEnding:
    """Kill a child of this process, then others; how the child ended."""
    for pid in (child, *others):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    _, status, used = os.wait4(child, 0)
    return ProcessEnding(status, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def orphans(parent: int, known: set[int]) -> list[int]:
    """Children of ``parent`` that it did not start itself, with all below them."""
    strays = [pid for pid in _children()[parent] if pid not in known]
    return [process for stray in strays for process in (*descendants(stray), stray)]


def cpu_seconds(pid: int) -> float:
    """The processor time a process has used so far, from fields 14 and 15 of proc_pid_stat(5)."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:  # noqa: PTH123
            fields = file.read().rpartition(b")")[2].split()
    except OSError:
        return -1.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
