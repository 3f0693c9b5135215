"""The public cases under pytest; see ``conftest.py``."""

from __future__ import annotations

import pytest

from grader import CaseResult


def test_case(case: CaseResult) -> None:
    """The submission passes this case."""
    if case.status == "skipped":
        pytest.skip(case.help or "skipped for the same reason as the case before")
    if case.status != "passed":
        named = {"called": case.called, "expected": case.expected, "got": case.got}
        lines = [f"{name}: {words}" for name, words in named.items() if words]
        pytest.fail("\n".join([case.title, *lines, case.help]), pytrace=False)
