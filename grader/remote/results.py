"""The result of a test."""

from __future__ import annotations

import msgspec

MOST_WORDS = 2000  # characters of what a test says and prints


class TestResult(msgspec.Struct, frozen=True, kw_only=True):
    """The result of a test.

    Attributes:
        passed: whether it passed.
        words: why not, in the words of the assertion or exception.
        line: the line of the test's own code at which it failed, from 1; 0 if none is known.
        printed: what the test and the submission printed.
        share: what part of its points a test that has not passed gives, from 0 to 1.
    """

    __test__ = False  # for pytest: no class of tests

    passed: bool
    words: str = ""
    line: int = 0
    printed: str = ""
    share: float = 0.0
