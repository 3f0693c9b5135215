"""One script, two notebooks: what the student receives and what the instructor reads.

A notebook's single source is a percent-format script in ``solutions/``, or in a folder of it
that ``assignment/`` has too (``Labs``). A script is a notebook if it has a ``# %% [markdown]``
cell; other scripts there are left alone. Inside a code cell ::

    # BEGIN SOLUTION
    a_out = ...           the instructor's lines
    # STUB a_out = None   what the student sees in their place, uncommented
    # END SOLUTION

A region without a stub becomes a ``raise NotImplementedError``; an empty ``# STUB`` leaves
nothing behind. A source without regions, such as a reading, is the same for everybody, and becomes
the student's notebook only. Jupyter folds the code of cells tagged ``hide-input`` or
``remove-cell``, which pages of readings do not show.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from grader import assignment
from grader.diagnosis import catalogue, hintbook

SOURCES = "solutions"
CASES = "public_tests"
STUDENTS = "assignment"
_UNWRITTEN = 'raise NotImplementedError("Write your code between the START and END markers.")'
_NOTEBOOK = re.compile(r"^# %% \[markdown\]", re.MULTILINE)
_BEGIN = re.compile(r"\s*# BEGIN SOLUTION\s*$")
_END = re.compile(r"\s*# END SOLUTION\s*$")
_STUB = re.compile(r"(?P<indent>\s*)# STUB(?: (?P<code>.*))?$")
_CELL = re.compile(r"# %%")
_FOLDED = {"hide-input", "remove-cell"}
_LONGEST_ID = 40  # of the 64 characters that a notebook allows


class AuthoringError(Exception):
    """A source script cannot be built; the message names file and line and what to do."""


def student_version(source: str, *, name: str = "the script") -> str:
    """Return the script with every solution region replaced by its stub.

    Raises:
        AuthoringError: markers are unbalanced, or a stub stands outside a region.
    """
    kept: list[str] = []
    for is_region, lines in _parts(source, name):
        kept += _stub(lines) if is_region else lines
    return "\n".join(kept)


def solution_version(source: str, *, name: str = "the script") -> str:
    """Return the script with its solutions, without markers and stubs.

    Raises:
        AuthoringError: markers are unbalanced, or a stub stands outside a region.
    """
    kept: list[str] = []
    for is_region, lines in _parts(source, name):
        kept += [line for line in lines[1:-1] if not _STUB.match(line)] if is_region else lines
    return "\n".join(kept)


def build(root: Path) -> dict[Path, str]:
    """Return the text of every notebook, and of the hint book, by its path; nothing is written.

    Raises:
        AuthoringError: a source's markers are unbalanced, or it is no valid notebook.
    """
    notebooks: dict[Path, str] = {}
    for script in _scripts(root):
        source = script.read_text(encoding="utf-8")
        name = script.relative_to(root).as_posix()
        place = script.relative_to(root / SOURCES).with_suffix(".ipynb")
        student, solution = student_version(source, name=name), solution_version(source, name=name)
        notebooks[root / STUDENTS / place] = _notebook(student, name)
        if solution != student:
            notebooks[root / SOURCES / place] = _notebook(solution, name)
    if (root / SOURCES / catalogue.MISTAKES).is_dir():
        notebooks[root / CASES / hintbook.NAME] = _hints(root)
    return notebooks


def write(root: Path) -> list[Path]:
    """Write the notebooks that differ from their sources, and return their paths.

    Raises:
        AuthoringError: as for ``build``; then nothing is written.
    """
    notebooks = build(root)
    changed = _changed(notebooks)
    for path in changed:
        path.write_text(notebooks[path], encoding="utf-8", newline="\n")
    return changed


def stale(root: Path) -> list[Path]:
    """Return the notebooks that are missing or differ from what their sources say.

    Raises:
        AuthoringError: as for ``build``.
    """
    return _changed(build(root))


def graded_notebooks(root: Path) -> list[tuple[Path, Path]]:
    """The solved notebook and the student's, for each that is handed in; labs lie in folders."""
    solved = sorted((root / SOURCES).glob("*.ipynb"))
    return [(path, root / STUDENTS / path.name) for path in solved]


