"""A package, from what was asked for to its files: checked, made, written."""

from __future__ import annotations

from pathlib import Path

from grader.assignment import loading, places
from grader.package.entry import ALL
from grader.package.files import PackageError, write
from grader.package.platforms import build, platform
from grader.suite import Suite


def make(
    name: str,
    path: Path | None,
    parts: tuple[str, ...],
    folder: Path | None,
    *,
    allow_weak: bool = False,
) -> str:
    """Write a package; gives the words on it.

    Raises:
        PackageError: it cannot be made or written.
        AssignmentError: there is no assignment.
    """
    where = platform(name)
    root = places.find(folder)
    suite = loading.load(root)
    files = build(where, root, suite.title, _parts(parts, suite), allow_weak=allow_weak)
    target = path or Path(where.output)
    write(files, target)
    size = sum(len(file.content) for file in files.values()) / 1e6
    cases = "private cases, too" if where.private else "public cases only"
    return f"{target}: {len(files)} files, {size:.1f} MB, {cases}. {where.then}\n"


def _parts(given: tuple[str, ...], suite: Suite) -> dict[str, str]:
    names = [one.name for one in suite.exercises]
    found = {}
    for text in given:
        part, _, exercise = text.partition("=")
        if not part or exercise not in (ALL, *names):
            raise PackageError(
                f"--part {text}: it is ID=EXERCISE, one of {', '.join(names)}, {ALL}"
            )
        found[part] = exercise
    return found
