"""The command ``grader``. The bare ``grader FILE`` grades; sub-commands do the rest."""

from __future__ import annotations

import io
import os
import sys
import warnings
from pathlib import Path
from typing import Any, NoReturn

import click

from grader import __version__
from grader.border.limits import Limits
from grader.commands.class_ import class_
from grader.commands.gradebook import gradebook
from grader.commands.watch import watch
from grader.options import class_options, limit_options

GRADED, BELOW, USAGE, OURS = 0, 1, 2, 3

# The arrays that are judged are small: with more threads NumPy's library only waits in loops, which
# takes the processor from the submissions and doubles the time of each. Before NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_EXAMPLES = """
\b
Examples:
  grader submit.ipynb                     grade a notebook, private cases too
                                          where the instructor's part is there
  grader submit.ipynb --student           show what the student may see
  grader submit.ipynb --to json=out.json  write the whole report for a program
  grader submissions/                     a class: a folder, a zip, several files;
                                          the same command goes on where it stopped
  grader formats                          what else --to can write, for platforms
  grader submit.ipynb --fail-under 60     exit with 1 below 60 points
\b
Exit codes: 0 graded, whatever the score; 1 only with --fail-under;
2 a usage error or a file that cannot be graded; 3 the grader itself failed.
"""


class _BareFile(click.Group):
    """A group in which the command ``grade`` may be left out."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["grade", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_BareFile, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="grader")
def main() -> None:
    """Grade notebooks: grader FILE...

    A submission runs in a process of its own and is only asked questions; the answers never
    come near it.
    """
    # A learner's "\\d" is not the instructor's business.
    warnings.filterwarnings("ignore", category=SyntaxWarning)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a learner's text may hold any character
            stream.reconfigure(errors="replace")


@main.command(epilog=_EXAMPLES)
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
@click.option("--fail-under", type=int, metavar="POINTS", help="Exit with 1 below this total.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="the number of processors",
    help="How many submissions at a time.",
)
@class_options
@click.option(
    "--assignment",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The assignment's folder; otherwise the one the grader lies in, or around here.",
)
@click.option(
    "--allow-weak-sandbox",
    is_flag=True,
    help="Run private cases even where a submission could get at them; see grader doctor.",
)
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
    fail_under: int | None,
    limits: Limits,
    jobs: int,
    hints: int,
    about_class: dict[str, Any],
    *,
    student: bool,
    run_all: bool,
    allow_weak_sandbox: bool,
) -> None:
    """Grade notebooks or scripts: one, several, a folder or a zip."""
    from grader.sandbox import launch  # not needed for --help

    # The child's libraries are imported while this process imports its own.
    here = launch.CAN_FORK and about_class["cluster"] is None
    spare = launch.zygote() if here else None
    from grader.run import Plan, run

    plan = Plan(
        files, targets, folder, limits, jobs, student, run_all, allow_weak_sandbox, hints, spare
    )
    collections = [one for one in files if one.is_dir() or one.suffix.lower() == ".zip"]
    if collections and about_class["book"] is None:
        about_class["book"] = Path(collections[0].resolve().stem + ".gradebook")
    if collections or len(files) > 1 or any(about_class.values()):
        from grader.batch.run import ClassPlan, run_class

        worst, fewest = run_class(plan, ClassPlan(**about_class), _fail)
    else:
        worst, fewest = run(plan, _fail)
    if worst == GRADED and fail_under is not None and fewest is not None and fewest < fail_under:
        worst = BELOW
    sys.exit(worst)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    from grader.export.json_ import schema as text

    click.echo(text(), nl=False)


@main.command()
def formats() -> None:
    """List the formats of --to, with an example of each.

    Exit codes: 0; 2 if another package brings a format that is broken.
    """
    from grader import export, sheets

    click.echo("Submissions: grader FILE... --to FORMAT[=PATH]")
    for one in export.listed():
        click.echo(f"  {one.name:<14}{one.about}")
        if one.example:
            click.echo(f"  {'':<14}  {one.example}")
    click.echo("\nA class: grader export GRADEBOOK --to FORMAT=PATH")
    for sheet in sheets.listed():
        click.echo(f"  {sheet.name:<14}{sheet.about}\n  {'':<14}  {sheet.example}")
    wrong = export.broken()
    for sentence in wrong:
        click.echo(f"grader: {sentence}", err=True)
    sys.exit(USAGE if wrong else GRADED)


@main.command()
@click.argument("gradebook", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--to",
    "targets",
    multiple=True,
    required=True,
    metavar="FORMAT=PATH",
    help="What to write, and where. Repeatable. grader formats lists them.",
)
@click.option(
    "--sheet",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The sheet that was downloaded from the platform, to be filled in. It is only read.",
)
@click.option("--column", default="", help="The sheet's column for the points, by its whole name.")
def export(gradebook: Path, targets: tuple[str, ...], sheet: Path | None, column: str) -> None:
    """Write a class's marks for the gradebook of a learning platform.

    Nothing is written if a student is not in the sheet, or anything else does not fit.
    """
    from grader.gradebook import GradebookError, read_class
    from grader.sheets import SheetError
    from grader.sheets.command import write

    try:
        whole = read_class(gradebook)
        for line in write(whole, targets, sheet, column):
            click.echo(line)
    except (SheetError, GradebookError) as error:
        _fail(str(error))


