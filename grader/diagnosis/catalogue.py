"""The catalogue of an assignment: known mistakes with their hints, and accepted unusual answers.

`grader.diagnosis.entries` says how a file is written. Where an exercise asks for a function,
``_given.py`` is run before each answer; ``_template.py`` in an exercise's folder is the right one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import msgspec

from grader.diagnosis.entries import TIERS, Entry, read
from grader.diagnosis.faults import CatalogueError, Fault
from grader.submissions.syntax import tree_of

MISTAKES, ACCEPTED = "mistakes", "accepted"  # folders
_GIVEN, _TEMPLATE = "_given.py", "_template.py"


class Catalogue(msgspec.Struct, frozen=True):
    """The known answers to an assignment, wrong and right.

    Attributes:
        mistakes: wrong answers.
        accepted: right ones that are unusual.
        given: code that is run before each variant of a function.
        templates: by the exercise, the right answer in which first variants differ in a few lines.
        given_for: by the exercise, code that is run before its variants in addition to ``given``.
        faults: the files that cannot be used, with reasons; they are left out of the others.
    """

    mistakes: tuple[Entry, ...] = ()
    accepted: tuple[Entry, ...] = ()
    given: str = ""
    templates: Mapping[str, str] = msgspec.field(default_factory=dict)
    given_for: Mapping[str, str] = msgspec.field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    def of(self, exercise: str) -> tuple[Entry, ...]:
        """The known mistakes of one exercise."""
        return tuple(entry for entry in self.mistakes if entry.exercise == exercise)

    def before(self, exercise: str) -> str:
        """The code that is run before a program of an exercise.

        It is the code that all programs are given, and the right answers to the other exercises,
        since a submission has answers of its own to these. Right answers that need code of their
        own to be run before them are left out.
        """
        others = (
            text
            for name, text in self.templates.items()
            if name != exercise and name not in self.given_for
        )
        return "\n".join([self.given, *others])

    def faults_of(self, exercise: str) -> tuple[Fault, ...]:
        """The faults in the entries of one exercise, and those of the catalogue as a whole."""
        return tuple(fault for fault in self.faults if fault.exercise in (exercise, ""))


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue below a folder; an empty one if there is none.

    An entry that cannot be used is left out, and stands in ``faults``.
    """
    return _Reading(folder).catalogue()


def load_whole(folder: Path) -> Catalogue:
    """The catalogue below a folder, for a caller that needs every entry of it.

    Raises:
        CatalogueError: an entry cannot be used.
    """
    found = load_catalogue(folder)
    if found.faults:
        raise CatalogueError(found.faults[0])
    return found


class _Reading:
    """Reads the files of a catalogue and keeps what is wrong with them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._faults: list[Fault] = []

    def catalogue(self) -> Catalogue:
        return Catalogue(
            mistakes=tuple(self._entries(MISTAKES, hints=TIERS)),
            accepted=tuple(self._entries(ACCEPTED, hints=0)),
            given=self._texts(_GIVEN).get(MISTAKES, ""),
            templates=self._texts(f"*/{_TEMPLATE}"),
            given_for=self._texts(f"*/{_GIVEN}"),
            faults=tuple(self._faults),
        )

    def _entries(self, kind: str, *, hints: int) -> list[Entry]:
        found = []
        for path in sorted((self._folder / kind).glob("*/*.py")):
            if path.name.startswith("_"):
                continue
            try:
                found.append(read(path, self._name(path), hints=hints))
            except CatalogueError as error:
                self._faults.append(error.fault)
        return found

    def _texts(self, pattern: str) -> dict[str, str]:
        """By the folder's name, which is the exercise's, the text of its file."""
        found = {}
        for path in sorted((self._folder / MISTAKES).glob(pattern)):
            whose = path.parent.name
            exercise = "" if whose == MISTAKES else whose
            try:
                found[whose] = path.read_text(encoding="utf-8")
                tree_of(found[whose])
            except (OSError, SyntaxError, ValueError) as error:
                line = (error.lineno if isinstance(error, SyntaxError) else 0) or 0
                what = f"the file cannot be read ({error})"
                self._faults.append(Fault(exercise, path.stem, self._name(path), line, what))
        return found

    def _name(self, path: Path) -> str:
        """A file's name as the instructor knows it, from the assignment's folder."""
        return path.relative_to(self._folder.parent).as_posix()
