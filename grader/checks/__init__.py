"""Checks and hints in the student's own notebook."""

from __future__ import annotations

from grader.checks.checking import NotYetError, check, check_all, check_function
from grader.checks.hinting import hint

__all__ = ["NotYetError", "check", "check_all", "check_function", "hint"]
