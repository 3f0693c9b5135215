"""The remarks of a class run on all students together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from grader.commandline.class_output import identical, not_handed_in, to_mend
from grader.commandline.terminal import say
from grader.errors import GRADED, OURS, USAGE
from grader.gradebook.classes import Row
from grader.report import Points


@dataclass
class ClassRemarks:
    """A collector of the remarks, student by student.

    Attributes:
        code: the exit code so far.
        points: the points of the students who have any.
    """

    code: int = GRADED
    points: list[Points] = field(default_factory=list)
    _missing: list[str] = field(default_factory=list)
    _alike: dict[str, list[str]] = field(default_factory=dict)
    _faults: Counter[str] = field(default_factory=Counter)

    def note(self, row: Row) -> None:
        """Add a student's row; say at once why a student could not be graded."""
        label = row.student.label
        if row.points is not None:
            self.points.append(row.points)
        if row.attempts == 0:
            self._missing.append(label)
        elif row.report is None or row.report.refused:
            say(f"grader: {label}: {row.report.refused if row.report else row.reason}", error=True)
            is_ours = row.report is None and not row.refused
            self.code = max(self.code, OURS if is_ours else USAGE)
        else:
            self.code = max(self.code, OURS if row.report.errored else GRADED)
            self._faults.update(fault for part in row.report.exercises for fault in part.faults)
            if row.report.total.sum:  # what was handed out is alike with everybody
                names = self._alike.setdefault(row.report.provenance.digest, [])
                name = f"group {row.group}" if row.group else label
                names += [name] if name not in names else []  # a group hands in as one

    def speak(self) -> None:
        """Say who handed in the same code, who nothing, and the assignment's faults."""
        alike = identical(list(self._alike.values()))
        for words in (alike, not_handed_in(self._missing), to_mend(self._faults)):
            say(words, error=True, newline=False)
