"""Tests as the grader itself writes them down: what students get of those of a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from grader.suite.own_tests import Test
from grader.test_sources.found import Found, TestSourceError

NAME = "tests.json"


class _Saved(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What such a file holds: the tests, and what the reference binds, imports and defines."""

    tests: tuple[Test, ...]
    names: tuple[str, ...]
    libraries: dict[str, str]
    functions: tuple[str, ...] | None = None
    titles: dict[str, str] = {}


def recognises(path: Path) -> bool:
    """Whether a file is one, by its name."""
    return path.name == NAME


def read(path: Path, root: Path) -> Found:
    """The tests in a file.

    Args:
        path: the file.
        root: the assignment's folder.

    Raises:
        TestSourceError: it is not as the grader writes it.
    """
    try:
        saved = msgspec.json.decode(path.read_bytes(), type=_Saved)
    except msgspec.MsgspecError as error:
        raise TestSourceError(f"{path.relative_to(root)} is damaged: {error}") from None
    return Found(
        saved.tests,
        names=saved.names,
        known_libraries=saved.libraries,
        known_functions=saved.functions,
        titles=saved.titles,
    )


def written(
    tests: tuple[Test, ...],
    names: tuple[str, ...],
    libraries: Mapping[str, str],
    functions: Iterable[str] | None = None,
    titles: Mapping[str, str] | None = None,
) -> bytes:
    """The content of such a file.

    Args:
        tests: to be written down.
        names: that the reference solution binds.
        libraries: what its imports bind.
        functions: what it defines with ``def``; None if there is no reference.
        titles: of exercises whose names say nothing to people.
    """
    known = None if functions is None else tuple(sorted(functions))
    saved = _Saved(tests, names, dict(libraries), known, dict(titles or {}))
    return msgspec.json.format(msgspec.json.encode(saved), indent=1) + b"\n"
