"""Delivering reports: to each ``--to FORMAT[=PATH]``, with the files that belong beside it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.export import Format, UnknownFormatError, format_named
from grader.report import Report


class DeliveryError(GraderError):
    """A report cannot go where it was sent; the message says why."""


class _Target(msgspec.Struct, frozen=True):
    """The target of one ``--to``.

    Attributes:
        format: the format.
        path: the file; empty for standard output. ``{}`` stands for a submission's name.
        append: whether the file's content is kept and the text is added to it.
        waiting: the reports that will go into one text.
    """

    format: Format
    path: str
    append: bool = False
    waiting: list[Report] = msgspec.field(default_factory=list)

    @property
    def waits(self) -> bool:
        """Whether all reports go into one text in the end."""
        return self.format.together is not None and "{}" not in self.path


class Delivery:
    """The targets of a run, to which each report is written.

    Raises:
        DeliveryError: a path cannot take these reports. It is raised before anything is graded.
        UnknownFormatError: a format is not known.
        PluginError: a format of another package is broken.
    """

    def __init__(self, targets: tuple[str, ...], *, many: bool) -> None:
        self._many = many
        self._targets = [_target(text, many=many) for text in targets]

    @property
    def speaks(self) -> bool:
        """Whether a format has standard output to itself."""
        return any(target.format.stdout or not target.path for target in self._targets)

    def put(self, report: Report, file: Path) -> None:
        """Write a report; if it went to files alone, people read theirs on standard output."""
        for target in self._targets:
            self._to(target, report, file)
        # A CI system takes lines of standard output for commands: there, no learner's text.
        speaks = any(target.format.stdout for target in self._targets)
        if not self._many and not speaks and all(target.path for target in self._targets):
            sys.stdout.write(format_named("text").write(report))

    def refuse(self, report: Report, file: Path) -> None:
        """Write the report on a file that cannot be graded to the formats that want one."""
        for target in self._targets:
            if target.format.when_refused:
                self._to(target, report, file)

    def close(self) -> None:
        """Write the texts that hold all reports."""
        for target in self._targets:
            if self._many and target.waits:
                _write(target, target.path, target.format.write_together(target.waiting))

    def _to(self, target: _Target, report: Report, file: Path) -> None:
        if self._many and target.waits:
            target.waiting.append(report)
            return
        path = target.path.replace("{}", file.stem)
        _write(target, path, target.format.write(report))
        if path:
            for name, text in target.format.write_extra_files(report).items():
                _write(target, str(Path(path).with_name(name)), text)
        sys.stdout.write(target.format.write_stdout(report, file.as_posix()))


def _target(text: str, *, many: bool) -> _Target:
    name, _, path = text.partition("=")
    try:
        form = format_named(name)
    except UnknownFormatError:
        from grader import sheets  # seldom needed, and not light

        if name not in sheets.class_format_names():
            raise
        words = f"{name} is for a whole class: {sheets.class_format_named(name).example}"
        raise DeliveryError(words) from None
    append = False
    if not path and form.path_variable and os.environ.get(form.path_variable):
        path, append = os.environ[form.path_variable], True
    target = _Target(form, path, append)
    if path and many and "{}" not in path and not target.waits and not append:
        words = f"--to {text}: with several files the path needs a {{}} for the file's name"
        raise DeliveryError(words)
    if path and many and form.extra_files:
        words = (
            f"--to {text}: it writes {', '.join(form.extra_files)} beside it; grade one file a time"
        )
        raise DeliveryError(words)
    folder = Path(path).parent
    if not folder.is_dir():  # better said now than after an hour of grading
        raise DeliveryError(f"the report cannot be written to {path}: there is no folder {folder}")
    return target


def _write(target: _Target, path: str, text: str) -> None:
    if not path:
        sys.stdout.write(text)
        return
    try:
        mode = "a" if target.append else "w"
        with Path(path).open(mode, encoding="utf-8", errors="replace", newline="\n") as out:
            out.write(text)
    except OSError as error:
        words = f"the report cannot be written to {path}: {error.strerror or error}"
        raise DeliveryError(words) from error
