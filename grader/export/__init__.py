"""Writing a report for somebody or something: one small file each, a function of the report.

To add a format, add a module ``NAME_.py`` with ``FORMAT``, or an entry point in another package
(see docs/formats.md). Modules without the underscore are what several formats share.
"""

from __future__ import annotations

from grader.export.format import Format
from grader.export.formats import UnknownFormatError, broken, listed, named, names
from grader.export.plugins import PluginError

__all__ = [
    "Format",
    "PluginError",
    "UnknownFormatError",
    "broken",
    "listed",
    "named",
    "names",
]
