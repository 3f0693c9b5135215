"""The notebook that students get, made from an instructor's: blank, or solved as the reference is.

nbgrader's solution regions and hidden tests are those of "Creating and grading assignments"
(nbgrader.readthedocs.io); Otter's marked lines and blocks those of "Notebook Format"
(otter-grader.readthedocs.io): what is marked goes, and what is not marked stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from grader.suite.own_tests import Test
from grader.test_sources import asserts_, nbgrader_, otter_, otter_release_
from grader.test_sources.found import TestSourceError, cells_of
from grader.test_sources.otter_cells import BEGIN, END, master_cells

Cell = dict[str, Any]
_TO_DO = "# YOUR CODE HERE\nraise NotImplementedError()"
_REGION = re.compile(
    r"^([^\S\n]*)#+ BEGIN SOLUTION.*?^[^\S\n]*#+ END SOLUTION[^\n]*", re.DOTALL | re.MULTILINE
)
_BLOCK = re.compile(
    r"^([^\S\n]*)# BEGIN SOLUTION( NO PROMPT)?[^\n]*\n.*?^[^\S\n]*# END SOLUTION[^\n]*\n?",
    re.DOTALL | re.MULTILINE,
)
_PROMPT = re.compile(r'^\s*(""")?\s*# (BEGIN|END) PROMPT.*\n?', re.MULTILINE)
_ASSIGNED = re.compile(r"^(\s*[\w.\[\]'\", ]+?\s*=)(?!=).*# ?SOLUTION\s*$")
_WRITE = "_Type your answer here, replacing this text._"
_CHECKS = "from grader import checks as grader"  # for the cells that check a question
_MARKED = re.compile(r"^(\s*).*# ?SOLUTION\s*$")


def notebook_of(path: Path, *, solved: bool) -> Cell:
    """The whole notebook as the format has it, with no output and no hidden test.

    Args:
        path: an instructor's notebook of a known kind.
        solved: whether the solutions stay.

    Raises:
        TestSourceError: it is no such notebook.
    """
    if otter_.recognises(path):
        kept = list(_of_otter(master_cells(path), solved=solved))
    elif otter_release_.recognises(path):
        kept = [_of_release(cell, solved=solved) for cell in cells_of(path)]
    elif nbgrader_.recognises(path):
        kept = [_of_nbgrader(cell, solved=solved) for cell in cells_of(path)]
    elif asserts_.recognises(path):
        blank = {} if solved else asserts_.without_answers(path)
        kept = [
            _plain(cell, blank.get(number, asserts_.given_of(cell["source"])))
            for number, cell in enumerate(cells_of(path), 1)
        ]
    else:
        raise TestSourceError(f"{path} is a notebook without tests")
    for cell in kept:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
    return {"cells": kept, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}


def with_places(tests: Iterable[Test], blank: Cell) -> list[Test]:
    """The tests, those that a person marks with their places in the students' notebook.

    Args:
        tests: of a notebook.
        blank: the notebook as students are given it.
    """
    cells = blank["cells"]
    names = [nbgrader_.settings_of(cell).get("grade_id", "") for cell in cells]
    given = [not nbgrader_.settings_of(cell).get("solution") for cell in cells]

    def placed(test: Test) -> Test:
        at = names.index(test.exercise)
        above = [cell for cell, is_given in zip(cells[:at], given[:at], strict=True) if is_given]
        below = zip(cells[at + 1 :], given[at + 1 :], strict=True)
        until = next((cell["source"] for cell, is_given in below if is_given), "")
        if given[at]:  # a task's description: what is written stands below it
            return replace(test, source="", place=cells[at]["source"], until=until)
        before = above[-1]["source"] if above else ""
        return replace(test, source=cells[at]["source"], place=before, until=until)

    return [
        placed(test) if test.kind == "manual" and test.exercise in names else test for test in tests
    ]


def notebook_with(*sources: str) -> Cell:
    """A notebook with these cells of code."""
    cells = [_code(source) for source in sources]
    return {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}


def _code(source: str) -> Cell:
    return {
        "cell_type": "code", "source": source, "metadata": {}, "outputs": [],
        "execution_count": None,
    }  # fmt: skip


def _plain(cell: Cell, source: str) -> Cell:
    """The cell with this source; what names a cell is of a later version of the format."""
    kept = {name: part for name, part in cell.items() if name not in ("id", "number")}
    return {**kept, "source": source}


def _of_nbgrader(cell: Cell, *, solved: bool) -> Cell:
    settings = cell.get("metadata", {}).get("nbgrader") or {}
    source = nbgrader_.given_of(cell)
    if solved or not settings.get("solution"):
        return _plain(cell, source)
    if cell["cell_type"] != "code":
        return _plain(cell, "YOUR ANSWER HERE")
    blank = _REGION.sub(lambda found: _indented(_TO_DO, found[1]), source)
    return _plain(cell, blank if blank != source else _TO_DO)


def _indented(text: str, indent: str) -> str:
    return "\n".join(indent + line for line in text.split("\n"))


def _of_otter(cells: list[Cell], *, solved: bool) -> Iterator[Cell]:
    if not any("otter" in cell["source"] for cell in cells if cell["cell_type"] == "code"):
        yield _code(_CHECKS)
    block, question = "", dict[str, Any]()
    for cell in cells:
        source = cell["source"]
        if cell["cell_type"] == "raw":
            begin, end = BEGIN.match(source), END.match(source)
            if begin and begin[1].upper() == "QUESTION":
                question = otter_.settings_of(source)
            elif begin:
                block = begin[1].upper()
            elif end:
                if end[1].upper() == "TESTS":
                    yield _code(f'grader.check("{question.get("name", "")}")')
                block = ""
        elif shown := _of_question(cell, block, question, solved=solved):
            yield shown


def _of_release(cell: Cell, *, solved: bool) -> Cell:
    source = cell["source"]
    if not solved and cell["cell_type"] == "code":
        source = _without_solutions(_PROMPT.sub("", source))
    return _plain(cell, source)


def _of_question(cell: Cell, block: str, question: dict[str, Any], *, solved: bool) -> Cell | None:
    """A cell between raw ones, as it is shown; None if it is not."""
    source = cell["source"]
    if block == "TESTS" or (block == "PROMPT" and solved):
        return None
    if not solved and cell["cell_type"] == "code":
        source = _without_solutions(_PROMPT.sub("", source))
    elif not solved and block == "SOLUTION":
        if not question.get("manual"):
            return None
        source = _WRITE
    return _answer(_plain(cell, source), block, question)


def _answer(cell: Cell, block: str, question: dict[str, Any]) -> Cell:
    """The cell; where it is the place of an answer that a person marks, it says so."""
    if not question.get("manual") or block not in ("SOLUTION", "PROMPT"):
        return cell
    settings = {"grade_id": str(question["name"]), "solution": True}
    return {**cell, "metadata": {**cell["metadata"], "nbgrader": settings}}


def _without_solutions(source: str) -> str:
    def blank(found: re.Match[str]) -> str:
        return "" if found[2] else f"{found[1]}...\n"

    lines = []
    for line in _BLOCK.sub(blank, source + "\n").rstrip("\n").split("\n"):
        if line.rstrip().endswith(("# SOLUTION NO PROMPT", "# SEED")):
            continue
        assigned, marked = _ASSIGNED.match(line), _MARKED.match(line)
        if assigned:
            lines.append(f"{assigned[1]} ...")
        else:
            lines.append(f"{marked[1]}..." if marked else line)
    return "\n".join(lines)
