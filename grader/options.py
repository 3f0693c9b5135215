"""The limits as options of the command line: one for each field, of the same name."""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable
from typing import Any

import click
import msgspec

from grader.border.limits import Limits


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
            help=f"Limit: {meta.description}",
        )
        wrapped = option(wrapped)
    return wrapped
