"""Diagnosis: from a submission's answers to the mistake behind them.

A mistake is named if one of its known programs gives the same answers to all questions, or if its
own ``recognise`` says so. Where the answers tell little (an exception, nothing but zeros), the
source has to agree as well; where several give the same answers, how they came about and the source
decide, or nothing is said.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence

import msgspec

from grader.diagnosis.entries import Entry, loops
from grader.diagnosis.evidence import Evidence
from grader.diagnosis.faults import Fault
from grader.diagnosis.knowledge import Knowledge, Match
from grader.diagnosis.recognition import Recognition

_AT_ONCE = 2  # mistakes that are named together; with more, no order of mending them can be given


class Diagnosis(msgspec.Struct, frozen=True):
    """The result of a diagnosis.

    Attributes:
        entries: the mistake, or the two mistakes, behind the answers; empty unless certain.
        faults: the entries of the catalogue that could not be used in the search.
    """

    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()


class Diagnoser:
    """Compares wrong answers with known mistakes; made for the first of them, then kept."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._lock = threading.Lock()

    def prepare(self, exercises: Iterable[str]) -> None:
        """Get the known mistakes of these exercises ready now, not when the first one is made."""
        with self._lock:
            self._knowledge.prepare(exercises)

    def diagnose(self, evidence: Evidence) -> Diagnosis:
        """The mistake, or the two mistakes, behind wrong answers; empty unless they are certain."""
        recognition = Recognition(evidence.facts())
        with self._lock:  # one at a time: it is all Python, and the instructor's code may print
            entries = self._diagnose(evidence, recognition)
        broken = self._knowledge.faults_of(evidence.exercise)
        return Diagnosis(entries, (*broken, *recognition.faults))

    def _diagnose(self, evidence: Evidence, recognition: Recognition) -> tuple[Entry, ...]:
        own = self._knowledge.mistakes(evidence.exercise)
        by_facts = tuple(entry for entry in own if recognition.recognises(entry))
        if by_facts:
            return by_facts if len(by_facts) <= _AT_ONCE else ()
        alike = self._knowledge.alike(evidence)
        if alike:  # if the facts rule all of these out, two mistakes together fit no better
            return _certain(_not_excluded(alike, recognition), evidence)
        if not evidence.tells():
            return ()
        two = self._two(evidence, recognition)
        if len(two) > 1:  # a mistake that all of the pairs have in common is certain
            common = set.intersection(*map(set, two))
            return tuple(common) if len(common) == 1 else ()
        if two:
            return two.pop()
        elsewhere = self._knowledge.alike_elsewhere(evidence)
        return _certain(_not_excluded(elsewhere, recognition), evidence)

    def _two(self, evidence: Evidence, recognition: Recognition) -> set[tuple[Entry, ...]]:
        """Every two mistakes that give these answers together.

        Once a likely kind of pairs has one, the others are tried only to rule out a second match.
        """
        found: set[tuple[Entry, ...]] = set()
        for matching in self._knowledge.two_alike(evidence):
            possible = _not_excluded(matching, recognition)
            found |= {match.entries for match in possible if _fits(match.entries, evidence)}
            if not found:
                break
        return found


def _certain(found: Sequence[Match], evidence: Evidence) -> tuple[Entry, ...]:
    """The one mistake of several that give these answers, if it can be told."""
    left = list(found)
    if not evidence.tells():
        left = [match for match in found if match.same_line(evidence)]
    ways: tuple[Callable[[Match], bool], ...] = (
        lambda match: match.goes_on_alike(evidence),
        lambda match: match.came_about_alike(evidence),
        lambda match: match.same_line(evidence),
        lambda match: match.same_source(evidence),
    )
    for way in ways:
        if len({match.entries for match in left}) < 2:  # noqa: PLR2004 - a tie needs two
            break
        left = [match for match in left if way(match)] or left
    entries = {match.entries for match in left}
    return entries.pop() if len(entries) == 1 else ()


def _fits(entries: Iterable[Entry], evidence: Evidence) -> bool:
    """Whether mistakes can be made in code like this: some are made in a loop alone.

    Two mistakes together give so many answers that code without any loop may have the same.
    """
    return loops(evidence.source) or not any(entry.in_a_loop for entry in entries)


def _not_excluded(found: Iterable[Match], recognition: Recognition) -> list[Match]:
    """The matches whose mistakes the facts do not rule out."""
    return [
        match for match in found if not any(recognition.excludes(entry) for entry in match.entries)
    ]
