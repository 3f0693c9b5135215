"""Other courses' own tests, unchanged: ``python benchmarks/foreign.py FOLDER [PART...]``.

FOLDER holds checkouts of courses, which are no part of this project. A row for each checkout:

    native     units of tests that the course's own reference passes beside it in one process
    unchanged  those of them that it passes here
    stub       tests on what students are given, and how many verdicts are the same as natively
    mutants    the same for wrong programs, two of each reference, each with one thing changed
    agreeing   tests that an object which equals everything passes natively, and here beyond a stub

PART names a part of a path that a source has to have, to try fewer. Known are notebooks of
nbgrader's and of Otter's, folders of an exercise with its tests (exercism's), folders of tests
beside one with the solution (Gradescope's) or beside one notebook or program (OK's), and files of
tests near the one file that they try.
With ``--say`` each test that differs is named.
"""

from __future__ import annotations

import json
import re
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
from grader.protocol.limits import Limits
from grader.suite import Suite
from grader.test_sources.students import notebook_with
from grader.verify.test_claims import agreeing, passed
from grader.workers.pool import Pool
from grader.workers.worker import Worker

_MUTANTS = 2
_LIMITS = Limits(probe_seconds=2, total_seconds=120)
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
            if say:
                print(source, file=sys.stderr, flush=True)
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
    for folder in sorted(path for path in checkout.rglob("tests") if path.is_dir()):
        answers = _answers_beside(folder)
        if len(answers) == 1:
            yield folder, answers[0]
    if not any(checkout.glob("exercises/*/*/.meta")):
        for tests in sorted({*checkout.rglob("test*.py"), *checkout.rglob("*_test.py")}):
            answers = list(_tested(tests))
            if len(answers) == 1:
                yield tests, answers[0]


def _tested(tests: Path) -> Iterator[Path]:
    """The files near a file of tests, none of tests itself, that it imports or starts by name."""
    text = tests.read_text(encoding="utf-8", errors="replace")
    above = tests.parents[1]
    packages = sorted(path for path in above.glob("[!.]*/") if path.is_dir())
    for folder in dict.fromkeys((tests.parent, above, above / "src", *packages)):
        of_package = f"{folder.name}\\." if folder in packages and folder != tests.parent else ""
        before = "(src\\.)?" if folder.name == "src" else of_package
        for path in sorted(folder.glob("*.py")):
            is_other = path != tests and "test" not in path.stem
            imported = rf"^\s*(from|import) {before}{path.stem}\b"
            started = rf"['\"/]{re.escape(path.name)}\b" if not before else r"(?!)"
            if is_other and re.search(f"{imported}|{started}", text, re.MULTILINE):
                yield path


def _answers_beside(tests: Path) -> list[Path]:
    """What may be a folder's reference: a solution, a notebook, or a program of its name."""
    home = tests.parent
    own = [home / f"{home.name}.{ending}" for ending in ("ipynb", "py")]
    return (
        sorted((home / "solution").glob("*.py"))
        or sorted(home.glob("*_solution.ipynb"))
        or [path for path in own if path.is_file()][:1]
        or sorted(home.glob("*.ipynb"))
    )


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
            return _count(suite, _programs(root, suite, solved), str(source), say=say)
        except GraderError as error:
            if say and "holds no tests" not in str(error):
                print(f"  {source}: {error}", file=sys.stderr)
            return Counter()


def _cells(notebook: dict[str, Any]) -> list[str]:
    return [cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code"]


def _is_test(cell: dict[str, Any]) -> bool:
    """Whether nbgrader takes it for a test, and so puts the instructor's in its place."""
    about = cell.get("metadata", {}).get("nbgrader", {})
    return bool(about.get("grade")) and not about.get("solution")


def _programs(root: Path, suite: Suite, solved: dict[str, Any]) -> dict[str, list[str]]:
    """The submissions that are tried, by what they are, as their cells of code."""
    right = _cells(solved)
    tests = [cell["source"] for cell in solved["cells"] if _is_test(cell)]
    wrong = mutants(right, _MUTANTS, root.name + "".join(right)[:200], tests)
    return {
        "reference": right,
        "stub": _cells(specimens.blank(root)),
        "agreeing": [agreeing(suite)],
        **{f"mutant {number}": program for number, program in enumerate(wrong)},
    }


def _count(suite: Suite, programs: dict[str, list[str]], source: str, *, say: bool) -> Counter[str]:
    """The columns for one source."""
    # Natively first: what forks a process must have one thread, and the pool has more.
    natively = {name: native.passed(suite, cells) for name, cells in programs.items()}
    units = natively["reference"]  # the others fail natively: libraries have changed since
    with Pool(suite, Options(_LIMITS)) as pool:
        worker = pool.worker()
        here = {name: _here(worker, cells) for name, cells in programs.items()}
    found: Counter[str] = Counter()
    found["native"] = len(units)
    found["agreeing"] = len(natively["agreeing"] & units)
    differ = {name: (natively[name] ^ here[name]) & units for name in programs}
    differ["agreeing"] = here["agreeing"] & units - natively["stub"]
    found["unchanged"] = len(units) - len(differ["reference"])
    found["here"] = len(differ["agreeing"])
    for name in programs.keys() - {"reference", "agreeing"}:
        column = "stub" if name == "stub" else "mutants"
        found[column] += len(units)
        found[f"{column} same"] += len(units) - len(differ[name])
    for name, tests in differ.items() if say else ():
        for test in sorted(tests):
            print(f"  {source}: {name}: {test}", file=sys.stderr)
    return found


def _here(worker: Worker, cells: list[str]) -> frozenset[str]:
    """The tests that a submission passes here."""
    try:
        worker.read("submission.ipynb", msgspec.json.encode(notebook_with(*cells)))
        report = worker.grade()
    except GraderError:
        return frozenset()
    return passed(report)


if __name__ == "__main__":
    given = [argument for argument in sys.argv[1:] if argument != _SAY]
    main(Path(given[0]), given[1:], say=_SAY in sys.argv)
