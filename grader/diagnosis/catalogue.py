"""The catalogue of an assignment: known mistakes with their hints, and accepted unusual answers.

One file is one entry: a percent script whose text at the top says what it is, and in which each
cell is a complete answer of that kind, spelled differently::

    '''A unit's weights are taken from a row of W.

    1: Print `W.shape`. One unit needs one weight for each input: ...?
    2: With two inputs and three units ...
    3: Suppose a table of prices has ...
    '''
    # %%
    def layer(x, W): ...

A line ``Also: this + that`` before the hints names two other mistakes that make the same program
when they come together, so that this one is true of it.

A cell titled ``recognised by`` holds a function ``recognise(facts)`` instead, for what the answers
alone do not show; with the title ``or recognised by`` the answers count as well. One titled
``not if`` holds ``exclude(facts)``, for what rules the mistake out although the answers are its
own. Where an exercise asks for a function, ``_given.py`` is run before each cell.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from grader.errors import GraderError
from grader.submissions.syntax import tree_of

TIERS = 3
MISTAKES, ACCEPTED = "mistakes", "accepted"  # folders
_CELL = re.compile(r"^# %%(.*)$", re.MULTILINE)
_HINT = re.compile(r"^([1-3]): ", re.MULTILINE)
_RECOGNISED, _OR, _EXCLUDED = "recognised by", "or recognised by", "not if"
_ALSO = "Also:"


class CatalogueError(GraderError):
    """An entry of the catalogue cannot be used; the message names the file and what is wrong."""


class Entry(msgspec.Struct, frozen=True):
    """A mistake, or an accepted answer.

    Attributes:
        exercise: the exercise's name.
        name: the file's name, without its ending.
        says: for a mistake, what it takes to be true; for an answer, what is unusual in it.
        hints: three of them, each saying more than the one before; none for an accepted answer.
        variants: complete answers.
        recognise: whether facts are those of the mistake; None if the answers alone show it.
        by_answers: whether the answers of its programs show it.
        exclude: whether facts rule it out although the answers are its own.
        also: two names each; what these two make together is this very mistake.
    """

    exercise: str
    name: str
    says: str
    hints: tuple[str, ...]
    variants: tuple[str, ...]
    recognise: Callable[[Any], bool] | None = None
    by_answers: bool = True
    exclude: Callable[[Any], bool] | None = None
    also: frozenset[frozenset[str]] = frozenset()

    @property
    def id(self) -> str:
        """A name that stays: ``exercise/name``."""
        return f"{self.exercise}/{self.name}"


class Catalogue(msgspec.Struct, frozen=True):
    """What is known about the answers to an assignment.

    Attributes:
        mistakes: wrong answers.
        accepted: right ones that are unusual.
        given: code that is run before each variant of a function.
        templates: by the exercise, the right answer in which first variants differ in a few lines.
        given_for: by the exercise, what is run before its variants besides.
    """

    mistakes: tuple[Entry, ...] = ()
    accepted: tuple[Entry, ...] = ()
    given: str = ""
    templates: Mapping[str, str] = msgspec.field(default_factory=dict)
    given_for: Mapping[str, str] = msgspec.field(default_factory=dict)

    def of(self, exercise: str) -> tuple[Entry, ...]:
        """The known mistakes of one exercise."""
        return tuple(entry for entry in self.mistakes if entry.exercise == exercise)


def load(folder: Path) -> Catalogue:
    """The catalogue below a folder; an empty one if there is none.

    Raises:
        CatalogueError: an entry cannot be used.
    """
    given = folder / MISTAKES / "_given.py"
    return Catalogue(
        mistakes=tuple(_entry(path, hints=TIERS) for path in _files(folder / MISTAKES)),
        accepted=tuple(_entry(path, hints=0) for path in _files(folder / ACCEPTED)),
        given=given.read_text(encoding="utf-8") if given.is_file() else "",
        templates=_texts(folder / MISTAKES, "_template.py"),
        given_for=_texts(folder / MISTAKES, "_given.py"),
    )


def _texts(folder: Path, name: str) -> dict[str, str]:
    """By the exercise, the text of its file of that name."""
    paths = sorted(folder.glob(f"*/{name}"))
    return {path.parent.name: path.read_text(encoding="utf-8") for path in paths}


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*/*.py") if not path.name.startswith("_"))


def _entry(path: Path, *, hints: int) -> Entry:
    text = path.read_text(encoding="utf-8")
    top, *cells = _CELL.split(text)
    try:
        says = ast.get_docstring(tree_of(top)) or ""
    except SyntaxError as error:
        raise CatalogueError(f"{path}: Python cannot read it: {error}") from error
    first, *rest = _HINT.split(says)
    first, _, also = first.partition(_ALSO)
    ladder = tuple(" ".join(words.split()) for words in rest[1::2])
    if rest[::2] != [str(tier) for tier in range(1, hints + 1)]:
        raise CatalogueError(f"{path}: the text at its top needs {hints} hints, numbered 1: 2: 3:")
    titled = [
        (title.strip(), source) for title, source in zip(cells[::2], cells[1::2], strict=True)
    ]
    variants = tuple(
        source.strip() + "\n"
        for title, source in titled
        if title not in (_RECOGNISED, _OR, _EXCLUDED)
    )
    if not variants:
        raise CatalogueError(f"{path}: it has no cell with an answer, # %%")
    functions = dict(titled)
    return Entry(
        exercise=path.parent.name,
        name=path.stem,
        says=" ".join(first.split()),
        hints=ladder,
        variants=variants,
        recognise=_function(functions.get(_RECOGNISED, functions.get(_OR)), "recognise", path),
        by_answers=_RECOGNISED not in functions,
        exclude=_function(functions.get(_EXCLUDED), "exclude", path),
        also=frozenset(_two(words) for words in also.split(";") if words.strip()),
    )


def _two(words: str) -> frozenset[str]:
    return frozenset(name.strip() for name in words.split("+"))


def _function(source: str | None, name: str, path: Path) -> Callable[[Any], bool] | None:
    if source is None:
        return None
    scope: dict[str, Any] = {}
    try:
        exec(compile(source, str(path), "exec"), scope)  # noqa: S102 - the instructor's own
        found: Callable[[Any], bool] = scope[name]
    except (Exception, SystemExit) as error:
        raise CatalogueError(f"{path}: no function {name}: {error!r}") from error
    return found
