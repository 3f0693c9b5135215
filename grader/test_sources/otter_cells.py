"""The cells of Otter's master notebooks of any version, with raw cells as their delimiters.

Version 1 of the format (otter-grader.readthedocs.io, "Notebook Format") has raw cells such as
``# BEGIN QUESTION``, or text cells with a block in a fence of ``otter``. In version 0, as in
jassign, a text cell has a fenced block that says ``BEGIN QUESTION``; below it stand the answer and
cells that begin with ``# TEST`` or ``# HIDDEN TEST``. Cells that begin with ``# IGNORE`` are the
author's alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from grader.test_sources.found import cells_of

Cell = dict[str, Any]
BEGIN = re.compile(r"^\s*#\s*BEGIN\s+(QUESTION|SOLUTION|TESTS|PROMPT)\b", re.IGNORECASE)
END = re.compile(r"^\s*#\s*END\s+(QUESTION|SOLUTION|TESTS|PROMPT)\b", re.IGNORECASE)
CONFIG = re.compile(r"^\s*#\s*ASSIGNMENT\s+CONFIG\b", re.IGNORECASE)
_FENCE = re.compile(r"^```otter[^\S\n]*\n(.*?)^```[^\S\n]*$\n?", re.DOTALL | re.MULTILINE)
_OLD = re.compile(
    r"^```[^\S\n]*\n\s*BEGIN (QUESTION|ASSIGNMENT)[^\S\n]*\n(.*?)^```[^\S\n]*$\n?",
    re.DOTALL | re.MULTILINE,
)
_OLD_TEST = re.compile(r'\s*(##?\s*(hidden\s*)?test\b|"""\s*#\s*BEGIN TEST CONFIG)', re.IGNORECASE)
_WRITTEN = re.compile(r"^(<strong>|\*\*)solution:?(</strong>|\*\*)", re.IGNORECASE | re.MULTILINE)
_IGNORED = re.compile(r"\s*#{1,2}\s*ignore\s*(##)?\s*$", re.IGNORECASE)


def master_cells(path: Path) -> list[Cell]:
    """The cells of a master notebook, each with its number in the file; delimiters are raw cells.

    Args:
        path: the notebook.

    Raises:
        TestSourceError: it is no notebook.
    """
    numbered = ({**cell, "number": number} for number, cell in enumerate(cells_of(path), 1))
    kept = [cell for cell in numbered if not _IGNORED.match(cell["source"].partition("\n")[0])]
    return list(_of_old_questions(list(_unfenced(kept))))


def is_master(path: Path) -> bool:
    """Whether a file is a master notebook: it has a question's delimiter."""
    return path.suffix == ".ipynb" and any(
        cell["cell_type"] == "raw" and BEGIN.match(cell["source"]) for cell in master_cells(path)
    )


def _unfenced(cells: Iterable[Cell]) -> Iterator[Cell]:
    """The cells, with raw ones for blocks in a fence of ``otter``."""
    for cell in cells:
        parts = _FENCE.split(cell["source"]) if cell["cell_type"] == "markdown" else []
        if len(parts) <= 1:
            yield cell
            continue
        for place, text in enumerate(parts):
            kind = "raw" if place % 2 else "markdown"
            if text.strip():
                yield {**cell, "cell_type": kind, "source": text.strip("\n")}


def _of_old_questions(cells: list[Cell]) -> Iterator[Cell]:
    """The cells, with raw ones around the questions of version 0."""
    begins = [place for place, cell in enumerate(cells) if _old_block(cell)]
    yield from cells[: begins[0]] if begins else cells
    for begin, end in pairwise([*begins, len(cells)] if begins else ()):
        yield from _of_old_block(cells[begin], cells[begin + 1 : end])


def _old_block(cell: Cell) -> re.Match[str] | None:
    return _OLD.search(cell["source"]) if cell["cell_type"] == "markdown" else None


def _of_old_block(cell: Cell, below: list[Cell]) -> Iterator[Cell]:
    block = _old_block(cell)
    assert block is not None  # noqa: S101 - it was one
    text = _OLD.sub("", cell["source"], count=1)
    is_question = block[1] == "QUESTION"
    yield _raw(cell, ("# BEGIN QUESTION\n" if is_question else "# ASSIGNMENT CONFIG\n") + block[2])
    if text.strip():
        yield {**cell, "source": text}
    if not is_question:
        yield from below
        return
    tests = [place for place, other in enumerate(below) if _is_old_test(other)]
    answers = (place for place, other in enumerate(below, 1) if _answers(other))
    first = tests[0] if tests else next(answers, 1)  # the first cell that is no answer
    last = first
    while last in tests:
        last += 1
    for answer in below[:first]:
        is_answer = answer["cell_type"] == "code" or _answers(answer)
        yield from _between("SOLUTION", [answer]) if is_answer else [answer]
    yield from _between("TESTS", below[first:last])
    yield _raw(cell, "# END QUESTION")
    yield from below[last:]


def _between(name: str, cells: list[Cell]) -> Iterator[Cell]:
    """Cells between raw ones, if there are any."""
    if cells:
        yield _raw(cells[0], f"# BEGIN {name}")
        yield from cells
        yield _raw(cells[-1], f"# END {name}")


def _raw(cell: Cell, source: str) -> Cell:
    return {**cell, "cell_type": "raw", "source": source, "metadata": {}}


def _is_old_test(cell: Cell) -> bool:
    return cell["cell_type"] == "code" and bool(_OLD_TEST.match(cell["source"]))


def _answers(cell: Cell) -> bool:
    """Whether a cell is a solution by its marks."""
    if cell["cell_type"] == "code":
        return "SOLUTION" in cell["source"]
    return bool(_WRITTEN.search(cell["source"]))
