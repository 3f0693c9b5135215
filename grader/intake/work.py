"""What one student handed in, and which of it is graded."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import msgspec
from msgspec.structs import replace

from grader.intake.file_names import Who
from grader.intake.found_files import TIMESTAMP, FoundFile, is_notebook, is_script, is_work
from grader.intake.shown_names import shown

_KEPT = 20  # files of a kind; whoever has more than one has a question to answer already
_MOST_WORDS = 200  # characters
_PACKED = (".zip", ".tar", ".tgz", ".gz", ".7z", ".rar", ".bz2", ".xz")
_NUMBERED = re.compile(r"(?:-\d{1,2}| ?\(\d{1,2}\))(?=\.ipynb$)")
IN_NBGRADERS_TREE = 3  # parts of a path: student, assignment, file


class HandedIn(msgspec.Struct, frozen=True):
    """One file of one student.

    Attributes:
        who: the student, and what else the name says.
        entry: where the file is.
        reason: why it cannot be graded; empty if it may be.
    """

    who: Who
    entry: FoundFile
    reason: str = ""


@dataclass
class StudentWork:
    """All that one student handed in, as far as it matters for what is graded.

    Attributes:
        notebooks: each with the student.
        scripts: each with the student, without what the assignment hands out.
        others: what is neither, and what platforms put beside it.
        handed_out: what the assignment hands out.
        claims: in what words the student was named.
        stamps: nbgrader's notes of the time, by the folders on the way.
        flood: the folder, if it has more files than anybody hands in.
    """

    notebooks: list[HandedIn] = field(default_factory=list)
    scripts: list[HandedIn] = field(default_factory=list)
    others: list[HandedIn] = field(default_factory=list)
    handed_out: list[HandedIn] = field(default_factory=list)
    claims: dict[str, None] = field(default_factory=dict)
    stamps: dict[tuple[str, ...], FoundFile] = field(default_factory=dict)
    flood: HandedIn | None = None

    def add(self, who: Who, entry: FoundFile, helpers: frozenset[str] = frozenset()) -> None:
        """Take a file up.

        Args:
            who: the student.
            entry: the file.
            helpers: names of what the assignment hands out.
        """
        if who.sure or is_work(entry.name):
            self.claims[who.claim] = None
        is_stamp = entry.name == TIMESTAMP and len(entry.parts) == IN_NBGRADERS_TREE
        if is_stamp and len(self.stamps) < _KEPT:
            self.stamps[entry.parts[:-1]] = entry
        file = HandedIn(who, entry, entry.reason or who.reason)
        if entry.flood:
            self.flood = file
        kind = self.handed_out if who.file in helpers else self._kind(entry.name)
        if who.reason:  # the platform's own, whatever its name
            kind = self.others
        if len(kind) < _KEPT:
            kind.append(file)

    def _kind(self, name: str) -> list[HandedIn]:
        if is_notebook(name):
            return self.notebooks
        return self.scripts if is_script(name) else self.others

    @property
    def first(self) -> HandedIn:
        """The file that is told of if there is nothing to grade."""
        return next(iter([*self.notebooks, *self.scripts, *self.others, *self.handed_out]))

    def chosen(
        self, helpers: frozenset[str] = frozenset(), notebooks: frozenset[str] = frozenset()
    ) -> HandedIn | None:
        """The file that is graded: the assignment's notebook, the only notebook, the only script.

        Args:
            helpers: names of what the assignment hands out; a folder of such a name is nobody's.
            notebooks: names of the notebooks that students fill in.

        Returns:
            The file, or one with the reason why nothing is graded; None if it is nobody's work.
        """
        first = self.first
        nobodys = len(first.entry.parts) > 1 and first.entry.parts[0] in helpers
        candidates = _outside_archives(self.notebooks, [] if nobodys else self.scripts)
        if not candidates:
            return None if nobodys else self._without_work(first)
        if self.flood is not None:
            return self.flood
        if len(self.claims) > 1:
            return replace(candidates[0], reason=self._question())
        sound = [file for file in candidates if not file.reason]
        own = [file for file in sound if helpers.isdisjoint(file.entry.parts[1:-1])]
        sound = outermost(sound, notebooks) or own or sound
        if len(sound) > 1:
            words = f"several files could be meant: {_apart(sound)}. Keep one, or use --pattern"
            return replace(sound[0], reason=words)
        return next(iter(sound or candidates))

    def _without_work(self, first: HandedIn) -> HandedIn | None:
        """A row for what is somebody's for certain, or for what is there and cannot be read."""
        with_reason = next((file for file in self.others if file.reason), None)
        if self.flood or with_reason:
            return self.flood or with_reason
        name = shown(first.entry.name)
        packed = name.lower().endswith(_PACKED)
        if not first.who.sure and not packed:
            return None
        words = f"{name} is no notebook and no script"
        if first in self.handed_out:
            words = f"there is no notebook and no script beside {name}"
        elif packed:
            words = f"{name} is an archive that is not looked into: the notebook itself is needed"
        return replace(first, reason=words)

    def _question(self) -> str:
        """Who else the student could be."""
        names = _listed([claim.encode("unicode_escape").decode() for claim in self.claims])
        files = [*self.notebooks, *self.scripts, *self.others]
        paths = _listed([str(file.entry.path) for file in files])
        ways = f"one student is named in {len(self.claims)} ways, {names}"
        return f"it is not clear whose it is: {ways}, by {paths}"


def _outside_archives(notebooks: list[HandedIn], scripts: list[HandedIn]) -> list[HandedIn]:
    """What may be graded: in a student's archives only if there is nothing beside them."""
    for files in (notebooks, scripts):
        if outside := [file for file in files if not file.entry.archive]:
            return outside
    return notebooks or scripts


def outermost(files: list[HandedIn], notebooks: frozenset[str]) -> list[HandedIn]:
    """Those that are called as the assignment's notebook is, and of these the least deep.

    Canvas and browsers number a file that they give out again, so ``lab-1.ipynb`` may be the one
    that is meant as well as ``lab.ipynb``.
    """
    named = [file for file in files if _NUMBERED.sub("", file.who.file) in notebooks]
    depth = min((len(file.entry.parts) for file in named), default=0)
    return [file for file in named if len(file.entry.parts) == depth]


def _apart(files: list[HandedIn]) -> str:
    """The files by their names, or by their paths if two have the same name."""
    names = {file.entry.name for file in files}
    if len(names) == len(files):
        return _listed(sorted(names))
    return _listed(sorted(str(file.entry.path) for file in files))


def _listed(names: list[str]) -> str:
    """Names in a sentence, so many of them as one reads."""
    words = ", ".join(map(shown, names))
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]} ..."
