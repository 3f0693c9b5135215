"""What several formats write alike as plain text, cut to what platforms take."""

from __future__ import annotations

from grader.report import CaseResult
from grader.report import presentation as shown

MOST = 2000
"""Characters of a case's details; platforms have limits on the whole of 1 MB."""


def details(case: CaseResult) -> str:
    """The details of a case as ``presentation`` has them, a line each; cut to MOST."""
    lines = [f"{name + ':':<10}{words[:MOST]}" for name, words in shown.details(case)]
    return shortened("\n".join(lines), MOST)


def shortened(text: str, most: int) -> str:
    """The text, cut to so many characters."""
    return text if len(text) <= most else text[: most - 2] + " …"
