"""A command whose help has the sandbox's limits in a section of their own, after the examples."""

from __future__ import annotations

import click

LIMIT = "Limit: "  # begins the help of an option that sets one


class LimitsLast(click.Command):
    """A command whose help has the usual options first, and the limits at the end."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options that set no limit."""
        records = [record for record, is_limit in self._options(ctx) if not is_limit]
        with formatter.section("Options"):
            formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, and then the limits."""
        super().format_epilog(ctx, formatter)
        records = [record for record, is_limit in self._options(ctx) if is_limit]
        limits = [(name, said.removeprefix(LIMIT)) for name, said in records]
        with formatter.section("Limits of what a submission may use"):
            formatter.write_dl(limits)

    def _options(self, ctx: click.Context) -> list[tuple[tuple[str, str], bool]]:
        """The help record of each option, and whether the option sets a limit."""
        found = [parameter.get_help_record(ctx) for parameter in self.get_params(ctx)]
        return [(record, record[1].startswith(LIMIT)) for record in found if record is not None]
