"""The knowledge that a catalogue gives: its programs are run on the submission's own questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from grader.diagnosis.candidates import Candidate, Candidates
from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.entries import Entry
from grader.diagnosis.evidence import Evidence
from grader.diagnosis.faults import Fault
from grader.diagnosis.pairs import merged
from grader.diagnosis.trial_runs import Rehearsal
from grader.protocol.observations import Raised
from grader.protocol.probes import Probe


class Rehearsals:
    """The programs of a catalogue, each run when it is needed."""

    def __init__(self, catalogue: Catalogue, stand_ins: Mapping[str, Callable[..., Any]]) -> None:
        """Keep what is given; no program is run yet.

        Args:
            catalogue: the mistakes.
            stand_ins: the functions that stand in for a submission's own.
        """
        self._catalogue = catalogue
        self._stand_ins = stand_ins
        self._singles: dict[str, Candidates] = {}
        self._pairs: dict[tuple[str, bool], Candidates] = {}
        self._right: dict[str, Candidate | None] = {}

    def mistakes(self, exercise: str) -> tuple[Entry, ...]:
        """The known mistakes of one exercise."""
        return self._catalogue.of(exercise)

    def faults_of(self, exercise: str) -> tuple[Fault, ...]:
        """The faults in the entries of one exercise, and those of the catalogue as a whole."""
        return self._catalogue.faults_of(exercise)

    def prepare(self, exercises: Iterable[str]) -> None:
        """Run the programs of these exercises now, not when the first one is needed."""
        for exercise in exercises:
            self._single(exercise)

    def alike(self, evidence: Evidence) -> Sequence[Candidate]:
        """The programs of one mistake that answer all questions as the submission did."""
        return self._single(evidence.exercise).matching(evidence)

    def alike_elsewhere(self, evidence: Evidence) -> Sequence[Candidate]:
        """The programs that stop where the submission stopped and answer as it did elsewhere."""
        exercise = evidence.exercise
        if exercise not in self._right:
            template = self._catalogue.templates.get(exercise, "")
            made = Candidate((), self._rehearsal(template, exercise)) if template else None
            self._right[exercise] = made
        return self._single(exercise).matching_elsewhere(evidence, self._right[exercise])

    def two_alike(self, evidence: Evidence) -> Iterator[Sequence[Candidate]]:
        """The programs with two mistakes that answer as the submission did, in two parts.

        If the submission raised at the first question, pairs with a mistake that raises there by
        itself come first, then the other pairs. If it did not raise, it is the other way round.
        """
        stops = isinstance(evidence.answers[0].seen.outcome, Raised)
        for kind in (stops, not stops):
            probe = evidence.answers[0].probe
            yield self._pair(evidence.exercise, probe, stops=kind).matching(evidence)

    def _single(self, exercise: str) -> Candidates:
        if exercise not in self._singles:
            self._singles[exercise] = Candidates(
                Candidate((entry,), self._rehearsal(variant, exercise))
                for entry in self._by_answers(exercise)
                for variant in entry.variants
            )
        return self._singles[exercise]

    def _pair(self, exercise: str, first: Probe, *, stops: bool) -> Candidates:
        """Pairs of mistakes of which one alone stops at the first question; or all other pairs."""
        if (exercise, stops) not in self._pairs:
            entries = self._by_answers(exercise)
            stopping = {
                entry.id
                for entry in entries
                for seen in [self._rehearsal(entry.variants[0], exercise).observe(first)]
                if isinstance(seen.outcome, Raised)
            }
            template = self._catalogue.templates.get(exercise, "")
            self._pairs[exercise, stops] = Candidates(
                Candidate((entry, other), self._rehearsal(program, exercise))
                for entry, other, program in merged(template, entries)
                if bool(stopping & {entry.id, other.id}) is stops
            )
        return self._pairs[exercise, stops]

    def _by_answers(self, exercise: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self._catalogue.of(exercise) if entry.by_answers)

    def _rehearsal(self, program: str, exercise: str) -> Rehearsal:
        return Rehearsal(program, self._catalogue.before(exercise), self._stand_ins)
