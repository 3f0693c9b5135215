"""``grader class``: the pages of a class, made of its gradebook."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.terminal import say

_EXAMPLES = """
\b
Examples:
  grader submissions/ --book class.gradebook  grade a class
  grader class class.gradebook --to pages     its page, and one for each
"""


@click.command("class", epilog=_EXAMPLES)
@click.argument("book", type=click.Path(path_type=Path, dir_okay=False), metavar="GRADEBOOK")
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Where the pages go; it is made if it is not there.",
)
def class_(book: Path, folder: Path) -> None:
    """Write the class page to DIR/index.html, and a page for each student to DIR/students/.

    The class page is for the instructor; a student's page tells of private cases only the titles.
    """
    from grader.gradebook import read_class
    from grader.pages.class_page import write_class_pages

    say(str(write_class_pages(read_class(book), folder)))
