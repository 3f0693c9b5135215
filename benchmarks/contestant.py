"""What every contestant has in common: a name, a set-up, commands to time and marks to check."""

from __future__ import annotations

# ruff: noqa: ARG002 - a contestant need not use all that it is told
import abc
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from submissions import Lab, Workload

Marks = tuple[float, float]
"""Points awarded and points possible for one submission."""


class ContestantFailedError(Exception):
    """A contestant did not do the work, so its time means nothing."""


@dataclass(frozen=True)
class Command:
    """One process to start."""

    argv: tuple[str, ...]
    cwd: Path

    def run(self) -> subprocess.CompletedProcess[bytes]:
        """Run to the end, the output caught so that no terminal slows it.

        The program's own folder comes first on the path, as in an activated environment: nbgrader
        and Jupyter look up their helpers there.
        """
        path = os.pathsep.join([str(Path(self.argv[0]).parent), os.environ.get("PATH", "")])
        # Everybody may keep compiled modules, as with a usual interpreter.
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return subprocess.run(
            self.argv,
            cwd=self.cwd,
            env=kept | {"PATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )

    def run_or_fail(self) -> None:
        """Run a step whose time does not count; raise ContestantFailedError with its last words."""
        done = self.run()
        if done.returncode != 0:
            raise ContestantFailedError(f"exit code {done.returncode}: {last_words(done)}")


class Contestant(abc.ABC):
    """One grader (or the bare script) in the race.

    The order of calls is `unable`, `prepare` once a workload, then for each run `reset`, the
    commands (the only part that is timed) and `marks`.
    """

    name: str
    at_a_time = 2
    """How many of the commands run side by side."""

    def unable(self, workload: Workload) -> str | None:
        """Say in one line why this contestant cannot run, or return None."""
        return None

    @abc.abstractmethod
    def prepare(self, lab: Lab, folder: Path) -> None:
        """Write this contestant's own version of the assignment into an empty folder."""

    def reset(self) -> None:  # noqa: B027 - most have something to remove, not all
        """Remove what the last run left, so that each run starts alike."""

    @abc.abstractmethod
    def commands(self, count: int) -> list[Command]:
        """The processes that grade the first `count` submissions."""

    @abc.abstractmethod
    def marks(self, count: int) -> list[Marks]:
        """Read what the last run awarded, one entry for each submission found."""


class Peer(Contestant):
    """A published grader in a virtual environment of its own."""

    requirement: str
    """What pip installs; the version is fixed so that figures can be repeated."""
    also: tuple[str, ...] = ()
    """Anything it needs at work and does not require itself."""

    @property
    def environment(self) -> Path:
        """The virtual environment."""
        return cache_folder() / "venvs" / self.name

    def program(self, name: str) -> str:
        """The path of a program in the peer's environment."""
        return str(self.environment / "bin" / name)

    def unable(self, workload: Workload) -> str | None:
        """A peer needs its environment."""
        if not (self.environment / "ready").is_file():
            return f"not set up; run: python benchmarks/peers.py setup --only {self.name}"
        return None


def cache_folder() -> Path:
    """Where environments and work folders are kept, outside the repository."""
    chosen = os.environ.get("GRADER_BENCH_DIR")
    return Path(chosen) if chosen else Path.home() / ".cache" / "grader-benchmarks"


def empty(folder: Path) -> Path:
    """Make a folder exist and be empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def last_words(done: subprocess.CompletedProcess[bytes]) -> str:
    """The last line a failed process wrote."""
    said = (done.stderr or done.stdout).decode(errors="replace").strip()
    return said.splitlines()[-1] if said else "nothing said"
