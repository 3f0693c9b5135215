"""The messages between a worker and the process that started it.

The starter sends tasks. ``ReadFile`` or ``Take`` is answered by ``WasRead``, and then ``Grade`` by
``Graded`` if the submission is to be graded. In between the starter may ask for the digests of the
statements that each exercise needs (``Need`` -> ``Needed``) and for the statements by which
submissions are compared (``Compare`` -> ``Compared``). Each task may be answered by ``Failed``.
Meanwhile the worker may send ``Told``, and may ask for things that it cannot make itself: a child
(``Borrow`` -> ``Lent``, with the child's socket beside it on a second link), its processor time
(``HowMuch`` -> ``Used``), its end (``GiveBack`` -> ``ProcessEnding``) and a folder on the disk
(``Folder`` -> ``FolderIs``).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from grader.likeness.statements import ComparedStatement
from grader.protocol.layers import Level
from grader.protocol.limits import Limits
from grader.protocol.messages import ProcessEnding, Used
from grader.report import Report


class ReadFile(msgspec.Struct, frozen=True, tag="read", forbid_unknown_fields=True):
    """Read the content of a file.

    Attributes:
        name: the file's name.
        content: all of it.
    """

    name: str
    content: bytes


class Take(msgspec.Struct, frozen=True, tag="take", forbid_unknown_fields=True):
    """Take code cells that were read before.

    Attributes:
        name: the file's name.
        sources: of its code cells.
    """

    name: str
    sources: tuple[str, ...]


class Grade(msgspec.Struct, frozen=True, tag="grade", forbid_unknown_fields=True):
    """Grade the submission that was read last.

    Attributes:
        only: the exercises that are asked; all if there are none.
        old: the earlier report from which the other exercises are kept.
    """

    only: tuple[str, ...] = ()
    old: Report | None = None


class Need(msgspec.Struct, frozen=True, tag="need", forbid_unknown_fields=True):
    """Ask what each exercise needs of the submission that was read last."""


class Compare(msgspec.Struct, frozen=True, tag="compare", forbid_unknown_fields=True):
    """Ask for the statements of the submission that was read last."""


class Compared(msgspec.Struct, frozen=True, tag="compared", forbid_unknown_fields=True):
    """The statements by which a submission is compared.

    Attributes:
        cells: numbers and sources of cells, with the statements alone that the exercises need.
        statements: these, as they are compared.
    """

    cells: tuple[tuple[int, str], ...]
    statements: tuple[ComparedStatement, ...]


class WasRead(msgspec.Struct, frozen=True, tag="was_read", forbid_unknown_fields=True):
    """A submission has been read.

    Attributes:
        digest: the identity of its code cells.
        sources: of its code cells.
    """

    digest: str
    sources: tuple[str, ...]


class Needed(msgspec.Struct, frozen=True, tag="needed", forbid_unknown_fields=True):
    """The statements that each exercise needs, as digests.

    Attributes:
        digests: by the exercise's name, of the statements it needs.
    """

    digests: dict[str, str]


class Graded(msgspec.Struct, frozen=True, tag="graded", forbid_unknown_fields=True):
    """A submission has been graded."""

    report: Report


class Failed(msgspec.Struct, frozen=True, tag="failed", forbid_unknown_fields=True):
    """There is no report.

    Attributes:
        kind: whose fault it is: ``file`` that it cannot be read, ``limit`` that it takes too much
            to judge, ``sandbox`` that no child can be had, ``weak`` that a child could reach the
            private cases, ``grader`` a fault of the grader's.
        words: why, in a sentence.
        level: for ``weak``, what the protections amount to.
        missing: for ``weak``, the layers that are missing.
    """

    kind: Literal["file", "limit", "sandbox", "weak", "grader"]
    words: str
    level: Level = "none"
    missing: tuple[str, ...] = ()


class Told(msgspec.Struct, frozen=True, tag="told", forbid_unknown_fields=True):
    """The worker's present task, in a few words."""

    words: str


class Borrow(msgspec.Struct, frozen=True, tag="borrow", forbid_unknown_fields=True):
    """Lend a child that has these libraries at hand."""

    modules: tuple[str, ...]


class Lent(msgspec.Struct, frozen=True, tag="lent", forbid_unknown_fields=True):
    """A child; its socket comes on the second link.

    Attributes:
        number: to name it by.
        private: whether it has a file system of its own.
        problem: why none can be had; empty if there is one.
    """

    number: int
    private: bool = False
    problem: str = ""


class HowMuch(msgspec.Struct, frozen=True, tag="how_much", forbid_unknown_fields=True):
    """Ask how much processor time this child has used."""

    number: int


class GiveBack(msgspec.Struct, frozen=True, tag="give_back", forbid_unknown_fields=True):
    """End this child with everything it started."""

    number: int


class Folder(msgspec.Struct, frozen=True, tag="folder", forbid_unknown_fields=True):
    """Make a folder for a child to write in; with a path, remove the one that was made."""

    limits: Limits
    path: str = ""


class FolderIs(msgspec.Struct, frozen=True, tag="folder_is", forbid_unknown_fields=True):
    """The path of the folder; empty once it is removed."""

    path: str


Task = ReadFile | Take | Need | Compare | Grade
ANSWER_TO: dict[type[Task], type[msgspec.Struct]] = {
    ReadFile: WasRead,
    Take: WasRead,
    Need: Needed,
    Compare: Compared,
    Grade: Graded,
}
"""For each task, the type of its answer; ``Failed`` may come instead."""
ToWorker = Task | Lent | Used | ProcessEnding | FolderIs | Failed
FromWorker = (
    WasRead | Needed | Compared | Graded | Failed | Told | Borrow | HowMuch | GiveBack | Folder
)
