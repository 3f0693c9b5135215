"""Practice lab: what hidden units come to look for, found out with small networks of one's own.

Checked is ``(tried, features_follow)``: for each network its question, its units and what part of
the images it got right, and a letter.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from grader.suite import NO_ANSWER, Case, Difference, Exercise, Read, asking, holds
from public_tests._question import OPEN
from public_tests._spelling import is_open, letter, number, shown

EXERCISE = Exercise("features", "What features follow")
_REPLIES = {
    "a": "The images were the same each time. Were the pictures of the weights?",
    "c": "A picture shows the change from the start. Does it look like noise?",
    "d": "With two units, are two pixels coloured, or whole regions?",
}
_MARK = "d988b719"


def _networks(held: Any) -> list[tuple[Any, Any]]:
    """The question and the units of each network that was tried."""
    tried = held[0] if isinstance(held, tuple) and len(held) == 2 else None
    rows = tried if isinstance(tried, list) else []
    return [
        (row[0], number(row[1]))
        for row in rows
        if isinstance(row, tuple | list) and len(row) == 3 and number(row[1])
    ]


def _varied(kept: int, wanted: str, words: str) -> Callable[[Any], Difference | None]:
    """Two networks that have one part in common and differ in the other."""

    def judge(held: Any) -> Difference | None:
        networks = _networks(held)
        if not networks:
            return Difference(wanted, NO_ANSWER, OPEN)
        pairs = [(network, other) for network in networks for other in networks if network != other]
        if any(one[kept] == other[kept] for one, other in pairs):
            return None
        return Difference(wanted, f"{len(networks)} tried", words)

    return judge


def _follow(held: Any) -> Difference | None:
    answer = held[1] if isinstance(held, tuple) and len(held) == 2 else None
    if is_open(answer):
        return Difference("one of the letters", NO_ANSWER, OPEN)
    given = letter(answer) or ""
    if hashlib.sha256(f"features {given}".encode()).hexdigest()[:8] == _MARK:
        return None
    words = _REPLIES.get(given, "Type a letter in quotes, from a to d.")
    return Difference("one of the letters", shown(answer), words)


def _case(title: str, judge: Callable[[Any], Difference | None], help_: str) -> Case:
    return Case("features", title, 0, asking(Read("features")), holds(judge), help_)


_QUESTIONS = "Ask another question with as many units, and look at the two pictures."
_UNITS = "Ask the same question with fewer or more units, and look at the two pictures."

CASES = (
    _case(
        "two questions with as many units",
        _varied(1, "two networks that differ in their question", _QUESTIONS),
        _QUESTIONS,
    ),
    _case(
        "one question with fewer and with more units",
        _varied(0, "two networks that differ in their units", _UNITS),
        _UNITS,
    ),
    _case("what the units look for", _follow, "Compare the pictures of two questions."),
)
