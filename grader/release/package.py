"""The files of a student's package, and the folder and the archive made of them.

A package is a checkout without the secret folder: the assignment, its public cases and the grader,
which can be installed from there and then grades with the public cases. The same files give the
same bytes wherever and whenever they are packed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from grader.assignment import places
from grader.errors import GraderError
from grader.release import readme

HARNESS = Path(__file__).resolve().parents[2]
_CODE = "grader"
_SETUP = ("setup.cfg", "pyproject.toml")
_LEFT_OUT = re.compile(r"\..*|__pycache__|.*\.pyc|.*\.egg-info|Thumbs\.db|.*~")
_REQUIREMENTS = """\
# In this folder: python -m pip install --requirement requirements.txt
jupyterlab >= 4
--editable .
"""
_TIME = (2026, 1, 1, 0, 0, 0)  # the same for all; students see it beside the names
_MODE = 0o100644  # a file that its owner may write and everybody may read


class ReleaseError(GraderError):
    """There is nothing to release, or no place for it; the message says what to do."""


def name_of(title: str) -> str:
    """The folder's name, from the assignment's title up to a colon."""
    words = re.sub(r"[^a-z0-9]+", "-", title.partition(":")[0].lower()).strip("-")
    return words or "assignment"


def collect(root: Path, title: str) -> dict[str, bytes]:
    """The content of the package's files by path, in order.

    Args:
        root: the assignment's folder.
        title: the assignment's, for people.

    Raises:
        ReleaseError: the grader is not a checkout, or a file cannot be handed out as it is.
    """
    found: dict[str, bytes] = {}
    for name in _SETUP:
        path = HARNESS / name
        if not path.is_file():
            message = f"{path} is missing: make a release with a grader that runs from a checkout"
            raise ReleaseError(message)
        found[name] = path.read_bytes()
    for folder in (HARNESS / _CODE, root / places.PUBLIC, root / places.SUPPORT):
        found |= _files(folder)
    found["requirements.txt"] = _REQUIREMENTS.encode()
    found["README.md"] = readme.text(title, found, _pythons(found["setup.cfg"].decode())).encode()
    return dict(sorted(found.items()))


def write(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files below a folder that is made for them.

    Raises:
        OSError: it cannot be written, or is there already.
    """
    folder.mkdir()
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        path.chmod(_MODE & 0o777)


def archive(files: Mapping[str, bytes], name: str) -> bytes:
    """The files as a zip archive in which all lie in one folder.

    Stored and not compressed: what a compressor makes of them depends on its version.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive_:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{name}/{path}", _TIME)
            entry.create_system = 3  # Unix, so that the mode is understood
            entry.external_attr = _MODE << 16
            archive_.writestr(entry, data)
    return made.getvalue()


def _files(folder: Path) -> dict[str, bytes]:
    """The content of the files in a folder, which keeps its name, less what tools leave behind."""
    found = {}
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        if any(_LEFT_OUT.fullmatch(part) for part in inside.parts):
            continue
        if path.is_symlink():
            raise ReleaseError(f"{path} is a link: put the file itself there, or take it away")
        if path.is_file():
            found[f"{folder.name}/{inside.as_posix()}"] = path.read_bytes()
    return found


def _pythons(setup: str) -> str:
    """The versions of Python it runs on, in words."""
    limits = re.search(r"python_requires = >=3\.(\d+), ?<3\.(\d+)", setup)
    if not limits:
        return "Python 3"
    return f"Python 3.{limits[1]} to 3.{int(limits[2]) - 1}"
