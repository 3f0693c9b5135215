"""The program that runs on a platform: it finds the submission, grades it and writes the results.

It is started by ``python -P -m grader.package.platform_run PLATFORM ROOT``, with the kit on the
path. It exits with 0 when there are results, whatever the score, and with 1, writing none, when the
grader could not do its work; the platform then tells the instructor, and the student loses nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from grader.assignment import loading, places
from grader.commandline.delivery import Delivery
from grader.errors import GraderError, fault
from grader.grading.grader import Options
from grader.grading.unreadable import unreadable
from grader.package.kit import SETTINGS
from grader.package.submitted import NoSubmissionError, submitted
from grader.report import Report, new_report
from grader.submissions.reading import SubmissionError
from grader.suite import Suite
from grader.workers.pool import Pool

# The folder with the submission, and the file for the results, below each platform's root.
PLACES = {
    "gradescope": ("submission", "results/results.json"),
    "coursera": ("submission", "feedback.json"),
    "prairielearn": ("student", "results/results.json"),
    "classroom50": (".", "result.json"),
}
ALL = "all"


class PartError(GraderError):
    """The platform asks for an unknown part; the message names the known parts."""


def main(arguments: list[str]) -> int:
    """Grade for a platform; gives the exit code."""
    platform, root = arguments[0], Path(arguments[1])
    handed_in, results = (root / place for place in PLACES[platform])
    home = Path(places.__file__).resolve().parents[2]
    settings: dict[str, Any] = msgspec.json.decode((home / SETTINGS).read_bytes())
    try:
        results.parent.mkdir(parents=True, exist_ok=True)
        delivery = Delivery((f"{platform}={results}",), many=False)
        suite = loading.load_assignment(home)
        wanted = _part(settings["parts"], os.environ)
        options = Options(
            allow_weak_sandbox=settings["allow_weak_sandbox"],
            exact_training=settings["exact_training"],
        )
        made, file = _graded(suite, options, handed_in, settings["notebooks"])
        # What goes to standard output may be shown to students, so it is theirs.
        shown = _of_part(made, wanted).for_student()
        (delivery.refuse if shown.refused else delivery.put)(shown, file)
    except (GraderError, OSError) as error:
        sys.stderr.write(f"grader: {error}\n")
        return 1
    except Exception as error:  # noqa: BLE001 - the platform's log gets a sentence
        sys.stderr.write(f"grader: {fault(error)}\n")
        return 1
    return 0


def _graded(
    suite: Suite, options: Options, handed_in: Path, notebooks: list[str]
) -> tuple[Report, Path]:
    helpers = [path.name for path in suite.support.glob("*.py")] if suite.support else []
    try:
        file = submitted(handed_in, notebooks, helpers)
    except NoSubmissionError as error:
        return unreadable(suite, "nothing", str(error)), handed_in
    try:
        with Pool(suite, options) as pool:
            return pool.grade(file), file
    except SubmissionError as error:
        return unreadable(suite, file.name, str(error)), file


def _part(parts: Mapping[str, str], environment: Mapping[str, str]) -> str:
    """The exercise that is asked for: Coursera starts the grader once for each part."""
    if not parts:
        return ALL
    part = environment.get("partId", "")
    if part not in parts:
        raise PartError(
            f"the part {part!r} is not in the package; its parts are: {', '.join(parts)}"
        )
    return parts[part]


def _of_part(made: Report, wanted: str) -> Report:
    """A report on one exercise alone, whose points are then the required ones."""
    if wanted == ALL:
        return made
    exercises = tuple(
        msgspec.structs.replace(exercise, extra=False)
        for exercise in made.exercises
        if exercise.name == wanted
    )
    part = new_report(exercises, made.cells, made.notes, made.provenance)
    return msgspec.structs.replace(part, refused=made.refused)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
