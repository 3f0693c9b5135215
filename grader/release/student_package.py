"""The files of a student's package, and where they go.

A package is a checkout without the secret folder: the assignment, its public cases and the grader,
which can be installed from there and then grades with the public cases. The same files give the
same bytes wherever and whenever they are packed.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

from grader.assignment import places
from grader.authoring import building as authoring
from grader.bundles import writing
from grader.bundles.files import HARNESS, BundleError, Files, grader_and_assignment
from grader.release import student_readme

_SETUP = ("setup.cfg", "setup.py", "pyproject.toml")


def name_of(title: str) -> str:
    """The name of the package's folder, made of the assignment's title up to a colon."""
    words = re.sub(r"[^a-z0-9]+", "-", title.partition(":")[0].lower()).strip("-")
    return words or "assignment"


def release_files(root: Path, title: str, questions: str = "") -> dict[str, bytes]:
    """The content of the package's files by path, in order.

    Args:
        root: the assignment's folder.
        title: the title of the assignment.
        questions: the address where students ask; empty if it is not known.

    Raises:
        BundleError: the grader is not a checkout, or a file cannot be handed out as it is.
    """
    files = grader_and_assignment(root, private=False)
    for name in _SETUP:
        path = HARNESS / name
        if not path.is_file():
            message = f"{path} is missing: make a release with a grader that runs from a checkout"
            raise BundleError(message)
        files[name] = path.read_bytes()
    files[_SETUP[0]] = _with_packages_of(files)
    pythons = _pythons(files["setup.cfg"].decode())
    files["README.md"] = student_readme.text(title, files, pythons, questions).encode()
    return dict(sorted(files.items()))


def _with_packages_of(files: Files) -> bytes:
    """The settings with only those packages that are present: self-checks may be missing."""
    text = files[_SETUP[0]].decode()
    folder = places.PUBLIC
    lines = [
        line
        for line in text.split("\n")
        if not re.fullmatch(rf"    {folder}[\w.]*", line)
        or f"{line.strip().replace('.', '/')}/__init__.py" in files
    ]
    return "\n".join(lines).encode()


def require_releasable(root: Path, target: Path, built: Mapping[Path, str]) -> None:
    """Require that there is something to release, and an empty folder for it.

    Args:
        root: the assignment's folder.
        target: the folder of the release; it is made if it is missing.
        built: the files that are built from the sources, as ``authoring.build`` returns them.

    Raises:
        BundleError: a requirement is not met; the message says what to do.
    """
    described = (root / places.DESCRIPTION).is_file()
    if not described and not (root / places.SECRET / "__init__.py").is_file():
        raise BundleError(
            f"there is no {places.SECRET}/ in {root}: a release is made where the answers are, "
            "to see that none gets into it"
        )
    stale = [path.relative_to(root).as_posix() for path in authoring.outdated(built)]
    if stale:
        raise BundleError(f"out of date: {', '.join(stale)}; run grader build first")
    parts = (places.SECRET, places.SUPPORT, places.PUBLIC)
    inside = [target.resolve().is_relative_to(root / part) for part in parts]
    if any(inside) and not described:
        raise BundleError(f"{target} lies in the assignment itself: name a folder elsewhere")
    try:
        target.mkdir(parents=True, exist_ok=True)
        if any(target.iterdir()):
            raise BundleError(f"{target} is not empty: name a new folder, or empty this one")
        with tempfile.TemporaryFile(dir=target):
            pass
    except OSError as error:
        raise BundleError(f"{target} cannot be written: {error.strerror}") from error


def write_release(files: Files, target: Path, name: str) -> bytes:
    """Write the package into a folder and into a zip archive, both of this name.

    Returns:
        The archive.

    Raises:
        BundleError: they cannot be written.
    """
    packed = writing.archive(files, inside=name)
    writing.write_files(files, target / name)
    try:
        with (target / f"{name}.zip").open("xb") as file:
            file.write(packed)
    except OSError as error:
        raise BundleError(f"{target} cannot be written: {error.strerror}") from error
    return packed


def _pythons(setup: str) -> str:
    """The versions of Python on which the package runs, in words."""
    limits = re.search(r"python_requires = >=3\.(\d+), ?<3\.(\d+)", setup)
    if not limits:
        return "Python 3"
    return f"Python 3.{limits[1]} to 3.{int(limits[2]) - 1}"
