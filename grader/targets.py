"""Where reports go: ``--to FORMAT[=PATH]``, checked before anything is graded."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from grader.export import Format, UnknownFormatError, named
from grader.report import Report


class TargetError(Exception):
    """A report cannot be written where it should; the message says why."""


@dataclass(frozen=True)
class Target:
    """A format and a path.

    Attributes:
        format: writes the report.
        path: with ``{}`` for the name of the file or student; empty for standard output.
    """

    format: Format
    path: str

    def write(self, report: Report, name: str) -> None:
        """Write a report.

        Raises:
            TargetError: it cannot be written.
        """
        content = self.format.write(report)
        if not self.path:
            sys.stdout.write(content)
            return
        path = Path(self.path.replace("{}", _as_file_name(name)))
        try:
            path.write_text(content, encoding="utf-8")
        except OSError as error:
            words = f"the report cannot be written to {path}: {error.strerror or error}"
            raise TargetError(words) from None


def target(text: str, *, many: bool) -> Target:
    """What ``--to`` says.

    Raises:
        TargetError: the format is unknown, or the path cannot be right.
    """
    name, _, path = text.partition("=")
    if path and many and "{}" not in path:
        raise TargetError(
            f"--to {text}: with several files the path needs a {{}} for the file's name"
        )
    folder = Path(path).parent
    if not folder.is_dir():  # better said now than after an hour of grading
        raise TargetError(f"the report cannot be written to {path}: there is no folder {folder}")
    try:
        return Target(named(name), path)
    except UnknownFormatError as error:
        raise TargetError(str(error)) from None


def _as_file_name(name: str) -> str:
    """A student's name as the name of a file: it leads nowhere else."""
    return re.sub(r'[\x00-\x1f/\\:*?"<>|]', "_", name).lstrip(".")[:200] or "_"
