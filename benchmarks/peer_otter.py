"""Otter-Grader without containers: `otter run`, one process a submission."""

from __future__ import annotations

import json
from pathlib import Path

from contestant import Command, Marks, Peer, empty
from submissions import Lab

TEST_FILE = """\
from otter.test_files import test_case

OK_FORMAT = False
name = "{name}"
points = 3

"""
TEST_CASE = """
@test_case(points=1)
def test_{index}({name}):
    from lab_checks import CHECKS
    CHECKS["{name}"][{index}]({name})

"""


class Otter(Peer):
    """`otter grade` needs Docker, so this is the way without: `otter run`, two side by side."""

    name = "otter-grader"
    requirement = "otter-grader==7.0.0"
    also = ("ipykernel",)

    def prepare(self, lab: Lab, folder: Path) -> None:
        """Write the test files and pack them with the support files into autograder.zip."""
        self.lab, self.folder = lab, folder
        (folder / "tests").mkdir()
        for name in lab.questions:
            tests = TEST_FILE.format(name=name)
            tests += "".join(TEST_CASE.format(name=name, index=index) for index in range(3))
            (folder / "tests" / f"{name}.py").write_text(tests, encoding="utf-8")
        lab.copy_support(folder)
        support = ["lab_checks.py", "autils.py", "data/X.npy", "data/y.npy"]
        Command(
            (
                self.program("otter"),
                "generate",
                "--tests-dir",
                "tests",
                "--output-path",
                "autograder.zip",
                "--no-config",
                "--no-requirements",
                "--no-environment",
                *support,
            ),
            folder,
        ).run_or_fail()

    def reset(self) -> None:
        """Clear the result folders."""
        for number in range(len(self.lab.notebooks)):
            empty(self.result(number))

    def result(self, number: int) -> Path:
        """Where the results of one submission go."""
        return self.folder / "results" / f"{number:02}"

    def commands(self, count: int) -> list[Command]:
        """One `otter run` for each submission."""
        return [
            Command(
                (
                    self.program("otter"),
                    "run",
                    "--autograder",
                    "autograder.zip",
                    "--output-dir",
                    str(self.result(number)),
                    "--no-logo",
                    str(path),
                ),
                self.folder,
            )
            for number, path in enumerate(self.lab.notebooks[:count])
        ]

    def marks(self, count: int) -> list[Marks]:
        """Add up the tests in each results.json."""
        found = []
        for number in range(count):
            path = self.result(number) / "results.json"
            if path.is_file():
                tests = json.loads(path.read_text(encoding="utf-8"))["tests"]
                counted = [test for test in tests if test.get("max_score")]
                found.append(
                    (
                        sum(float(test["score"]) for test in counted),
                        sum(float(test["max_score"]) for test in counted),
                    )
                )
        return found
