"""One file of the catalogue: a known mistake with its hints, or an accepted unusual answer.

A file is a percent script whose text at the top says what the entry is, and in which each cell is
a complete answer of that kind, spelled differently::

    '''A unit's weights are taken from a row of W.

    1: Print `W.shape`. One unit needs one weight for each input: ...?
    2: With two inputs and three units ...
    3: Suppose a table of prices has ...
    '''
    # %%
    def layer(x, W): ...

A line ``Also: this + that`` before the hints names two other mistakes that make the same program
when they come together, so that this entry is true of it.

A cell titled ``recognised by`` holds a function ``recognise(facts)`` instead, for what the answers
alone do not show; with the title ``or recognised by`` the answers count as well. One titled
``not if`` holds ``exclude(facts)``, for what rules the mistake out although the answers are its
own. `grader.diagnosis.facts` has the words in which these functions are written.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import msgspec

from grader.diagnosis.faults import CatalogueError, Fault, fault_of
from grader.submissions.syntax import UNPARSABLE, tree_of, walked

TIERS = 3
_CELL = re.compile(r"^# %%(.*)$", re.MULTILINE)
_HINT = re.compile(r"^([1-3]): ", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d+): ")
_RECOGNISED, _OR, _EXCLUDED = "recognised by", "or recognised by", "not if"
_FUNCTIONS = {_RECOGNISED: "recognise", _OR: "recognise", _EXCLUDED: "exclude"}
_ALSO = "Also:"
_LOOPS = (ast.For, ast.While, ast.comprehension)


class Entry(msgspec.Struct, frozen=True):
    """A mistake, or an accepted answer.

    Attributes:
        exercise: the exercise's name.
        name: the file's name, without its ending.
        says: the belief behind a mistake; for an accepted answer, its unusual trait.
        hints: three, each saying more than the one before; an accepted answer has none.
        variants: complete answers.
        recognise: whether facts are those of the mistake; None if the answers alone show it.
        by_answers: whether the answers of its programs show it.
        exclude: whether facts rule it out although the answers are its own.
        also: pairs of other mistakes that, made together, have the effect of this one.
        file: the path of its file from the folder of the assignment.
        recognise_text: the source of ``recognise``; empty without one.
        exclude_text: the source of ``exclude``; empty without one.
        in_a_loop: whether all its programs have a loop; code without one cannot have the mistake.
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
    file: str = ""
    recognise_text: str = ""
    exclude_text: str = ""
    in_a_loop: bool = False

    @property
    def id(self) -> str:
        """A name that stays: ``exercise/name``."""
        return f"{self.exercise}/{self.name}"


class _EntryCell(NamedTuple):
    title: str
    source: str
    line: int  # of the source's first line in the file


def read(path: Path, file: str, *, hints: int) -> Entry:
    """The entry in a file.

    Args:
        path: the file.
        file: its path from the folder of the assignment, for messages.
        hints: the number of hints that it needs.

    Raises:
        CatalogueError: the entry cannot be used.
    """
    exercise, name = path.parent.name, path.stem

    def refuse(line: int, what: str) -> NoReturn:
        raise CatalogueError(Fault(exercise, name, file, line, what))

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        refuse(0, f"the file cannot be read ({error})")
    top, cells = _cells(text)
    try:
        tree = tree_of(top)
        says = ast.get_docstring(tree) or ""
    except UNPARSABLE as error:
        line = (error.lineno if isinstance(error, SyntaxError) else 0) or 1
        refuse(line, f"Python cannot read the text at its top ({error})")
    first, *rest = _HINT.split(says)
    first, _, also = first.partition(_ALSO)
    if rest[::2] != [str(tier) for tier in range(1, hints + 1)]:
        refuse(*_numbering(top, hints))
    functions = {_FUNCTIONS[cell.title]: cell for cell in cells if cell.title in _FUNCTIONS}
    variants = tuple(cell.source.strip() + "\n" for cell in cells if cell.title not in _FUNCTIONS)
    if not variants:
        refuse(len(text.splitlines()), "it has no answer: write one below a line `# %%`")

    def function(called: str) -> Callable[[Any], bool] | None:
        cell = functions.get(called)
        if cell is None:
            return None
        try:
            return function_of(cell.source, called, file, cell.line)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - the instructor's code may raise any
            fault = fault_of(error, exercise, name, file)
            refuse(fault.line or cell.line, f"no function {called} can be made: {fault.what}")

    def text_of(called: str) -> str:
        cell = functions.get(called)
        return cell.source.strip() + "\n" if cell else ""

    return Entry(
        exercise=exercise,
        name=name,
        says=" ".join(first.split()),
        hints=tuple(" ".join(words.split()) for words in rest[1::2]),
        variants=variants,
        recognise=function("recognise"),
        by_answers=all(cell.title != _RECOGNISED for cell in cells),
        exclude=function("exclude"),
        also=frozenset(_two(words) for words in also.split(";") if words.strip()),
        file=file,
        recognise_text=text_of("recognise"),
        exclude_text=text_of("exclude"),
        in_a_loop=all(map(loops, variants)),
    )


def loops(source: str) -> bool:
    """Whether there is a loop, or a list built in place, in a source; True if it is no Python."""
    try:
        return any(isinstance(node, _LOOPS) for node in walked(tree_of(source)))
    except UNPARSABLE:
        return True


def _cells(text: str) -> tuple[str, list[_EntryCell]]:
    """The text before the first cell, and the cells."""
    top, *parts = _CELL.split(text)
    cells = []
    line = top.count("\n") + 1  # where the first cell's title stands
    for title, source in zip(parts[::2], parts[1::2], strict=True):
        cells.append(_EntryCell(title.strip(), source, line))
        line += source.count("\n")
    return top, cells


def _numbering(top: str, hints: int) -> tuple[int, str]:
    """The first line with a wrong number of a hint, and a sentence about it."""
    if not hints:
        return 1, "an accepted answer has no hints, so no line of its text begins with 1:"
    wanted = f"the text at its top needs {hints} hints, on lines that begin with 1: 2: 3:"
    awaited, last = 1, 1
    for number, line in enumerate(top.splitlines(), 1):
        found = _NUMBERED.match(line.strip())
        if found and int(found[1]) == awaited:
            awaited, last = awaited + 1, number
        elif found and awaited <= hints:
            return number, f"{wanted}; here stands {found[1]}: where {awaited}: is awaited"
        elif found:
            return number, f"{wanted}; here stands {found[1]}:, one more"
    return last, f"{wanted}; {awaited}: is missing"


def _two(words: str) -> frozenset[str]:
    return frozenset(name.strip() for name in words.split("+"))


def is_function(cell: str) -> bool:
    """Whether a cell, with its title, holds one of an entry's functions and no answer."""
    title = _CELL.match(cell)
    return title is not None and title[1].strip() in _FUNCTIONS


def function_of(text: str, called: str, file: str, line: int = 1) -> Callable[[Any], bool]:
    """An entry's function, from its source.

    Args:
        text: the source.
        called: the function's name.
        file: where it stands, for messages.
        line: of the file, at which the source begins.
    """
    scope: dict[str, Any] = {"__name__": called}
    code = compile("\n" * (line - 1) + text, file, "exec", dont_inherit=True)
    exec(code, scope)  # noqa: S102 - the instructor's own
    found: Callable[[Any], bool] = scope[called]
    return found
