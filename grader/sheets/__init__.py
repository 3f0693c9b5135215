"""A whole class for a gradebook elsewhere: one small file each, a function of the class.

To add one, add a module ``NAME_.py`` with ``SHEET``. Modules without the underscore are what
several share.
"""

from __future__ import annotations

from grader.sheets.registry import listed, named, names
from grader.sheets.sheet import Sheet, SheetError

__all__ = ["Sheet", "SheetError", "listed", "named", "names"]
