"""nbgrader: a course folder with its database, graded by `nbgrader autograde`."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

from contestant import Command, Marks, Peer
from submissions import Lab, cells, notebook, notebook_cell

ASSIGNMENT = "ps1"
TEST = """\
from lab_checks import CHECKS
for check in CHECKS["{name}"]:
    check({name})
"""


class Nbgrader(Peer):
    """One command for the whole class; it grades one student after another."""

    name = "nbgrader"
    requirement = "nbgrader==0.9.6"

    def prepare(self, lab: Lab, folder: Path) -> None:
        """Make the course once: the instructor's version, the database, the hand-ins."""
        self.pristine, self.course = folder / "pristine", folder / "course"
        source = self.pristine / "source" / ASSIGNMENT
        source.mkdir(parents=True)
        (source / "lab.ipynb").write_text(self.version(lab, 1), encoding="utf-8")
        lab.copy_support(source)
        self.nbgrader("generate_assignment", ASSIGNMENT, cwd=self.pristine)
        for number in range(1, len(lab.notebooks) + 1):
            target = self.pristine / "submitted" / f"student_{number:02}" / ASSIGNMENT
            target.mkdir(parents=True)
            (target / "lab.ipynb").write_text(self.version(lab, number), encoding="utf-8")
            lab.copy_support(target)

    def version(self, lab: Lab, number: int) -> str:
        """The submission's own cells, marked as nbgrader needs them, then a test cell a question.

        The instructor's version and the hand-ins have the same test cells: nbgrader puts its own
        in their place before it runs them.
        """
        code, tests = [], []
        for index, cell in enumerate(cells(lab.workload, number)):
            marking = {"nbgrader": marks_of(f"cell-{index}", solution=cell.graded is not None)}
            code.append(notebook_cell("code", cell.source, f"cell-{index}", **marking))
            if cell.graded:
                name = f"test-{cell.graded}"
                test = marks_of(name, solution=False) | {"grade": True, "points": 3}
                source = TEST.format(name=cell.graded)
                tests.append(notebook_cell("code", source, name, nbgrader=test))
        return notebook([*code, *tests])

    def nbgrader(self, *arguments: str, cwd: Path) -> None:
        """Run a command whose time does not count."""
        Command((self.program("nbgrader"), *arguments), cwd).run_or_fail()

    def reset(self) -> None:
        """Put back the course as it was before any grading."""
        shutil.rmtree(self.course, ignore_errors=True)
        shutil.copytree(self.pristine, self.course)

    def commands(self, count: int) -> list[Command]:
        """One student by name, or the whole class."""
        chosen = ("--student", "student_01") if count == 1 else ()
        return [Command((self.program("nbgrader"), "autograde", ASSIGNMENT, *chosen), self.course)]

    def marks(self, count: int) -> list[Marks]:
        """Ask nbgrader's own export, which leaves out nobody it has graded."""
        self.nbgrader("export", "--to", "grades.csv", cwd=self.course)
        with (self.course / "grades.csv").open(encoding="utf-8", newline="") as table:
            rows = list(csv.DictReader(table))
        return [
            (float(row["score"]), float(row["max_score"])) for row in rows if row["raw_score"] != ""
        ][:count]


def marks_of(grade_id: str, *, solution: bool) -> dict[str, object]:
    """The metadata of one cell: the students' to fill in, or read-only."""
    return {
        "grade_id": grade_id,
        "schema_version": 3,
        "grade": False,
        "solution": solution,
        "locked": not solution,
        "task": False,
    }
