"""``grader gradebook group``: students who hand in as one."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.terminal import say
from grader.commands.gradebook.arguments import (
    book_argument,
    open_gradebook,
    reason_option,
    who_option,
    without_controls,
)

_EXAMPLES = """
\b
Examples:
  grader gradebook group class.gradebook team-7 jane john --who "A. Roe"
  grader gradebook group class.gradebook --from groups.csv --who "A. Roe"
  grader gradebook group class.gradebook "" john --who "A. Roe"   in none now
"""


@click.command(epilog=_EXAMPLES)
@book_argument
@click.argument("name", required=False, callback=without_controls)
@click.argument("students", nargs=-1)
@click.option(
    "--from",
    "table",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="CSV",
    help="A list of all groups: a column group, and one that says who.",
)
@who_option
@reason_option
def group(
    book: Path, name: str | None, students: tuple[str, ...], table: Path | None, who: str, why: str
) -> None:
    """Put STUDENTS into the group NAME: what one of them hands in, all have handed in.

    Each student is in one group at most, the last that was said.
    """
    from grader.gradebook.people import student_meant
    from grader.gradebook.records import Decision
    from grader.sheets.groups_file import read_groups
    from grader.texts import printable

    if (table is None) is not bool(students):
        raise click.UsageError("give a name and students, or --from")
    with open_gradebook(book) as gradebook:
        pairs = [(student_meant(gradebook, printable(words)), name or "") for words in students]
        if table is not None:
            pairs = read_groups(gradebook, table)
        with gradebook.together():
            for student, of in pairs:
                decision = Decision(student=student, kind="group", text=of, who=who, why=why)
                gradebook.decide(decision)
    for of in sorted({of for _, of in pairs if of}):
        say(f"{of}: {', '.join(student for student, own in pairs if own == of)}")
