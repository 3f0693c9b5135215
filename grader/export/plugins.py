"""Formats of other packages: entry points in the group ``grader.formats``, each a Format.

A format is checked when it is loaded, so that a broken one is reported with its name, its package
and the fault before anything is graded.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

import msgspec

from grader.errors import GraderError
from grader.export.format import Format

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "grader.formats"
_NAME = re.compile(r"[a-z][a-z0-9-]*")


class PluginError(GraderError):
    """Another package's format is broken; the message names it and says what is wrong."""


def installed() -> list[EntryPoint]:
    """The entry points of all installed packages, by name; nothing is imported yet."""
    from importlib.metadata import entry_points  # slow to import, and seldom needed

    return sorted(entry_points(group=GROUP), key=lambda entry: entry.name)


def load_plugin(entry: EntryPoint, taken: Collection[str]) -> Format:
    """The format behind an entry point.

    Args:
        entry: the entry point.
        taken: the names of the built-in formats.

    Raises:
        PluginError: it cannot be imported, or is not a proper format.
    """
    package = entry.dist.name if entry.dist else "an unknown package"
    where = f"the format {entry.name!r} of {package} ({entry.value})"
    try:
        loaded: Any = entry.load()
    except Exception as error:
        raise PluginError(f"{where} cannot be imported: {error!r}") from error
    if not isinstance(loaded, Format):
        kind = loaded.__name__ if isinstance(loaded, type) else f"a {type(loaded).__name__}"
        raise PluginError(f"{where} is {kind}, not a grader.export.Format")
    wrong = _wrong(loaded, entry.name, taken)
    if wrong:
        raise PluginError(f"{where} {wrong}")
    return loaded


def _wrong(loaded: Format, name: str, taken: Collection[str]) -> str:
    """The fault of a format, worded to follow its name; empty if it has none."""
    given = msgspec.structs.asdict(loaded)  # another author may have put anything there
    if not isinstance(given["name"], str) or not _NAME.fullmatch(given["name"]):
        return f"has the name {given['name']!r}: small letters, digits and hyphens are allowed"
    if given["name"] != name:
        return f"calls itself {given['name']!r}: the two names must be the same"
    if name in taken:
        return "has the name of a format that is built in"
    if not isinstance(given["about"], str) or not given["about"].strip():
        return "has no line that says who reads it: about is empty"
    for field, count in (("make", 1), ("together", 1), ("stdout", 2)):
        if (given[field] is not None or field == "make") and not _takes(given[field], count):
            return f"cannot be called: {field} must take {count} argument{'s' * (count > 1)}"
    return ""


def _takes(function: object, count: int) -> bool:
    if not callable(function):
        return False
    checked: Callable[..., object] = function
    try:
        inspect.signature(checked).bind(*range(count))
    except TypeError:
        return False
    except ValueError:  # a function of C without a signature
        return True
    return True
