"""``grader new``: a new assignment, or one made of tests that are there already."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.commandline.terminal import say

if TYPE_CHECKING:
    from grader.suite.own_tests import Test

EXAMPLES = """
\b
Examples:
  grader new week1                              an example to go on from
  grader new ps1 --from source/ps1/ps1.ipynb    nbgrader's source notebook
  grader new lab2 --from lab2.ipynb             Otter's master notebook
  grader new hw3 --from tests/ --solution hw3.py
                                                pytest, unittest or OK files
"""


@click.command(epilog=EXAMPLES)
@click.argument("folder", type=click.Path(path_type=Path), metavar="NAME")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path),
    metavar="SOURCE",
    help="nbgrader's source notebook, Otter's master notebook or one that it made, a notebook "
    "with assertions, or a file or folder of tests; it is copied and stays as it is.",
)
@click.option(
    "--solution",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The reference solution, where SOURCE has none.",
)
def new(folder: Path, source: Path | None, solution: Path | None) -> None:
    """Make an assignment in the new folder NAME that can be graded with at once.

    Exit codes: 0 made; 2 the folder is there already, or no test can be read from SOURCE.
    """
    from grader.authoring import handouts, new_assignment

    suite = new_assignment.make(folder, source, solution)
    say(f"{folder}: {suite.title}\n")
    for exercise in suite.exercises:
        tests = suite.tests_of(exercise)
        points = sum(test.points for test in tests)
        say(f"  {exercise.title:<30.30}  {_counted(tests):<22}{points:>5g} points")
    say("\nNext:")
    solved = folder / handouts.SOLVED
    say(f"  cd {folder}")
    if solved.is_file():
        say(f"  grader {solved.name:<22} # grade the reference: all points")
    say("  grader verify                 # who passes the tests that should not?")
    if solved.is_file():
        say("  grader build                  # after each change: the students' notebook anew")
        say(f"{'':<32}# ({handouts.STUDENT}), and the solved one")
    say("  grader SUBMISSIONS/           # a class: a folder or a zip")
    say(f"Points, limits and files beside the notebook: {folder / 'assignment.toml'}")


def _counted(tests: Sequence[Test]) -> str:
    """The numbers of tests, of hidden ones among them, and of answers that people mark."""
    by_hand = sum(test.kind == "manual" for test in tests)
    run = len(tests) - by_hand
    hidden = sum(test.private for test in tests)
    parts = [f"{run} test{'s' if run != 1 else ''}"] if run else []
    parts += [f"{hidden} hidden"] if hidden else []
    parts += [f"{by_hand} by hand"] if by_hand else []
    return ", ".join(parts)
