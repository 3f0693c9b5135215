"""Finding formats for a whole class by name."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import cast

from grader.sheets.class_format import ClassFormat, SheetError
from grader.texts import unknown


def class_format_names() -> list[str]:
    """The names of all formats for a class."""
    found = (module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    return sorted(name.removesuffix("_").replace("_", "-") for name in found if name.endswith("_"))


def class_format_named(name: str) -> ClassFormat:
    """The format for a class of this name.

    Raises:
        SheetError: no format has this name; the message names the nearest.
    """
    known = class_format_names()
    if name not in known:
        raise SheetError(f"no format for a class is called {unknown(name, known)}")
    module = importlib.import_module(f"grader.sheets.{name.replace('-', '_')}_")
    return cast("ClassFormat", module.FORMAT)


def all_class_formats() -> list[ClassFormat]:
    """All formats for a class."""
    return [class_format_named(name) for name in class_format_names()]
