"""The traces that trials leave: seen from the doctor's side, and removed afterwards."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from grader.linux import kernel

OPEN_TO_ALL = 0o666
SIGNALS = {"send it a signal": "SIGUSR1", "have the kernel signal it": "SIGUSR2"}
"""For each trial that signals the grader, the signal that it sends."""
_IPC_RMID = 0  # linux/ipc.h

Decoys = Mapping[str, Any]


def effects(decoys: Decoys) -> set[str]:
    """The trials whose success only this side can see, once their process has ended."""
    seen = {trial for trial, name in SIGNALS.items() if _is_pending(decoys["warm"], name)}
    traces = {
        "change who may use a file": Path(decoys["file"]).stat().st_mode & 0o777 != OPEN_TO_ALL,
        "leave a process": _processes(decoys),
        "leave a file": [path for path in _strays(decoys) if path.exists()],
        "leave shared memory": _shared_memory(decoys),
    }
    return seen | {trial for trial, found in traces.items() if found}


def _is_pending(pid: object, name: str) -> bool:
    """Whether a process has this signal pending."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False
    sets = [int(line.split()[1], 16) for line in status.splitlines() if "Pnd:" in line]
    return any(members >> (signal.Signals[name] - 1) & 1 for members in sets)


def _processes(decoys: Decoys) -> list[int]:
    """The processes that were left behind, by number."""
    found = []
    for path in Path("/proc").glob("[0-9]*/comm"):
        with suppress(OSError):  # it ended meanwhile
            if path.read_text(encoding="utf-8", errors="replace").strip() == decoys["process"]:
                found.append(int(path.parent.name))
    return found


def _strays(decoys: Decoys) -> list[Path]:
    """Files that may have been left behind."""
    return [Path(folder, decoys["name"]) for folder in decoys["shared"]]


def _shared_memory(decoys: Decoys) -> list[int]:
    """The segments of shared memory that were left behind, by number; see proc_sysvipc(5)."""
    try:
        lines = Path("/proc/sysvipc/shm").read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return []
    return [int(words[1]) for words in map(str.split, lines) if int(words[0]) == decoys["key"]]


def remove(decoys: Decoys) -> None:
    """Remove everything that was left behind."""
    for pid in _processes(decoys):
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL)
    for number in _shared_memory(decoys):
        with suppress(OSError):
            kernel.call("shmctl", number, _IPC_RMID, None)
    for path in _strays(decoys):
        with suppress(OSError):
            path.unlink()
