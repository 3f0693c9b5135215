"""Running the grader as somebody else: the worlds in which the attacks are tried.

A world is what is put before a command. The interpreter may lie below a home folder that nobody
else may enter; then the command runs where that folder is covered by one that shows the
interpreter alone.
"""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.child.tree import orphans
from grader.linux import kernel

NAMES = ("as_is", "ordinary", "container")
_SOMEBODY = 54321  # a user who owns nothing and is in no list
# What Docker leaves to root; see its "Runtime privilege and Linux capabilities".
_DOCKER = (
    "chown", "dac_override", "fowner", "fsetid", "kill", "setgid", "setuid", "setpcap",
    "net_bind_service", "net_raw", "sys_chroot", "mknod", "audit_write", "setfcap",
)  # fmt: skip
_LOOKS_EVERY = 0.05  # seconds
_MOST_LOOKS = 60  # before a process that is about to end counts as left behind


@dataclass(frozen=True)
class World:
    """A user to run commands as.

    Attributes:
        name: the world's name.
        prefix: what is put before a command.
        user: whose files the command's are.
        level: what the sandbox can amount to there.
    """

    name: str
    prefix: tuple[str, ...]
    user: int
    level: str


@dataclass(frozen=True)
class Ended:
    """A command that has ended.

    Attributes:
        code: its exit code; None if it was ended because it took too long.
        errors: what it wrote to standard error.
        peak_mb: the most memory it held itself, in megabytes.
        left: the processes it left behind, by what they run.
    """

    code: int | None
    errors: str
    peak_mb: float
    left: tuple[str, ...]


def world(name: str, folder: Path) -> World:
    """The world of this name; the test is skipped where it cannot be had.

    Args:
        name: one of ``NAMES``.
        folder: an empty one that everybody may enter.
    """
    if sys.platform != "linux":
        pytest.skip("the protections are Linux's")
    if name == "as_is":
        return World(name, (), os.getuid(), _level((), os.getuid()))
    if os.getuid() != 0:
        pytest.skip("only root can become somebody else")
    if shutil.which("setpriv") is None:
        pytest.skip("there is no setpriv (of util-linux) here")
    user = _SOMEBODY if name == "ordinary" else 0
    prefix = (*_uncovered(folder), *_becoming(name), "--")
    probe = [*prefix, sys.executable, "-c", "import numpy, msgspec, click"]
    tried = subprocess.run(probe, cwd="/", capture_output=True, text=True, check=False)
    if tried.returncode:
        words = (tried.stderr.strip().splitlines() or ["no reason given"])[-1]
        pytest.skip(f"Python does not run in the world {name}: {words}")
    return World(name, prefix, user, _level(prefix, user))


def _becoming(name: str) -> tuple[str, ...]:
    if name == "ordinary":
        user = (f"--reuid={_SOMEBODY}", f"--regid={_SOMEBODY}", "--clear-groups")
        return ("setpriv", *user, "--inh-caps=-all")
    kept = ",".join(f"+{capability}" for capability in _DOCKER)
    return ("setpriv", f"--bounding-set=-all,{kept}", "--inh-caps=-all")


def _level(prefix: tuple[str, ...], user: int) -> str:
    """Whether the system allows namespaces there, asked without the grader."""
    if shutil.which("unshare") is None:
        pytest.skip("there is no unshare (of util-linux) here")
    flags = ("--mount", "--pid", "--net", "--fork", *(("--user",) if user else ()))
    tried = subprocess.run([*prefix, "unshare", *flags, "true"], capture_output=True, check=False)
    return "strong" if tried.returncode else "full"


def _uncovered(folder: Path) -> tuple[str, ...]:
    """Runs a command where everybody can read the interpreter and its libraries."""
    shown = [path for path in _outermost((sys.prefix, sys.base_prefix)) if _closed(path)]
    if not shown:
        return ()
    lines = ["set -e"]
    for number, path in enumerate(shown):
        aside = folder / str(number)
        aside.mkdir()
        lines.append(shlex.join(["mount", "--rbind", str(path), str(aside)]))
    for cover in dict.fromkeys(_closed(path) for path in shown):
        lines.append(shlex.join(["mount", "-t", "tmpfs", "-o", "mode=0755", "none", str(cover)]))
    for number, path in enumerate(shown):
        lines.append(shlex.join(["mkdir", "-p", str(path)]))
        lines.append(shlex.join(["mount", "--move", str(folder / str(number)), str(path)]))
    script = "\n".join([*lines, 'exec "$@"'])
    return ("unshare", "--mount", "--propagation", "private", "sh", "-c", script, "sh")


def _outermost(paths: tuple[str, ...]) -> list[Path]:
    real = sorted({Path(path).resolve() for path in paths})
    return [
        path
        for path in real
        if not any(path != other and path.is_relative_to(other) for other in real)
    ]


def _closed(path: Path) -> Path | None:
    """The first folder on the way there that others may not enter."""
    above = [*reversed(path.parents)]
    return next((path for path in above if not path.stat().st_mode & stat.S_IXOTH), None)


def run(
    where: World, command: list[str], folder: Path, environment: dict[str, str], seconds: float
) -> Ended:
    """Run a command in a world, and look at what it takes and leaves behind.

    Args:
        where: the world.
        command: the command.
        folder: to run it in.
        environment: all of it.
        seconds: after which it is ended.
    """
    # What outlives its parent becomes ours, so that it can be seen.
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    others = set(orphans(os.getpid(), set()))
    try:
        with (folder / "stderr").open("w+", encoding="utf-8") as errors:
            process = subprocess.Popen(
                [*where.prefix, *command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=errors, start_new_session=True,
            )  # fmt: skip
            peak = _watched(process, time.monotonic() + seconds)
            code = process.poll()
            if code is None:
                process.kill()
                process.wait()
            errors.seek(0)
            said = errors.read()
        return Ended(code, said, peak, _left(others))
    finally:
        kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 0)


def _watched(process: subprocess.Popen[bytes], until: float) -> float:
    """The most memory it held until it ended, or the time was over."""
    peak = 0.0
    while process.poll() is None and time.monotonic() < until:
        with suppress(OSError, IndexError):
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
            peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024
        time.sleep(_LOOKS_EVERY)
    return peak


def _left(others: set[int]) -> tuple[str, ...]:
    """What still runs of what came to us; what is just ending is given a moment."""
    strays: list[int] = []
    for _ in range(_MOST_LOOKS):
        strays = [pid for pid in orphans(os.getpid(), others) if not _has_ended(pid)]
        if not strays:
            return ()
        time.sleep(_LOOKS_EVERY)
    left = tuple(_what(pid) for pid in strays)
    for pid in strays:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return left


def _has_ended(pid: int) -> bool:
    try:
        return os.waitpid(pid, os.WNOHANG) != (0, 0)
    except ChildProcessError:  # it is a child of one of those
        return not Path(f"/proc/{pid}").exists()


def _what(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace")[:200]
    except OSError:
        return "a process without a name"
