"""What instructors already have, read as it is: notebooks and files with tests of their own.

``read`` finds out what a file or folder is. Each kind has a module, named after it.
"""

from __future__ import annotations

from grader.test_sources.found import Found, TestSourceError, shared
from grader.test_sources.reading import read, together

__all__ = ["Found", "TestSourceError", "read", "shared", "together"]
