"""The book of hints for a learner's own notebook, where the catalogue of mistakes is not.

It holds no program, neither a wrong one nor the right one. Of each wrong one there are fingerprints
of its answers to the public cases, of how these came about, of the statement that failed and of the
code: nobody can tell a program from them, but a notebook can tell whether its own is one of these.
Besides there are the functions that recognise a mistake by the facts, and those that rule one out;
they say what it looks like and are no program of it. So a notebook finds what the grader finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from grader.diagnosis import fingerprints
from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.entries import Entry, function_of
from grader.diagnosis.evidence import Evidence
from grader.diagnosis.faults import Fault
from grader.diagnosis.likeness import tell
from grader.diagnosis.pairs import merged
from grader.diagnosis.trial_runs import Rehearsal
from grader.protocol.observations import Observation
from grader.protocol.probes import Probe


class Known(msgspec.Struct, frozen=True, omit_defaults=True):
    """A mistake as the book knows it.

    Attributes:
        exercise: whose it is.
        hints: its ladder.
        recognise: the source of the function that finds it by the facts; empty without one.
        exclude: the source of the function that rules it out; empty without one.
        in_a_loop: whether it is made in a loop alone.
    """

    exercise: str
    hints: tuple[str, ...]
    recognise: str = ""
    exclude: str = ""
    in_a_loop: bool = False


class Program(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """The fingerprints of a program whose answers were found.

    Attributes:
        mistakes: which it is an example of, by their places in the book.
        calls: of the calls of the activation and of stand-ins; empty for two mistakes.
        line: of the statement that failed first.
        source: of its code.
        beyond: of its answers to what goes beyond the exercise.
    """

    mistakes: tuple[int, ...]
    calls: str = ""
    line: str = ""
    source: str = ""
    beyond: str = ""


class Question(NamedTuple):
    """A question of a public case, and whether it goes beyond what the exercise asks for."""

    probe: Probe
    beyond: bool = False


class HintBook(msgspec.Struct, frozen=True):
    """What the book holds.

    Attributes:
        mistakes: those of all exercises.
        programs: by the fingerprint of their answers.
    """

    mistakes: tuple[Known, ...] = ()
    programs: dict[str, tuple[Program, ...]] = {}


def read(path: Path | None) -> HintBook:
    """The book in a file; an empty one if there is none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes() if path else b"", type=HintBook)
    except (OSError, msgspec.MsgspecError):
        return HintBook()


def text_of(book: HintBook) -> str:
    """The book as JSON, with a line for each mistake and for each fingerprint."""
    encode = msgspec.json.encode
    mistakes = ",\n".join(encode(known).decode() for known in book.mistakes)
    programs = ",\n".join(
        f'"{answers}":{encode(found).decode()}' for answers, found in sorted(book.programs.items())
    )
    return f'{{"mistakes":[\n{mistakes}\n],"programs":{{\n{programs}\n}}}}\n'


def make(
    catalogue: Catalogue,
    public: Mapping[str, tuple[Question, ...]],
    stand_ins: Mapping[str, Callable[..., Any]],
) -> HintBook:
    """The book of a catalogue.

    Args:
        catalogue: the mistakes.
        public: by the exercise, the questions of its public cases, in order.
        stand_ins: the functions that stand in for a submission's own.
    """
    places = {entry.id: place for place, entry in enumerate(catalogue.mistakes)}
    found: dict[str, dict[Program, None]] = {}
    for exercise, questions in public.items():
        if exercise not in catalogue.templates or exercise in catalogue.given_for:
            continue  # its answers tell little, or take long
        entries = tuple(entry for entry in catalogue.of(exercise) if entry.by_answers)
        singles = (((entry,), text) for entry in entries for text in entry.variants)
        two = merged(catalogue.templates[exercise], entries)
        pairs = (((entry, other), text) for entry, other, text in two)
        for mistakes, text in (*singles, *pairs):
            rehearsal = Rehearsal(text, catalogue.before(exercise), stand_ins)
            if rehearsal.failure is not None:
                continue
            seen = rehearsal.observations(question.probe for question in questions)
            asked, beyond = _apart(exercise, questions, seen)
            alike = found.setdefault(asked, {})
            whose = tuple(places[entry.id] for entry in mistakes)
            if len(mistakes) == 1:
                calls, source = fingerprints.of_calls(seen), fingerprints.of_source(text, exercise)
                line = fingerprints.of_line(text, exercise, seen)
                alike[Program(whose, calls, line, source, beyond)] = None
            elif tell(seen) and all(len(known.mistakes) > 1 for known in alike):
                alike[Program(whose)] = None
    known = (
        Known(
            entry.exercise,
            entry.hints,
            entry.recognise_text,
            entry.exclude_text,
            entry.in_a_loop,
        )
        for entry in catalogue.mistakes
    )
    programs = {answers: tuple(alike) for answers, alike in found.items() if alike}
    return HintBook(tuple(known), programs)


def _apart(
    exercise: str, questions: tuple[Question, ...], seen: tuple[Observation, ...]
) -> tuple[str, str]:
    """The fingerprints of the answers to what is asked for, and to what goes beyond it."""
    pairs = list(zip(questions, seen, strict=True))
    asked, beyond = (
        fingerprints.of_answers(
            exercise, [answer for question, answer in pairs if question.beyond is kind]
        )
        for kind in (False, True)
    )
    return asked, beyond


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
        """Nothing: a book is made of entries that can be used."""
        return ()

    def prepare(self, _: Iterable[str]) -> None:
        """Nothing has to be made ready."""

    def alike(self, evidence: Evidence) -> Sequence[Matched]:
        """The programs of one mistake that answer all questions as the submission did."""
        return self._matched(evidence, 1)

    def alike_elsewhere(self, _: Evidence) -> Sequence[Matched]:
        """No others: in the fingerprints of answers all exceptions are the same."""
        return ()

    def two_alike(self, evidence: Evidence) -> Iterator[Sequence[Matched]]:
        """The same of programs with two mistakes."""
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


def _entry(name: str, known: Known) -> Entry:
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
