"""Formats for a whole class, for gradebooks elsewhere: each is one small module.

To add one, add a module ``NAME_.py`` with a constant ``FORMAT``, a ClassFormat. Its function is
called after the field that it fills, ``make``, ``fill`` or ``store``. Modules without the
underscore hold what several formats share.
"""

from __future__ import annotations

from grader.sheets.class_format import ClassFormat, SheetError
from grader.sheets.class_formats import all_class_formats, class_format_named, class_format_names

__all__ = [
    "ClassFormat",
    "SheetError",
    "all_class_formats",
    "class_format_named",
    "class_format_names",
]