def _changed(notebooks: dict[Path, str]) -> list[Path]:
    # Bytes, not text: a checkout that turned line ends around is a difference too.
    return [
        path
        for path, text in notebooks.items()
        if not path.is_file() or path.read_bytes() != text.encode()
    ]


def _hints(root: Path) -> str:
    """The hints for students' own notebooks, as JSON with a line for each ladder."""
    suite = assignment.load(root)
    public = {
        one.name: tuple(
            case.ask(np.random.default_rng(0)) for case in suite.of(one) if not case.private
        )
        for one in suite.exercises
    }
    book = hintbook.make(catalogue.load(root / SOURCES), public)
    return msgspec.json.format(msgspec.json.encode(book), indent=1).decode() + "\n"


def _scripts(root: Path) -> Iterator[Path]:
    for script in sorted((root / SOURCES).rglob("*.py")):
        target = root / STUDENTS / script.parent.relative_to(root / SOURCES)
        if target.is_dir() and _NOTEBOOK.search(script.read_text(encoding="utf-8")):
            yield script


def _parts(source: str, name: str) -> Iterator[tuple[bool, list[str]]]:
    """Yield (is it a solution region, its lines) in order; a region has its markers with it."""
    lines: list[str] = []
    opened = 0  # the line number of the region's BEGIN, 0 outside one
    for number, line in enumerate(source.split("\n"), start=1):
        where = f"{name}, line {number}"
        if _BEGIN.match(line):
            if opened:
                raise AuthoringError(_unclosed(name, opened))
            yield False, lines
            lines, opened = [line], number
        elif _END.match(line):
            if not opened:
                raise AuthoringError(f"{where}: END SOLUTION without a BEGIN; add one above it.")
            yield True, [*lines, line]
            lines, opened = [], 0
        elif opened and _CELL.match(line):
            raise AuthoringError(_unclosed(name, opened))
        elif not opened and _STUB.match(line):
            message = f"{where}: a STUB outside a solution region; move it above END SOLUTION."
            raise AuthoringError(message)
        else:
            lines.append(line)
    if opened:
        raise AuthoringError(_unclosed(name, opened))
    yield False, lines


def _unclosed(name: str, opened: int) -> str:
    return f"{name}, line {opened}: BEGIN SOLUTION is not closed; add END SOLUTION in its cell."


def _stub(region: list[str]) -> list[str]:
    stubs = [match for line in region if (match := _STUB.match(line))]
    if not stubs:
        indent = region[0][: len(region[0]) - len(region[0].lstrip())]
        return [indent + _UNWRITTEN]
    if len(stubs) == 1 and not stubs[0]["code"]:
        return []
    return [(stub["indent"] + (stub["code"] or "")).rstrip() for stub in stubs]


def _notebook(script: str, name: str) -> str:
    """Return a percent script as the text of a notebook without outputs."""
    # Here, not above: these take a second, and grading never needs them.
    import jupytext
    import nbformat

    notebook = jupytext.reads(script, fmt="py:percent")
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell, name_of_cell in zip(notebook.cells, _ids(notebook.cells), strict=True):
        cell.id = name_of_cell
        cell.metadata = {"tags": cell.metadata["tags"]} if "tags" in cell.metadata else {}
        if _FOLDED & set(cell.metadata.get("tags", [])):
            cell.metadata["jupyter"] = {"source_hidden": True}
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise AuthoringError(f"{name}: not a valid notebook: {error}") from error
    return str(nbformat.writes(notebook)) + "\n"


def _ids(cells: Iterable[Any]) -> Iterator[str]:
    """An id for each cell from the words of its first line; a number only where they repeat.

    So an id stays when cells are put in before it, and every build gives the same ones. (Those
    jupytext draws at random would make every build a change.)
    """
    seen: Counter[str] = Counter()
    for cell in cells:
        words = re.sub(r"[^a-z0-9]+", "-", cell.source.partition("\n")[0].lower()).strip("-")
        if len(words) > _LONGEST_ID:  # whole words
            words = words[: _LONGEST_ID + 1].rpartition("-")[0] or words[:_LONGEST_ID]
        words = words or "cell"
        seen[words] += 1
        yield words if seen[words] == 1 else f"{words}-{seen[words]}"