@main.command()
@click.argument("platform")
@click.option(
    "--to",
    "path",
    type=click.Path(path_type=Path),
    help="Where to write it: a new folder, or a file that ends in .zip.",
)
@click.option(
    "--part",
    "parts",
    multiple=True,
    metavar="ID=EXERCISE",
    help="For coursera: which exercise a part is, or all. Repeatable.",
)
@click.option(
    "--assignment",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The assignment's folder.",
)
@click.option(
    "--allow-weak-sandbox",
    is_flag=True,
    help="Run private cases there even where a submission could get at them.",
)
def package(
    platform: str,
    path: Path | None,
    parts: tuple[str, ...],
    folder: Path | None,
    *,
    allow_weak_sandbox: bool,
) -> None:
    """Make what a platform is given, ready to upload.

    Platforms: gradescope, coursera, prairielearn, classroom50, github, gitlab. Where students can
    get at the package, it holds public cases only.
    """
    from grader import assignment
    from grader import package as packages
    from grader.package.command import make

    try:
        click.echo(make(platform, path, parts, folder, allow_weak=allow_weak_sandbox), nl=False)
    except (packages.PackageError, assignment.AssignmentError) as error:
        _fail(str(error))


@main.command()
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 if a notebook is out of date."
)
@click.option(
    "--assignment",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The assignment's folder.",
)
def build(folder: Path | None, *, check: bool) -> None:
    """Make the student's and the solution notebooks from their sources."""
    from grader import assignment, authoring

    try:
        root = assignment.find(folder)
        changed = authoring.stale(root) if check else authoring.write(root)
    except (assignment.AssignmentError, authoring.AuthoringError) as error:
        _fail(str(error))
    for path in changed:
        click.echo(f"{'out of date' if check else 'written'}: {path.relative_to(root)}")
    if not changed:
        click.echo("all notebooks are up to date")
    sys.exit(BELOW if check and changed else GRADED)


@main.command()
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--no-run", is_flag=True, help="Do not run the notebooks.")
@click.option(
    "--assignment",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The assignment's folder.",
)
def release(target: Path, folder: Path | None, *, no_run: bool) -> None:
    """Make the student's package in the new or empty folder DIR: a folder and a zip archive.

    It is searched for what is in the secret folder, by content, and its notebooks are run, blank
    and filled in. If anything speaks against it, nothing is written.

    Exit codes: 0 released; 1 refused, and why; 2 a usage error; 3 the grader itself failed.
    """
    from grader.release.command import run

    sys.exit(run(target, folder, _fail, play=not no_run))


@main.command()
@click.argument(
    "target", metavar="[DIR]", required=False, type=click.Path(file_okay=False, path_type=Path)
)
@click.option(
    "--assignment",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The assignment's folder.",
)
def readings(target: Path | None, folder: Path | None) -> None:
    """Run the assignment's readings and write them as HTML pages into DIR (build/readings).

    The pages need no network and can be printed.
    """
    from grader import assignment
    from grader import readings as pages

    try:
        root = assignment.find(folder)
        for path in pages.write(root, target or root / "build" / "readings"):
            click.echo(f"written: {path}")
    except (assignment.AssignmentError, pages.ReadingError) as error:
        _fail(str(error))


@main.command()
@click.option("--all", "everything", is_flag=True, help="Show every failure and every case.")
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="the number of processors",
    help="How many submissions at a time.",
)
@click.option(
    "--assignment",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The assignment's folder.",
)
@click.option(
    "--allow-weak-sandbox", is_flag=True, help="Prove it even where private cases are refused."
)
def verify(folder: Path | None, jobs: int, *, everything: bool, allow_weak_sandbox: bool) -> None:
    """Prove an assignment: right answers, blank notebooks, known mistakes, hints and cases.

    Exit codes: 0 proven, 1 not proven, 2 a usage error, 3 the grader itself failed.
    """
    from grader.verify.command import run

    sys.exit(run(folder, jobs, _fail, everything=everything, allow_weak=allow_weak_sandbox))


@main.command()
@click.option("--json", "as_json", is_flag=True, help="Print what was found for a program.")
@click.option(
    "--assignment",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The assignment's folder.",
)
def doctor(folder: Path | None, *, as_json: bool) -> None:
    """Try what a submission must not do, and say how safe it is to grade here.

    Exit codes: 0 the level is full or strong; 1 it is weak or none.
    """
    from grader import bait

    begun = bait.begin()  # as above: it is under way while this process imports the rest
    from grader import assignment
    from grader import doctor as doctors
    from grader.sandbox.zygotes import SandboxError

    try:
        checkup = doctors.examine(folder, begun=begun)
    except assignment.AssignmentError as error:
        _fail(str(error))
    except SandboxError as error:
        _fail(str(error), OURS)
    click.echo(doctors.as_json(checkup) if as_json else doctors.text(checkup), nl=False)
    sys.exit(GRADED if checkup.level in ("full", "strong") else BELOW)


main.add_command(class_)
main.add_command(gradebook)
main.add_command(watch)


def _fail(message: str, code: int = USAGE) -> NoReturn:
    click.echo(f"grader: {message}", err=True)
    sys.exit(code)
