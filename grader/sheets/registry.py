"""Finding class-wide formats by name."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from pathlib import Path
from typing import cast

from grader.sheets.sheet import Sheet, SheetError


def names() -> list[str]:
    """The names of all class-wide formats."""
    found = (module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)]))
    return sorted(name.removesuffix("_").replace("_", "-") for name in found if name.endswith("_"))


def named(name: str) -> Sheet:
    """The class-wide format of this name.

    Raises:
        SheetError: there is none; the message names the nearest.
    """
    known = names()
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise SheetError(
            f"no format for a class is called {name!r}{hint} Known: {', '.join(known)}."
        )
    module = importlib.import_module(f"grader.sheets.{name.replace('-', '_')}_")
    return cast("Sheet", module.SHEET)


def listed() -> list[Sheet]:
    """All class-wide formats."""
    return [named(name) for name in names()]
