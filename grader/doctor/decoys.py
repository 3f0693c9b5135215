"""The decoys of ``grader doctor``: files, sockets and processes that a submission must not reach.

They are real, so that a success of a trial would be real. They are described by a table of names
and values, which crosses to the child with each question.
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

from grader.doctor import traces
from grader.doctor.traces import OPEN_TO_ALL, SIGNALS
from grader.protocol.limits import Limits
from grader.sandbox import launch

Decoys = dict[str, Any]
"""The decoys' names, paths, numbers and amounts by field; made in ``lay_out``, used by trials."""

# Small limits, so that trying to exceed them takes little time.
LIMITS = Limits(
    probe_seconds=20, total_seconds=60, memory_mb=512, address_mb=1536, file_mb=2, open_files=64,
    scratch_mb=4, scratch_files=100, processes=16,
)  # fmt: skip
_MORE_MB = 64
_OTHER_USER = 12_345  # the number of a user that owns nothing
# The dynamic loader is a program, too, and lies among the libraries that a submission may read.
_PROGRAMS = ["/bin/true", "/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"]
_SHARED = ("/tmp", "/var/tmp", "/dev/shm")  # noqa: S108 - folders for temporary files, open to all
_VARIABLE = "GRADER_DOCTOR"


class MarkedZygote(msgspec.Struct, frozen=True):
    """The process that forks submissions, started with a marker in its environment.

    Attributes:
        marker: a text that stands nowhere else.
        started: the process; None where the system cannot fork.
    """

    marker: str
    started: launch.StartedZygote | None


def start_marked_zygote(support: Path | None, *, private: bool = True) -> MarkedZygote:
    """Start the process that forks submissions, while the environment here holds the marker.

    This takes the longest, so it comes first. The process blocks the signals that the trials send:
    they stay pending, which can be seen and does no harm.

    Args:
        support: the student's part of the assignment, if there is one.
        private: whether the process gets namespaces of its own.
    """
    marker = secrets.token_hex(16)
    if not launch.CAN_FORK:
        return MarkedZygote(marker, None)
    tried = [signal.Signals[name] for name in SIGNALS.values()]
    before = signal.pthread_sigmask(signal.SIG_BLOCK, tried)
    os.environ[_VARIABLE] = marker
    try:
        return MarkedZygote(marker, launch.start_zygote(support, private=private))
    finally:
        del os.environ[_VARIABLE]
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def lay_out(stack: ExitStack, zygote: MarkedZygote, support: Path | None) -> Decoys:
    """Lay out all decoys.

    Args:
        stack: removes them when it is closed.
        zygote: the process that forks submissions.
        support: the student's part of the assignment, if there is one.
    """
    marker = zygote.marker
    folder = Path(tempfile.mkdtemp(prefix="grader-doctor-"))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    name = f"grader-doctor-{marker[:12]}"
    decoys: Decoys = {
        "marker": marker,
        "name": name,  # the name of files that trials make, and of a socket without a file
        **_files(folder, marker),
        **_listeners(stack, folder, name),
        "support": str(support or folder),
        "beside": _beside(support) if support else [],
        "libraries": [sysconfig.get_path(kind) for kind in ("stdlib", "purelib")],
        "shared": sorted({tempfile.gettempdir(), *_SHARED}),
        "programs": _PROGRAMS,
        "process": marker[:15],  # the name of the process that a trial leaves behind
        "key": secrets.randbits(30) + 1,  # of the shared memory that a trial leaves behind
        "grader": os.getpid(),
        "warm": zygote.started.process.pid if zygote.started else 0,
        "address": id(marker),
        "channels": 1 if launch.CAN_FORK else 2,  # the submission's own connections to the grader
        "host": socket.gethostname(),
        "other_user": _OTHER_USER,
        **_too_much(),
    }
    stack.callback(traces.remove, decoys)
    return decoys


def _files(folder: Path, marker: str) -> Decoys:
    """A folder with files whose permissions let every user in."""
    paths = {"secret": folder / "answers.txt", "file": folder / "notes", "victim": folder / "old"}
    for path in paths.values():
        path.write_text(marker, encoding="utf-8")
        path.chmod(0o644 if path == paths["secret"] else OPEN_TO_ALL)
    folder.chmod(0o777)
    return {"folder": str(folder), **{name: str(path) for name, path in paths.items()}}


def _listeners(stack: ExitStack, folder: Path, name: str) -> Decoys:
    """Sockets at which this process listens."""
    tcp = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
    udp = stack.enter_context(socket.socket(type=socket.SOCK_DGRAM))
    udp.bind(("127.0.0.1", 0))
    service = folder / "service"
    if hasattr(socket, "AF_UNIX"):
        for address in (str(service), "\0" + name):
            listener = stack.enter_context(socket.socket(socket.AF_UNIX))
            with suppress(OSError):  # the path may be too long; only Linux has the other kind
                listener.bind(address)
                listener.listen()
        with suppress(OSError):
            service.chmod(OPEN_TO_ALL)
    ports = {"tcp": tcp.getsockname()[1], "udp": udp.getsockname()[1]}
    return {"service": str(service), **ports}


def _beside(support: Path) -> list[str]:
    """The files beside the student's part, with the real answers, but without libraries."""
    libraries = [Path(prefix) for prefix in (sys.prefix, sys.base_prefix)]
    return [
        str(neighbour)
        for neighbour in support.parent.iterdir()
        if neighbour != support and not any(path.is_relative_to(neighbour) for path in libraries)
    ]


def _too_much() -> Decoys:
    """Amounts above the limits. A limit on threads may count those of the whole system."""
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
