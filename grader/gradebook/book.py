"""The gradebook as a file: its one class writes the rows while a class is graded and reads them.

Each change is a transaction of its own, so a process that is killed loses nothing it has written.
"""

from __future__ import annotations

import json
import platform
import sqlite3
import threading
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import msgspec

from grader.gradebook.classes import Student
from grader.gradebook.conditions import Conditions
from grader.gradebook.policy import Policy
from grader.gradebook.records import Attempt, Decision, Failure, Grading
from grader.gradebook.schema import GradebookError, connect
from grader.report import Points, Report

_LOCAL = len("2026-11-30T23:59:00")  # a time without its zone
_GRADING = "row, submission, conditions, points, report, part, level, seconds, host, at"


class Gradebook:
    """One gradebook; its methods may be called from several threads."""

    def __init__(self, path: Path | None = None, *, create: bool = False) -> None:
        """Open the gradebook.

        Args:
            path: the file; None keeps the gradebook in memory.
            create: whether a missing file is made.

        Raises:
            GradebookError: the file is missing, or is not a gradebook.
        """
        self.path = path
        self._lock = threading.RLock()
        self._link = connect(path, create=create or path is None)
        self._host = platform.node()

    def close(self) -> None:
        """Close the file."""
        self._link.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # ------------------------------------------------------------------ what is written

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one transaction of all that the block writes: all of it is kept, or nothing."""
        with self._lock:
            self._execute("begin immediate")
            try:
                yield
                self._execute("commit")
            except BaseException:
                if self._link.in_transaction:  # on a full disk SQLite has gone back by itself
                    self._link.execute("rollback")
                raise

    def note_student(self, student: Student) -> None:
        """Add a student, or a name or address that was not known before."""
        old = self.student(student.id)
        fields = (student.first_name, student.last_name, student.email)
        if old is None or (old != student and any(fields)):
            self._insert("students", id=student.id, first_name=fields[0], last_name=fields[1],
                         email=fields[2])  # fmt: skip

    def note_submission(self, digest: str, cells: Sequence[str]) -> None:
        """Add a submission: the sources of its code cells, under their digest."""
        if not self._rows("select 1 from submissions where digest = ?", digest):
            text = json.dumps(list(cells)).encode("utf-8", "replace")
            self._insert("submissions", digest=digest, cells=zlib.compress(text))

    def note_attempt(self, attempt: Attempt) -> None:
        """Add a file that a student handed in, unless it is the same as last time."""
        newest = self._rows(
            "select number, handed_in, submission, reason, told from attempts where student = ? "
            "and file = ? order by row desc limit 1", attempt.student, attempt.file)  # fmt: skip
        values = msgspec.structs.asdict(attempt)
        fields = ("number", "handed_in", "submission", "reason", "told")
        if newest != [tuple(values[name] for name in fields)]:
            del values["at"]
            self._insert("attempts", **values)

    def note_conditions(self, conditions: Conditions) -> int:
        """Add these conditions if they are new, and return their number."""
        content = msgspec.json.encode(conditions).decode()
        with self._lock:
            rows = self._rows("select row from conditions where digest = ?", conditions.digest)
            if rows:
                return int(rows[0][0])
            return self._insert("conditions", digest=conditions.digest, content=content)

    def add_grading(self, digest: str, conditions: int, report: Report, part: str = "") -> int:
        """Add a report and return its number; it counts only after ``keep``."""
        source = report.provenance
        return self._insert(
            "gradings", submission=digest, conditions=conditions, points=report.total.sum,
            report=zlib.compress(msgspec.json.encode(report), 6), part=part, level=source.level,
            seconds=source.seconds, host=self._host,
        )  # fmt: skip

    def keep(self, grading: int, digest: str, why: str) -> None:
        """From now on this grading of a submission counts."""
        self._insert("kept", submission=digest, grading=grading, why=why)

    def add_failure(self, digest: str, conditions: int, reason: str) -> None:
        """Add the reason why the grader could not grade a submission."""
        self._insert("failures", submission=digest, conditions=conditions, reason=reason)

    def decide(self, decision: Decision) -> None:
        """Add what a person has decided about a student.

        Raises:
            GradebookError: there is no such student, or no name of the person who decides.
        """
        everybody = decision.kind == "held" and not decision.student
        if not everybody and self.student(decision.student) is None:
            raise GradebookError(f"there is no student {decision.student!r} in {self.path}")
        if not decision.who.strip():
            raise GradebookError("what is set by hand needs who sets it")
        fields = msgspec.structs.asdict(decision)
        self._insert("overrides", **{name: fields[name] for name in fields if name != "at"})

    def set_policy(self, policy: Policy, who: str) -> None:
        """From now on this policy is in force."""
        content = msgspec.json.encode(policy).decode()
        self._insert("policies", content=content, who=who)

    # ------------------------------------------------------------------ what is read

    def students(self) -> list[str]:
        """The ids of all students, in order."""
        rows = self._rows("select distinct id from students order by id")
        return [str(student) for (student,) in rows]

    def student(self, name: str) -> Student | None:
        """The student with this id; None if there is no such student."""
        rows = self._rows("select id, first_name, last_name, email from students where id = ? "
                          "order by row desc limit 1", name)  # fmt: skip
        fields = ("id", "first_name", "last_name", "email")
        return Student(**dict(zip(fields, rows[0], strict=True))) if rows else None

    def members(self, student: str) -> list[str]:
        """The ids of the student's group, the student's own among them; that alone without one."""
        own = self._rows("select text from overrides where kind = 'group' and student = ? "
                         "order by row desc limit 1", student)  # fmt: skip
        if not own or not own[0][0]:
            return [student]
        rows = self._rows(
            "select student from overrides where text = ? and row in (select max(row) from "
            "overrides where kind = 'group' group by student) order by student",
            own[0][0],
        )
        return [str(member) for (member,) in rows]

    def attempts(self, student: str) -> list[Attempt]:
        """The attempts of a student and, of a group, of all its members; the newest last.

        They are in order by time, then by number, then as they were added.

        Rows that differ only in the time's zone are one attempt, as it was added last.
        """
        members = self.members(student)
        marks = ", ".join("?" * len(members))
        names = "student, file, number, handed_in, submission, reason, at, told"
        query = f"select {names} from attempts where student in ({marks}) order by row"  # noqa: S608
        rows = self._rows(query, *members)
        noted = {
            (attempt.file, attempt.number, attempt.handed_in[:_LOCAL], attempt.submission): attempt
            for attempt in (Attempt(*row) for row in rows)
        }
        order = self.policy().order
        return sorted(
            noted.values(), key=lambda attempt: (order(attempt.handed_in), attempt.number or 0)
        )

    def files(self) -> dict[str, str]:
        """The id of the student who handed in each file; files of several students are left out."""
        rows = self._rows("select file, min(student) from attempts group by file "
                          "having count(distinct student) = 1 order by file")  # fmt: skip
        return {str(file): str(student) for file, student in rows}

    def cells(self, digest: str) -> tuple[str, ...]:
        """The sources of a submission's code cells."""
        rows = self._rows("select cells from submissions where digest = ?", digest)
        return tuple(json.loads(zlib.decompress(rows[0][0]))) if rows else ()

    def counting(self, digest: str) -> Grading | None:
        """The grading of a submission that counts."""
        rows = self._rows("select grading from kept where submission = ? order by row desc "
                          "limit 1", digest)  # fmt: skip
        return self.grading(rows[0][0]) if rows else None

    def graded(self, digest: str, conditions: int) -> Grading | None:
        """The newest grading of a submission under these conditions."""
        return self._grading("submission = ? and conditions = ? order by row desc", digest,
                             conditions)  # fmt: skip

    def grading(self, row: int) -> Grading | None:
        """The grading of this number."""
        return self._grading("row = ?", row)

    def newest_under(self, conditions: int) -> list[tuple[str, int, Points]]:
        """Digest, newest grading and points of each submission graded under these conditions."""
        return self._rows("select submission, max(row), points from gradings where conditions = ? "
                          "group by submission order by submission", conditions)  # fmt: skip

    def owners(self, digest: str) -> list[str]:
        """The ids of the students who handed in this code."""
        rows = self._rows("select distinct student from attempts where submission = ? "
                          "order by student", digest)  # fmt: skip
        return [str(student) for (student,) in rows]

    def gradings(self, digest: str) -> list[Grading]:
        """All gradings of a submission, the newest last."""
        query = f"select {_GRADING} from gradings where submission = ? order by row"  # noqa: S608
        rows = self._rows(query, digest)
        return [Grading(*row) for row in rows]

    def failure(self, digest: str) -> Failure | None:
        """The newest failure to grade a submission."""
        rows = self._rows("select reason, at from failures where submission = ? "
                          "order by row desc limit 1", digest)  # fmt: skip
        return Failure(*rows[0]) if rows else None

    def conditions(self, number: int) -> Conditions:
        """The conditions of this number."""
        rows = self._rows("select content from conditions where row = ?", number)
        return msgspec.json.decode(rows[0][0], type=Conditions)

    def newest_conditions(self) -> Conditions | None:
        """The newest conditions under which anything was graded; None in a new gradebook."""
        rows = self._rows("select content from conditions order by row desc limit 1")
        return msgspec.json.decode(rows[0][0], type=Conditions) if rows else None

    def decisions(self, student: str) -> list[Decision]:
        """All that people have decided about a student, or about everybody, the newest last.

        Of a group, what was set in a part of the work is there whomever it was set for.
        """
        members = self.members(student)
        marks = ", ".join("?" * len(members))
        names = Decision.__struct_fields__
        query = (
            f"select {', '.join(names)} from overrides where student in (?, '') "  # noqa: S608
            f"or (part != '' and student in ({marks})) order by row"
        )
        rows = self._rows(query, student, *members)
        return [Decision(**dict(zip(names, row, strict=True))) for row in rows]

    def policy(self) -> Policy:
        """The policy in force."""
        rows = self._rows("select content from policies order by row desc limit 1")
        return msgspec.json.decode(rows[0][0], type=Policy) if rows else Policy()

    # ------------------------------------------------------------------ the file

    def _grading(self, where: str, *values: Any) -> Grading | None:  # noqa: ANN401
        query = f"select {_GRADING} from gradings where {where} limit 1"  # noqa: S608 - our own words
        rows = self._rows(query, *values)
        return Grading(*rows[0]) if rows else None

    def _rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
        with self._lock:
            try:
                return self._link.execute(query, values).fetchall()
            except sqlite3.Error as error:
                raise GradebookError(f"{self.path} cannot be read: {error}") from None

    def _insert(self, table: str, **values: Any) -> int:  # noqa: ANN401 - what columns take
        values["at"] = datetime.now(UTC).isoformat(timespec="milliseconds")
        marks = ", ".join("?" * len(values))
        with self._lock:
            query = f"insert into {table} ({', '.join(values)}) values ({marks})"  # noqa: S608
            added = self._execute(query, *values.values())
        return int(added.lastrowid or 0)

    def _execute(self, statement: str, *values: Any) -> sqlite3.Cursor:  # noqa: ANN401
        try:
            return self._link.execute(statement, values)
        except sqlite3.Error as error:
            words = f"{self.path} cannot be written: {error}"
            if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_FULL:
                words += ". What was there before is kept: free some space, then run it again"
            raise GradebookError(words) from error
