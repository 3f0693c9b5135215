"""``grader gradebook``: look into a gradebook, explain a mark, change one with a trace.

Its commands are modules of this package.
"""

from __future__ import annotations

import click

from grader.commandline.whole_help import WholeHelp
from grader.commands.gradebook import (
    entry,
    group,
    looking,
    mark,
    mark_page,
    override,
    policy,
    standing,
)

_EXAMPLES = """
\b
Examples:
  grader gradebook list class.gradebook             a line for each student
  grader gradebook explain class.gradebook jane     why 62?
  grader gradebook show class.gradebook jane        the whole history
  grader gradebook mark class.gradebook jane essay 7 --comment "Well argued."
  grader gradebook override class.gradebook jane 70 --who "A. Roe" --why "..."
  grader gradebook policy class.gradebook --attempts best --who "A. Roe" \\
      --deadline 2026-11-30T23:59+01:00 --per-day 10
  grader gradebook repeat class.gradebook jane      grade it again and compare
  grader export class.gradebook --to csv=points.csv
"""


@click.group(cls=WholeHelp, epilog=_EXAMPLES)
def gradebook() -> None:
    """Look into a gradebook, explain a mark, set one by hand.

    Nothing in a gradebook is ever overwritten: what is changed is added, and the newest counts.
    """


for _command in (
    looking.list_,
    looking.show,
    looking.explain,
    looking.repeat,
    mark.mark,
    mark_page.mark_page,
    override.override,
    standing.extend,
    standing.withdraw,
    standing.hold,
    standing.release,
    group.group,
    policy.policy,
    entry.entry,
):
    gradebook.add_command(_command)
