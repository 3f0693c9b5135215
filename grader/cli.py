"""The command ``grader``. The bare ``grader FILE`` grades; sub-commands do the rest."""

from __future__ import annotations

import io
import os
import sys
import warnings

import click

from grader import __version__
from grader.commands.build import build
from grader.commands.class_ import class_
from grader.commands.doctor import doctor
from grader.commands.export import export
from grader.commands.formats import formats
from grader.commands.grade import EXAMPLES, grade
from grader.commands.gradebook import gradebook
from grader.commands.package import package
from grader.commands.readings import readings
from grader.commands.release import release
from grader.commands.schema import schema
from grader.commands.verify import verify
from grader.commands.watch import watch

# The arrays that are judged are small: with more threads NumPy's library only waits in loops, which
# takes the processor from the submissions and doubles the time of each. Before NumPy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


class _BareFile(click.Group):
    """A group in which the command ``grade`` may be left out."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if args and args[0] not in self.commands and args[0] not in own:
            args = ["grade", *args]
        return super().parse_args(ctx, args)


@click.group(
    cls=_BareFile, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]}
)
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


for one in (
    grade,
    schema,
    formats,
    export,
    package,
    build,
    release,
    readings,
    verify,
    doctor,
    class_,
    gradebook,
    watch,
):
    main.add_command(one)
