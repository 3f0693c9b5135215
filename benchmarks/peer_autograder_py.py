"""edulinq's autograder-py: its local command, one process a submission."""

from __future__ import annotations

# ruff: noqa: ARG002 - a contestant need not use all that it is told
import json
import shutil
from pathlib import Path

from contestant import Command, Marks, Peer, empty
from submissions import Lab, Workload

GRADER = """\
import autograder.assignment
import autograder.question

from lab_checks import CHECKS

QUESTIONS = {questions!r}


class Checked(autograder.question.Question):
    def score_question(self, submission):
        for check in CHECKS[self.name]:
            check(getattr(submission.__all__, self.name))
            self.add_score(1)


class Lab(autograder.assignment.Assignment):
    def __init__(self, **kwargs):
        super().__init__(name="lab", questions=[Checked(3, name) for name in QUESTIONS], **kwargs)
"""


class AutograderPy(Peer):
    """The lightest of the peers: the notebook's functions become a module, each question a fork."""

    name = "autograder-py"
    requirement = "autograder-py==1.0.2"

    def unable(self, workload: Workload) -> str | None:
        """It drops every lower-case assignment, so a trained `model` never reaches its tests."""
        if workload == "tensorflow":
            return "keeps functions and constants only, so `model` is lost"
        return super().unable(workload)

    def prepare(self, lab: Lab, folder: Path) -> None:
        """Write the assignment's description, its grader and one folder for each submission."""
        self.folder = folder
        support = ["grader.py", "lab_checks.py"]
        description = {"id": "lab", "name": "lab", "static-files": support}
        (folder / "assignment.json").write_text(json.dumps(description), encoding="utf-8")
        (folder / "grader.py").write_text(GRADER.format(questions=lab.questions), encoding="utf-8")
        lab.copy_support(folder)
        for number, path in enumerate(lab.notebooks):
            shutil.copy(path, empty(folder / f"submission_{number:02}"))

    def reset(self) -> None:
        """Clear the results."""
        empty(self.folder / "results")

    def commands(self, count: int) -> list[Command]:
        """One `autograder.cli.grading.grade` for each submission."""
        return [
            Command(
                (
                    self.program("python"),
                    "-m",
                    "autograder.cli.grading.grade",
                    "--assignment",
                    "assignment.json",
                    "--submission",
                    f"submission_{number:02}",
                    "--out-path",
                    f"results/{number:02}.json",
                ),
                self.folder,
            )
            for number in range(count)
        ]

    def marks(self, count: int) -> list[Marks]:
        """Add up the questions of each result."""
        found = []
        for path in sorted((self.folder / "results").glob("*.json")):
            questions = json.loads(path.read_text(encoding="utf-8"))["questions"]
            found.append(
                (
                    sum(float(question["score"]) for question in questions),
                    sum(float(question["max_points"]) for question in questions),
                )
            )
        return found
