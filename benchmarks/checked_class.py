"""The command run on a class in a folder, and what was found not to be as it must be."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Checked:
    """What has been found not to be as it must be, and figures."""

    faults: list[str] = field(default_factory=list)

    def expect(self, what: str, wanted: object, got: object) -> None:
        """Note a fault unless both are equal."""
        print(f"{'ok ' if wanted == got else 'NOT'} {what}: {got}", flush=True)
        if wanted != got:
            self.faults.append(f"{what}: {wanted!r} was wanted, {got!r} came")


def grader(folder: Path, *arguments: str, wanted: int = 0, said: str = "") -> str:
    """Run the command in the folder."""
    command = [sys.executable, "-m", "grader", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != wanted or said not in done.stdout + done.stderr:
        print(f"NOT {' '.join(arguments)}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout
