"""All files of one student's attempt, and the choice of the one that is graded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import replace

from grader.intake.file_names import Submitter
from grader.intake.found_files import TIMESTAMP, FoundFile, is_notebook, is_script, is_work
from grader.intake.shown_names import shown

_KEPT = 20  # files of a kind; with more than one the choice is a question already
_MOST_WORDS = 200  # characters
_PACKED = (".zip", ".tar", ".tgz", ".gz", ".7z", ".rar", ".bz2", ".xz")
_NUMBERED = re.compile(r"(?:-\d{1,2}| ?\(\d{1,2}\))(?=\.ipynb$)")
IN_NBGRADERS_TREE = 3  # parts of a path: student, assignment, file

AttemptKey = tuple[str, str]
"""A student's id and ``Submitter.attempt_key``."""


class HandedIn(msgspec.Struct, frozen=True):
    """A file that a student handed in.

    Attributes:
        submitter: the student, and the attempt as far as the path says it.
        entry: the file.
        reason: why it cannot be graded; empty if it can.
    """

    submitter: Submitter
    entry: FoundFile
    reason: str = ""


@dataclass
class StudentWork:
    """The files of one student's attempt, as far as they matter for the choice.

    Attributes:
        notebooks: the student's notebooks.
        scripts: the student's scripts, without those that the assignment hands out.
        others: files of other kinds, and files that platforms put beside the student's.
        handed_out: files that the assignment hands out.
        written_names: the names that paths have for the student, in order, as keys.
        stamps: the files with nbgrader's time, by the folder in which each lies.
        overfull: the folder, if it has more files than are looked at.
    """

    notebooks: list[HandedIn] = field(default_factory=list)
    scripts: list[HandedIn] = field(default_factory=list)
    others: list[HandedIn] = field(default_factory=list)
    handed_out: list[HandedIn] = field(default_factory=list)
    written_names: dict[str, None] = field(default_factory=dict)
    stamps: dict[tuple[str, ...], FoundFile] = field(default_factory=dict)
    overfull: HandedIn | None = None

    def add(
        self, submitter: Submitter, entry: FoundFile, helpers: frozenset[str] = frozenset()
    ) -> None:
        """Add a file.

        Args:
            submitter: the student.
            entry: the file.
            helpers: the names of the files that the assignment hands out.
        """
        if submitter.certain or is_work(entry.name):
            self.written_names[submitter.written_name] = None
        is_stamp = entry.name == TIMESTAMP and len(entry.parts) == IN_NBGRADERS_TREE
        if is_stamp and len(self.stamps) < _KEPT:
            self.stamps[entry.parts[:-1]] = entry
        file = HandedIn(submitter, entry, entry.reason or submitter.reason)
        if entry.overfull:
            self.overfull = file
        kind = self.handed_out if submitter.file in helpers else self._kind(entry.name)
        if submitter.reason:  # a file of the platform's own, whatever its name
            kind = self.others
        if len(kind) < _KEPT:
            kind.append(file)

    def _kind(self, name: str) -> list[HandedIn]:
        if is_notebook(name):
            return self.notebooks
        return self.scripts if is_script(name) else self.others

    @property
    def first(self) -> HandedIn:
        """The file that the row shows if nothing can be graded."""
        return next(iter([*self.notebooks, *self.scripts, *self.others, *self.handed_out]))

    def chosen(
        self, helpers: frozenset[str] = frozenset(), notebooks: frozenset[str] = frozenset()
    ) -> HandedIn | None:
        """The file that is graded: the assignment's notebook, the only notebook, the only script.

        Args:
            helpers: the names of the files and folders that the assignment hands out; a folder of
                such a name is no student's.
            notebooks: the names of the notebooks that students fill in.

        Returns:
            The file, or a file with the reason why none is graded; None if no file is a student's
            work.
        """
        first = self.first
        is_handed_out = len(first.entry.parts) > 1 and first.entry.parts[0] in helpers
        candidates = _outside_archives(self.notebooks, [] if is_handed_out else self.scripts)
        if not candidates:
            return None if is_handed_out else self._without_work(first)
        if self.overfull is not None:
            return self.overfull
        if len(self.written_names) > 1:
            return replace(candidates[0], reason=self._several_names())
        sound = [file for file in candidates if not file.reason]
        own = [file for file in sound if helpers.isdisjoint(file.entry.parts[1:-1])]
        sound = outermost(sound, notebooks) or own or sound
        if len(sound) > 1:
            words = f"several files could be meant: {_apart(sound)}. Keep one, or use --pattern"
            return replace(sound[0], reason=words)
        return next(iter(sound or candidates))

    def _without_work(self, first: HandedIn) -> HandedIn | None:
        """A file with the reason why nothing is graded; None if it may be no student's at all."""
        with_reason = next((file for file in self.others if file.reason), None)
        if self.overfull or with_reason:
            return self.overfull or with_reason
        name = shown(first.entry.name)
        packed = name.lower().endswith(_PACKED)
        if not first.submitter.certain and not packed:
            return None
        words = f"{name} is no notebook and no script"
        if first in self.handed_out:
            words = f"there is no notebook and no script beside {name}"
        elif packed:
            words = f"{name} is an archive that is not looked into: the notebook itself is needed"
        return replace(first, reason=words)

    def _several_names(self) -> str:
        """The reason that paths have several names for one student."""
        written = self.written_names
        names = _listed([name.encode("unicode_escape").decode() for name in written])
        files = [*self.notebooks, *self.scripts, *self.others]
        paths = _listed([str(file.entry.path) for file in files])
        ways = f"one student is named in {len(written)} ways, {names}"
        return f"it is not clear whose it is: {ways}, by {paths}"


def _outside_archives(notebooks: list[HandedIn], scripts: list[HandedIn]) -> list[HandedIn]:
    """The files to choose from: those in a student's archives only if there are no others."""
    for files in (notebooks, scripts):
        if outside := [file for file in files if not file.entry.archive_depth]:
            return outside
    return notebooks or scripts


def outermost(files: list[HandedIn], notebooks: frozenset[str]) -> list[HandedIn]:
    """The files with the name of an assignment's notebook that lie in the fewest folders.

    Canvas and browsers number a file that they give out again, so ``lab-1.ipynb`` may be the one
    that is meant as well as ``lab.ipynb``.
    """
    named = [file for file in files if _NUMBERED.sub("", file.submitter.file) in notebooks]
    depth = min((len(file.entry.parts) for file in named), default=0)
    return [file for file in named if len(file.entry.parts) == depth]


def _apart(files: list[HandedIn]) -> str:
    """The files by their names, or by their paths if two have the same name."""
    names = {file.entry.name for file in files}
    if len(names) == len(files):
        return _listed(sorted(names))
    return _listed(sorted(str(file.entry.path) for file in files))


def _listed(names: list[str]) -> str:
    """Names joined for a sentence, cut to a length that is read."""
    words = ", ".join(map(shown, names))
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]} ..."
