"""``grader watch``: the command."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from grader.commandline.limits_help import LimitsLast
from grader.commandline.options import (
    assignment_option,
    exact_training_option,
    limit_options,
    weak_option,
)
from grader.commandline.terminal import say
from grader.protocol.limits import Limits


@click.command(cls=LimitsLast)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--student", is_flag=True, help="Show what the student may see.")
@weak_option
@exact_training_option
@assignment_option
@limit_options
def watch(
    file: Path,
    folder: Path | None,
    limits: Limits,
    *,
    student: bool,
    allow_weak_sandbox: bool,
    exact_training: bool,
) -> None:
    """Grade FILE again at each save, and show what changed. Ctrl-C ends it.

    Only exercises whose own code changed are asked again.
    """
    from msgspec.structs import replace

    from grader.assignment import loading, places
    from grader.commandline.watching import Watcher, save_in_words
    from grader.grading.grader import Options
    from grader.workers.pool import Pool

    options = Options(limits, allow_weak_sandbox=allow_weak_sandbox, exact_training=exact_training)
    suite = loading.load_assignment(places.find_assignment(folder))
    with Pool(suite, options) as pool, suppress(KeyboardInterrupt):  # which is how it ends
        say(f"Watching {file}; save it to see what it is worth. Ctrl-C ends.")
        for seen in Watcher(pool, file, limits).saves():
            if seen.report is not None and (student or not suite.has_private):
                seen = replace(seen, report=seen.report.for_student())  # noqa: PLW2901
            say(save_in_words(seen), newline=False)
    say("")
