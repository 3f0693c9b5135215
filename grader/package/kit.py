"""The kit in every package: the grader, the assignment, and the list of their requirements."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from grader.assignment import file_sets, specimens
from grader.assignment.described import description_of
from grader.assignment.places import DESCRIPTION, SECRET, SUPPORT
from grader.bundles import first_steps
from grader.bundles.files import BundleError, below, grader_and_assignment, grader_files
from grader.bundles.requirements import requirements
from grader.protocol.library_names import KERAS

SETTINGS = "kit.json"
REQUIREMENTS = "requirements.txt"
LIGHT_REQUIREMENTS = "requirements-without-tensorflow.txt"


def kit(
    root: Path, *, private: bool, settings: dict[str, object], light: bool = False
) -> dict[str, bytes]:
    """The kit's files by path.

    Args:
        root: the assignment's folder.
        private: whether the secret folder is in the kit; only if no student can read the package.
        settings: settings for ``platform_run.py``; the names of students' notebooks are added.
        light: whether the kit has a list of requirements without TensorFlow, too.

    Raises:
        BundleError: the secret folder is wanted and is not here, or a file cannot be packed.
    """
    files = (
        _of_own_tests(root, private=private)
        if _is_described(root)
        else _of_cases(root, private=private)
    )
    text = json.dumps({**settings, "notebooks": notebook_names(root)}, indent=2) + "\n"
    files[SETTINGS] = text.encode()
    wanted = needs(root)
    files[REQUIREMENTS] = _lines(wanted)
    if light:
        needed = (need for need in wanted if not need.lower().startswith(KERAS))
        files[LIGHT_REQUIREMENTS] = _lines(needed)
    return files


def _lines(needs: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in needs).encode()


def _is_described(root: Path) -> bool:
    return (root / DESCRIPTION).is_file()


def _of_cases(root: Path, *, private: bool) -> dict[str, bytes]:
    if private and not (root / SECRET / "__init__.py").is_file():
        raise BundleError(f"the instructor's part is not in {root}: there are no private cases")
    bundle = grader_and_assignment(root, private=private)
    # No code imports a notebook, and the student brings one.
    return {name: content for name, content in bundle.items() if not name.endswith(".ipynb")}


def _of_own_tests(root: Path, *, private: bool) -> dict[str, bytes]:
    return {**grader_files(), **(file_sets.whole(root) if private else file_sets.public(root))}


def students_files(root: Path) -> dict[str, bytes]:
    """The files that students work with, by path: the notebooks, and the files beside them.

    A README among them gets the first steps in a repository.
    """
    if _is_described(root):
        begins = f"{SUPPORT}/"
        found = file_sets.public(root).items()
        return {name.removeprefix(begins): file for name, file in found if name.startswith(begins)}
    folder = root / SUPPORT
    files = below(folder) if folder.is_dir() else {}
    first = next(iter(notebook_names(root)), "")
    package, repository = first_steps.in_package(first), first_steps.in_repository(first)
    for name in files:
        if name.endswith(".md"):
            text = files[name].decode(errors="replace").replace(package.steps, repository.steps)
            files[name] = text.replace(package.grade, repository.grade).encode()
    return files


def notebook_names(root: Path) -> list[str]:
    """The names of the notebooks, or modules, that students fill in."""
    if _is_described(root):
        return [specimens.handed_out(root)[0]]
    return sorted(path.name for path in (root / SUPPORT).glob("*.ipynb"))


def needs(root: Path) -> list[str]:
    """The requirements of grading, and of what students' notebooks import.

    Raises:
        BundleError: the grader itself is not installed, so its requirements are not known.
    """
    if _is_described(root):
        return [*requirements(), *description_of(root).requirements]
    return requirements("notebooks")
