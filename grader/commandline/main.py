"""The command ``grader``. The bare ``grader FILE`` grades; sub-commands do the rest."""

from __future__ import annotations

import importlib
import io
import os
import sys
import warnings
from typing import cast

import click

from grader import __version__

# The arrays that are judged are small: with more threads NumPy's library only waits in loops, which
# takes the processor from the submissions and doubles the time of each. Before NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Each is a module in grader/commands and loaded when it is asked for: grading starts at once.
_COMMANDS = (
    "build", "class", "doctor", "export", "formats", "grade", "gradebook", "package", "readings",
    "release", "schema", "verify", "watch",
)  # fmt: skip


class _BareFile(click.Group):
    """A group in which the command ``grade`` may be left out."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if args and args[0] not in _COMMANDS and args[0] not in own:
            args = ["grade", *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - always the same
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        name = "class_" if cmd_name == "class" else cmd_name  # that is a word of Python's own
        module = importlib.import_module(f"grader.commands.{name}")
        return cast("click.Command", getattr(module, name))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        grade = self.get_command(ctx, "grade")
        self.epilog = grade.epilog if grade else None
        super().format_epilog(ctx, formatter)


@click.group(cls=_BareFile, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="grader")
def main() -> None:
    """Grade notebooks: grader FILE...

    A submission runs in a process of its own and is only asked questions; the answers never
    come near it.
    """
    # A learner's "\\d" is not the instructor's business.
    warnings.filterwarnings("ignore", category=SyntaxWarning)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a learner's text may hold any character
            stream.reconfigure(errors="replace")
