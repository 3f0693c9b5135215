"""From answers to the mistake behind them.

An entry of the catalogue is named if one of its variants gives the same answers to all questions,
or if its own ``recognise`` says so. Where the answers tell little (an exception, nothing but
zeros), the source has to agree as well; where several entries give the same answers, how they came
about and the source decide, or nothing is said.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from grader.diagnosis import source as sources
from grader.diagnosis.candidates import Candidate, Candidates
from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.entries import Entry
from grader.diagnosis.evidence import Evidence
from grader.diagnosis.faults import Fault
from grader.diagnosis.pairs import merged
from grader.diagnosis.recognition import Recognition
from grader.diagnosis.trial_runs import Rehearsal
from grader.protocol.observations import Raised

_AT_ONCE = 2  # mistakes; whoever has more is told of none, for there is no telling where to begin


class Diagnosis(msgspec.Struct, frozen=True):
    """What was found behind wrong answers.

    Attributes:
        entries: the mistake, or the two; empty if none is certain.
        faults: what of the catalogue could not be used in the search.
    """

    entries: tuple[Entry, ...] = ()
    faults: tuple[Fault, ...] = ()


class Diagnoser:
    """Knows the catalogue's answers. Made when the first submission fails, then kept."""

    def __init__(self, catalogue: Catalogue, stand_ins: Mapping[str, Callable[..., Any]]) -> None:
        self._catalogue = catalogue
        self._stand_ins = stand_ins
        self._singles: dict[str, Candidates] = {}
        self._pairs: dict[tuple[str, bool], Candidates] = {}
        self._lock = threading.Lock()

    def prepare(self, exercises: Iterable[str]) -> None:
        """Run the known mistakes of these exercises now, not when the first one is made."""
        with self._lock:
            for exercise in exercises:
                self._single(exercise)

    def diagnose(self, evidence: Evidence) -> Diagnosis:
        """The mistake, or the two mistakes, behind wrong answers; none if none is certain."""
        recognition = Recognition(evidence.facts())
        with self._lock:  # one at a time: it is all Python, and the instructor's code may print
            entries = self._diagnose(evidence, recognition)
        broken = self._catalogue.faults_of(evidence.exercise)
        return Diagnosis(entries, (*broken, *recognition.faults))

    def _diagnose(self, evidence: Evidence, recognition: Recognition) -> tuple[Entry, ...]:
        own = self._catalogue.of(evidence.exercise)
        by_facts = tuple(entry for entry in own if recognition.recognises(entry))
        if by_facts:
            return by_facts if len(by_facts) <= _AT_ONCE else ()
        matching = self._single(evidence.exercise).matching(evidence)
        found = _not_excluded(matching, recognition)
        certain = _certain(found, evidence)
        if certain or found:
            return certain
        if not evidence.tells():
            return ()
        return self._two(evidence, recognition)

    def _two(self, evidence: Evidence, recognition: Recognition) -> tuple[Entry, ...]:
        """The only two mistakes that give these answers together.

        A program that stops at the first question has, most likely, a mistake that does so by
        itself, and one that does not has none: the likely ones are rehearsed first, the others
        only to see that nothing else gives these answers.
        """
        stops = isinstance(evidence.answers[0].seen.outcome, Raised)
        found: set[tuple[Entry, ...]] = set()
        for kind in (stops, not stops):
            matching = self._pair(evidence, stops=kind).matching(evidence)
            found |= {one.entries for one in _not_excluded(matching, recognition)}
            if not found:
                break
        return found.pop() if len(found) == 1 else ()

    def _single(self, exercise: str) -> Candidates:
        if exercise not in self._singles:
            self._singles[exercise] = Candidates(
                Candidate((entry,), self._rehearsal(variant))
                for entry in self._catalogue.of(exercise)
                if entry.by_answers
                for variant in entry.variants
            )
        return self._singles[exercise]

    def _pair(self, evidence: Evidence, *, stops: bool) -> Candidates:
        """Programs with two mistakes: those of which one stops by itself, or the others."""
        exercise, first = evidence.exercise, evidence.answers[0]
        if (exercise, stops) not in self._pairs:
            entries = tuple(one for one in self._catalogue.of(exercise) if one.by_answers)
            stopping = {
                one.id
                for one in entries
                for seen in [self._rehearsal(one.variants[0]).observe(first.probe)]
                if isinstance(seen.outcome, Raised)
            }
            template = self._catalogue.templates.get(exercise, "")
            self._pairs[exercise, stops] = Candidates(
                Candidate((one, other), self._rehearsal(program))
                for one, other, program in merged(template, entries)
                if bool(stopping & {one.id, other.id}) is stops
            )
        return self._pairs[exercise, stops]

    def _rehearsal(self, program: str) -> Rehearsal:
        return Rehearsal(program, self._catalogue.given, self._stand_ins)


def _certain(found: Sequence[Candidate], evidence: Evidence) -> tuple[Entry, ...]:
    """The one entry of several that give these answers, if it can be told."""
    enough = evidence.tells()
    left = list(found) if enough else [one for one in found if _same_line(one, evidence)]
    for way in (_came_about_alike, _same_line, _same_source):
        if len({one.entries for one in left}) < 2:  # noqa: PLR2004 - a tie needs two
            break
        left = [one for one in left if way(one, evidence)] or left
    entries = {one.entries for one in left}
    return entries.pop() if len(entries) == 1 else ()


def _came_about_alike(one: Candidate, evidence: Evidence) -> bool:
    """The activation and the stand-ins were called alike."""
    return all(
        mine.activated == theirs.activated and mine.stand_ins == theirs.stand_ins
        for mine, theirs in one.paired(evidence)
    )


def _same_line(one: Candidate, evidence: Evidence) -> bool:
    """The first exception came from the same statement; without one, all of it is the same."""
    for seen, rehearsed in one.paired(evidence):
        mine, theirs = seen.outcome, rehearsed.outcome
        if isinstance(mine, Raised) and isinstance(theirs, Raised):
            line = sources.canonical_line(evidence.source, evidence.name, mine.line)
            program = one.rehearsal.source
            return bool(line) and line == sources.canonical_line(
                program, evidence.name, theirs.line
            )
    return _same_source(one, evidence)


def _same_source(one: Candidate, evidence: Evidence) -> bool:
    mine = sources.canonical(evidence.source, evidence.name)
    return bool(mine) and mine == sources.canonical(one.rehearsal.source, evidence.name)


def _not_excluded(found: list[Candidate], recognition: Recognition) -> list[Candidate]:
    """Those of whose entries none is ruled out by the facts."""
    return [
        candidate
        for candidate in found
        if not any(recognition.excludes(entry) for entry in candidate.entries)
    ]
