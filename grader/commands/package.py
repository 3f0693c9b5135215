"""``grader package``: what a platform is given, checked, made and written."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.options import assignment_option, exact_training_option
from grader.commandline.terminal import say


@click.command()
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
@assignment_option
@click.option(
    "--allow-weak-sandbox",
    is_flag=True,
    help="Run private cases there even where a submission could get at them.",
)
@exact_training_option
@click.option(
    "--without-tensorflow",
    is_flag=True,
    help="Install no TensorFlow there, which makes it a sixth of the size. Plain Keras networks "
    "that are right are found to be right without it; other answers with Keras are not asked.",
)
def package(
    platform: str,
    path: Path | None,
    parts: tuple[str, ...],
    folder: Path | None,
    *,
    allow_weak_sandbox: bool,
    exact_training: bool,
    without_tensorflow: bool,
) -> None:
    """Make what a platform is given, ready to upload.

    Platforms: gradescope, coursera, prairielearn, classroom50, github, gitlab. Where students can
    get at the package, it holds public cases only.
    """
    from grader.assignment import loading, places
    from grader.bundles.writing import write_files
    from grader.package import package_files, package_for

    where = package_for(platform)
    root = places.find_assignment(folder)
    suite = loading.load_assignment(root)
    exercises = _exercise_of_each(parts, [exercise.name for exercise in suite.exercises])
    files = package_files(
        where,
        root,
        suite.title,
        exercises,
        allow_weak=allow_weak_sandbox,
        exact_training=exact_training,
        without_tensorflow=without_tensorflow,
    )
    target = path or Path(where.output)
    write_files(files, target)
    size = sum(map(len, files.values())) / 1e6
    cases = "private cases, too" if where.private else "public cases only"
    say(f"{target}: {len(files)} files, {size:.1f} MB, {cases}. {where.then}")


def _exercise_of_each(parts: tuple[str, ...], exercises: list[str]) -> dict[str, str]:
    """The exercise that each part is, by the part's id.

    Args:
        parts: the options' values, ``ID=EXERCISE``.
        exercises: the names of all exercises.

    Raises:
        BundleError: a value has another form, or there is no such exercise.
    """
    from grader.bundles.files import BundleError
    from grader.package.platform_run import ALL

    found = {}
    for part in parts:
        identifier, _, exercise = part.partition("=")
        if not identifier or exercise not in (ALL, *exercises):
            known = ", ".join([*exercises, ALL])
            raise BundleError(f"--part {part}: it is ID=EXERCISE, one of {known}")
        found[identifier] = exercise
    return found
