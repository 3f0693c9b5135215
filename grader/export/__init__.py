"""Writing a report for somebody or something: one small file each, a function of the report.

To add a format, add a module with ``FORMAT``.
"""

from __future__ import annotations

from grader.export.format import Format, UnknownFormatError, named, names

__all__ = ["Format", "UnknownFormatError", "named", "names"]
