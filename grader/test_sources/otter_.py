"""Otter's master notebooks: questions between raw cells, with their solutions and tests.

The format is that of Otter Assign (otter-grader.readthedocs.io, "Notebook Format"): a raw cell
``# BEGIN QUESTION`` with settings in YAML, then a solution and tests. A test's cell is right if it
raises nothing and shows what it shows in the notebook; ``# HIDDEN`` keeps it with the instructor.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import yaml

from grader.submissions.syntax import tree_of
from grader.suite.own_tests import Test
from grader.test_sources.found import Found, TestSourceError, cells_of, shared

BEGIN = re.compile(r"^\s*#\s*BEGIN\s+(QUESTION|SOLUTION|TESTS|PROMPT)\b", re.IGNORECASE)
END = re.compile(r"^\s*#\s*END\s+(QUESTION|SOLUTION|TESTS|PROMPT)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"^\s*#\s*HIDDEN\s*$", re.IGNORECASE | re.MULTILINE)
ANSWER = "written answer"  # the title of what a person marks in a question
_CONFIG = re.compile(r'^"""\s*#\s*BEGIN TEST CONFIG(.*?)"""', re.DOTALL | re.IGNORECASE)


def recognises(path: Path) -> bool:
    """Whether a file is such a notebook."""
    if path.suffix != ".ipynb":
        return False
    return any(
        cell["cell_type"] == "raw" and BEGIN.match(cell["source"]) for cell in cells_of(path)
    )


def read(path: Path, root: Path) -> Found:
    """What is in it: a test for each cell of tests.

    Args:
        path: the notebook with solutions and tests.
        root: the assignment's folder.

    Raises:
        TestSourceError: a question has no name.
    """
    reader = _Reader(path.relative_to(root).as_posix())
    for number, cell in enumerate(cells_of(path), 1):
        reader.take({**cell, "number": number})
    return Found(tuple(reader.tests), tuple(reader.solution))


def settings_of(source: str) -> dict[str, Any]:
    """The settings of a question in its raw cell; its name is empty if it has none."""
    found = yaml.safe_load(source.partition("\n")[2]) or {}
    return {"name": "", **found} if isinstance(found, dict) else {"name": ""}


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

    def take(self, cell: dict[str, Any]) -> None:
        """The next cell."""
        source = cell["source"]
        self._number = cell["number"]
        if cell["cell_type"] == "raw":
            begin, end = BEGIN.match(source), END.match(source)
            if begin and begin[1].upper() == "QUESTION":
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
            points = _total(question.get("points"), 1)
            self.tests.append(
                Test(name, ANSWER, points, "manual", "", self._file, cell=self._number)
            )
            return
        shares = _shares(question.get("points"), len(self._cells))
        for number, (cell, points) in enumerate(zip(self._cells, shares, strict=True), 1):
            config = _CONFIG.match(cell["source"])
            settings = (yaml.safe_load(config[1]) or {}) if config else {}
            hidden = bool(_HIDDEN.search(cell["source"])) or bool(settings.get("hidden"))
            kind, source = _test_of(cell)
            self.tests.append(
                Test(
                    exercise=name,
                    title=f"test {number}",
                    points=float(settings.get("points", points)),
                    kind=kind,
                    source=source,
                    file=self._file,
                    cell=cell["number"],
                    private=hidden,
                    place=f'grader.check("{name}")',
                )
            )


def _total(points: Any, default: float) -> float:  # noqa: ANN401 - as it stands in YAML
    given = points.get("each", default) if isinstance(points, dict) else points
    return float(sum(given) if isinstance(given, list) else given or default)


def _shares(points: Any, count: int) -> list[float]:  # noqa: ANN401 - as it stands in YAML
    """The points of each test: as listed, for each, or the question's shared out; one without."""
    if isinstance(points, list):
        return [float(share) for share in points]
    if isinstance(points, dict) and "each" in points:
        return [float(points["each"])] * count
    return shared(_total(points, 1), count)


def _test_of(cell: dict[str, Any]) -> tuple[Any, str]:
    """The test as examples, where the notebook has what it shows; else as code."""
    source = _CONFIG.sub("", cell["source"]).strip("\n")
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
