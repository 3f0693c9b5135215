"""nbgrader's source notebooks: cells with a ``grade_id``, points, hidden tests, manual answers.

The metadata is that of nbgrader's schema, versions 1 to 3 (nbgrader.readthedocs.io, "Creating and
grading assignments"): a cell that is graded and no solution is a test, one that is both is marked
by hand. Lines between ``### BEGIN HIDDEN TESTS`` and ``### END HIDDEN TESTS`` are the instructor's.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from grader.suite.own_tests import Test
from grader.test_sources.found import Found, TestSourceError, cells_of, statements_of
from grader.test_sources.libraries import libraries_of, names_from_beside
from grader.test_sources.titles import titles_of
from grader.test_sources.used_below import used_below

HIDDEN = re.compile(
    r"^[^\S\n]*#+ BEGIN HIDDEN TESTS.*?^[^\S\n]*#+ END HIDDEN TESTS[^\n]*\n?",
    re.DOTALL | re.MULTILINE,
)
_AUTOTEST = re.compile(r"^[^\S\n]*#[^\n]*AUTOTEST", re.MULTILINE)


def recognises(path: Path) -> bool:
    """Whether a file is such a notebook."""
    return path.suffix == ".ipynb" and any(settings_of(cell) for cell in cells_of(path))


def read(path: Path, root: Path) -> Found:
    """What is in it: a test for each cell of tests.

    Args:
        path: the notebook with solutions and tests.
        root: the assignment's folder.

    Raises:
        TestSourceError: a cell has lines of which nbgrader has not made tests yet.
    """
    tests, solution, answers = [], [], list[str]()
    answered, given = set[str](), set[str]()  # the names that answers and other cells import
    exercise, file = "", path.relative_to(root).as_posix()
    cells, places = cells_of(path), dict[str, int]()
    for number, cell in enumerate(cells, 1):
        settings = settings_of(cell)
        name = str(settings.get("grade_id", ""))
        places[name] = number
        points = float(settings.get("points") or 0)
        by_hand = settings.get("task") or (settings.get("grade") and settings.get("solution"))
        if by_hand:
            tests.append(Test(name, name, points, "manual", "", file, cell=number))
        if _is_test(cell):
            text = cell["source"]
            _refuse_unmade(text, path, name)
            given.update(libraries_of(statements_of(text)))
            public = given_of(cell)
            tests.append(
                Test(
                    exercise=exercise or name,
                    title=name,
                    points=points,
                    kind="code",
                    source=text,
                    file=file,
                    cell=number,
                    private=public != text,
                    place=public.strip(),
                )
            )
        elif cell["cell_type"] == "code":
            solution.append(cell["source"])
            statements = statements_of(cell["source"])
            (answered if settings.get("solution") else given).update(libraries_of(statements))
            if settings.get("solution"):
                exercise = name  # the tests below are about it
                # A module beside the notebook may keep a state, and what the answer has changed of
                # it is in the submission's process; so are the names that the answer imports.
                answers += names_from_beside(statements)
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    below = used_below((statements_of(cell["source"]), _is_test(cell)) for cell in code)
    return Found(
        tuple(tests),
        tuple(solution),
        names=(*answers, *below),
        answered=frozenset(answered - given),
        titles=titles_of(cells, {test.exercise: places[test.exercise] for test in tests}),
    )


def _refuse_unmade(text: str, path: Path, name: str) -> None:
    """Comments that nbgrader makes tests of test nothing themselves: everybody would pass."""
    if _AUTOTEST.search(text):
        raise TestSourceError(
            f"{path.name}: the cell {name} has `AUTOTEST` lines, of which nbgrader makes tests. "
            "Run `nbgrader generate_assignment NAME --source_with_tests` and take over "
            f"source_with_tests/NAME/{path.name}"
        )


def _is_test(cell: dict[str, Any]) -> bool:
    settings = settings_of(cell)
    return bool(settings.get("grade")) and not settings.get("solution")


def given_of(cell: dict[str, Any]) -> str:
    """The text of a cell as students are given it; where all of a test is hidden, its name."""
    name = settings_of(cell).get("grade_id", "")
    return public_of(cell["source"], f"# {name}: tests of the instructor's")


def public_of(source: str, instead: str) -> str:
    """A text without its hidden tests; another one where all of it is hidden."""
    public = HIDDEN.sub("", source)
    return public if public.strip() or public == source else instead


def settings_of(cell: dict[str, Any]) -> dict[str, Any]:
    """What nbgrader's settings say of a cell; nothing if it has none."""
    found = cell.get("metadata", {}).get("nbgrader")
    return found if isinstance(found, dict) else {}
