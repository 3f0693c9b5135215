"""What ``grader doctor`` lays out for a throw-away submission, so that a success would be real.

The bait is a table of names and values; it crosses the border with each question.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import sys
import sysconfig
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import msgspec

from grader.linux import kernel
from grader.protocol.limits import Limits
from grader.sandbox import launch

Bait = dict[str, Any]

# As small as goes, so that it takes no time to try to get more.
LIMITS = Limits(
    probe_seconds=20, total_seconds=60, memory_mb=512, address_mb=1536, file_mb=2, open_files=64,
    scratch_mb=4, scratch_files=100, processes=16,
)  # fmt: skip
_MORE_MB = 64
_SOMEBODY = 12_345
# The loader of libraries is a program, too, and lies among them.
_PROGRAMS = ["/bin/true", "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"]
_SHARED = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - where everybody puts what passes
_SENT = {"send it a signal": "SIGUSR1", "have the kernel signal it": "SIGUSR2"}
_OPEN_TO_ALL = 0o666
_VARIABLE = "GRADER_DOCTOR"
_IPC_RMID = 0  # linux/ipc.h


class Begun(msgspec.Struct, frozen=True):
    """What has been started.

    Attributes:
        marker: a text that is nowhere else.
        started: the process that forks submissions; None where there is none.
    """

    marker: str
    started: launch.Started | None


def begin(support: Path | None, *, private: bool = True) -> Begun:
    """Start the process that forks submissions, while the environment here has the marker.

    It takes the longest, so it comes first. The signals that will be tried stay pending with it:
    so they are seen, and do no harm.

    Args:
        support: the student's part of the assignment, if there is one.
        private: whether it goes into namespaces of its own.
    """
    marker = secrets.token_hex(16)
    if not launch.CAN_FORK:
        return Begun(marker, None)
    tried = [signal.Signals[name] for name in _SENT.values()]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, tried)
    os.environ[_VARIABLE] = marker
    try:
        return Begun(marker, launch.zygote(support, private=private))
    finally:
        del os.environ[_VARIABLE]
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def lay_out(stack: ExitStack, begun: Begun, support: Path | None) -> Bait:
    """All that the trials need.

    Args:
        stack: takes it away again.
        begun: what has been started.
        support: the student's part of the assignment, if there is one.
    """
    marker = begun.marker
    folder = Path(tempfile.mkdtemp(prefix="grader-doctor-"))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    name = f"grader-doctor-{marker[:12]}"
    bait: Bait = {
        "marker": marker,
        "name": name,  # of files made where none belong, and of a socket without a file
        **_files(folder, marker),
        **_listeners(stack, folder, name),
        "support": str(support or folder),
        "beside": _beside(support) if support else [],
        "libraries": [sysconfig.get_path(kind) for kind in ("stdlib", "purelib")],
        "shared": sorted({tempfile.gettempdir(), *_SHARED}),
        "programs": _PROGRAMS,
        "process": marker[:15],  # what a process calls itself that is left behind
        "key": secrets.randbits(30) + 1,  # of shared memory that is left behind
        "grader": os.getpid(),
        "warm": begun.started.process.pid if begun.started else 0,
        "address": id(marker),
        "channels": 1 if launch.CAN_FORK else 2,  # what it needs to speak with the grader
        "host": socket.gethostname(),
        "somebody": _SOMEBODY,
        **_too_much(),
    }
    stack.callback(_tidy, bait)
    return bait


def effects(bait: Bait) -> set[str]:
    """What came of the trials that this side alone can see, once their process has ended."""
    seen = {what for what, name in _SENT.items() if _is_pending(bait["warm"], name)}
    came = {
        "change who may use a file": Path(bait["file"]).stat().st_mode & 0o777 != _OPEN_TO_ALL,
        "leave a process": _processes(bait),
        "leave a file": [path for path in _strays(bait) if path.exists()],
        "leave shared memory": _shared_memory(bait),
    }
    return seen | {what for what, found in came.items() if found}


def _files(folder: Path, marker: str) -> Bait:
    """A folder and files in it whose rights keep nobody out."""
    made = {"secret": folder / "answers.txt", "file": folder / "notes", "victim": folder / "old"}
    for path in made.values():
        path.write_text(marker, encoding="utf-8")
        path.chmod(0o644 if path == made["secret"] else _OPEN_TO_ALL)
    folder.chmod(0o777)
    return {"folder": str(folder), **{name: str(path) for name, path in made.items()}}


def _listeners(stack: ExitStack, folder: Path, name: str) -> Bait:
    """Sockets at which this process listens."""
    tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    udp = stack.enter_context(socket.socket(type=socket.SOCK_DGRAM))
    udp.bind(("127.0.0.1", 0))
    service = folder / "service"
    if hasattr(socket, "AF_UNIX"):
        for address in (str(service), "\0" + name):
            one = stack.enter_context(socket.socket(socket.AF_UNIX))
            with suppress(OSError):  # the path may be too long; the other kind is Linux's alone
                one.bind(address)
                one.listen()
        with suppress(OSError):
            service.chmod(_OPEN_TO_ALL)
    ports = {"tcp": tcp.getsockname()[1], "udp": udp.getsockname()[1]}
    return {"service": str(service), **ports}


def _beside(support: Path) -> list[str]:
    """What lies beside the student's part, the real answers too; but no libraries."""
    libraries = [Path(prefix) for prefix in (sys.prefix, sys.base_prefix)]
    return [
        str(one)
        for one in support.parent.iterdir()
        if one != support and not any(path.is_relative_to(one) for path in libraries)
    ]


