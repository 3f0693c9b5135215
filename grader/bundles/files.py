"""The files of a bundle: the grader's and the assignment's, without the leftovers of tools.

A file that is reached through a link is refused: a link may lead to a secret, and would lead
nowhere at the other end.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from grader.assignment import places
from grader.errors import GraderError

Files = Mapping[str, bytes]
"""The content of files by their path in the bundle, with forward slashes."""

_LICENCE = "LICENSE"
HARNESS = Path(__file__).resolve().parents[2]
GRADER = Path(__file__).resolve().parents[1]
_LEFT_OUT = re.compile(r"\..*|__pycache__|.*\.(?:pyc|log|egg-info)|Thumbs\.db|.*~")


class BundleError(GraderError):
    """A bundle cannot be made or written; the message says what to do."""


def grader_and_assignment(root: Path, *, private: bool) -> dict[str, bytes]:
    """The content of the grader's and the assignment's files, and the licence, by path.

    Args:
        root: the assignment's folder.
        private: whether the secret folder's files are among them.

    Raises:
        BundleError: one of the files is a link.
    """
    files = grader_files()
    for folder in places.folders(secret=private):
        files |= {f"{folder}/{name}": content for name, content in below(root / folder).items()}
    return files


def grader_files() -> dict[str, bytes]:
    """The content of the grader's own files, and the licence.

    Raises:
        BundleError: one of the files is a link.
    """
    files = {f"{GRADER.name}/{name}": content for name, content in below(GRADER).items()}
    if (HARNESS / _LICENCE).is_file():  # the code is never handed out without its terms
        files[_LICENCE] = (HARNESS / _LICENCE).read_bytes()
    return files


def below(folder: Path) -> dict[str, bytes]:
    """The content of the files below a folder, by path; caches and hidden files are left out.

    Raises:
        BundleError: one of them, or the folder, is a link.
    """
    found = {}
    for path in [folder, *sorted(folder.rglob("*"))]:
        inside = path.relative_to(folder)
        if any(_LEFT_OUT.fullmatch(part) for part in inside.parts):
            continue
        if path.is_symlink():
            raise BundleError(f"{path} is a link: put the file itself there, or take it away")
        if path.is_file():
            found[inside.as_posix()] = path.read_bytes()
    return found
