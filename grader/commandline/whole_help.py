"""A group of commands whose help has the whole description of each command."""

from __future__ import annotations

from collections.abc import Iterable

import click

_LIKE = 0.7  # how alike a name has to be, from 0 to 1, to be offered
_LONGEST = 1000  # characters of a description; click cuts off what is longer than a line


class WholeHelp(click.Group):
    """A group whose help wraps the descriptions of commands rather than cutting them off."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a line or two for each command."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [
            (name, command.get_short_help_str(_LONGEST))
            for name, command in commands
            if command is not None and not command.hidden
        ]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def nearest_command(words: str, names: Iterable[str]) -> str:
    """The command whose name is most like this; empty if none is."""
    import difflib

    return next(iter(difflib.get_close_matches(words, names, 1, _LIKE)), "")
