"""The details of a case as plain text of bounded length, as several formats write them."""

from __future__ import annotations

from grader.report import CaseResult
from grader.report import presentation as shown

MOST_CHARACTERS = 2000
"""Limit on a case's details in characters; platforms limit a whole file to about 1 MB."""


def case_details(case: CaseResult) -> str:
    """The details of a case, one line each, cut to MOST_CHARACTERS."""
    lines = [f"{name + ':':<10}{words[:MOST_CHARACTERS]}" for name, words in shown.details(case)]
    return shortened("\n".join(lines), MOST_CHARACTERS)


def shortened(text: str, most: int) -> str:
    """The text, cut to at most this many characters."""
    return text if len(text) <= most else text[: most - 2] + " …"
