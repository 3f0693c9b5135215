"""The importers of Canvas and Moodle, restated: what each would do with a file.

The sources are Canvas's ``lib/gradebook_importer.rb`` and Moodle's
``mod/assign/feedback/offline``; only their rules are here, none of their code.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field

NOT_ASSIGNMENTS = re.compile(
    "Current Score|Current Points|Current Grade|Final Score|Final Points|Final Grade|"
    "Override Score|Override Grade|Override Status"
)


@dataclass
class Canvas:
    """A course: assignments by number, students by number, and what an import did."""

    assignments: dict[int, tuple[str, float]]
    students: dict[int, tuple[str, str, str]]
    created: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    grades: dict[tuple[int, int], str] = field(default_factory=dict)
    possible: dict[int, str] = field(default_factory=dict)

    def read(self, content: str) -> Canvas:
        """Take in a file as the importer does."""
        lines = [
            line
            for line in content.removeprefix("\ufeff").splitlines()
            if not re.fullmatch("[;, ]+", line)
        ]
        comma = {
            sign: {len(next(csv.reader([line], delimiter=sign))) for line in lines[:3]}
            for sign in ",;"
        }
        count = {sign: max(sizes) if len(sizes) == 1 else 0 for sign, sizes in comma.items()}
        rows = list(
            csv.reader(
                io.StringIO("\n".join(lines)), delimiter=";" if count[";"] > count[","] else ","
            )
        )
        head, *rest = rows
        assert len(head) > 3
        assert "Student" in head[0]
        assert "ID" in head[1]
        columns = 3
        if re.search(r"SIS\s+Login\s+ID", head[2]):
            columns = 4
        elif re.search(r"SIS\s+User\s+ID", head[2]) and re.search(r"SIS\s+Login\s+ID", head[3]):
            columns = 5 + ("Integration ID" in head[4])
        assert "Section" in head[columns - 1], "the header row is invalid"
        found = {}
        for place, name in enumerate(head[columns:], columns):
            if NOT_ASSIGNMENTS.search(name):
                continue
            numbered = re.fullmatch(r"(.+) \((\d+)\)", name)
            number = int(numbered[2]) if numbered else None
            if number not in self.assignments:
                number = next(
                    (key for key, (title, _) in self.assignments.items() if title == name), None
                )
            if number is None:
                self.created.append(name)
            else:
                found[number] = place
        for row in rest:
            if "Points Possible" in row[0]:
                self.possible = {number: row[place] for number, place in found.items()}
            elif not all(
                re.fullmatch(r"\s*(Muted|Manual Posting.*)?\s*", cell, re.IGNORECASE)
                for cell in row
            ):
                who = self._who(head, row)
                if who is None:
                    self.unknown.append(row[0])
                    continue
                self.grades |= {
                    (who, number): row[place].strip() for number, place in found.items()
                }
        return self

    def _who(self, head: list[str], row: list[str]) -> int | None:
        if row[1].isdigit() and int(row[1]) in self.students:
            return int(row[1])
        keys = dict(zip(head, row, strict=True))
        for number, (name, sis, login) in self.students.items():
            if (
                keys.get("SIS User ID") == sis
                or keys.get("SIS Login ID") == login
                or row[0] == name
            ):
                return number
        return None


@dataclass
class Moodle:
    """An assignment: participants by number, its maximum, when each was graded, and the import."""

    participants: dict[int, str]
    maximum: float
    graded: dict[int, str] = field(default_factory=dict)
    grades: dict[int, float] = field(default_factory=dict)
    feedback: dict[int, str] = field(default_factory=dict)

    def read(self, content: str) -> Moodle:
        """Take in a worksheet as the importer does; what it skips, it skips without a word."""
        head, *rows = csv.reader(io.StringIO(content.removeprefix("\ufeff")))
        assert {"Identifier", "Grade", "Last modified (grade)"} <= set(head)
        for row in rows:
            cells = dict(zip(head, row, strict=True))
            number = int(cells["Identifier"].removeprefix("Participant "))
            if number not in self.participants:
                continue
            if cells["Last modified (grade)"] != self.graded.get(number, "-"):
                continue  # graded since the worksheet was downloaded
            if cells["Grade"] and 0 <= float(cells["Grade"]) <= self.maximum:
                self.grades[number] = float(cells["Grade"])
            if "Feedback comments" in cells:
                self.feedback[number] = cells["Feedback comments"]
        return self
