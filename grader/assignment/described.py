"""An assignment that one short ``assignment.toml`` describes: tests stay where they are.

``docs/any_course.md`` shows one; ``limit_tables.py`` says how limits are set.
"""

from __future__ import annotations

import importlib.util
import os
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec.structs import replace

from grader.assignment import digests
from grader.assignment.limit_tables import limits_by_name
from grader.assignment.module_contents import STEPS
from grader.assignment.places import DESCRIPTION, AssignmentError
from grader.protocol.library_names import TABLES
from grader.suite import Exercise, Suite
from grader.suite.own_tests import Test
from grader.test_sources import Found, read, shared, together
from grader.test_sources.students import notebook_of, with_places

_KEY_VARIABLE = "GRADER_KEY"
_IMPORTS_TABLES = re.compile(rf"^\s*(?:import|from) {TABLES}\b", re.MULTILINE)
_IGNORED = ("__pycache__", ".ipynb_checkpoints", ".git", ".venv")

# Their checks in a notebook do nothing here: the tests are ours to run.
_CHECKERS = {"otter": ("Notebook",), "client.api.notebook": ("Notebook",), "gofer.ok": ("check",)}


class Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of ``assignment.toml``.

    Attributes:
        title: the title of the assignment.
        notebook: a notebook with solutions and tests.
        tests: files or folders of tests.
        private: the files or folders of tests that stay with the instructor.
        solution: a file with the reference solution.
        starter: a file that students begin with, where the tests are files.
        module: the name by which files of tests import the submission; several may be given.
        support: the folder with the files beside a student's notebook.
        requirements: what the students' code imports, as pip has it.
        preload: slow libraries worth keeping warm.
        points: the points of exercises, each shared by the tests of the exercise.
        limits: limits on time, memory and more.
        worth: the points of the whole assignment, where only a part of the tests is there.
        mark_step: marks by hand are multiples of it; without it they are whole, unless a test is
            worth a part of a point.
    """

    title: str
    notebook: str = ""
    tests: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    solution: str = ""
    starter: str = ""
    module: str | tuple[str, ...] = ()
    support: str = ""
    requirements: tuple[str, ...] = ()
    preload: tuple[str, ...] = ()
    points: dict[str, float] = {}
    limits: dict[str, int | float | dict[str, int | float]] = {}
    worth: float = 0
    mark_step: Annotated[float, msgspec.Meta(ge=STEPS[0], le=STEPS[1])] = 0

    @property
    def modules(self) -> tuple[str, ...]:
        """The names by which files of tests import the submission, as the description has them."""
        return (self.module,) if isinstance(self.module, str) else self.module


def load_described(root: Path, *, private: bool = True) -> Suite:
    """The suite of a described assignment.

    Args:
        root: the assignment's folder.
        private: whether the instructor's tests are part of it.

    Raises:
        AssignmentError: the description says something impossible.
        TestSourceError: a source of tests cannot be used.
    """
    described = description_of(root)
    found = found_in(root, described)
    tests = [_as_private(test, described.private) for test in found.tests]
    if described.notebook and any(test.kind == "manual" for test in tests):
        tests = with_places(tests, notebook_of(root / described.notebook, solved=False))
    tests = _with_points(tests, described.points)
    _refuse_twins(tests, root)
    names = dict.fromkeys(test.exercise for test in tests)
    return Suite(
        title=described.title,
        exercises=tuple(
            Exercise(name, found.titles.get(name, name), order=place)
            for place, name in enumerate(names)
        ),
        cases=(),
        stubbed=_CHECKERS,
        support=root / described.support if described.support else None,
        preload=tuple(dict.fromkeys((*described.preload, *_tables_of(found)))),
        points=described.worth,
        mark_step=described.mark_step,
        limits=limits_by_name(described.limits, tests),
        notebooks=frozenset({Path(described.notebook).name} if described.notebook else ()),
        key=os.environ.get(_KEY_VARIABLE, "").encode() or b"tests draw nothing",
        digest=digests.of_files(root, _counted(root, described, tests)),
        root=root,
        tests=tuple(test for test in tests if private or not test.private),
        remote=found.remote,
        functions=found.functions,
        libraries=found.libraries,
        imports=tuple(dict.fromkeys((*described.modules, *found.imports))),
    )


def _tables_of(found: Found) -> tuple[str, ...]:
    """The library of tables, if the reference uses it and it is here."""
    uses = any(_IMPORTS_TABLES.search(source) for source in found.solution)
    return (TABLES,) if uses and importlib.util.find_spec(TABLES) else ()


def description_of(root: Path) -> Description:
    """The content of an assignment's description.

    Raises:
        AssignmentError: it cannot be read, or says what no description says.
    """
    path = root / DESCRIPTION
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Description)
    except tomllib.TOMLDecodeError as error:
        raise AssignmentError(f"{path} is no TOML: {error}") from None
    except msgspec.ValidationError as error:
        known = ", ".join(Description.__struct_fields__)
        raise AssignmentError(f"{path}: {error}. It may say: {known}") from None
    except (OSError, UnicodeDecodeError) as error:
        raise AssignmentError(f"{path} cannot be read: {error}") from None


def found_in(root: Path, described: Description) -> Found:
    """The content of all sources of an assignment together.

    Args:
        root: the assignment's folder.
        described: what its description says.

    Raises:
        AssignmentError: there is no test, or no solution where one is named.
        TestSourceError: a source of tests cannot be used.
    """
    sources = [described.notebook] if described.notebook else []
    # What is private may lie in a folder of tests that is named, too; it is read once.
    apart = [
        name
        for name in described.private
        if not any(Path(name).is_relative_to(folder) for folder in described.tests)
    ]
    parts = [read(root / name, root) for name in (*sources, *described.tests, *apart)]
    if not any(part.tests for part in parts):
        words = (
            "name a `notebook` with tests in it, or files or folders of `tests`; suites of OK's "
            "that are no doctest (wwpp, concept, scheme), and locked cases, test nothing here"
        )
        raise AssignmentError(f"{root / DESCRIPTION} leads to no test: {words}")
    if described.solution:
        path = root / described.solution
        if not path.is_file():
            raise AssignmentError(f"{root / DESCRIPTION}: there is no solution {path}")
        source = path.read_text(encoding="utf-8")
        parts.append(Found((), (source,), imports=(path.stem,)))
    return together(parts)


def _as_private(test: Test, private: tuple[str, ...]) -> Test:
    hidden = any(Path(test.file).is_relative_to(name) for name in private)
    return replace(test, private=True) if hidden else test


def _with_points(tests: list[Test], points: dict[str, float]) -> list[Test]:
    """The tests, with the points of an exercise shared among its own."""
    unknown = sorted(set(points) - {test.exercise for test in tests})
    if unknown:
        known = ", ".join(dict.fromkeys(test.exercise for test in tests))
        raise AssignmentError(f"{DESCRIPTION} has points for {unknown[0]}; there are {known}")
    parts = {
        name: iter(shared(whole, sum(test.exercise == name for test in tests)))
        for name, whole in points.items()
    }
    return [
        replace(test, points=next(parts[test.exercise])) if test.exercise in parts else test
        for test in tests
    ]


def _refuse_twins(tests: list[Test], root: Path) -> None:
    twice = [name for name, count in Counter(test.id for test in tests).items() if count > 1]
    if twice:
        raise AssignmentError(f"{root}: several tests are called {', '.join(twice[:3])}")


def files_of(root: Path) -> list[Path]:
    """Every file that grading may need.

    Args:
        root: the assignment's folder.

    Raises:
        AssignmentError: the description says something impossible.
        TestSourceError: a source of tests cannot be used.
    """
    described = description_of(root)
    return _counted(root, described, found_in(root, described).tests)


def _counted(root: Path, described: Description, tests: Iterable[Test]) -> list[Path]:
    """Every file that may decide a mark: those that are named, and those beside tests.

    A gradebook, submissions and reports may lie in the assignment's folder, and decide none.
    """
    parts = ("notebook", "solution", "starter", "support")
    named = (DESCRIPTION, *(getattr(described, part) for part in parts))
    counted = [root / name for name in (*named, *described.tests, *described.private) if name]
    beside = {(root / test.file).parent for test in tests if test.kind == "file"}
    counted += [path for folder in beside for path in folder.iterdir() if _may_be_read(path)]
    return sorted({path for place in counted for path in _files(place)})


def _may_be_read(path: Path) -> bool:
    """Whether a test may read what lies beside it: no notebook and no gradebook is read."""
    return path.is_file() and path.suffix != ".ipynb" and ".gradebook" not in path.name


def _files(place: Path) -> Iterator[Path]:
    for path in [place] if place.is_file() else place.rglob("*"):
        if path.is_file() and not set(path.parts) & set(_IGNORED):
            yield path
