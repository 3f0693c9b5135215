"""What a verdict is called on a page: a sign and a word, so that no colour is needed."""

from __future__ import annotations

import msgspec

from grader.report import Status


class Sign(msgspec.Struct, frozen=True):
    """A verdict in a sign, and in a word for those who do not see or know the sign."""

    mark: str
    word: str


SIGNS: dict[Status, Sign] = {
    "passed": Sign("✓", "right"),
    "failed": Sign("✗", "not yet"),
    "skipped": Sign("·", "not asked"),
    "errored": Sign("!", "our fault"),
}
