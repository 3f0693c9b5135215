"""A child's folder on the disk, where the child cannot have a file system of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from grader.protocol.limits import Limits

_BLOCK = 512  # bytes; see st_blocks in stat(2)


class Scratch:
    """A temporary folder that a child may fill up to the limits."""

    def __init__(self, limits: Limits) -> None:
        self.path = tempfile.mkdtemp(prefix="grader-")
        self._limits = limits

    def excess(self) -> str:
        """The words for a limit that its files exceed; empty if they exceed none."""
        size = files = 0
        waiting = [self.path]
        while waiting:
            try:
                with os.scandir(waiting.pop()) as entries:
                    for entry in entries:
                        files += 1
                        size += _size(entry.stat(follow_symlinks=False))
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(entry.path)
                        if files > self._limits.scratch_files:
                            return f"wrote more than {self._limits.scratch_files} files"
            except FileNotFoundError:
                continue  # it went away meanwhile
            except OSError:  # it is not readable, or deeper than the longest path
                return "hid its files where nobody can look"
        if size > self._limits.scratch_mb << 20:
            return f"wrote more than {self._limits.scratch_mb} MB of files"
        return ""

    def clear(self) -> None:
        """Remove the folder with its content; files that cannot be removed stay."""
        try:
            shutil.rmtree(self.path, ignore_errors=True)
        except RecursionError:  # folders in folders in folders
            if os.name == "posix" and Path("/bin/rm").exists():
                subprocess.run(["/bin/rm", "-rf", self.path], check=False)  # noqa: S603


def _size(found: os.stat_result) -> int:
    """The bytes a file takes on the disk; on Windows, which does not tell them, its length."""
    blocks: int | None = getattr(found, "st_blocks", None)
    return found.st_size if blocks is None else blocks * _BLOCK
