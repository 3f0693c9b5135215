"""Loading an assignment's suite.

``public_tests/__init__.py`` holds ``ASSIGNMENT``, a settings table; every module in it that has
``EXERCISE`` and ``CASES`` is an exercise, and every module in
``solutions/private_tests/`` that has ``CASES`` adds private cases; ``PICTURES`` in either are
drawings for the student's page, and ``FOR_HINTS`` in the former are cases that hints alone ask, in
the student's own notebook. So a case, or an exercise, is added by adding a file. Modules in
``public_tests/practice/`` are of the same form: self-checks for the student's own notebook, never
graded.
"""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from grader.assignment import digests, places
from grader.assignment.consistency import check_together
from grader.assignment.module_contents import Contents, contents_of, settings_of
from grader.assignment.places import HINTS, PRACTICE, PUBLIC, SECRET, AssignmentError
from grader.suite import Exercise, Suite

CHECKS = ("check", "hint")  # what a notebook imports beside an exercise's own check function
_PRIVATE = f"{SECRET}.private_tests"
_KEY_VARIABLE = "GRADER_KEY"


def load_assignment(root: Path, *, private: bool = True, practice: bool = False) -> Suite:
    """The suite of an assignment; without ``solutions/`` its public part alone.

    Args:
        root: the assignment's folder.
        private: whether the private cases are part of it, where they are present.
        practice: whether the self-checks are, which are never graded.

    Raises:
        AssignmentError: a module of it cannot be imported or says something impossible.
    """
    if (root / places.DESCRIPTION).is_file():
        from grader.assignment import described  # its sources need more to be read

        return described.load_described(root, private=private)
    with _importable(root):
        settings = settings_of(_import(PUBLIC, root), f"{PUBLIC}/__init__.py")
        contents = _contents(PUBLIC, root, private=False)
        if practice:
            contents += _contents(f"{PUBLIC}.{PRACTICE}", root, private=False)
        has_secret = private and (root / SECRET / "__init__.py").is_file()
        secret = _import(SECRET, root) if has_secret else None
        if secret:
            contents += _contents(_PRIVATE, root, private=True)
    check_together(contents)
    exercises = [module.exercise for module in contents if module.exercise]
    return Suite(
        exercises=tuple(sorted(exercises, key=_place)),
        cases=tuple(case for module in contents for case in module.cases),
        drawings=tuple(drawing for module in contents for drawing in module.drawings),
        for_hints=tuple(case for module in contents for case in module.for_hints),
        support=places.support(root),
        notebooks=frozenset(path.name for path in (root / places.SUPPORT).glob("*.ipynb")),
        stubbed={PUBLIC: (*CHECKS, *(exercise.check_function for exercise in exercises))},
        stand_ins=dict(getattr(secret, "STAND_INS", {})),
        worked_examples=dict(getattr(secret, "WORKED_EXAMPLES", {})),
        catalogue=root / SECRET if secret else None,
        hint_book=root / PUBLIC / HINTS,
        key=_key(root) if secret else b"",
        digest=digests.of_files(root, digests.files(root, places.folders(secret=bool(secret)))),
        root=root,
        modules=_by_exercise(contents),
        **settings,
    )


def _place(exercise: Exercise) -> tuple[bool, int, str]:
    """Sort key: those with a number first, the others by their names."""
    return exercise.order is None, exercise.order or 0, exercise.name


def _contents(package: str, root: Path, *, private: bool) -> list[Contents]:
    """The content of the modules of a package, in the order of their names."""
    folder = root.joinpath(*package.split("."))
    names = sorted(path.stem for path in folder.glob("*.py"))
    skipped = ("_", "conftest", "test_")
    return [
        contents_of(
            _import(f"{package}.{name}", root),
            (folder / f"{name}.py").relative_to(root).as_posix(),
            private=private,
        )
        for name in names
        if not name.startswith(skipped)
    ]


def _import(name: str, root: Path) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as error:
        where = _last_line(error, root) or name
        words = f"{type(error).__name__}: {error}"
        raise AssignmentError(
            f"{where} of the assignment in {root} cannot be imported: {words}"
        ) from error


def _last_line(error: Exception, root: Path) -> str:
    """The deepest line of the assignment's own that led to an error, such as "a/b.py, line 3"."""
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        places_of_error = [(error.filename, error.lineno)]
    else:
        frames = traceback.extract_tb(error.__traceback__)
        places_of_error = [(frame.filename, frame.lineno or 0) for frame in frames]
    for file, line in reversed(places_of_error):
        if Path(file).is_relative_to(root):
            return f"{Path(file).relative_to(root).as_posix()}, line {line},"
    return ""


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


def _by_exercise(contents: Iterable[Contents]) -> dict[str, tuple[str, ...]]:
    """By the exercise, the names of the modules that it and its cases come from."""
    found: dict[str, set[str]] = {}
    for module in contents:
        for exercise in module.exercises:
            found.setdefault(exercise, set()).add(module.module)
    return {exercise: tuple(sorted(names)) for exercise, names in sorted(found.items())}
