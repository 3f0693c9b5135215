"""Otter's master notebooks: questions between raw cells, with their solutions and tests.

The format is that of Otter Assign (otter-grader.readthedocs.io, "Notebook Format"): a raw cell
``# BEGIN QUESTION`` with settings in YAML, then a solution and tests. A test's cell is right if it
raises nothing and shows what it shows in the notebook; ``# HIDDEN`` keeps it with the instructor.
Where the assignment says ``tests: ok_format: false``, a test's cell defines a function that is
called with the names that it asks for.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import yaml

from grader.submissions.syntax import tree_of
from grader.suite.own_tests import Test, TestKind
from grader.test_sources.found import Found, TestSourceError, resolved
from grader.test_sources.otter_cells import BEGIN, CONFIG, END, is_master, master_cells
from grader.test_sources.otter_file_ import called

# In the first line of a test, or alone in a line of it.
_HIDDEN = re.compile(r"\A\s*#[^\n]*\bhidden\b|^\s*#\s*hidden\s*$", re.IGNORECASE | re.MULTILINE)
ANSWER = "written answer"  # the title of what a person marks in a question
_SETTINGS = re.compile(
    r'\A(?:\w+\s*=\s*)?"{1,3}\s*#\s*BEGIN\s*TEST\s*CONFIG(.*?)"{1,3}(?:\s*#\s*END\s*TEST\s*CONFIG)?',
    re.DOTALL | re.IGNORECASE,
)


def recognises(path: Path) -> bool:
    """Whether a file is such a notebook."""
    return is_master(path)


def read(path: Path, root: Path) -> Found:
    """What is in it: a test for each cell of tests.

    Args:
        path: the notebook with solutions and tests.
        root: the assignment's folder.

    Raises:
        TestSourceError: a question has no name, or its points do not add up.
    """
    reader = _Reader(path.relative_to(root).as_posix())
    for cell in master_cells(path):
        reader.take(cell)
    return Found(tuple(reader.tests), tuple(reader.solution))


def settings_of(source: str) -> dict[str, Any]:
    """The settings of a question in its raw cell; its name is empty if it has none."""
    return {"name": "", **_yaml(source.partition("\n")[2])}


def _yaml(text: str) -> dict[str, Any]:
    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError as error:
        words = " ".join(str(error).split())
        raise TestSourceError(
            f"these settings are no YAML: {text.strip()[:60]!r}: {words}"
        ) from None
    return found if isinstance(found, dict) else {}


class _Reader:
    """Goes through the cells, and knows in which question and block it is."""

    def __init__(self, file: str) -> None:
        self.tests: list[Test] = []
        self.solution: list[str] = []
        self._file = file
        self._question: dict[str, Any] = {}
        self._cells: list[dict[str, Any]] = []
        self._block = ""
        self._number = 0
        self._of_functions = False  # whether each test is a function

    def take(self, cell: dict[str, Any]) -> None:
        """The next cell."""
        source = cell["source"]
        self._number = cell["number"]
        if cell["cell_type"] == "raw":
            begin, end = BEGIN.match(source), END.match(source)
            if CONFIG.match(source):
                kind = _yaml(source).get("tests")
                self._of_functions = isinstance(kind, dict) and kind.get("ok_format") is False
            elif begin and begin[1].upper() == "QUESTION":
                self._question = settings_of(source)
                if not self._question["name"]:
                    raise TestSourceError(f"{self._file}: a question has no name: {source[:60]!r}")
                self._cells = []
            elif end and end[1].upper() == "QUESTION":
                self._finish()
            elif begin or end:
                self._block = begin[1].upper() if begin else ""
        elif cell["cell_type"] == "code" and self._block == "TESTS":
            self._cells.append(cell)
        elif cell["cell_type"] == "code" and self._block != "PROMPT":
            self.solution.append(source)

    def _finish(self) -> None:
        question, self._question = self._question, {}
        name = str(question.get("name", ""))
        if question.get("manual"):
            points = _total(question.get("points"))
            self.tests.append(
                Test(name, ANSWER, points, "manual", "", self._file, cell=self._number)
            )
            return
        cells = self._cells
        settings = [
            _yaml(found[1]) if (found := _SETTINGS.match(cell["source"])) else {} for cell in cells
        ]
        total = question.get("points")
        if isinstance(total, dict):
            total = [total.get("each", 1)] * len(cells)
        try:
            shares = resolved(total, [given.get("points") for given in settings])
        except TestSourceError as error:
            raise TestSourceError(f"{self._file}, {name}: {error}") from None
        for number, (cell, given, share) in enumerate(zip(cells, settings, shares, strict=True), 1):
            kind, source = self._test_of(cell)
            self.tests.append(
                Test(
                    exercise=name,
                    title=f"test {number}",
                    points=share,
                    kind=kind,
                    source=source,
                    file=self._file,
                    cell=cell["number"],
                    private=bool(given.get("hidden", _HIDDEN.search(cell["source"]))),
                    place=f'grader.check("{name}")',
                    all_or_nothing=bool(question.get("all_or_nothing")),
                    message=str(given.get("failure_message") or ""),
                )
            )

    def _test_of(self, cell: dict[str, Any]) -> tuple[TestKind, str]:
        """The test as a call of its function, as examples, or as the code of its cell."""
        source = _SETTINGS.sub("", cell["source"]).strip("\n")
        try:
            body = tree_of(source).body
        except SyntaxError:
            return "code", source
        function = body[0] if body else None
        if isinstance(function, ast.FunctionDef) and (self._of_functions or len(body) == 1):
            return "code", called([], function)
        return _test_of(cell, source)


def _total(points: Any) -> float:  # noqa: ANN401 - as it stands in YAML
    """The points of an answer that a person marks."""
    given = points.get("each", 1) if isinstance(points, dict) else points
    return float(sum(given) if isinstance(given, list) else 1 if given is None else given)


def _test_of(cell: dict[str, Any], source: str) -> tuple[TestKind, str]:
    """The test as examples, where the notebook has what it shows; else as code."""
    shown = "".join(
        "".join(output.get("text") or output.get("data", {}).get("text/plain") or [])
        for output in cell.get("outputs", ())
    ).rstrip("\n")
    if shown:
        return "examples", _as_examples(source, shown)
    try:
        last = tree_of(source).body[-1]
    except (SyntaxError, IndexError):
        return "code", source
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Compare | ast.BoolOp | ast.Call):
        lines = source.split("\n")
        before, rest = lines[: last.lineno - 1], lines[last.lineno - 1 :]
        text = "\n".join(rest).rstrip().rstrip(";")
        if isinstance(last.value, ast.Compare | ast.BoolOp):
            return "code", "\n".join([*before, f"assert ({text})"])
    return "code", source


def _as_examples(source: str, shown: str) -> str:
    """A cell and what it shows, as a docstring would have it."""
    lines = []
    for statement in tree_of(source).body:
        text = source.split("\n")[statement.lineno - 1 : statement.end_lineno]
        lines += [f">>> {text[0]}", *(f"... {line}" for line in text[1:])]
    return "\n".join([*lines, shown])
