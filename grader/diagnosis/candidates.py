"""Programs of the catalogue, and which of them answer as a submission does.

A program is asked when its answer is needed, and remembers it for as long as the question stays
the same: the public questions for good, the private ones until the next submission.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence

from grader.diagnosis.entries import Entry
from grader.diagnosis.evidence import Answer, Evidence
from grader.diagnosis.likeness import alike, margin, summary
from grader.diagnosis.trial_runs import Rehearsal
from grader.protocol.observations import Observation
from grader.protocol.probes import Probe


class Candidate:
    """One program.

    Attributes:
        entries: the mistake that it is an example of, or the two.
        rehearsal: the program, ready to be asked.
    """

    def __init__(self, entries: tuple[Entry, ...], rehearsal: Rehearsal) -> None:
        self.entries = entries
        self.rehearsal = rehearsal
        self._known: dict[int, tuple[Probe, Observation]] = {}

    def answer(self, place: int, probe: Probe) -> Observation:
        """What it says to a question.

        Args:
            place: of the question among those of the exercise.
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


class Candidates:
    """Many programs, found by their first answer: most differ in that already."""

    def __init__(self, programs: Iterable[Candidate]) -> None:
        self._all = [one for one in programs if one.rehearsal.failure is None]
        self._asked: Probe | None = None
        self._shelves: dict[Hashable, tuple[list[float], list[Candidate]]] = {}

    def matching(self, evidence: Evidence) -> list[Candidate]:
        """Those that answer all questions as the submission did.

        If the answers tell how they were computed and are those of one mistake alone, one of its
        programs is enough, and the others are not asked.
        """
        found: dict[tuple[Entry, ...], list[Candidate]] = {}
        later: list[Candidate] = []
        for one in self._near(evidence.answers[0]) if evidence.answers else ():
            if one.entries in found:
                later.append(one)
            elif _answers_alike(one, evidence):
                found[one.entries] = [one]
        if len(found) > 1 or not evidence.tells():
            for one in later:
                if _answers_alike(one, evidence):
                    found[one.entries].append(one)
        return [one for ones in found.values() for one in ones]

    def _near(self, first: Answer) -> Sequence[Candidate]:
        """Those whose first answer may be alike."""
        if self._asked is None or self._asked != first.probe:
            self._sort(first.probe)
        kind, number = summary(first.seen)
        numbers, shelf = self._shelves.get(kind, ([], []))
        near = margin(number)
        begin, end = bisect_left(numbers, number - near), bisect_right(numbers, number + near)
        return shelf[begin:end]

    def _sort(self, probe: Probe) -> None:
        together: dict[Hashable, list[tuple[float, int]]] = {}
        for place, one in enumerate(self._all):
            kind, number = summary(one.answer(0, probe))
            together.setdefault(kind, []).append((number, place))
        self._shelves = {}
        for kind, numbered in together.items():
            numbered.sort()
            shelf = [self._all[place] for _, place in numbered]
            self._shelves[kind] = [number for number, _ in numbered], shelf
        self._asked = probe


def _answers_alike(one: Candidate, evidence: Evidence) -> bool:
    return all(alike(mine, theirs) for mine, theirs in one.paired(evidence))
