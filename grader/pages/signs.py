"""What a verdict is called on a page: a sign and a word, so that no colour is needed."""

from __future__ import annotations

from dataclasses import dataclass

from grader.report import Status


@dataclass(frozen=True)
class Sign:
    """A verdict in a sign, and in a word for those who do not see or know the sign."""

    mark: str
    word: str


SIGNS: dict[Status, Sign] = {
    "passed": Sign("✓", "right"),
    "failed": Sign("✗", "not yet"),
    "skipped": Sign("·", "not asked"),
    "errored": Sign("!", "our fault"),
}
