"""Starting the child's programs in a clean interpreter, which inherits only the libraries.

``python -I`` ignores the environment and the current folder; the project's own folder is on the
path only until the program's modules are imported, so a submission cannot import from it.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import msgspec

CAN_FORK = sys.platform == "linux"
_PROJECT = Path(__file__).resolve().parents[2]
_BOOT = """
import json, sys
paths, project, program, arguments = json.loads(sys.argv[1])
sys.argv[1:] = []
sys.path[:] = [project, *paths]
# An editable installation finds the project's packages without the path.
sys.meta_path[:] = [
    finder for finder in sys.meta_path if "__editable__" not in getattr(finder, "__module__", "")
]
import grader.child.child_process, grader.child.zygote_process
sys.path.remove(project)
"""
_ZYGOTE = "grader.child.zygote_process.main(*arguments)"
_COLD = "grader.child.child_process.main_cold(*arguments)"


class StartedZygote(msgspec.Struct, frozen=True):
    """A zygote that has started and waits to be told which libraries to import.

    Attributes:
        process: the process.
        link: the socket over which it takes messages.
        world: the paths that its children may see, and whether they have namespaces of their own.
    """

    process: subprocess.Popen[bytes]
    link: socket.socket
    world: tuple[tuple[str, ...], bool]


def start_zygote(support: Path | None, *, private: bool = True) -> StartedZygote:
    """Start a zygote. It takes a while to be ready, so call this before other slow work.

    Args:
        support: the assignment's folder that its children may use.
        private: whether the zygote gets namespaces of its own, if the system allows it.
    """
    world = visible(support), private
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own program
            _command(_ZYGOTE, [theirs.fileno(), *world]),
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env=_environment(),
            start_new_session=True,
        )
    return StartedZygote(process, ours, world)


def visible(support: Path | None) -> tuple[str, ...]:
    """The paths of an assignment that children may see."""
    return (str(support.resolve()),) if support else ()


def start_cold_child(
    support: tuple[str, ...], channel: int = subprocess.PIPE
) -> subprocess.Popen[bytes]:
    """A child as a process of its own; its channel is its standard input and output.

    Args:
        support: files and folders of the assignment that a notebook may use.
        channel: the descriptor of the child's end; without one, two pipes are made.
    """
    return subprocess.Popen(  # noqa: S603
        _command(_COLD, list(support)),
        stdin=channel,
        stdout=channel,
        stderr=subprocess.DEVNULL,
        cwd=Path(sys.executable).anchor,
        env=_environment(),
        start_new_session=os.name == "posix",
    )


def _command(program: str, arguments: list[object]) -> list[str]:
    paths = [path for path in sys.path if _is_library(path)]
    message = json.dumps([paths, str(_PROJECT), program, arguments])
    return [sys.executable, "-I", "-c", _BOOT + program, message]


def _is_library(path: str) -> bool:
    """Whether libraries are installed in a folder, other than that of a script or the project."""
    folder = Path(path)
    if not path or "__editable__" in path:
        return False
    if any(folder.is_relative_to(prefix) for prefix in (sys.prefix, sys.base_prefix)):
        return not _PROJECT.is_relative_to(folder)
    return folder != _PROJECT and any(folder.glob("*.dist-info"))


def _environment() -> dict[str, str]:
    """A clean environment. One thread per library: a fork must find no second thread."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    one_thread = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    return {
        **kept,
        **dict.fromkeys(one_thread, "1"),
        # Each arena reserves address space, and glibc makes eight for each processor.
        "MALLOC_ARENA_MAX": "4",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "TF_ENABLE_ONEDNN_OPTS": "0",
        "CUDA_VISIBLE_DEVICES": "-1",
        "KERAS_BACKEND": "tensorflow",
    }
