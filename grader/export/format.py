"""What a format is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from grader.report import Report

Make = Callable[[Report], str]
"""A report as text."""


class Format(msgspec.Struct, frozen=True):
    """A way to write a report. All its functions are pure: they read the report alone.

    Attributes:
        name: what ``--to`` takes.
        about: one line on who reads it.
        make: the report as text. Unless ``open``, it is only ever given a student's view.
        example: a command to copy.
        open: whether it may hold what private cases asked and expected. What a student can get
            must leave this out: then no mistake in ``make`` can tell a secret.
        awaited: whether somebody waits for an answer even where the file cannot be graded; it is
            then given a report that says why, with no points.
        together: several reports in one text, if that makes sense.
        beside: further files of fixed names that belong into the same folder.
        says: lines for standard output when the text goes to a file, such as a CI system's
            commands; it is also given the path of the submission as it was named.
        variable: the environment variable that names the file to append to when no path is given.
    """

    name: str
    about: str
    make: Make
    example: str = ""
    open: bool = False
    awaited: bool = False
    together: Callable[[Sequence[Report]], str] | None = None
    beside: Mapping[str, Make] = msgspec.field(default_factory=dict)
    says: Callable[[Report, str], str] | None = None
    variable: str = ""

    def write(self, report: Report) -> str:
        """The report as text."""
        return self.make(self._shown(report))

    def write_together(self, reports: Sequence[Report]) -> str:
        """Several reports as one text.

        Raises:
            TypeError: the format has no such form.
        """
        if self.together is None:
            raise TypeError(f"{self.name} holds one report only")
        return self.together([self._shown(report) for report in reports])

    def files_beside(self, report: Report) -> dict[str, str]:
        """The further files, by name."""
        return {name: make(self._shown(report)) for name, make in self.beside.items()}

    def spoken(self, report: Report, path: str) -> str:
        """The lines for standard output; none for most formats."""
        return self.says(self._shown(report), path) if self.says else ""

    def _shown(self, report: Report) -> Report:
        return report if self.open else report.for_student()
