"""Making the book of hints from a catalogue: each program is run on the public questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from grader.diagnosis import fingerprints
from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.hintbook import HintBook, KnownMistake, Program
from grader.diagnosis.likeness import tell
from grader.diagnosis.pairs import merged
from grader.diagnosis.trial_runs import Rehearsal
from grader.protocol.observations import Observation
from grader.protocol.probes import Probe


class Question(NamedTuple):
    """A question of a public case, and whether it goes beyond what the exercise asks for."""

    probe: Probe
    beyond: bool = False


def make_book(
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
        KnownMistake(
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
