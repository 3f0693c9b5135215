"""``grader gradebook entry``: wrong answers that no entry explains yet, and how to write one."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.terminal import say
from grader.commands.gradebook.arguments import book_argument, open_gradebook, without_controls
from grader.texts import shortlist

_MOST_NAMED = 5
_EXAMPLES = """
\b
Examples:
  grader gradebook entry class.gradebook                        the groups
  grader gradebook entry class.gradebook 3fa81c --to swapped.py
"""


@click.command(epilog=_EXAMPLES)
@book_argument
@click.argument("group", required=False, callback=without_controls)
@click.option(
    "--to",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help="Where the skeleton goes; otherwise NAME-GROUP.py here. Nothing is overwritten.",
)
def entry(book: Path, group: str | None, path: Path | None) -> None:
    """List wrong answers that several students give and no known mistake explains.

    With a GROUP the skeleton of an entry for the catalogue of mistakes is written, with students'
    code in comments. Fill it in, put it to the exercise's known mistakes, and grader verify
    EXERCISE/ENTRY says whether it holds.
    """
    from grader.gradebook.entry_skeleton import skeleton
    from grader.gradebook.roster import class_of
    from grader.gradebook.unknown_answers import group_called, unknown_answers

    with open_gradebook(book) as gradebook:
        groups = unknown_answers(class_of(gradebook).rows)
    if group is None:
        for found in groups:
            names = shortlist([row.student.label for row in found.rows], _MOST_NAMED)
            say(f"{found.key}  {found.exercise.name}  {len(found.rows)} students: {names}")
        if not groups:
            say("No two students give the same wrong answer without a known mistake behind it.")
        return
    found = group_called(groups, group)
    path = path or Path(f"{found.exercise.name}-{found.key}.py")
    with path.open("x", encoding="utf-8") as file:
        file.write(skeleton(found))
    say(f"{path}: fill it in; it is for the known mistakes of {found.exercise.name}")
