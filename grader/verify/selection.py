"""A part of the catalogue by name: the entries of an exercise, or one entry."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import msgspec

from grader.diagnosis.catalogue import Catalogue, load_catalogue
from grader.errors import GraderError
from grader.suite import Suite

_FEW = 3  # near names that are shown


class UnknownEntryError(GraderError):
    """There is no exercise or entry of that name; the message has the near ones."""


def catalogue_of(suite: Suite) -> Catalogue:
    """The whole catalogue of an assignment; an empty one where there is none."""
    return load_catalogue(suite.catalogue) if suite.catalogue else Catalogue()


def selected(catalogue: Catalogue, targets: Sequence[str]) -> Catalogue:
    """The catalogue with only the named entries; templates and given code stay.

    Args:
        catalogue: with all entries.
        targets: an exercise's name, ``my_dense``, or an entry's, ``my_dense/no_bias``.

    Raises:
        UnknownEntryError: there is no exercise or entry of one of the names.
    """
    entries = (*catalogue.mistakes, *catalogue.accepted)
    ids = [*(entry.id for entry in entries), *(fault.id for fault in catalogue.faults)]
    exercises = {name.partition("/")[0] for name in ids} - {""}
    for target in targets:
        if target not in exercises and target not in ids:
            raise UnknownEntryError(_unknown(target, sorted(exercises), sorted(ids)))

    def chosen(name: str) -> bool:
        return name in targets or name.partition("/")[0] in targets

    return msgspec.structs.replace(
        catalogue,
        mistakes=tuple(entry for entry in catalogue.mistakes if chosen(entry.id)),
        accepted=tuple(entry for entry in catalogue.accepted if chosen(entry.id)),
        faults=tuple(fault for fault in catalogue.faults if chosen(fault.id) or not fault.exercise),
    )


def _unknown(target: str, exercises: list[str], ids: list[str]) -> str:
    """The message on a name that does not exist."""
    exercise, slash, name = target.partition("/")
    if slash and exercise in exercises:
        own = [known.partition("/")[2] for known in ids if known.startswith(f"{exercise}/")]
        near = [f"{exercise}/{known}" for known in _near(name, own)]
        what = f"{exercise} has no known mistake or accepted answer {name!r}"
    else:
        near = _near(target, [*exercises, *ids] if slash else exercises)
        near = near or [known for known in ids if known.partition("/")[2] == target]
        what = f"no exercise or entry of the catalogue is called {target!r}"
    if near:
        return f"{what}; did you mean {' or '.join(near)}?"
    return f"{what}. Exercises with entries: {', '.join(exercises)}."


def _near(name: str, known: list[str]) -> list[str]:
    inside = [other for other in known if len(name) > _FEW and name in other]
    return list(dict.fromkeys([*difflib.get_close_matches(name, known, _FEW), *inside]))[:_FEW]
