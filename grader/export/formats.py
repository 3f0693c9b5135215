"""Finding formats by name: the modules of this room, then the formats of other packages."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING, cast

from grader.errors import GraderError
from grader.export import plugins
from grader.export.format import Format
from grader.texts import unknown

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint


class UnknownFormatError(GraderError):
    """No format has this name; the message names the nearest."""


def format_names() -> list[str]:
    """The names of the built-in formats."""
    folder = str(Path(__file__).parent)
    modules = (module.name for module in pkgutil.iter_modules([folder]))
    # The trailing underscore keeps a module from hiding one of the standard library.
    return sorted(name.removesuffix("_") for name in modules if name.endswith("_"))


def format_named(name: str) -> Format:
    """The format of this name. Other packages are searched only if it is not built in.

    Raises:
        UnknownFormatError: no format has this name.
        PluginError: another package has a format of this name, and it is broken.
    """
    if name in format_names():
        return cast("Format", importlib.import_module(f"grader.export.{name}_").FORMAT)
    others = {entry.name: entry for entry in plugins.installed()}
    if name in others:
        return plugins.load_plugin(others[name], taken=format_names())
    raise UnknownFormatError(f"no format is called {unknown(name, [*format_names(), *others])}")


def all_formats() -> list[Format]:
    """All formats that work, the built-in ones first."""
    own = [format_named(name) for name in format_names()]
    return own + [tried for tried in map(_tried, plugins.installed()) if isinstance(tried, Format)]


def broken_formats() -> list[str]:
    """A sentence on each broken format of other packages."""
    tried = map(_tried, plugins.installed())
    return [str(error) for error in tried if isinstance(error, plugins.PluginError)]


def _tried(entry: EntryPoint) -> Format | plugins.PluginError:
    try:
        return plugins.load_plugin(entry, taken=format_names())
    except plugins.PluginError as error:
        return error
