"""``grader formats``: what ``--to`` can write."""

from __future__ import annotations

import sys

import click

from grader.commandline.terminal import say
from grader.errors import GRADED, USAGE

_WIDTH = 17  # of the column of names


@click.command()
def formats() -> None:
    """List the formats of --to, with an example of each.

    Exit codes: 0; 2 if another package brings a format that is broken.
    """
    from grader import export, sheets

    say("Submissions: grader FILE... --to FORMAT[=PATH]")
    for form in export.all_formats():
        say(f"  {form.name:<{_WIDTH}}{form.about}")
        if form.example:
            say(f"  {'':<{_WIDTH}}  {form.example}")
    say("\nA class: grader export GRADEBOOK --to FORMAT=PATH")
    for sheet in sheets.all_class_formats():
        say(f"  {sheet.name:<{_WIDTH}}{sheet.about}\n  {'':<{_WIDTH}}  {sheet.example}")
    wrong = export.broken_formats()
    for sentence in wrong:
        say(f"grader: {sentence}", error=True)
    sys.exit(USAGE if wrong else GRADED)
