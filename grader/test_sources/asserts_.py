"""Plain notebooks: cells of assertions among the solution's, or calls of tests kept in a module.

No metadata says which cells are tests. A cell is one if it asserts something itself, or calls a
function that does: of another cell (``test_area()``), or of a module beside the notebook
(``area_test(area)``), and if it holds no answer. Answers stand between comments such as
``### BEGIN SOLUTION`` and ``### END SOLUTION``, or ``# START CODE HERE`` and ``# END CODE HERE``;
where there are none, they are the functions that tests use. What is between nbgrader's ``### BEGIN
HIDDEN TESTS`` and ``### END HIDDEN TESTS`` is the instructor's here, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from grader.suite.own_tests import Test
from grader.test_sources.asserting import bare, names_in
from grader.test_sources.found import Found
from grader.test_sources.nbgrader_ import public_of
from grader.test_sources.plain_cells import ANSWER, CodeCell, code_cells
from grader.test_sources.stubs import MAGIC, emptied
from grader.test_sources.used_below import used_below

_TO_DO = "\\1\\2# YOUR CODE HERE\n\\2raise NotImplementedError()\n"


class _Part(NamedTuple):
    """A test of a cell: its title, its code, and the names of what asserts that it calls."""

    title: str
    source: str
    called: list[str]


def recognises(path: Path) -> bool:
    """Whether a file is a notebook with such a cell."""
    return path.suffix == ".ipynb" and any(cell.is_test for cell in code_cells(path))


def read(path: Path, root: Path) -> Found:
    """A test for each cell of tests, named after the function that it is about.

    Args:
        path: the notebook with solutions and tests.
        root: the assignment's folder.
    """
    file = path.relative_to(root).as_posix()
    tests: list[Test] = []
    answers: list[CodeCell] = []
    modules: dict[str, str] = {}
    titles: Counter[tuple[str, str]] = Counter()
    cells = list(code_cells(path))
    for cell in cells:
        if not cell.is_test:
            if not cell.defines_tests:
                answers.append(cell)
            continue
        public = given_of(cell.source)
        for part in _parts(cell):
            # A test looks up a module that it calls beside the answers, not in the submission.
            own = {name.partition(".")[0]: cell.asserting[name].module for name in part.called}
            modules |= {name: module for name, module in own.items() if f"{name}." in part.source}
            exercise = _exercise(cell, part, answers)
            titles[exercise, part.title] += 1
            twins = titles[exercise, part.title]
            tests.append(
                Test(
                    exercise=exercise,
                    title=f"{part.title} {twins}" if twins > 1 else part.title,
                    points=1.0,
                    kind="code",
                    source=part.source,
                    file=file,
                    cell=cell.number,
                    private=public != cell.source
                    or any(cell.asserting[name].is_hidden for name in part.called),
                    place=public.strip(),
                    counts_caught=True,
                )
            )
    return Found(
        tuple(tests),
        tuple(cell.source for cell in answers),
        names=used_below((cell.statements, cell.is_test) for cell in cells),
        known_libraries=modules,
    )


def given_of(source: str) -> str:
    """The text of a cell of tests as students are given it."""
    return public_of(source, "# tests of the instructor's")


def without_answers(path: Path) -> dict[int, str]:
    """The cells with nothing written in them yet: the text of each that changes, by its number."""
    cells = list(code_cells(path))
    answers = [cell for cell in cells if not cell.is_test and not cell.defines_tests]
    marked = {
        cell.number: ANSWER.sub(_TO_DO, cell.source)
        for cell in answers
        if ANSWER.search(cell.source)
    }
    if marked:
        return marked
    tested = {name for cell in cells if cell.is_test for name in names_in(cell.statements)}
    return {
        cell.number: emptied(cell.source, tested)
        for cell in answers
        if any(part.name in tested for part in cell.definitions)
    }


def _parts(cell: CodeCell) -> Iterator[_Part]:
    """The tests of a cell: itself, or each of those that a runner would find."""
    for name in cell.run:
        part = cell.asserting[name]
        for title, call in part.calls:
            yield _Part(title, f"{part.source}\n{call}", [name])
    if not cell.run:
        called = [name for name in names_in(cell.statements) if name in cell.asserting]
        above = dict.fromkeys(cell.asserting[name].source for name in called)
        source = "\n".join([*filter(None, above), MAGIC.sub("# ", cell.source)])
        yield _Part(called[0].rpartition(".")[2] if called else "test", source, called)


def _exercise(cell: CodeCell, part: _Part, answers: list[CodeCell]) -> str:
    """The function of the solution that a test is about, or else its cell."""
    defined = [definition.name for answer in answers for definition in answer.definitions]
    if bare(part.title) in defined:
        return bare(part.title)
    used = {name for called in part.called for name in cell.asserting[called].uses}
    used |= set(names_in(cell.statements))
    about = [name for name in defined if name in used]
    return about[-1] if about else f"cell {cell.number}"
