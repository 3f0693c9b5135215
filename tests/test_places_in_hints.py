"""The places that hints, helps and worked examples speak of are there, in the lab's own source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.diagnosis import catalogue
from grader.suite import Suite

ROOT = Path(__file__).resolve().parents[1]
LAB = ROOT / "solutions" / "C2_W1_Assignment.py"
if not LAB.is_file():
    pytest.skip("the solutions are the instructor's", allow_module_level=True)

PART = re.compile(r"\b(?:(table|picture|text|unit 0) (?:of|in) )?part (\d+)", re.IGNORECASE)
THERE = {
    "table": re.compile(r"^# \| --- \|", re.MULTILINE),
    "picture": re.compile(r"^(network|diagram)\(", re.MULTILINE),
    "text": re.compile(r"sigmoid"),
    "unit 0": re.compile(r"^# Unit 0", re.MULTILINE),
}
NAMED = {
    "quick check": "# Quick check of {}",
    "coffee network": "# Here is another network, for coffee",
    "table above the cell": "| `a_in` | `(n,)` |",
    "formula above the cell": r"z_j = \vec{{w}}_j",
}
NOWHERE = re.compile(r"\b(slides?|videos?)\b", re.IGNORECASE)


def sections() -> dict[int, str]:
    """The parts of the lab by their numbers."""
    _, *parts = re.split(r"^# ## (\d+)\. ", LAB.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {int(number): text for number, text in zip(parts[::2], parts[1::2], strict=True)}


def texts(suite: Suite) -> Iterator[tuple[str, str, str]]:
    """What learners read: whose it is, its exercise, the words."""
    assert suite.catalogue is not None
    for entry in catalogue.load_catalogue(suite.catalogue).mistakes:
        for hint in entry.hints:
            yield entry.id, entry.exercise, hint
    for case in suite.cases:
        yield case.id, case.exercise, case.help


def test_each_part_that_is_named_has_what_is_looked_for(suite: Suite) -> None:
    """A table, a picture, a text or a worked unit "of part 7" is in the lab's part 7."""
    parts = sections()
    missing = [
        f"{whose}: {found[0]}"
        for whose, _, words in texts(suite)
        for found in PART.finditer(words)
        if not THERE[(found[1] or "text").lower()].search(parts.get(int(found[2]), ""))
    ]
    assert [] == missing


def test_what_is_named_by_its_name_is_in_the_lab(suite: Suite) -> None:
    """The quick check, the formula and the table above the cell, the coffee network are there."""
    lab = LAB.read_text(encoding="utf-8")
    missing = [
        f"{whose}: {name}"
        for whose, exercise, words in texts(suite)
        for name, there in NAMED.items()
        if name in words and there.format(exercise) not in lab
    ]
    assert [] == missing


def test_nothing_is_named_that_this_course_has_not(suite: Suite) -> None:
    """No hint sends anybody to slides or videos."""
    assert [] == [whose for whose, _, words in texts(suite) if NOWHERE.search(words)]
