"""One source, two notebooks: what the student receives and what the instructor reads.

A notebook's single source is a percent-format script in ``solutions/``, or in a folder of it
that ``assignment/`` has too (``Labs``). A script is a notebook if it has a ``# %% [markdown]``
cell; other scripts there are left alone. An instructor's own notebook is a source, too, if its
name ends in ``.source.ipynb``. ``grader/authoring/markers.py`` says how solutions are marked.
A source without solutions, such as a reading, is the same for everybody, and becomes the student's
notebook only. Jupyter folds the code of cells tagged ``hide-input`` or ``remove-cell``, which pages
of readings do not show. Where something is to be filled in, every cell of code gets the tag
``raises-exception``, at which Jupyter runs what is below a cell that fails: else "Run All" would
end at the first that is not filled in yet. In texts ``@QUESTIONS@`` says where to ask.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from grader.assignment import loading, places
from grader.authoring import handouts, opening_cell, own_notebook
from grader.authoring.blocks import AuthoringError
from grader.authoring.check_names import check_names
from grader.authoring.markers import solution_version, student_version
from grader.diagnosis import catalogue, hintbook
from grader.diagnosis.hintbook_making import Question, make_book
from grader.suite import Suite

SOURCES = "solutions"
CASES = "public_tests"
STUDENTS = "assignment"
_NOTEBOOK = re.compile(r"^# %% \[markdown\]", re.MULTILINE)
_GOES_ON = "raises-exception"
_OPENS = "opening"  # nothing runs before it has found everything
_FOLDED = {"hide-input", "remove-cell", _OPENS}
_QUESTIONS = "@QUESTIONS@"  # in a text: where to ask
_LONGEST_ID = 40  # of the 64 characters that a notebook allows


def build(root: Path) -> dict[Path, str]:
    """Return the text of every notebook, and of the hint book, by its path; nothing is written.

    Raises:
        AuthoringError: a source's markers are unbalanced, it is no valid notebook, or it checks
            an exercise that there is not.
    """
    if (root / places.DESCRIPTION).is_file():
        return handouts.made(root)
    notebooks: dict[Path, str] = {}
    has_cases = (root / CASES / "__init__.py").is_file()
    suite = loading.load_assignment(root, private=False, practice=True) if has_cases else None
    for path in sources(root):
        name = path.relative_to(root).as_posix()
        target = path.relative_to(root / SOURCES).with_name(_stem(path) + ".ipynb")
        if root / STUDENTS / target in notebooks:
            raise AuthoringError(f"{name}: there is another source for {target.as_posix()}.")
        versions = _versions(path, name)
        if suite:
            check_names(_code(versions[-1]), suite, name)
        goes_on = _code(versions[0]) != _code(versions[1])
        _open(root, suite, versions)
        students, solved = (_finished(version, name, goes_on=goes_on) for version in versions)
        notebooks[root / STUDENTS / target] = students
        if solved != students:
            notebooks[root / SOURCES / target] = solved
    if (root / SOURCES / catalogue.MISTAKES).is_dir():
        notebooks[root / CASES / places.HINTS] = _hints(root)
    return notebooks


def write(root: Path) -> list[Path]:
    """Write the notebooks that differ from their sources, and return their paths.

    Raises:
        AuthoringError: as for ``build``; then nothing is written.
    """
    notebooks = build(root)
    changed = outdated(notebooks)
    for path in changed:
        path.write_text(notebooks[path], encoding="utf-8", newline="\n")
    return changed


def stale(root: Path) -> list[Path]:
    """Return the notebooks that are missing or differ from what their sources say.

    Raises:
        AuthoringError: as for ``build``.
    """
    return outdated(build(root))


def graded_notebooks(root: Path) -> list[tuple[Path, Path]]:
    """The solved notebook and the student's, for each that is handed in; labs lie in folders."""
    found = sorted((root / SOURCES).glob("*.ipynb"))
    solved = [path for path in found if not path.name.endswith(own_notebook.ENDING)]
    return [(path, root / STUDENTS / path.name) for path in solved]


def outdated(notebooks: Mapping[Path, str]) -> list[Path]:
    """Return the paths at which something else stands, or nothing, than what was built."""
    # Bytes, not text: a checkout that turned line ends around is a difference too.
    return [
        path
        for path, text in notebooks.items()
        if not path.is_file() or path.read_bytes() != text.encode()
    ]


def _hints(root: Path) -> str:
    """The hints for students' own notebooks, as JSON."""
    suite = loading.load_assignment(root)
    public = {
        exercise.name: tuple(
            Question(case.ask(np.random.default_rng(0)), case.advisory)
            for case in suite.of(exercise)
            if not case.private
        )
        for exercise in suite.exercises
    }
    known = catalogue.load_whole(root / SOURCES)
    return hintbook.text_of(make_book(known, public, suite.stand_ins))


def sources(root: Path) -> Iterator[Path]:
    """The scripts and notebooks from which the notebooks are built."""
    for path in sorted((root / SOURCES).rglob("*")):
        if (root / STUDENTS / path.parent.relative_to(root / SOURCES)).is_dir() and (
            path.name.endswith(own_notebook.ENDING)
            or (path.suffix == ".py" and _NOTEBOOK.search(_text(path, path.name)))
        ):
            yield path


def _text(path: Path, name: str) -> str:
    """The text of a source.

    Raises:
        AuthoringError: it cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AuthoringError(f"{name} cannot be read: {error}") from error


def _stem(path: Path) -> str:
    return path.name.removesuffix(own_notebook.ENDING).removesuffix(".py")


def _versions(path: Path, name: str) -> tuple[Any, Any]:
    """The student's and the solved notebook, unfinished."""
    if path.suffix != ".py":
        return own_notebook.versions(path, name)
    import jupytext  # takes a second, and grading never needs it

    script = _text(path, name)
    students, solved = student_version(script, name=name), solution_version(script, name=name)
    return jupytext.reads(students, fmt="py:percent"), jupytext.reads(solved, fmt="py:percent")


def _open(root: Path, suite: Suite | None, versions: Iterable[Any]) -> None:
    """Put the opening cell where a source asks for it, and where one asks questions."""
    package, address = (suite.package, suite.questions) if suite else ("", "")
    asked = f"ask at <{address}>" if address else "ask where your course answers questions"
    for notebook in versions:
        for cell in notebook.cells:
            if cell.source.strip() == opening_cell.MARK:
                cell.source = opening_cell.cell(root, package, _code(notebook))
                cell.metadata["tags"] = [*cell.metadata.get("tags", []), _OPENS]
            elif cell.cell_type == "markdown":
                cell.source = cell.source.replace(_QUESTIONS, asked)


def _code(notebook: Any) -> list[str]:  # noqa: ANN401 - a notebook's node
    return [str(cell.source) for cell in notebook.cells if cell.cell_type == "code"]


def _finished(notebook: Any, name: str, *, goes_on: bool) -> str:  # noqa: ANN401 - a notebook's node
    """Return a notebook as text, with ids and the kernel, and without outputs.

    Args:
        notebook: the notebook, which is changed.
        name: its source, for an error.
        goes_on: whether the cells below one that fails run all the same.
    """
    import nbformat

    notebook.nbformat, notebook.nbformat_minor = 4, 5
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    for cell, name_of_cell in zip(notebook.cells, _ids(notebook.cells), strict=True):
        cell.id = name_of_cell
        tags = list(cell.metadata.get("tags", []))
        if goes_on and cell.cell_type == "code" and _OPENS not in tags:
            tags.append(_GOES_ON)
        cell.metadata = {"tags": list(dict.fromkeys(tags))} if tags else {}
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
