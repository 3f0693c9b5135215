"""Programs of the catalogue, and which of them answer as a submission does.

A program is asked when its answer is needed, and remembers it for as long as the question stays
the same: the public questions for good, the private ones until the next submission.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence

from grader.diagnosis.canonical import canonical, canonical_line
from grader.diagnosis.entries import Entry
from grader.diagnosis.evidence import Evidence, JudgedAnswer
from grader.diagnosis.likeness import (
    alike,
    alike_but_for_shape,
    likeness_key,
    margin,
    tell,
)
from grader.diagnosis.trial_runs import Rehearsal
from grader.protocol.observations import Observation, Raised
from grader.protocol.probes import Probe


class Candidate:
    """One program of the catalogue, with the answers that it has given so far.

    Attributes:
        entries: the mistake that the program is an example of, or the two mistakes.
        rehearsal: the program, ready to be asked.
    """

    def __init__(self, entries: tuple[Entry, ...], rehearsal: Rehearsal) -> None:
        self.entries = entries
        self.rehearsal = rehearsal
        self._known: dict[int, tuple[Probe, Observation]] = {}

    def answer(self, place: int, probe: Probe) -> Observation:
        """The program's answer to a question.

        Args:
            place: the place of the question among those of the exercise.
            probe: the question.
        """
        known = self._known.get(place)
        if known is None or (known[0] is not probe and known[0] != probe):
            known = self._known[place] = probe, self.rehearsal.observe(probe)
        return known[1]

    def paired(self, evidence: Evidence) -> Iterable[tuple[Observation, Observation]]:
        """Each answer of the submission with this program's."""
        for place, asked in enumerate(evidence.answers):
            yield asked.seen, self.answer(place, asked.probe)

    def goes_on_alike(self, evidence: Evidence) -> bool:
        """Whether the answers are alike where a question goes beyond the exercise, too."""
        return all(alike(mine, theirs) for mine, theirs in self.paired(evidence))

    def came_about_alike(self, evidence: Evidence) -> bool:
        """Whether the activation and the stand-ins were called alike."""
        return all(
            mine.activated == theirs.activated and mine.stand_ins == theirs.stand_ins
            for mine, theirs in self.paired(evidence)
        )

    def same_line(self, evidence: Evidence) -> bool:
        """Whether the first exception is of the same statement; without one, all has to agree."""
        for seen, rehearsed in self.paired(evidence):
            mine, theirs = seen.outcome, rehearsed.outcome
            if isinstance(mine, Raised) and isinstance(theirs, Raised):
                line = canonical_line(evidence.source, evidence.name, mine.line)
                program = self.rehearsal.source
                return bool(line) and line == canonical_line(program, evidence.name, theirs.line)
        return self.same_source(evidence)

    def same_source(self, evidence: Evidence) -> bool:
        """Whether the code is the same but for names of its own, comments and printing."""
        mine = canonical(evidence.source, evidence.name)
        return bool(mine) and mine == canonical(self.rehearsal.source, evidence.name)


class Candidates:
    """Many programs, found by their first answer: most differ in that already."""

    def __init__(self, programs: Iterable[Candidate]) -> None:
        self._all = [candidate for candidate in programs if candidate.rehearsal.failure is None]
        self._asked: Probe | None = None
        self._buckets: dict[Hashable, tuple[list[float], list[Candidate]]] = {}

    def matching(self, evidence: Evidence) -> list[Candidate]:
        """The programs that answer all that the exercise asks as the submission did."""
        if not evidence.asked:
            return []
        (place, first), *_ = evidence.asked
        return _alike(self._all if place else self._near(first), evidence, _answers_alike)

    def matching_elsewhere(self, evidence: Evidence, right: Candidate | None) -> list[Candidate]:
        """The programs that stop where the submission stops and answer as it did elsewhere.

        A check of the submission's own, or another function for the same thing, stops with other
        words than a program does; its answers may have another shape.

        Args:
            evidence: the submission's answers.
            right: a right program, if one is known.
        """

        def agree(candidate: Candidate, evidence: Evidence) -> bool:
            return _stops_alike(candidate, right, evidence)

        return _alike(self._all, evidence, agree)

    def _near(self, first: JudgedAnswer) -> Sequence[Candidate]:
        """The programs whose first answer may be like this one."""
        if self._asked is None or self._asked != first.probe:
            self._sort(first.probe)
        kind, number = likeness_key(first.seen)
        numbers, bucket = self._buckets.get(kind, ([], []))
        near = margin(number)
        begin, end = bisect_left(numbers, number - near), bisect_right(numbers, number + near)
        return bucket[begin:end]

    def _sort(self, probe: Probe) -> None:
        together: dict[Hashable, list[tuple[float, int]]] = {}
        for place, candidate in enumerate(self._all):
            kind, number = likeness_key(candidate.answer(0, probe))
            together.setdefault(kind, []).append((number, place))
        self._buckets = {}
        for kind, numbered in together.items():
            numbered.sort()
            bucket = [self._all[place] for _, place in numbered]
            self._buckets[kind] = [number for number, _ in numbered], bucket
        self._asked = probe


def _alike(
    candidates: Iterable[Candidate],
    evidence: Evidence,
    agree: Callable[[Candidate, Evidence], bool],
) -> list[Candidate]:
    """The programs that agree with a submission.

    If the answers tell how they were computed and are those of one mistake alone, one of its
    programs is enough, and the others are not asked.
    """
    found: dict[tuple[Entry, ...], list[Candidate]] = {}
    later: list[Candidate] = []
    for candidate in candidates:
        if candidate.entries in found:
            later.append(candidate)
        elif agree(candidate, evidence):
            found[candidate.entries] = [candidate]
    if len(found) > 1 or not evidence.tells():
        for candidate in later:
            if agree(candidate, evidence):
                found[candidate.entries].append(candidate)
    return [candidate for programs in found.values() for candidate in programs]


def _answers_alike(candidate: Candidate, evidence: Evidence) -> bool:
    return all(
        alike(answer.seen, candidate.answer(place, answer.probe))
        for place, answer in evidence.asked
    )


def _stops_alike(candidate: Candidate, right: Candidate | None, evidence: Evidence) -> bool:
    """Whether a program stops where a submission does, and answers alike elsewhere.

    Elsewhere is in whatever shape. Where the submission catches what fails and goes on, nobody
    knows where it would have stopped. What is compared has to tell how it was computed, and be no
    right answer in another shape.
    """
    compared = []
    for place, answer in evidence.asked:
        theirs = candidate.answer(place, answer.probe)
        stops = evidence.swallows or isinstance(answer.seen.outcome, Raised)
        if stops and isinstance(theirs.outcome, Raised):
            continue
        if not alike_but_for_shape(answer.seen, theirs):
            return False
        if right and alike_but_for_shape(theirs, right.answer(place, answer.probe)):
            continue
        compared.append(answer)
    return tell(answer.seen for answer in compared if answer.wrong)
