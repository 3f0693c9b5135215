"""``grader FILE``: grading one submission or a class."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Any

import click

from grader.commandline.limits_help import LimitsLast
from grader.commandline.options import (
    assignment_option,
    class_options,
    exact_training_option,
    jobs_option,
    limit_options,
    weak_option,
)
from grader.commandline.terminal import say
from grader.commandline.threshold import Threshold, ThresholdType
from grader.errors import BELOW, GRADED
from grader.protocol.limits import Limits

EXAMPLES = """
\b
Examples:
  grader submit.ipynb                     grade a notebook, private cases too
                                          where the instructor's part is there
  grader submit.ipynb --student           show what the student may see
  grader submit.ipynb --to json=out.json  write the whole report for a program
  grader submissions/                     a class: a folder, a zip or files;
                                          the same command goes on if stopped
  grader formats                          what --to can write, for platforms
  grader submit.ipynb --fail-under 60     exit with 1 below 60 points
\b
Exit codes: 0 graded, whatever the score; 1 only with --fail-under;
2 a usage error, a file that cannot be graded, or a place that may not be
written to; 3 the grader itself failed, or a disk or standard output takes
no more;
130 stopped by Ctrl-C, and the same command goes on with a class.
"""


@click.command(cls=LimitsLast, epilog=EXAMPLES)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, readable=False),
    metavar="FILE...",
)
@click.option(
    "--to",
    "targets",
    multiple=True,
    metavar="FORMAT[=PATH]",
    help="Write the report in a format; to standard output without a path. Repeatable. "
    "grader formats lists them.",
)
@click.option(
    "--student", is_flag=True, help="Show what the student may see: private cases by title."
)
@click.option("--run-all", is_flag=True, help="Run every cell, not only those the exercises need.")
@click.option(
    "--fail-under",
    type=ThresholdType(),
    metavar="POINTS",
    help="Exit with 1 below this total; 60% is a share of what can be earned.",
)
@jobs_option
@class_options
@assignment_option
@weak_option
@exact_training_option
@click.option(
    "--hints",
    type=click.IntRange(0, 3),
    default=1,
    show_default=True,
    help="How many hints to show for a mistake that is known, each saying more.",
)
@limit_options
def grade(
    files: tuple[Path, ...],
    targets: tuple[str, ...],
    folder: Path | None,
    fail_under: Threshold | None,
    limits: Limits,
    jobs: int,
    hints: int,
    about_class: dict[str, Any],
    *,
    student: bool,
    run_all: bool,
    allow_weak_sandbox: bool,
    exact_training: bool,
) -> None:
    """Grade notebooks or scripts: one, several, a folder or a zip."""
    from grader.assignment import places
    from grader.sandbox import launch  # not needed for --help

    root = places.find_assignment(folder)
    # The child's libraries are imported while this process imports its own.
    here = launch.CAN_FORK and about_class["cluster"] is None
    spare = launch.start_zygote(places.support(root)) if here else None
    from grader.commandline.grade_file import Plan, run_file
    from grader.intake.found_files import is_archive, stem

    plan = Plan(
        files,
        targets,
        root,
        limits,
        jobs,
        student,
        run_all,
        allow_weak_sandbox,
        hints,
        exact_training,
        spare,
    )
    collections = [file for file in files if file.is_dir() or is_archive(file.name)]
    if collections and about_class["book"] is None:
        about_class["book"] = Path(stem(collections[0].resolve().name) + ".gradebook")
    fewest: float | None
    if collections or len(files) > 1 or any(about_class.values()):
        from grader.commandline.grade_class import ClassPlan, run_class

        worst, fewest, worth = run_class(plan, ClassPlan(**about_class))
    else:
        worst, fewest, worth = run_file(plan)
    if worst == GRADED and fail_under is not None and fewest is not None:
        unmet = fail_under.unmet(fewest, worth)
        if unmet:
            say(f"grader: {unmet}", error=True)
            worst = BELOW
    gc.freeze()  # so that Python does not search the memory for garbage at its end
    sys.exit(worst)
