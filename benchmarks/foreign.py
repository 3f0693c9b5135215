"""Other courses' own tests, unchanged: ``python benchmarks/foreign.py FOLDER [PART...]``.

FOLDER holds checkouts of courses, which are no part of this project. A row for each checkout:

    native     units of tests that the course's own reference passes beside it in one process
    unchanged  those of them that it passes here
    stub       tests on what students are given, and how many verdicts are the same as natively
    mutants    the same for wrong programs, two of each reference, each with one thing changed
    agreeing   tests that an object which equals everything passes natively, and here beyond a stub

PART names a part of a path that a source has to have, to try fewer. Known are notebooks of
nbgrader's and of Otter's, and folders of an exercise with its tests (exercism's). With ``--say``
each test that differs is named.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import native
from mutants import mutants

from grader.assignment import described, specimens
from grader.authoring import new_assignment
from grader.errors import GraderError
from grader.grading.grader import Options
from grader.suite import Suite
from grader.test_sources.students import notebook_with
from grader.verify.own_tests import agreeing, passed
from grader.workers.pool import Pool

_MUTANTS = 2
_COLUMNS = (
    "native",
    "unchanged",
    "stub",
    "stub same",
    "mutants",
    "mutants same",
    "agreeing",
    "here",
)
_SAY = "--say"


def main(folder: Path, parts: list[str], *, say: bool) -> None:
    """Print a row for each checkout, and the sum."""
    print(f"{'source':<26}" + "".join(f"{name:>13}" for name in _COLUMNS))
    total: Counter[str] = Counter()
    for checkout in sorted(path for path in folder.iterdir() if path.is_dir()):
        counted: Counter[str] = Counter()
        for source, solution in _sources(checkout):
            if not parts or any(part in str(source) for part in parts):
                counted += _tried(source, solution, say=say)
        _row(checkout.name, counted)
        total += counted
    _row("all", total)


def _row(name: str, counted: Counter[str]) -> None:
    print(f"{name:<26.26}" + "".join(f"{counted[column]:>13}" for column in _COLUMNS), flush=True)


def _sources(checkout: Path) -> Iterator[tuple[Path, Path | None]]:
    for path in sorted(checkout.rglob("*.ipynb")):
        yield path, None
    for config in sorted(checkout.glob("exercises/*/*/.meta/config.json")):
        home = config.parents[1]
        files = json.loads(config.read_text())["files"]
        answers = [home / name for kind in ("example", "exemplar") for name in files.get(kind, ())]
        tests = [home / name for name in files.get("test", ())]
        if len(tests) == 1 and len(answers) == 1:
            yield tests[0], answers[0]


def _tried(source: Path, solution: Path | None, *, say: bool) -> Counter[str]:
    """What became of the tests of a source; nothing if it holds none that are known."""
    with tempfile.TemporaryDirectory() as folder:
        root = (Path(folder) / "course").resolve()
        try:
            new_assignment.make(root, source, solution)
            suite = described.load_described(root)
            solved = specimens.solved(root)
            if solved is None or not suite.tests:
                return Counter()
            return _Trial(suite, str(source), say=say).count(
                _cells(solved), _cells(specimens.blank(root)), [agreeing(suite)]
            )
        except GraderError as error:
            if say and "holds no tests" not in str(error):
                print(f"  {source}: {error}", file=sys.stderr)
            return Counter()


def _cells(notebook: dict[str, Any]) -> list[str]:
    return [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]


class _Trial:
    """Tries submissions natively and here."""

    def __init__(self, suite: Suite, source: str, *, say: bool) -> None:
        self._suite = suite
        self._source = source
        self._say = say
        self._words: dict[str, str] = {}

    def count(self, right: list[str], stub: list[str], agrees: list[str]) -> Counter[str]:
        """The columns for one source."""
        found: Counter[str] = Counter()
        natively = native.passed(self._suite, right)
        here = self._here(right)
        found["native"] = len(natively)
        found["unchanged"] = len(natively & here)
        self._tell("reference", natively - here)
        # What the reference does not pass natively is no unit: libraries have changed since.
        units = natively
        stubs = self._compare("stub", stub, units, found)
        for program in mutants(right, _MUTANTS, self._source):
            self._compare("mutants", program, units, found)
        found["agreeing"] = len(native.passed(self._suite, agrees) & units)
        passes = self._here(agrees) & units - stubs
        found["here"] = len(passes)
        self._tell("agreeing", passes)
        return found

    def _compare(
        self, name: str, program: list[str], units: frozenset[str], found: Counter[str]
    ) -> frozenset[str]:
        natively, here = native.passed(self._suite, program) & units, self._here(program) & units
        found[name] += len(units)
        found[f"{name} same"] += len(units) - len(natively ^ here)
        self._tell(name, natively ^ here)
        return natively

    def _here(self, cells: list[str]) -> frozenset[str]:
        content = msgspec.json.encode(notebook_with(*cells))
        try:
            with Pool(self._suite, Options()) as pool:
                worker = pool.worker()
                worker.read("submission.ipynb", content)
                report = worker.grade()
        except GraderError as error:
            self._words = {"*": str(error)}
            return frozenset()
        self._words = {case.id: case.got for part in report.exercises for case in part.cases}
        return passed(report)

    def _tell(self, what: str, names: frozenset[str]) -> None:
        for name in sorted(names) if self._say else ():
            words = self._words.get(name, self._words.get("*", ""))
            print(f"  {self._source}: {what}: {name}: {words[:200]!r}", file=sys.stderr)


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != _SAY]
    main(Path(given[0]), given[1:], say=_SAY in sys.argv)
