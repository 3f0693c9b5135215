"""Finding formats by name: our own modules, then those that other packages bring."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, cast

from grader.errors import GraderError
from grader.export import plugins
from grader.export.format import Format

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class UnknownFormatError(GraderError):
    """No format has this name; the message names the nearest."""


def names() -> list[str]:
    """The names of our own formats."""
    folder = str(Path(__file__).parent)
    found = (module.name for module in pkgutil.iter_modules([folder]))
    # The trailing underscore keeps a module from hiding one of the standard library.
    return sorted(name.removesuffix("_") for name in found if name.endswith("_"))


def named(name: str) -> Format:
    """The format of this name. Other packages are looked at only if it is none of ours.

    Raises:
        UnknownFormatError: there is none.
        PluginError: it is another package's and is broken.
    """
    if name in names():
        return cast("Format", importlib.import_module(f"grader.export.{name}_").FORMAT)
    others = {entry.name: entry for entry in plugins.found()}
    if name in others:
        return plugins.load(others[name], taken=names())
    known = [*names(), *others]
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    words = f"no format is called {name!r}{hint} Known: {', '.join(known)}."
    raise UnknownFormatError(words)


def listed() -> list[Format]:
    """All formats that work, ours first."""
    own = [named(name) for name in names()]
    return own + [tried for tried in map(_tried, plugins.found()) if isinstance(tried, Format)]


def broken() -> list[str]:
    """What is wrong with the formats of other packages, a sentence each."""
    return [str(tried) for tried in map(_tried, plugins.found()) if not isinstance(tried, Format)]


def _tried(entry: EntryPoint) -> Format | plugins.PluginError:
    try:
        return plugins.load(entry, taken=names())
    except plugins.PluginError as error:
        return error
