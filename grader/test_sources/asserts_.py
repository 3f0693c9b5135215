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
from pathlib import Path

from grader.submissions.bindings import names_of
from grader.suite.own_tests import Test
from grader.test_sources.found import Found
from grader.test_sources.nbgrader_ import HIDDEN
from grader.test_sources.plain_cells import ANSWER, CodeCell, bare, code_cells, names_in
from grader.test_sources.stubs import MAGIC, emptied

_TO_DO = "\\1\\2# YOUR CODE HERE\n\\2raise NotImplementedError()\n"


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
    for cell in code_cells(path):
        if not cell.is_test:
            answers.append(cell)
            continue
        called = [name for name in names_in(cell.statements) if name in cell.asserting]
        asserting = {name: cell.asserting[name] for name in called}
        # A test looks up a module that it calls beside the answers, and not in the submission.
        modules |= {
            name.partition(".")[0]: part.module for name, part in asserting.items() if "." in name
        }
        above = dict.fromkeys(part.source for part in asserting.values() if part.source)
        exercise, title = _named(cell, called, answers)
        titles[exercise, title] += 1
        twins = titles[exercise, title]
        public = given_of(cell.source)
        tests.append(
            Test(
                exercise=exercise,
                title=f"{title} {twins}" if twins > 1 else title,
                points=1.0,
                kind="code",
                source="\n".join([*above, MAGIC.sub("# ", cell.source)]),
                file=file,
                cell=cell.number,
                private=public != cell.source,
                place=public.strip(),
                counts_caught=True,
            )
        )
    return Found(
        tuple(tests),
        tuple(cell.source for cell in answers),
        names=_used_below(path),
        known_libraries=modules,
    )


def given_of(source: str) -> str:
    """The text of a cell of tests as students are given it."""
    public = HIDDEN.sub("", source)
    return public if public.strip() or public == source else "# tests of the instructor's"


def without_answers(path: Path) -> dict[int, str]:
    """The cells with nothing written in them yet: the text of each that changes, by its number."""
    cells = list(code_cells(path))
    answers = [cell for cell in cells if not cell.is_test]
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


def _named(cell: CodeCell, called: list[str], answers: list[CodeCell]) -> tuple[str, str]:
    """The exercise of a test, the function of the solution that it is about, and its title."""
    title = called[0].rpartition(".")[2] if called else "test"
    defined = [
        part.name
        for answer in answers
        for part in answer.definitions
        if part.name not in cell.asserting
    ]
    if bare(title) in defined:
        return bare(title), title
    used = {
        *names_in(cell.statements),
        *(name for part in called for name in cell.asserting[part].uses),
    }
    about = [name for name in defined if name in used]
    return about[-1] if about else f"cell {cell.number}", title


def _used_below(path: Path) -> tuple[str, ...]:
    """The names that a cell of tests binds, and that a later cell of the submission uses."""
    bound: set[str] = set()
    used: dict[str, None] = {}
    for cell in code_cells(path):
        binds = {name for part in cell.statements for name in names_of(part, frozenset()).binds}
        if cell.is_test:
            bound |= binds
        else:
            used |= {name: None for name in names_in(cell.statements) if name in bound}
            bound -= binds
    return tuple(used)
