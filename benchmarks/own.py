"""The two contestants that are not peers: this project's grader, and the code run bare."""

from __future__ import annotations

# ruff: noqa: ARG002 - a contestant need not use all that it is told
import json
import subprocess
from pathlib import Path

from contestant import Command, Contestant, Marks, empty
from submissions import ROOT, Lab, Workload

SLOWS_TENSORFLOW = ("sklearn", "pandas")
"""Packages that `import tensorflow` imports on its own account where it finds them."""


def burdens(python: str) -> list[str]:
    """Name the packages of an interpreter that would make its TensorFlow figures slower."""
    question = (
        f"import importlib.util as u; print(*[n for n in {SLOWS_TENSORFLOW!r} if u.find_spec(n)])"
    )
    answer = subprocess.run([python, "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.split()


class Ours(Contestant):
    """`python -m grader`, all files in one call."""

    name = "grader"

    def __init__(self, python: str) -> None:
        """Take the interpreter that has the grader's dependencies."""
        self.python = python

    def unable(self, workload: Workload) -> str | None:
        """The command must at least show its help."""
        probe = subprocess.run(
            [self.python, "-m", "grader", "--help"], cwd=ROOT, capture_output=True, check=False
        )
        return None if probe.returncode == 0 else "`python -m grader --help` fails"

    def prepare(self, lab: Lab, folder: Path) -> None:
        """Nothing to write: it takes the notebooks as they are."""
        self.lab, self.results = lab, folder / "results"

    def reset(self) -> None:
        """Clear the reports."""
        empty(self.results)

    def commands(self, count: int) -> list[Command]:
        """One call, with two at a time when there are several; reports are written, as by peers."""
        files = [str(path) for path in self.lab.notebooks[:count]]
        jobs = ["--jobs", "2"] if count > 1 else []
        reports = ["--to", f"json={self.results}/{{}}.json"]
        return [Command((self.python, "-m", "grader", *files, *jobs, *reports), ROOT)]

    def marks(self, count: int) -> list[Marks]:
        """Add up the exercises the workload has: none has the quiz, and the NumPy one no model."""
        found = []
        names = {"model": "digit_model"}
        given = {names.get(name, name) for name in self.lab.questions}
        for path in sorted(self.results.glob("*.json")):
            exercises = [
                exercise
                for exercise in json.loads(path.read_text(encoding="utf-8"))["exercises"]
                if exercise["name"] in given
            ]
            found.append(
                (
                    float(sum(exercise["earned"] for exercise in exercises)),
                    float(sum(exercise["points"] for exercise in exercises)),
                )
            )
        return found


class BareScript(Contestant):
    """The same code with no grading at all, each script in a cold interpreter."""

    name = "bare script"

    def __init__(self, python: str) -> None:
        """Take the same interpreter as the grader."""
        self.python = python

    def prepare(self, lab: Lab, folder: Path) -> None:
        """The scripts lie beside the notebooks."""
        self.lab = lab

    def commands(self, count: int) -> list[Command]:
        """One process for each script."""
        return [
            Command((self.python, str(path)), self.lab.folder) for path in self.lab.scripts[:count]
        ]

    def marks(self, count: int) -> list[Marks]:
        """A script that ends well has nothing to be marked; its exit code is checked elsewhere."""
        return [(1.0, 1.0)] * count
