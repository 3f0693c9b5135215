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

LABS = sorted((ROOT / "solutions" / "Labs").glob("*.py"))

PART = re.compile(r"\b(?:(table|picture|text|unit 0) (?:of|in) )?parts? (\d+)", re.IGNORECASE)
THERE = {
    "table": re.compile(r"^# \| --- \|", re.MULTILINE),
    "picture": re.compile(r"^(network|diagram)\(", re.MULTILINE),
    "text": re.compile(r"sigmoid"),
    "unit 0": re.compile(r"^# Unit 0", re.MULTILINE),
}
NAMED = {
    "quick check": "# Quick check of {}",
    "the cell that compiles": "model.compile(",
    "the cell that trains": "model.fit(",
    "the cell with the imports": "import numpy as np",
    "the summary": "model.summary()",
}
OWN = {
    "table above the cell": "# | --- |",
    "formula above the cell": "# $$",
    "coffee network": "# Here is another network, for coffee",
    "the hint of the exercise": "<summary>Hint",
    "docstring": "    Args:",
}
NOWHERE = re.compile(
    r"\b(slides?|videos?)\b"
    r"|\b(part|lab|section|exercise|quiz|chapter|cell|page|week|reading)"
    r" (one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|\b(labs?|sections?|exercises?|quiz|quizzes|questions?|chapters?|cells?|pages?|weeks?"
    r"|readings?) \d"
    r"|\b(first|second|third|last|next|previous) cell\b",
    re.IGNORECASE,
)


def sections() -> dict[int, str]:
    """The parts of the lab by their numbers."""
    _, *parts = re.split(r"^# ## (\d+)\. ", LAB.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {int(number): text for number, text in zip(parts[::2], parts[1::2], strict=True)}


def own(exercise: str) -> str:
    """What an exercise shows in the lab: its text above the cell, and the cell."""
    cells = re.split(r"^# %%", LAB.read_text(encoding="utf-8"), flags=re.MULTILINE)
    graded = {"digit_model": "CELL: Sequential model"}.get(exercise, f"FUNCTION: {exercise}")
    title = rf"^# GRADED {graded}$"
    place = next(at for at, cell in enumerate(cells) if re.search(title, cell, re.MULTILINE))
    return cells[place - 1] + cells[place]


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
    """The quick check, the cells that import, compile and train, the summary are there."""
    lab = LAB.read_text(encoding="utf-8")
    missing = [
        f"{whose}: {name}"
        for whose, exercise, words in texts(suite)
        for name, there in NAMED.items()
        if name in words and there.format(exercise) not in lab
    ]
    assert [] == missing


def test_what_is_said_to_be_at_an_exercise_is_there(suite: Suite) -> None:
    """The table and the formula above the cell, the docstring, the hint are the exercise's own."""
    missing = [
        f"{whose}: {name}"
        for whose, exercise, words in texts(suite)
        for name, there in OWN.items()
        if name in words and exercise != "quiz" and there not in own(exercise)
    ]
    assert [] == missing


def test_no_other_place_is_named(suite: Suite) -> None:
    """No slides or videos, no numbers but those of parts, no "first cell": learners add cells."""
    found = [(whose, NOWHERE.search(words)) for whose, _, words in texts(suite)]
    assert [] == [f"{whose}: {place[0]}" for whose, place in found if place]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Look into section 3.", "section 3"),
        ("Compare lab 2 with it.", "lab 2"),
        ("See part three of the lab.", "part three"),
        ("As in Exercise 2, count.", "Exercise 2"),
        ("Read the first cell of the notebook.", "first cell"),
        ("A part of W is no place, nor is unit 0, nor 3 questions.", ""),
    ],
)
def test_every_form_of_a_place_is_seen(words: str, place: str) -> None:
    """By its number in figures or in words, or by where it stands."""
    found = NOWHERE.search(words)
    assert place == (found[0] if found else "")


@pytest.mark.parametrize("path", [LAB, *LABS], ids=lambda path: path.stem)
def test_the_labs_name_exercises_and_labs_that_there_are(path: Path) -> None:
    """What a lab calls "exercise 3", "part 6" or "lab 2" has that heading, in it or beside it."""
    text = path.read_text(encoding="utf-8")
    titles = "\n".join(lab.read_text(encoding="utf-8") for lab in LABS)
    there = {
        "exercise": set(re.findall(r"^# ### Exercise (\d+)", text, re.MULTILINE)),
        "part": set(map(str, sections())) if path == LAB else set(),
        "lab": set(re.findall(r"^# # Lab (\d+)", titles, re.MULTILINE)),
    }
    named = re.findall(r"\b(exercise|part|lab) (\d+)", text, re.IGNORECASE)
    assert [] == [f"{what} {number}" for what, number in named if number not in there[what.lower()]]
