"""Reading the tests that instructors already have, in notebooks and files, as they are.

``read`` finds out what a file or folder is. Each kind has a module, named after it.
"""

from __future__ import annotations

from grader.test_sources.found import Found, TestSourceError, shared
from grader.test_sources.reading import read, together

__all__ = ["Found", "TestSourceError", "read", "shared", "together"]
