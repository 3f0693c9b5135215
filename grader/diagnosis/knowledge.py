"""The interface between a diagnosis and the known mistakes that it compares answers with.

There are two implementations, and the diagnosis is the same with either: `Rehearsals` runs the
programs of a catalogue, `BookKnowledge` has nothing but their fingerprints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from grader.diagnosis.entries import Entry
from grader.diagnosis.evidence import Evidence
from grader.diagnosis.faults import Fault


class Match(Protocol):
    """A known program whose answers to all that the exercise asks are those of a submission."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The mistake that the program is an example of, or the two mistakes."""
        ...

    def goes_on_alike(self, evidence: Evidence) -> bool:
        """Whether the answers are alike where a question goes beyond the exercise, too."""
        ...

    def came_about_alike(self, evidence: Evidence) -> bool:
        """Whether the activation and the stand-ins were called alike."""
        ...

    def same_line(self, evidence: Evidence) -> bool:
        """Whether the first exception is of the same statement; without one, all has to agree."""
        ...

    def same_source(self, evidence: Evidence) -> bool:
        """Whether the code is the same but for names of its own, comments and printing."""
        ...


class Knowledge(Protocol):
    """The known mistakes of an assignment."""

    def mistakes(self, exercise: str) -> tuple[Entry, ...]:
        """The known mistakes of one exercise."""
        ...

    def faults_of(self, exercise: str) -> tuple[Fault, ...]:
        """The entries of one exercise that cannot be used, each with the reason."""
        ...

    def prepare(self, exercises: Iterable[str]) -> None:
        """Get ready for these exercises."""
        ...

    def alike(self, evidence: Evidence) -> Sequence[Match]:
        """The programs of one mistake that answer all questions as the submission did."""
        ...

    def alike_elsewhere(self, evidence: Evidence) -> Sequence[Match]:
        """The programs that stop where the submission stopped and answer as it did elsewhere."""
        ...

    def two_alike(self, evidence: Evidence) -> Iterator[Sequence[Match]]:
        """The programs with two mistakes that answer as the submission did, likely ones first."""
        ...
