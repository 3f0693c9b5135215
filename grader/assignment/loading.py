"""Loading an assignment's suite.

``public_tests/__init__.py`` holds ``ASSIGNMENT``, a settings table; every module in it that has
``EXERCISE`` and ``CASES`` is an exercise, and every module in
``solutions/private_tests/`` that has ``CASES`` adds private cases; ``PICTURES`` in either are
drawings for the student's page. So a case, or an exercise, is added by adding a file. Modules in
``public_tests/practice/`` are of the same form: self-checks for the student's own notebook, never
graded.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from msgspec.structs import replace

from grader.assignment import digests, places
from grader.assignment.places import HINTS, PRACTICE, PUBLIC, SECRET, AssignmentError
from grader.suite import Case, Drawing, Exercise, Suite

_KEY_VARIABLE = "GRADER_KEY"


def load(root: Path, *, private: bool = True, practice: bool = False) -> Suite:
    """The suite of an assignment; without ``solutions/`` its public part alone.

    Args:
        root: the assignment's folder.
        private: whether the private cases are part of it, where they are present.
        practice: whether the self-checks are, which are never graded.

    Raises:
        AssignmentError: a module of it cannot be imported or says something impossible.
    """
    with _importable(root):
        package = _import(PUBLIC, root)
        public = _modules(PUBLIC, root / PUBLIC)
        if practice:
            public += _modules(f"{PUBLIC}.{PRACTICE}", root / PUBLIC / PRACTICE)
        has_secret = private and (root / SECRET / "__init__.py").is_file()
        secret = _import(SECRET, root) if has_secret else None
        folder = root / SECRET / "private_tests"
        hidden = _modules(f"{SECRET}.private_tests", folder) if secret else []
    exercises = [module.EXERCISE for module in public if hasattr(module, "EXERCISE")]
    cases = [case for module in public for case in getattr(module, "CASES", ())]
    cases += [
        replace(case, private=True) for module in hidden for case in getattr(module, "CASES", ())
    ]
    suite = Suite(
        exercises=tuple(sorted(exercises, key=_place)),
        cases=tuple(cases),
        drawings=tuple(
            one for module in [*public, *hidden] for one in getattr(module, "PICTURES", ())
        ),
        support=places.support(root),
        stubbed={PUBLIC: tuple(package.__all__)},
        stand_ins=dict(getattr(secret, "STAND_INS", {})),
        worked_examples=dict(getattr(secret, "WORKED_EXAMPLES", {})),
        catalogue=root / SECRET if secret else None,
        hint_book=root / PUBLIC / HINTS,
        key=_key(root) if secret else b"",
        digest=digests.of_files(root, digests.files(root, places.folders(secret=bool(secret)))),
        root=root,
        modules=_by_exercise([*public, *hidden]),
        **package.ASSIGNMENT,
    )
    _check(suite)
    return suite


def _place(exercise: Exercise) -> tuple[bool, int, str]:
    """Sort key: those with a number first, the others by their names."""
    return exercise.order is None, exercise.order or 0, exercise.name


def _modules(package: str, folder: Path) -> list[ModuleType]:
    names = sorted(path.stem for path in folder.glob("*.py") if not path.stem.startswith("_"))
    skipped = ("conftest", "test_")
    return [_import(f"{package}.{name}", folder) for name in names if not name.startswith(skipped)]


def _import(name: str, root: Path) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        message = f"{name} of the assignment in {root} cannot be imported: {error!r}"
        raise AssignmentError(message) from error


@contextmanager
def _importable(root: Path) -> Iterator[None]:
    """The assignment's packages importable by name, and no other assignment's."""
    for name in [*sys.modules]:
        package = name.partition(".")[0]
        if package in (PUBLIC, SECRET):
            loaded = getattr(sys.modules[name], "__file__", None)
            if not loaded or not Path(loaded).is_relative_to(root / package):
                del sys.modules[name]
    sys.path.insert(0, str(root))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(root))


def _key(root: Path) -> bytes:
    """The instructor's key: from the environment, else from the secret folder."""
    if os.environ.get(_KEY_VARIABLE):
        return os.environ[_KEY_VARIABLE].encode()
    file = root / SECRET / "key.txt"
    if not file.is_file():
        raise AssignmentError(f"{file} is missing: write any long random line into it")
    return file.read_bytes().strip()


def _by_exercise(modules: list[ModuleType]) -> dict[str, tuple[str, ...]]:
    """By the exercise, the names of the modules that it and its cases come from."""
    found: dict[str, set[str]] = {}
    for module in modules:
        named = {getattr(case, "exercise", "") for case in getattr(module, "CASES", ())}
        if hasattr(module, "EXERCISE"):
            named.add(module.EXERCISE.name)
        for name in named:
            found.setdefault(name, set()).add(module.__name__)
    return {name: tuple(sorted(names)) for name, names in sorted(found.items())}


def _check(suite: Suite) -> None:
    known = {exercise.name for exercise in suite.exercises}
    seen: set[str] = set()
    cases: tuple[Any, ...] = suite.cases  # an author may have put anything there
    for case in cases:
        if not isinstance(case, Case) or case.exercise not in known:
            raise AssignmentError(f"the case {case!r:.80} belongs to no exercise of {known}")
        if case.id in seen:
            raise AssignmentError(f"two cases are called {case.id}: give one another title")
        if type(case.points) is not int or case.points < 0:
            raise AssignmentError(f"{case.id}: points are whole numbers, not {case.points!r}")
        if case.advisory and case.points:
            raise AssignmentError(f"{case.id}: what goes beyond the exercise is worth no points")
        seen.add(case.id)
    drawings: tuple[Any, ...] = suite.drawings
    for drawing in drawings:
        if not isinstance(drawing, Drawing) or drawing.exercise not in known:
            raise AssignmentError(f"the picture {drawing!r:.80} belongs to no exercise of {known}")
    if not suite.exercises or not suite.cases:
        raise AssignmentError("the assignment has no exercises or no cases")
