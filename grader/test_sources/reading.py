"""Finding out what a source of tests is, and reading it."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from grader.test_sources.found import Found, TestSourceError, metadata_of

_LANGUAGES = {  # that notebooks are known to be in, by endings, kernels and names
    ".r": "R", ".rmd": "R", "ir": "R", "r": "R", "julia": "Julia", "java": "Java",
    "octave": "Octave", "xcpp": "C++", "javascript": "JavaScript", "sagemath": "SageMath",
}  # fmt: skip
# Where a file could be of two kinds, the earlier one is tried first.
_FIRST = (
    "saved_",
    "otter_",
    "otter_release_",
    "nbgrader_",
    "ok_",
    "otter_file_",
    "pytest_",
    "doctest_",
)


def read(path: Path, root: Path) -> Found:
    """The content of a notebook, a file or a folder of files.

    Args:
        path: the source.
        root: the assignment's folder.

    Raises:
        TestSourceError: it is not there, or holds no tests of a known kind.
    """
    if path.is_dir():
        files = [file for file in sorted(path.rglob("*.py")) if _kind(file)]
        return together(_told_apart([read(file, root) for file in files], files, path))
    if not path.is_file():
        raise TestSourceError(f"there is no {path} in the assignment")
    _refuse_other_languages(path)
    kind = _kind(path)
    if kind is None:
        known = ", ".join(name.removesuffix("_") for name in names())
        raise TestSourceError(f"{path} holds no tests that are known: {known}")
    found: Found = kind.read(path, root)
    return found


def _refuse_other_languages(path: Path) -> None:
    """Notebooks in R and the like are graded nowhere here, and that is said."""
    about = metadata_of(path) if path.suffix == ".ipynb" else {}
    kernel, spoken = about.get("kernelspec"), about.get("language_info")
    named = [
        *([spoken.get("name")] if isinstance(spoken, dict) else []),
        *([kernel.get("language"), kernel.get("name")] if isinstance(kernel, dict) else []),
        path.suffix,
    ]
    found = next(
        (_LANGUAGES[str(name).lower()] for name in named if str(name).lower() in _LANGUAGES), ""
    )
    if found:
        raise TestSourceError(f"{path} is written in {found}; programs in Python are graded here")


def together(parts: list[Found]) -> Found:
    """Several sources as one."""
    return Found(
        tuple(test for part in parts for test in part.tests),
        tuple(source for part in parts for source in part.solution),
        tuple(dict.fromkeys(name for part in parts for name in part.imports)),
        tuple(dict.fromkeys(name for part in parts for name in part.names)),
        {name: place for part in parts for name, place in part.known_libraries.items()},
        _all_known([part.known_functions for part in parts]),
        frozenset(name for part in parts for name in part.answered),
        {name: title for part in parts for name, title in part.titles.items()},
    )


def _all_known(parts: list[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    """What is known of any part; None if nothing is known of all of them."""
    known = [part for part in parts if part is not None]
    return tuple(name for part in known for name in part) if known else None


def _told_apart(parts: list[Found], files: list[Path], folder: Path) -> list[Found]:
    """The parts, with exercises named after their files where files have tests of the same name."""
    known = Counter(test.id for part in parts for test in part.tests)
    found = []
    for part, file in zip(parts, files, strict=True):
        name = "-".join(file.relative_to(folder).with_suffix("").parts)
        alike = any(known[test.id] > 1 for test in part.tests)
        tests = tuple(replace(test, exercise=name) if alike else test for test in part.tests)
        found.append(replace(part, tests=tests))
    return found


def names() -> list[str]:
    """The modules that read a kind each; a further one is added by adding a file."""
    found = [module.name for module in pkgutil.iter_modules([str(Path(__file__).parent)])]
    kinds = [name for name in found if name.endswith("_")]
    return sorted(kinds, key=lambda name: (_FIRST.index(name) if name in _FIRST else 99, name))


def kind_of(path: Path) -> str:
    """The name of the module that reads a file; empty if none does."""
    kind = _kind(path)
    return str(kind.__name__).rpartition(".")[2] if kind else ""


def _kind(path: Path) -> Any:  # noqa: ANN401 - a module
    for name in names():
        module = importlib.import_module(f"grader.test_sources.{name}")
        if module.recognises(path):
            return module
    return None
