"""The knowledge that the book of hints gives: answers are found by their fingerprints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import msgspec

from grader.diagnosis import fingerprints
from grader.diagnosis.entries import Entry, function_of
from grader.diagnosis.evidence import Evidence
from grader.diagnosis.faults import Fault
from grader.diagnosis.hintbook import HintBook, KnownMistake, Program
from grader.protocol.observations import Observation


class Matched(msgspec.Struct, frozen=True):
    """A program of the book that answers as a submission did.

    Attributes:
        entries: its mistake, or the two.
        program: its fingerprints.
    """

    entries: tuple[Entry, ...]
    program: Program

    def goes_on_alike(self, evidence: Evidence) -> bool:
        """Whether the answers are alike where a question goes beyond the exercise, too."""
        beyond = [answer.seen for answer in evidence.answers if answer.beyond]
        return self.program.beyond == fingerprints.of_answers(evidence.exercise, beyond)

    def came_about_alike(self, evidence: Evidence) -> bool:
        """Whether the activation and the stand-ins were called alike."""
        return self.program.calls == fingerprints.of_calls(_seen(evidence))

    def same_line(self, evidence: Evidence) -> bool:
        """Whether the first exception is of the same statement; without one, all has to agree."""
        line = fingerprints.of_line(evidence.source, evidence.name, _seen(evidence))
        return bool(line) and self.program.line == line

    def same_source(self, evidence: Evidence) -> bool:
        """Whether the code is the same but for names of its own, comments and printing."""
        source = fingerprints.of_source(evidence.source, evidence.name)
        return bool(source) and self.program.source == source


class BookKnowledge:
    """The knowledge that a book gives, for a diagnosis in a learner's own notebook."""

    def __init__(self, book: HintBook) -> None:
        self._book = book

    def mistakes(self, exercise: str) -> tuple[Entry, ...]:
        """The known mistakes of one exercise."""
        return tuple(entry for entry in self._entries if entry.exercise == exercise)

    def faults_of(self, _: str) -> tuple[Fault, ...]:
        """No faults: a book is made of entries that can be used."""
        return ()

    def prepare(self, _: Iterable[str]) -> None:
        """Nothing has to be made ready."""

    def alike(self, evidence: Evidence) -> Sequence[Matched]:
        """The programs of one mistake that answer all questions as the submission did."""
        return self._matched(evidence, 1)

    def alike_elsewhere(self, _: Evidence) -> Sequence[Matched]:
        """No programs: the fingerprints of answers do not tell one exception from another."""
        return ()

    def two_alike(self, evidence: Evidence) -> Iterator[Sequence[Matched]]:
        """The programs with two mistakes that answer all questions as the submission did."""
        yield self._matched(evidence, 2)

    def _matched(self, evidence: Evidence, at_once: int) -> list[Matched]:
        asked = (answer.seen for _, answer in evidence.asked)
        answers = fingerprints.of_answers(evidence.exercise, asked)
        return [
            Matched(tuple(self._entries[place] for place in program.mistakes), program)
            for program in self._book.programs.get(answers, ())
            if len(program.mistakes) == at_once
        ]

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return tuple(_entry(str(place), known) for place, known in enumerate(self._book.mistakes))


def _entry(name: str, known: KnownMistake) -> Entry:
    def function(text: str, called: str) -> Callable[[Any], bool] | None:
        return function_of(text, called, f"the book of hints, {name}") if text else None

    return Entry(
        exercise=known.exercise,
        name=name,
        says="",
        hints=known.hints,
        variants=(),
        recognise=function(known.recognise, "recognise"),
        exclude=function(known.exclude, "exclude"),
        in_a_loop=known.in_a_loop,
    )


def _seen(evidence: Evidence) -> list[Observation]:
    return [answer.seen for answer in evidence.answers]
