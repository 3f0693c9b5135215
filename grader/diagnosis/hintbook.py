"""The book of hints for a learner's own notebook, where the catalogue of mistakes is not.

A hint is found by a digest of the answers to the public cases, so the book holds neither the wrong
programs nor the right one, and nobody can tell from it which hint is whose. Mistakes whose answers
to the public cases tell little, or are those of another mistake, are not in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import numpy as np

from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.likeness import numbers, tell
from grader.diagnosis.trial_runs import Rehearsal
from grader.protocol.observations import Observation, Raised, Returned
from grader.protocol.probes import Probe


class HintBook(msgspec.Struct, frozen=True):
    """Hints by the digest of the answers that they belong to."""

    hints: dict[str, tuple[str, ...]] = {}

    def find(self, exercise: str, seen: Iterable[Observation]) -> tuple[str, ...]:
        """The ladder of hints for these answers to the public cases; empty if none is known."""
        return self.hints.get(digest(exercise, seen), ())


def read(path: Path) -> HintBook:
    """The book in a file; an empty one if there is none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=HintBook)
    except (OSError, msgspec.MsgspecError):
        return HintBook()


def make(catalogue: Catalogue, public: Mapping[str, tuple[Probe, ...]]) -> HintBook:
    """The book of a catalogue.

    Args:
        catalogue: the mistakes.
        public: by the exercise, the questions of its public cases, in order.
    """
    owners: dict[str, set[str]] = {}
    ladders: dict[str, tuple[str, ...]] = {}
    for entry in catalogue.mistakes:
        if not entry.by_answers or entry.exercise in catalogue.given_for:
            continue
        given = catalogue.before(entry.exercise)
        for variant in entry.variants:
            rehearsal = Rehearsal(variant, given, {})
            seen = rehearsal.observations(public.get(entry.exercise, ()))
            if rehearsal.failure is None and tell(seen):
                key = digest(entry.exercise, seen)
                owners.setdefault(key, set()).add(entry.id)
                ladders[key] = entry.hints
    return HintBook({key: ladders[key] for key in sorted(owners) if len(owners[key]) == 1})


def digest(exercise: str, seen: Iterable[Observation]) -> str:
    """A digest of answers: numbers to four digits, exceptions by their class."""
    total = hashlib.sha256(exercise.encode())
    for observation in seen:
        total.update(f"|{_told(observation)}|{observation.changed}".encode())
    return total.hexdigest()[:24]


def _told(seen: Observation) -> str:
    outcome = seen.outcome
    if isinstance(outcome, Raised):
        return outcome.kind
    if not isinstance(outcome, Returned):
        return type(outcome).__name__
    parts = []
    for value in outcome.values:
        array = numbers(value)
        if array is None:
            parts.append(type(value).__name__)
            continue
        shown = " ".join(f"{number + 0.0:.3e}" for number in np.asarray(array, float).ravel())
        parts.append(f"{array.dtype.kind}{array.shape}{shown}")
    return ";".join(parts)
