"""``grader package``: what a platform is given, ready to upload."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.options import assignment_option


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
    from grader.package.making import make

    click.echo(make(platform, path, parts, folder, allow_weak=allow_weak_sandbox), nl=False)
