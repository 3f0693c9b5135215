"""The files of an assignment of own tests: all of them, and the part that students may have.

The part is an assignment of its own. Tests of notebooks, docstrings and OK files are written into a
single file without their hidden parts. Files of pytest and unittest are copied with the files
beside them, except for private ones. Both functions take the assignment's folder. They raise
AssignmentError if the description says something impossible, and TestSourceError if a source of
tests cannot be used.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from grader.assignment import specimens
from grader.assignment.described import Description, description_of, files_of, load_described
from grader.assignment.places import DESCRIPTION, SUPPORT
from grader.submissions.syntax import tree_of
from grader.suite.own_tests import Test
from grader.test_sources import doctest_, ok_, pytest_, saved_

TESTS = "tests"
_WORD = re.compile(r"\w+")
_KINDS_WITH_ANSWERS = (ok_, doctest_)  # their files hold answers, too


def whole(root: Path) -> dict[str, bytes]:
    """The content of all files that grading needs, by their paths in the assignment's folder."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files_of(root)}


def public(root: Path) -> dict[str, bytes]:
    """The content of the students' files, by path: description, tests, file to fill in, data."""
    described, suite = description_of(root), load_described(root)
    name, text = specimens.handed_out(root)
    files = {f"{SUPPORT}/{name}": text.encode()}
    if described.support:
        for path in _below(root / described.support):
            inside = path.relative_to(root / described.support).as_posix()
            files[f"{SUPPORT}/{inside}"] = path.read_bytes()
    # A file in which students may not see a test stays with the instructor as a whole.
    withheld = {test.file for test in suite.tests if test.private and test.kind == "file"}
    of_files = _test_files(root, described, withheld)
    files |= {f"{TESTS}/{place}": content for place, content in of_files.items()}
    given = (test for test in suite.tests if test.kind != "file" or test.file not in withheld)
    kept = tuple(test for test in map(_public, given) if test is not None)
    saved = tuple(test for test in kept if test.kind != "file")
    if kept:
        names = set(_WORD.findall("\n".join(test.source for test in saved)))
        # A name with a capital letter is a class's, unless it is said to be a function's.
        known = suite.functions
        functions = None if known is None else [name for name in known if name[:1].isupper()]
        titles = {part.name: part.title for part in suite.exercises if part.title != part.name}
        files[f"{TESTS}/{saved_.NAME}"] = saved_.written(
            saved, tuple(sorted(names & suite.remote)), suite.libraries, functions, titles
        )
    in_files = [test for test in kept if test.kind == "file"]
    said: dict[str, Any] = {
        "title": described.title,
        "tests": [f"{TESTS}/{saved_.NAME}"] if kept else [],
        "module": list(suite.imports),
        "support": SUPPORT,
        "preload": list(suite.preload),
        "requirements": list(described.requirements),
        "worth": suite.points_here,
    }
    said["tests"] += sorted({f"{TESTS}/{_place(test.file, described)}" for test in in_files})
    points = {test.exercise: 0.0 for test in in_files}
    for test in in_files:
        points[test.exercise] = round(points[test.exercise] + test.points, 3)
    files[DESCRIPTION] = toml({name: part for name, part in said.items() if part}, points).encode()
    return files


def toml(settings: dict[str, Any], points: dict[str, float] | None = None) -> str:
    """A description; texts, numbers and lists of texts are the same in JSON and TOML."""
    lines = [f"{name} = {json.dumps(said, ensure_ascii=False)}" for name, said in settings.items()]
    if points:
        lines += ["", "[points]"]
        lines += [f"{json.dumps(name)} = {worth}" for name, worth in points.items()]
    return "\n".join(lines) + "\n"


def _public(test: Test) -> Test | None:
    """A test as students may have it; None if all of it is hidden."""
    if not test.private:
        return test
    # The cell at its place in the students' notebook is the test without its hidden part.
    if test.kind != "code" or test.place.startswith("grader.check(") or not _does(test.place):
        return None
    return replace(test, source=test.place, private=False)


def _does(code: str) -> bool:
    """Whether some code has a statement."""
    try:
        return bool(tree_of(code).body)
    except (SyntaxError, ValueError):
        return True


def _test_files(root: Path, described: Description, withheld: set[str]) -> dict[str, bytes]:
    """The files of tests that are no secret, and the files beside them, by their places."""
    secret = [root / name for name in (*described.private, described.solution, *withheld) if name]
    found = {}
    for name in described.tests:
        for path in _below(root / name):
            hidden = any(path.is_relative_to(place) for place in secret)
            if hidden or (path.suffix == ".py" and _holds_answers(path)):
                continue
            found[_place(path.relative_to(root).as_posix(), described)] = path.read_bytes()
    return found if any(place.endswith(".py") for place in found) else {}


def _place(file: str, described: Description) -> str:
    """The place of a file of tests in the part: its path below the folder that is named."""
    for name in described.tests:
        if Path(file).is_relative_to(name) and file != name:
            return Path(file).relative_to(name).as_posix()
    return Path(file).name


def _holds_answers(path: Path) -> bool:
    return not pytest_.recognises(path) and any(
        kind.recognises(path) for kind in _KINDS_WITH_ANSWERS
    )


def _below(place: Path) -> Iterator[Path]:
    for path in sorted([place] if place.is_file() else place.rglob("*")):
        hidden = [part for part in path.relative_to(place).parts if part.startswith((".", "__py"))]
        if path.is_file() and not hidden:
            yield path
