"""From answers to the mistake behind them.

An entry of the catalogue is named if one of its variants gives the same answers to all questions,
or if its own ``recognise`` says so. Where the answers tell little (an exception, nothing but
zeros), the source has to agree as well; where several entries give the same answers, how they came
about and the source decide, or nothing is said.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.border.observations import Observation, Raised
from grader.border.probes import Probe
from grader.diagnosis import source as sources
from grader.diagnosis.catalogue import Catalogue, Entry
from grader.diagnosis.evidence import Answer, Evidence
from grader.diagnosis.likeness import alike
from grader.diagnosis.pairs import merged
from grader.diagnosis.rehearsal import Rehearsal


@dataclass(frozen=True)
class _Candidate:
    entries: tuple[Entry, ...]
    rehearsal: Rehearsal


class Diagnoser:
    """Knows the catalogue's answers. Made when the first submission fails, then kept."""

    def __init__(self, catalogue: Catalogue, stand_ins: Mapping[str, Callable[..., Any]]) -> None:
        self._catalogue = catalogue
        self._stand_ins = stand_ins
        self._singles: dict[str, list[_Candidate]] = {}
        self._pairs: dict[str, list[_Candidate]] = {}
        self._public: dict[tuple[int, Probe], Observation] = {}
        self._private: dict[tuple[int, Probe], Observation] = {}
        self._lock = threading.Lock()

    def diagnose(self, evidence: Evidence) -> tuple[Entry, ...]:
        """The mistake, or the two mistakes, behind wrong answers; empty if none is certain."""
        with self._lock:  # one at a time: it is all Python, and the instructor's code may print
            self._private.clear()  # another submission's questions are not asked again
            return self._diagnose(evidence)

    def _diagnose(self, evidence: Evidence) -> tuple[Entry, ...]:
        by_facts = self._recognised(evidence)
        if by_facts:
            return by_facts if len(by_facts) == 1 else ()
        found = self._matching(self._single(evidence.exercise), evidence)
        certain = self._certain(found, evidence)
        if certain or found:
            return certain
        if not evidence.tells():
            return ()
        pairs = {one.entries for one in self._matching(self._pair(evidence.exercise), evidence)}
        return pairs.pop() if len(pairs) == 1 else ()

    def _recognised(self, evidence: Evidence) -> tuple[Entry, ...]:
        facts = evidence.facts()
        return tuple(
            entry
            for entry in self._catalogue.of(evidence.exercise)
            if facts is not None and entry.recognise is not None and _is(entry.recognise, facts)
        )

    def _single(self, exercise: str) -> list[_Candidate]:
        if exercise not in self._singles:
            self._singles[exercise] = [
                _Candidate((entry,), self._rehearsal(variant))
                for entry in self._catalogue.of(exercise)
                if entry.recognise is None
                for variant in entry.variants
            ]
        return self._singles[exercise]

    def _pair(self, exercise: str) -> list[_Candidate]:
        if exercise not in self._pairs:
            entries = tuple(one for one in self._catalogue.of(exercise) if one.recognise is None)
            template = self._catalogue.templates.get(exercise, "")
            self._pairs[exercise] = [
                _Candidate((one, other), self._rehearsal(program))
                for one, other, program in merged(template, entries)
            ]
        return self._pairs[exercise]

    def _rehearsal(self, program: str) -> Rehearsal:
        return Rehearsal(program, self._catalogue.given, self._stand_ins)

    def _matching(self, candidates: Sequence[_Candidate], evidence: Evidence) -> list[_Candidate]:
        return [
            one
            for one in candidates
            if one.rehearsal.failure is None
            and all(alike(answer.seen, self._answer(one, answer)) for answer in evidence.answers)
        ]

    def _answer(self, candidate: _Candidate, asked: Answer) -> Observation:
        known = self._public if asked.public else self._private
        key = id(candidate.rehearsal), asked.probe
        if key not in known:
            known[key] = candidate.rehearsal.observe(asked.probe)
        return known[key]

    def _certain(self, found: Sequence[_Candidate], evidence: Evidence) -> tuple[Entry, ...]:
        """The one entry of several that give these answers, if it can be told."""
        enough = evidence.tells()
        left = list(found) if enough else [one for one in found if self._same_line(one, evidence)]
        ways: tuple[Callable[[_Candidate], bool], ...] = (
            lambda one: self._came_about_alike(one, evidence),
            lambda one: self._same_line(one, evidence),
            lambda one: _same_source(one, evidence),
        )
        for way in ways:
            if len({one.entries for one in left}) < 2:  # noqa: PLR2004 - a tie needs two
                break
            left = [one for one in left if way(one)] or left
        entries = {one.entries for one in left}
        return entries.pop() if len(entries) == 1 else ()

    def _came_about_alike(self, one: _Candidate, evidence: Evidence) -> bool:
        """The activation and the stand-ins were called alike."""
        pairs = [(answer.seen, self._answer(one, answer)) for answer in evidence.answers]
        return all(
            mine.activated == theirs.activated and mine.stand_ins == theirs.stand_ins
            for mine, theirs in pairs
        )

    def _same_line(self, one: _Candidate, evidence: Evidence) -> bool:
        """The first exception came from the same statement; without one, all of it is the same."""
        for answer in evidence.answers:
            mine, theirs = answer.seen.outcome, self._answer(one, answer).outcome
            if isinstance(mine, Raised) and isinstance(theirs, Raised):
                line = sources.canonical_line(evidence.source, evidence.name, mine.line)
                program = one.rehearsal.source
                return bool(line) and line == sources.canonical_line(
                    program, evidence.name, theirs.line
                )
        return _same_source(one, evidence)


def _same_source(one: _Candidate, evidence: Evidence) -> bool:
    mine = sources.canonical(evidence.source, evidence.name)
    return bool(mine) and mine == sources.canonical(one.rehearsal.source, evidence.name)


def _is(recognise: Callable[[Any], bool], facts: object) -> bool:
    try:
        return bool(recognise(facts))
    except Exception:  # noqa: BLE001 - facts it did not reckon with are not its mistake
        return False
