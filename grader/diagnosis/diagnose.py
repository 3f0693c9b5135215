"""Diagnosis: from a submission's answers to the mistake behind them.

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
    """Compares submissions with the catalogue. Made when the first answer is wrong, then kept."""

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
        """The only two mistakes that give these answers together; empty if there are several.

        If the submission raised at the first question, pairs with a mistake that raises there by
        itself are tried first; the other pairs are tried only to rule out a second match. If it
        did not raise, it is the other way round.
        """
        stops = isinstance(evidence.answers[0].seen.outcome, Raised)
        found: set[tuple[Entry, ...]] = set()
        for kind in (stops, not stops):
            matching = self._pair(evidence, stops=kind).matching(evidence)
            found |= {candidate.entries for candidate in _not_excluded(matching, recognition)}
            if not found:
                break
        return found.pop() if len(found) == 1 else ()

    def _single(self, exercise: str) -> Candidates:
        if exercise not in self._singles:
            self._singles[exercise] = Candidates(
                Candidate((entry,), self._rehearsal(variant, exercise))
                for entry in self._catalogue.of(exercise)
                if entry.by_answers
                for variant in entry.variants
            )
        return self._singles[exercise]

    def _pair(self, evidence: Evidence, *, stops: bool) -> Candidates:
        """Programs with two mistakes: those of which one stops by itself, or the others."""
        exercise, first = evidence.exercise, evidence.answers[0]
        if (exercise, stops) not in self._pairs:
            entries = tuple(entry for entry in self._catalogue.of(exercise) if entry.by_answers)
            stopping = {
                entry.id
                for entry in entries
                for seen in [self._rehearsal(entry.variants[0], exercise).observe(first.probe)]
                if isinstance(seen.outcome, Raised)
            }
            template = self._catalogue.templates.get(exercise, "")
            self._pairs[exercise, stops] = Candidates(
                Candidate((entry, other), self._rehearsal(program, exercise))
                for entry, other, program in merged(template, entries)
                if bool(stopping & {entry.id, other.id}) is stops
            )
        return self._pairs[exercise, stops]

    def _rehearsal(self, program: str, exercise: str) -> Rehearsal:
        return Rehearsal(program, self._catalogue.before(exercise), self._stand_ins)


def _certain(found: Sequence[Candidate], evidence: Evidence) -> tuple[Entry, ...]:
    """The one entry of several that give these answers, if it can be told."""
    enough = evidence.tells()
    left = list(found)
    if not enough:
        left = [candidate for candidate in found if _same_line(candidate, evidence)]
    for way in (_came_about_alike, _same_line, _same_source):
        if len({candidate.entries for candidate in left}) < 2:  # noqa: PLR2004 - a tie needs two
            break
        left = [candidate for candidate in left if way(candidate, evidence)] or left
    entries = {candidate.entries for candidate in left}
    return entries.pop() if len(entries) == 1 else ()


def _came_about_alike(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether the activation and the stand-ins were called alike."""
    return all(
        mine.activated == theirs.activated and mine.stand_ins == theirs.stand_ins
        for mine, theirs in candidate.paired(evidence)
    )


def _same_line(candidate: Candidate, evidence: Evidence) -> bool:
    """Whether the first exception came from the same statement; without one, all has to agree."""
    for seen, rehearsed in candidate.paired(evidence):
        mine, theirs = seen.outcome, rehearsed.outcome
        if isinstance(mine, Raised) and isinstance(theirs, Raised):
            line = sources.canonical_line(evidence.source, evidence.name, mine.line)
            program = candidate.rehearsal.source
            return bool(line) and line == sources.canonical_line(
                program, evidence.name, theirs.line
            )
    return _same_source(candidate, evidence)


def _same_source(candidate: Candidate, evidence: Evidence) -> bool:
    mine = sources.canonical(evidence.source, evidence.name)
    return bool(mine) and mine == sources.canonical(candidate.rehearsal.source, evidence.name)


def _not_excluded(found: list[Candidate], recognition: Recognition) -> list[Candidate]:
    """Those of whose entries none is ruled out by the facts."""
    return [
        candidate
        for candidate in found
        if not any(recognition.excludes(entry) for entry in candidate.entries)
    ]
