"""dlai-grader: the course's own, run outside its container, one process a submission."""

from __future__ import annotations

# ruff: noqa: ARG002 - a contestant need not use all that it is told
import json
import shutil
from pathlib import Path

from contestant import Command, Marks, Peer, empty
from submissions import Lab

GRADER = """\
from dlai_grader.grading import object_to_grade, test_case

from lab_checks import CHECKS

QUESTIONS = {questions!r}


def all_parts(learner_mod, solution_mod=None):
    @object_to_grade(learner_mod, *QUESTIONS)
    def graded(*answers):
        cases = []
        for name, answer in zip(QUESTIONS, answers):
            for check in CHECKS[name]:
                case = test_case(msg=check.__doc__)
                try:
                    check(answer)
                except Exception as problem:
                    case.fail()
                    case.got = repr(problem)
                cases.append(case)
        return cases

    return graded


def handle_part_id(part_id):
    return all_parts
"""
LOCAL_PATHS = """

import functools
send_feedback = functools.partial(send_feedback, feedback_path="shared/feedback.json")
copy_submission_to_workdir = functools.partial(copy_submission_to_workdir, dir_origin="shared/")


def notebook_grading("""


class Dlai(Peer):
    """All exercises as one part.

    On its platform every part is a run of its own; one run for all is the kinder comparison.
    """

    name = "dlai-grader"
    requirement = "dlai-grader==2.3.0"

    def prepare(self, lab: Lab, folder: Path) -> None:
        """One working folder for each submission, as its container would have.

        `entry.py` is the package's own template with the container's two paths made local.
        """
        self.folder = folder
        (template,) = self.environment.glob(
            "lib/python*/site-packages/dlai_grader/templates/entry_py/solution_n_file_n.py"
        )
        entry = template.read_text(encoding="utf-8")
        entry = entry.replace("\n\ndef notebook_grading(", LOCAL_PATHS, 1)
        for number, path in enumerate(lab.notebooks):
            place = empty(folder / f"submission_{number:02}")
            lab.copy_support(place)
            (place / "entry.py").write_text(entry, encoding="utf-8")
            (place / "grader.py").write_text(
                GRADER.format(questions=lab.questions), encoding="utf-8"
            )
            shutil.copy(path, empty(place / "shared") / "submission.ipynb")

    def reset(self) -> None:
        """Clear working copies and feedback."""
        for place in self.folder.glob("submission_*"):
            empty(place / "submission")
            (place / "shared" / "feedback.json").unlink(missing_ok=True)

    def commands(self, count: int) -> list[Command]:
        """One run of the entry script for each submission."""
        return [
            Command((self.program("python"), "entry.py"), self.folder / f"submission_{n:02}")
            for n in range(count)
        ]

    def marks(self, count: int) -> list[Marks]:
        """Read each feedback file; a fraction of 1.0 is full marks."""
        paths = sorted(self.folder.glob("submission_*/shared/feedback.json"))
        return [
            (float(json.loads(path.read_text(encoding="utf-8"))["fractionalScore"]), 1.0)
            for path in paths
        ]
