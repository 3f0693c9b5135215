"""The tables of a gradebook, and opening or making its file.

Rows are added and never changed: triggers refuse anything else, so the tables are the history of
each mark. Where several rows say something of the same thing, the newest one counts.
"""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

from grader.errors import GraderError

VERSION = 2  # in version 1 people's only decisions were whole marks
_PATIENCE = 60  # seconds that one process waits for another
_TRIES_EVERY = 0.02  # seconds
_APPLICATION = 0x67726462  # "grdb": by this number `file` and others recognise the format

_TABLES = """
-- A name or address may become known later; the newest row counts.
create table if not exists students (
    row integer primary key, id text not null, first_name text not null, last_name text not null,
    email text not null, at text not null
);
create index if not exists students_by_id on students (id);

-- What was handed in, by the digest of its code cells; cells is zlib of a JSON list of sources.
create table if not exists submissions (
    digest text primary key, cells blob not null, at text not null
);

-- The files that students handed in. Without a submission there is the reason why a file could
-- not be read.
create table if not exists attempts (
    row integer primary key, student text not null, file text not null, number integer,
    handed_in text not null, submission text references submissions, reason text not null,
    at text not null, told text not null default ''
);
create index if not exists attempts_by_student on attempts (student, file);

-- The conditions of gradings: the digest of content, and content as JSON.
create table if not exists conditions (
    row integer primary key, digest text not null unique, content text not null, at text not null
);

-- The reports; part names the exercises that were asked anew if the others were kept.
create table if not exists gradings (
    row integer primary key, submission text not null references submissions,
    conditions integer not null references conditions, points integer not null,
    report blob not null, part text not null, level text not null, seconds real not null,
    host text not null, at text not null
);
create index if not exists gradings_by_submission on gradings (submission, conditions);

-- The grading of a submission that counts, since when and why.
create table if not exists kept (
    row integer primary key, submission text not null references submissions,
    grading integer not null references gradings, why text not null, at text not null
);
create index if not exists kept_by_submission on kept (submission);

-- Readable submissions that the grader could not grade; the next run tries them again.
create table if not exists failures (
    row integer primary key, submission text not null references submissions,
    conditions integer not null references conditions, reason text not null, at text not null
);
create index if not exists failures_by_submission on failures (submission);

-- What people have decided about a student; of each kind and part the newest counts. A mark has
-- points (null for none) and a comment as its text; of a part it is on one submission. Other kinds
-- have their value as text, empty where it is taken back; a student '' means everybody.
create table if not exists overrides (
    row integer primary key, student text not null, points integer, who text not null,
    why text not null, at text not null, kind text not null default 'mark',
    part text not null default '', submission text, text text not null default ''
);
create index if not exists overrides_by_student on overrides (student);

-- The rule by which an attempt counts, and the deduction for being late, as JSON.
create table if not exists policies (
    row integer primary key, content text not null, who text not null, at text not null
);
"""
_SINCE_VERSION_2 = (
    "attempts add column told text not null default ''",
    "overrides add column kind text not null default 'mark'",
    "overrides add column part text not null default ''",
    "overrides add column submission text",
    "overrides add column text text not null default ''",
)
_KEPT = (
    "students", "submissions", "attempts", "conditions", "gradings", "kept", "failures",
    "overrides", "policies",
)  # fmt: skip


class GradebookError(GraderError):
    """The file cannot be used as a gradebook, or does not hold what was asked for."""


def connect(path: Path | None, *, create: bool) -> sqlite3.Connection:
    """Open a gradebook; only its owner may read a new one, for it holds private cases.

    Args:
        path: the file; None keeps the gradebook in memory.
        create: whether a missing file is made.

    Raises:
        GradebookError: the file is missing, is not a gradebook, or is of another version.
    """
    if path is not None and not path.is_file():
        if not create or (path.exists() and not path.is_file()):
            raise GradebookError(f"there is no gradebook {path}")
        try:
            # Another process may have made it just now: then it is the one to open.
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            words = f"the gradebook {path} cannot be made: {error.strerror}"
            raise GradebookError(f"{words}; --book names another place") from error
    try:
        link = sqlite3.connect(path or ":memory:", timeout=_PATIENCE, isolation_level=None)
        try:
            _prepare(link, path)
        except BaseException:
            link.close()
            raise
        return link
    except sqlite3.Error as error:
        raise GradebookError(f"{path} cannot be used as a gradebook: {error}") from error


def _prepare(link: sqlite3.Connection, path: Path | None) -> None:
    """Make the tables of a new gradebook, bring those of an earlier one up, refuse any other."""
    _write_ahead(link)
    link.execute("pragma synchronous = normal")
    link.execute("pragma foreign_keys = on")
    link.execute("begin")  # all as it is at one moment: another process may be making it
    (version,) = link.execute("pragma user_version").fetchone()
    (application,) = link.execute("pragma application_id").fetchone()
    is_empty = not link.execute("select 1 from sqlite_schema").fetchone()
    link.execute("commit")
    if version == 0 and is_empty:
        guards = "".join(
            _guard(table, change) for table in _KEPT for change in ("update", "delete")
        )
        marks = f"pragma application_id = {_APPLICATION}; pragma user_version = {VERSION};"
        # Another process may be doing the same just now: each statement allows for that.
        link.executescript(f"begin immediate;{_TABLES}{guards}{marks}commit;")
    elif application != _APPLICATION:
        raise GradebookError(f"{path} is a database, but no gradebook")
    elif version == 1:
        _upgrade(link)
    elif version != VERSION:
        raise GradebookError(
            f"{path} is of version {version}; this grader reads version {VERSION}. Use the "
            "grader that wrote it"
        )


def _upgrade(link: sqlite3.Connection) -> None:
    """Add the columns of this version to a gradebook of version 1; no row of it changes."""
    link.execute("begin immediate")  # another process may be doing the same just now
    if link.execute("pragma user_version").fetchone() == (1,):
        for column in _SINCE_VERSION_2:
            link.execute(f"alter table {column}")
        link.execute(f"pragma user_version = {VERSION}")
    link.execute("commit")


def _write_ahead(link: sqlite3.Connection) -> None:
    """Choose the journal with which a reader never waits and a kill loses no commit.

    SQLite lets other statements wait for each other, but not two processes that change the mode.
    """
    ends_at = time.monotonic() + _PATIENCE
    while True:
        try:
            link.execute("pragma journal_mode = wal")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > ends_at:
                raise
            time.sleep(_TRIES_EVERY)
        else:
            return


def _guard(table: str, change: str) -> str:
    """SQL for a trigger that refuses this change, ``update`` or ``delete``, of a table's rows."""
    words = f"the history of {table} is kept"
    return (
        f"create trigger if not exists {table}_no_{change} before {change} on {table} "
        f"begin select raise(abort, '{words}'); end;"
    )
