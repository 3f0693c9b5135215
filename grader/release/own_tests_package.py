"""The student's package of an assignment of own tests: its files, its secrets, and its first use.

It has the assignment as data, and the grader as a wheel, so that one environment serves any number
of assignments and has only the libraries that they need.
"""

from __future__ import annotations

import difflib
import hashlib
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from grader.assignment import file_sets, places, specimens
from grader.assignment.described import description_of
from grader.bundles import wheel
from grader.bundles.files import GRADER, below
from grader.release import passages, student_readme
from grader.release.secret_content import SMALLEST_FILE, Secrets, decoded_text
from grader.suite import Suite

_REQUIREMENTS = """\
# In this folder: python -m pip install --requirement requirements.txt
./{wheel}
{needs}
"""
_PYTEST = """\
# python -m pytest runs the tests on your file.
[pytest]
pythonpath = {folder}
testpaths = tests
"""
_PYTHONS = "Python 3.11 to 3.13"


def release_files_of_own_tests(root: Path, title: str) -> dict[str, bytes]:
    """The content of the package's files by path, in order.

    Args:
        root: the assignment's folder.
        title: the title of the assignment.

    Raises:
        AssignmentError: the description says something impossible.
        BundleError: a file cannot be handed out as it is.
    """
    name, _ = specimens.handed_out(root)
    files = file_sets.public(root)
    files[wheel.NAME] = wheel.wheel()
    is_notebook = name.endswith(".ipynb")
    needs = [*description_of(root).requirements, *(["jupyterlab >= 4"] if is_notebook else [])]
    files["requirements.txt"] = _REQUIREMENTS.format(
        wheel=wheel.NAME, needs="\n".join(needs)
    ).encode()
    if any(path.endswith(".py") for path in files if path.startswith(f"{file_sets.TESTS}/")):
        files["pytest.ini"] = _PYTEST.format(folder=places.SUPPORT).encode()
    files["README.md"] = student_readme.of_own_tests(
        title, files, f"{places.SUPPORT}/{name}", _PYTHONS
    ).encode()
    return dict(sorted(files.items()))


def secrets_of_own_tests(root: Path, suite: Suite) -> Secrets:
    """The secrets of an assignment of own tests: the reference's answers, and hidden tests.

    Args:
        root: the assignment's folder.
        suite: the assignment with its private tests.
    """
    found = Secrets()
    name, _ = specimens.handed_out(root)
    solved = specimens.solved(root)
    if solved is not None:
        for line, text in _added(_code(specimens.blank(root)), _code(solved)):
            answer = passages.of_code(textwrap.dedent(text), suite.remote, is_answer=True)
            found.add(f"the reference of {name}", answer, line)
    private = [test for test in suite.tests if test.private]
    for test in private:
        hidden = "\n".join(text for _, text in _added(test.place, test.source))
        if test.kind != "file":
            code = textwrap.dedent(hidden)
            found.add(test.where, passages.of_code(code, frozenset(), is_answer=True))
    for file in sorted({root / test.file for test in private if test.kind == "file"}):
        content = file.read_bytes()
        where = file.relative_to(root).as_posix()
        code = content.decode("utf-8", errors="replace")
        found.add(where, passages.of_code(code, frozenset(), is_answer=True))
        if len(content) >= SMALLEST_FILE:
            found.digests[hashlib.sha256(content).digest()] = where
    # A hidden part may ask with the same numbers as the public one.
    given = [test.place if test.private else test.source for test in suite.tests]
    ours = filter(None, map(decoded_text, below(GRADER).values()))
    for text in (*given, *ours, *_prose(specimens.blank(root))):
        found.forget(text)
    found.files = 1 + len({test.file for test in private})
    return found


def _code(notebook: dict[str, object]) -> str:
    cells = notebook["cells"]
    assert isinstance(cells, list)  # noqa: S101 - as a notebook is
    return "\n".join(cell["source"] for cell in cells if cell["cell_type"] == "code")


def _prose(notebook: dict[str, Any]) -> list[str]:
    """What the instructor's own words tell students, even if it is an answer."""
    return [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "markdown"]


def _added(before: str, after: str) -> Iterator[tuple[int, str]]:
    """The blocks of lines that were added to a text, each with the number of its first line."""
    old, new = before.split("\n"), after.split("\n")
    match = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, _, _, begin, end in match.get_opcodes():
        if what in ("insert", "replace"):
            yield begin + 1, "\n".join(new[begin:end])
