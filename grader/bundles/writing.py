"""Writing a bundle, as a folder or as a zip archive, so that the same files give the same bytes.

Entries are sorted, times and permissions are fixed, and nothing is compressed, because what a
compressor makes of the same bytes depends on its version.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from grader.bundles.files import BundleError, Files

_TIME = (2026, 1, 1, 0, 0, 0)  # of every entry; people see it beside the names
_REGULAR_FILE = 0o100000  # Unix's type of file, in an entry's attributes
_UNIX = 3  # the system that entries say they are from, so that permissions are understood


def archive(files: Files, *, inside: str = "") -> bytes:
    """The files as a zip archive.

    Args:
        files: the bundle.
        inside: the folder of the archive in which all of them lie; none if it is empty.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as opened:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{inside}/{name}" if inside else name, _TIME)
            entry.create_system = _UNIX
            entry.external_attr = (_REGULAR_FILE | _permissions(content)) << 16
            opened.writestr(entry, content)
    return packed.getvalue()


def write_files(files: Files, path: Path) -> None:
    """Write a zip archive if the path ends so, else a folder that is new or empty.

    Raises:
        BundleError: there is something else already, or it cannot be written.
    """
    try:
        if path.suffix == ".zip":
            path.write_bytes(archive(files))
        else:
            _write_folder(files, path)
    except OSError as error:
        raise BundleError(f"{path} cannot be written: {error.strerror or error}") from error


def _write_folder(files: Files, folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BundleError(f"{folder} is there already: name a new folder")
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        target.chmod(_permissions(content))


def _permissions(content: bytes) -> int:
    """Readable by all, because some platforms grade as another user; programs can be started."""
    return 0o755 if content.startswith(b"#!") else 0o644
