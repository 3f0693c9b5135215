"""The command ``grader``. The bare ``grader FILE`` grades; sub-commands do the rest."""

from __future__ import annotations

import importlib
import os
import sys
import warnings
from typing import Any, NoReturn, cast

import click

from grader import __version__
from grader.commandline.ending import ending, log_to_stderr
from grader.commandline.terminal import prepare_streams
from grader.commandline.whole_help import WholeHelp, nearest_command
from grader.errors import GRADED

# The arrays that are judged are small: with more threads NumPy's library only waits in loops, which
# takes the processor from the submissions and doubles the time of each. Before NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Each is a module in grader/commands, imported when it is called, so that grading starts at once.
_COMMANDS = (
    "build", "class", "doctor", "export", "formats", "grade", "gradebook", "new", "package",
    "readings", "release", "schema", "similar", "verify", "watch",
)  # fmt: skip


class _BareFile(WholeHelp):
    """A group in which the command ``grade`` may be left out."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version", "--verbose"}
        for place, argument in enumerate(args):
            if argument not in own:
                bare = [] if argument in _COMMANDS else ["grade"]
                _offer_command(argument)
                args = [*args[:place], *bare, *args[place:]]
                break
        return super().parse_args(ctx, args)

    def main(self, *args: Any, **extra: Any) -> NoReturn:  # noqa: ANN401 - as click has it
        """Run the command, and end with its exit code, or with a sentence and an exit code."""
        with ending():
            prepare_streams()
            code = super().main(*args, **{**extra, "standalone_mode": False})
            sys.exit(code if isinstance(code, int) else GRADED)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - always the same
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        name = "class_" if cmd_name == "class" else cmd_name  # "class" is a keyword of Python
        module = importlib.import_module(f"grader.commands.{name}")
        return cast("click.Command", getattr(module, name))

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        grade = self.get_command(ctx, "grade")
        self.epilog = grade.epilog if grade else None
        super().format_epilog(ctx, formatter)


def _offer_command(argument: str) -> None:
    """Refuse a misspelt command: an argument that is no file and resembles a command.

    Raises:
        click.UsageError: the argument is one.
    """
    is_a_word = argument.isalpha() and not os.path.lexists(argument)
    near = nearest_command(argument, _COMMANDS) if is_a_word else ""
    if near not in ("", argument):
        words = f"there is no file and no command {argument!r}. Did you mean {near}?"
        raise click.UsageError(words)


@click.group(cls=_BareFile, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="grader")
@click.option("--verbose", is_flag=True, help="Log what the grader does, and tracebacks, too.")
def main(*, verbose: bool) -> None:
    """Grade notebooks: grader FILE...

    A submission runs in a process of its own and is only asked questions; the answers never
    come near it.
    """
    # A learner's "\\d" is not the instructor's business.
    warnings.filterwarnings("ignore", category=SyntaxWarning)
    if verbose:
        log_to_stderr()
