"""Options that several commands share: the limits, the options of a class, and single ones."""

from __future__ import annotations

import functools
import os
import re
import typing
from collections.abc import Callable
from datetime import tzinfo
from pathlib import Path
from typing import Any

import click
import msgspec

from grader.commandline.limits_help import LIMIT
from grader.protocol.limits import Limits

assignment_option = click.option(
    "--assignment",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The assignment's folder; otherwise the one the grader lies in, or around here.",
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1),
    default=os.cpu_count() or 1,
    show_default="the number of processors",
    help="How many submissions at a time.",
)
exact_training_option = click.option(
    "--exact-training",
    is_flag=True,
    help="Have Keras itself train every model; otherwise plain ones are trained in NumPy to the "
    "same weights, in a fraction of the time.",
)
weak_option = click.option(
    "--allow-weak-sandbox",
    is_flag=True,
    help="Run private cases even where a submission could get at them; see grader doctor.",
)
_CLASS = ("pattern", "book", "keep", "regrade", "cluster", "zone", "roster", "zip_names")


def limit_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add an option for each limit; the command receives them together as ``limits``."""

    @functools.wraps(command)
    def wrapped(**given: Any) -> None:  # noqa: ANN401 - options of any type
        names = Limits.__struct_fields__
        limits = Limits(**{name: given.pop(name) for name in names})
        command(**given, limits=limits)

    hints = typing.get_type_hints(Limits, include_extras=True)
    for field in reversed(msgspec.structs.fields(Limits)):
        kind, meta = typing.get_args(hints[field.name])
        option = click.option(
            f"--{field.name.replace('_', '-')}",
            type=click.FloatRange(0, min_open=True) if kind is float else click.IntRange(1),
            default=field.default,
            show_default=True,
            help=f"{LIMIT}{meta.description}",
        )
        wrapped = option(wrapped)
    return wrapped


def _zone(_: object, __: object, value: str | None) -> tzinfo | None:
    if value is None:
        return None
    from grader.intake.times import ZoneError, zone_of  # not needed for --help

    try:
        return zone_of(value)
    except ZoneError as error:
        raise click.BadParameter(str(error)) from None


def _pattern(_: object, __: object, value: str | None) -> re.Pattern[str] | None:
    if value is None:
        return None
    try:
        pattern = re.compile(value)
    except re.error as error:
        raise click.BadParameter(f"{error} in {value!r}") from None
    if "student_id" not in pattern.groupindex:
        raise click.BadParameter("it needs a group (?P<student_id>...)")
    return pattern


def class_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of a class; the command receives them together as ``about_class``."""

    @functools.wraps(command)
    def wrapped(**given: Any) -> None:  # noqa: ANN401 - options of any type
        about_class = {name: given.pop(name) for name in _CLASS}
        command(**given, about_class=about_class)

    options = (
        click.option(
            "--book",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="Class: the gradebook. A folder or zip NAME has NAME.gradebook here by itself.",
        ),
        click.option(
            "--pattern",
            callback=_pattern,
            metavar="REGEX",
            help="Class: names the student of a path: (?P<student_id>...), and if it likes "
            "first_name, last_name, email, timestamp, file_id, attempt.",
        ),
        click.option(
            "--keep", is_flag=True, help="Class: new points of what was graded before count."
        ),
        click.option("--regrade", is_flag=True, help="Class: grade unchanged submissions again."),
        click.option(
            "--cluster",
            metavar="ADDRESS",
            help='Class: grade on the Dask cluster of this scheduler, or on a "local" one.',
        ),
        click.option(
            "--zone",
            callback=_zone,
            metavar="ZONE",
            help="Class: the zone of times of handing in that say none, like Europe/Berlin or "
            "+01:00; otherwise the deadline's.",
        ),
        click.option(
            "--zip-names",
            default="",
            metavar="ENCODING",
            help="Class: of names in a zip that are not in UTF-8, like gbk, big5, cp932 or cp850; "
            "otherwise cp437.",
        ),
        click.option(
            "--roster",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="CSV",
            help="Class: a list of the students, as the platform exports it: names, addresses, "
            "and who is missing.",
        ),
    )
    for option in reversed(options):
        wrapped = option(wrapped)
    return wrapped