def _too_much() -> Bait:
    """More than the limits allow. Those of threads may count all that the system runs besides."""
    running = len(list(Path("/proc").glob("[0-9]*/task/*")))
    return {
        "memory": (LIMITS.memory_mb + _MORE_MB) << 20,
        "address_space": (LIMITS.address_mb + _MORE_MB) << 20,
        "file_size": (LIMITS.file_mb << 20) + 1,
        "scratch_mb": LIMITS.scratch_mb + 1,
        "scratch_files": LIMITS.scratch_files + 1,
        "open_files": LIMITS.open_files + 1,
        "threads": LIMITS.processes + running + 100,
    }


def _is_pending(pid: object, name: str) -> bool:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except OSError:
        return False
    sets = [int(line.split()[1], 16) for line in status.splitlines() if "Pnd:" in line]
    return any(members >> (signal.Signals[name] - 1) & 1 for members in sets)


def _processes(bait: Bait) -> list[int]:
    """The processes that were left behind."""
    found = []
    for path in Path("/proc").glob("[0-9]*/comm"):
        with suppress(OSError):  # it ended meanwhile
            if path.read_text(encoding="utf-8", errors="replace").strip() == bait["process"]:
                found.append(int(path.parent.name))
    return found


def _strays(bait: Bait) -> list[Path]:
    """Where files may have been left behind."""
    return [Path(folder, bait["name"]) for folder in bait["shared"]]


def _shared_memory(bait: Bait) -> list[int]:
    """The pieces of shared memory that were left behind, by their number; see proc_sysvipc(5)."""
    try:
        lines = Path("/proc/sysvipc/shm").read_text(encoding="ascii").splitlines()[1:]
    except OSError:
        return []
    return [int(words[1]) for words in map(str.split, lines) if int(words[0]) == bait["key"]]


def _tidy(bait: Bait) -> None:
    """Take away what was left behind."""
    for pid in _processes(bait):
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL)
    for number in _shared_memory(bait):
        with suppress(OSError):
            kernel.call("shmctl", number, _IPC_RMID, None)
    for path in _strays(bait):
        with suppress(OSError):
            path.unlink()
