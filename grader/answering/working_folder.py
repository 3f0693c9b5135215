"""The files in a submission's working folder, as a test on the grader's side asks for them.

Only what the system itself has is called, so that nothing that stands in a function's place for the
submission stands there for a test.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from typing import Any

_MOST_BYTES = 4 << 20  # of a file that is read
_MOST_NAMES = 2000  # in a folder


def _write(path: str, content: bytes | None) -> None:
    """Write a file, or make a folder if there is no content; folders above are made."""
    folder = path if content is None else os.path.dirname(path)  # noqa: PTH120 - as the module says
    if folder:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    if content is None:
        return
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(number, left) :]
    finally:
        os.close(number)


def _read(path: str) -> bytes:
    """The content of a file; raises OSError if there is none, or too much of it."""
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        found = os.fstat(number)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _MOST_BYTES:
            raise OSError(f"{path} is no file of at most {_MOST_BYTES >> 20} MB")
        parts = []
        while part := os.read(number, 1 << 20):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(number)


def _status(path: str) -> tuple[bool, int, float] | None:
    """Whether it is a folder, its bytes, when it was changed; None if it is not there."""
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return stat.S_ISDIR(found.st_mode), found.st_size, found.st_mtime


def _names(path: str) -> list[str]:
    return sorted(os.listdir(path))[:_MOST_NAMES]  # noqa: PTH208


def _remove(path: str) -> None:
    (os.rmdir if os.path.isdir(path) else os.unlink)(path)  # noqa: PTH112


OPERATIONS: dict[str, Callable[..., Any]] = {
    "folder": os.getcwd,
    "change_folder": os.chdir,
    "write_file": _write,
    "read_file": _read,
    "file_status": _status,
    "folder_names": _names,
    "remove_file": _remove,
}
"""What is done with files, by the names of operations."""
