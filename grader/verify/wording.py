"""The wording of hints: short, in plain words, and without the answer in the first two tiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.entries import Entry

MOST_WORDS = 160
HIGHEST_GRADE = 9.0
_RUN = 6  # so many tokens of the right answer in a row give it away
_CODE = re.compile(r"`[^`]*`")
_WORD = re.compile(r"[A-Za-z]+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


def faults(catalogue: Catalogue) -> Iterator[str]:
    """A sentence for each hint that is not as it must be."""
    for entry in catalogue.mistakes:
        answer = _tokens(catalogue.templates.get(entry.exercise, ""))
        runs = {tuple(answer[place : place + _RUN]) for place in range(len(answer) - _RUN + 1)}
        for tier, hint in enumerate(entry.hints, 1):
            yield from _faults(entry, tier, hint, runs)
        for name, text in (("recognise", entry.recognise_text), ("exclude", entry.exclude_text)):
            yield from _gives_away(f"{entry.id}, {name}, which students get", text, runs)


def grade_level(text: str) -> float:
    """The school grade at which a text reads, by Flesch and Kincaid (1975).

    0.39 words a sentence + 11.8 syllables a word - 15.59; code counts as one short word.
    """
    plain = _CODE.sub("it", text)
    sentences = max(len(re.findall(r"[.!?:;](?:\s|$)", plain)), 1)
    words = _WORD.findall(plain)
    if not words:
        return 0.0
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def _faults(entry: Entry, tier: int, hint: str, runs: set[tuple[str, ...]]) -> Iterator[str]:
    where = f"{entry.id}, hint {tier}"
    count = len(hint.split())
    if count > MOST_WORDS:
        yield f"{where}: {count} words, {MOST_WORDS} are allowed"
    reads = grade_level(hint)
    if reads > HIGHEST_GRADE:
        yield f"{where}: reads at grade {reads:.1f}, {HIGHEST_GRADE:g} is allowed"
    if tier < len(entry.hints):
        yield from _gives_away(where, hint.replace("`", ""), runs)


def _gives_away(where: str, text: str, runs: set[tuple[str, ...]]) -> Iterator[str]:
    tokens = _tokens(text)
    for place in range(len(tokens) - _RUN + 1):
        run = tuple(tokens[place : place + _RUN])
        if run in runs:
            yield f"{where}: has a piece of the right answer: {' '.join(run)}"
            return


def _tokens(text: str) -> list[str]:
    """Names, numbers and signs of a text, be it Python or prose."""
    return _TOKEN.findall(text)


def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee"))
    return max(groups - silent, 1)
