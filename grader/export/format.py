"""The type of a format: its name, the functions that make its texts, and who may read them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from grader.report import Report

Make = Callable[[Report], str]
"""A report as text."""


class Format(msgspec.Struct, frozen=True):
    """A way to write a report. All its functions are pure: they read the report alone.

    Attributes:
        name: the name that ``--to`` takes.
        about: one line that says who reads the format.
        make: the report as text. Unless ``for_instructors``, it only ever gets a student's view.
        example: a command to copy.
        for_instructors: whether only instructors get the text, so that it may hold the questions
            and expected values of private cases. A format that students can get leaves this at
            False: then no fault in ``make`` can tell a secret.
        when_refused: whether a text is also written for a file that cannot be graded, because a
            platform waits for one; the report then has a reason and no points.
        together: several reports as one text; None if the format holds one report only.
        extra_files: further files of the same folder, under their fixed names.
        stdout: lines for standard output when the text goes to a file, such as a CI system's
            commands; the second argument is the path of the submission as it was given.
        path_variable: the environment variable that names the file to append to if no path is
            given; empty for none.
    """

    name: str
    about: str
    make: Make
    example: str = ""
    for_instructors: bool = False
    when_refused: bool = False
    together: Callable[[Sequence[Report]], str] | None = None
    extra_files: Mapping[str, Make] = msgspec.field(default_factory=dict)
    stdout: Callable[[Report, str], str] | None = None
    path_variable: str = ""

    def write(self, report: Report) -> str:
        """The report as text."""
        return self.make(self._shown(report))

    def write_together(self, reports: Sequence[Report]) -> str:
        """Several reports as one text.

        Raises:
            TypeError: the format holds one report only.
        """
        if self.together is None:
            raise TypeError(f"{self.name} holds one report only")
        return self.together([self._shown(report) for report in reports])

    def write_extra_files(self, report: Report) -> dict[str, str]:
        """The texts of the further files, under their names."""
        return {name: make(self._shown(report)) for name, make in self.extra_files.items()}

    def write_stdout(self, report: Report, path: str) -> str:
        """The lines for standard output; empty for most formats."""
        return self.stdout(self._shown(report), path) if self.stdout else ""

    def _shown(self, report: Report) -> Report:
        return report if self.for_instructors else report.for_student()
