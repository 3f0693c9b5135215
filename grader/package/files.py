"""The files of a package, in memory until all of them are there; then as a zip or a folder."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import msgspec

from grader.errors import GraderError

_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the same files give the same zip, whenever it is made


class PackageError(GraderError):
    """The package cannot be made or written; the message says what to do."""


class File(msgspec.Struct, frozen=True):
    """A file's content, and whether it is a program to start."""

    content: bytes
    program: bool = False

    @property
    def mode(self) -> int:
        """The permissions: readable by all, because some platforms grade as another user."""
        return 0o755 if self.program else 0o644


Files = Mapping[str, File]
"""By path, with forward slashes."""


def write(files: Files, path: Path) -> None:
    """Write a zip if the path ends so, else a folder that is new or empty.

    Raises:
        PackageError: there is something else already, or no place.
    """
    try:
        if path.suffix == ".zip":
            _zip(files, path)
        else:
            _folder(files, path)
    except OSError as error:
        raise PackageError(f"{path} cannot be written: {error.strerror or error}") from error


def _zip(files: Files, path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, file in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            entry.create_system = 3  # Unix: permissions are kept
            entry.external_attr = (0o100000 | file.mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, file.content)


def _folder(files: Files, path: Path) -> None:
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise PackageError(f"{path} is there already: name a new folder with --to")
    for name, file in files.items():
        target = path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
        target.chmod(file.mode)
