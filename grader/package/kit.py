"""The kit in every package: the grader, the assignment, and the list of their requirements."""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path

from grader.assignment.places import SECRET, SUPPORT
from grader.bundles.files import BundleError, below, grader_and_assignment

DISTRIBUTION = "notebook-grader"
SETTINGS = "kit.json"
_NOTEBOOKS = re.compile(r"""extra == ["']notebooks["']""")


def kit(root: Path, *, private: bool, settings: dict[str, object]) -> dict[str, bytes]:
    """The kit's files by path.

    Args:
        root: the assignment's folder.
        private: whether the secret folder goes in. Only where no student can get at the package.
        settings: what ``entry.py`` reads there, besides the names of the students' notebooks.

    Raises:
        BundleError: the secret folder is wanted and is not here, or a file cannot be packed.
    """
    if private and not (root / SECRET / "__init__.py").is_file():
        raise BundleError(f"the instructor's part is not in {root}: there are no private cases")
    bundle = grader_and_assignment(root, private=private)
    # No code imports a notebook, and the student brings one.
    files = {name: content for name, content in bundle.items() if not name.endswith(".ipynb")}
    text = json.dumps({**settings, "notebooks": notebooks(root)}, indent=2) + "\n"
    files[SETTINGS] = text.encode()
    files["requirements.txt"] = "".join(f"{line}\n" for line in requirements()).encode()
    return files


def handed_out(root: Path) -> dict[str, bytes]:
    """What students get to work with, by path: the notebooks, and what lies beside them."""
    folder = root / SUPPORT
    return below(folder) if folder.is_dir() else {}


def notebooks(root: Path) -> list[str]:
    """The names of the notebooks that students fill in."""
    return sorted(path.name for path in (root / SUPPORT).glob("*.ipynb"))


def requirements() -> list[str]:
    """The requirements of grading, and what students' notebooks import.

    Raises:
        BundleError: the grader itself is not installed, so its requirements are not known.
    """
    try:
        needs = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError as error:
        raise BundleError(f"install the grader first: pip install {DISTRIBUTION}") from error
    graded = [need for need in needs if "extra ==" not in need]
    imported = [need.partition(";")[0] for need in needs if _NOTEBOOKS.search(need)]
    return sorted([*graded, *imported])
