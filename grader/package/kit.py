"""The kit in every package: the grader, the assignment, and what they need installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from grader import __file__ as _here
from grader.assignment.places import PUBLIC, SECRET, SUPPORT
from grader.package.files import File, PackageError

DISTRIBUTION = "notebook-grader"
SETTINGS = "kit.json"
_LEFT_OUT = {"__pycache__", ".ipynb_checkpoints", ".mypy_cache", ".ruff_cache", ".git"}
_ENDINGS = {".pyc", ".log", ".ipynb"}  # nobody imports a notebook


def kit(root: Path, *, private: bool, settings: dict[str, object]) -> dict[str, File]:
    """The kit's files by path.

    Args:
        root: the assignment's folder.
        private: whether the secret part goes in. Only where no student can get at the package.
        settings: what ``entry.py`` reads there, besides the names of the students' notebooks.

    Raises:
        PackageError: the secret part is wanted and is not here.
    """
    if private and not (root / SECRET / "__init__.py").is_file():
        raise PackageError(f"the instructor's part is not in {root}: there are no private cases")
    grader = Path(_here).resolve().parent
    found = {f"grader/{name}": file for name, file in _tree(grader)}
    for part in (PUBLIC, SUPPORT, *((SECRET,) if private else ())):
        if (root / part).is_dir():
            found |= {f"{part}/{name}": file for name, file in _tree(root / part)}
    text = json.dumps({**settings, "notebooks": notebooks(root)}, indent=2) + "\n"
    found[SETTINGS] = File(text.encode())
    found["requirements.txt"] = File("".join(f"{one}\n" for one in requirements()).encode())
    return found


def notebooks(root: Path) -> list[str]:
    """The names of the notebooks that students fill in."""
    return sorted(path.name for path in (root / SUPPORT).glob("*.ipynb"))


def requirements() -> list[str]:
    """What the grader needs installed, a requirement each.

    Raises:
        PackageError: the grader itself is not installed, so nobody knows.
    """
    try:
        needs = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError as error:
        raise PackageError(f"install the grader first: pip install {DISTRIBUTION}") from error
    return sorted(one for one in needs if "extra ==" not in one)


def _tree(folder: Path) -> Iterator[tuple[str, File]]:
    """The files below a folder; caches and notebooks are left out."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if not path.is_file() or _LEFT_OUT & set(parts) or path.suffix in _ENDINGS:
            continue
        yield "/".join(parts), File(path.read_bytes())
