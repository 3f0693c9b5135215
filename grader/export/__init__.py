"""Output formats for one report: each is one small module whose function reads the report alone.

To add a format, add a module ``NAME_.py`` with a constant ``FORMAT``, or an entry point in another
package (see docs/formats.md). In each such module the function that makes the text is called
``write``, and the one for several reports ``write_together``: a reader finds the same two names in
every format. Modules without the underscore hold what several formats share.
"""

from __future__ import annotations

from grader.export.format import Format
from grader.export.formats import (
    UnknownFormatError,
    all_formats,
    broken_formats,
    format_named,
    format_names,
)
from grader.export.plugins import PluginError

__all__ = [
    "Format",
    "PluginError",
    "UnknownFormatError",
    "all_formats",
    "broken_formats",
    "format_named",
    "format_names",
]
