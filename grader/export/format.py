"""What a format is, and finding one by its name."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from grader.report import Report


class UnknownFormatError(Exception):
    """No format has this name; the message names the nearest."""


@dataclass(frozen=True)
class Format:
    """A way to write a report.

    Attributes:
        name: what ``--to`` takes.
        about: one line on who reads it.
        write: the report as text.
    """

    name: str
    about: str
    write: Callable[[Report], str]


def names() -> list[str]:
    """The names of all formats."""
    folder = str(Path(__file__).parent)
    found = sorted(module.name for module in pkgutil.iter_modules([folder]))
    return [name.removesuffix("_") for name in found if name != "format"]


def named(name: str) -> Format:
    """The format of this name.

    Raises:
        UnknownFormatError: there is none.
    """
    known = names()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UnknownFormatError(f"no format is called {name!r}{hint} Known: {', '.join(known)}.")
    # The trailing underscore keeps a module from hiding one of the standard library.
    return cast("Format", importlib.import_module(f"grader.export.{name}_").FORMAT)
