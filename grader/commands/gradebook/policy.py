"""``grader gradebook policy``: which attempt counts and what being late costs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from grader.commandline.terminal import say
from grader.commands.gradebook.arguments import book_argument, open_gradebook, without_controls


@click.command()
@book_argument
@click.option("--attempts", type=click.Choice(["last", "best"]), help="Which attempt counts.")
@click.option("--deadline", metavar="TIME", help="Like 2026-11-30T23:59+01:00; empty for none.")
@click.option("--grace", type=click.IntRange(0), help="Minutes after it that cost nothing.")
@click.option("--per-day", type=click.IntRange(0, 100), help="Percent for each started day.")
@click.option("--most-days", type=click.IntRange(0), help="After these nothing is left.")
@click.option(
    "--who", default="", callback=without_controls, help="Who changes it; needed for a change."
)
def policy(book: Path, who: str, **given: Any) -> None:  # noqa: ANN401 - options
    """Show, or change, which attempt counts and what being late costs."""
    import msgspec

    from grader.gradebook.policy import time_with_zone

    names = {"grace": "grace_minutes", "per_day": "percent_per_day"}
    changed = {names.get(key, key): value for key, value in given.items() if value is not None}
    if changed and not who:
        raise click.UsageError("a change needs --who")
    with open_gradebook(book) as gradebook:
        if changed.get("deadline"):
            time_with_zone(changed["deadline"])
        if changed:
            gradebook.set_policy(msgspec.structs.replace(gradebook.policy(), **changed), who)
        say(gradebook.policy().sentence())
