"""``grader schema``: the JSON Schema of a report."""

from __future__ import annotations

import click

from grader.commandline.terminal import say


@click.command()
def schema() -> None:
    """Print the JSON Schema of a report."""
    from grader.export.json_ import report_schema

    say(report_schema(), newline=False)
