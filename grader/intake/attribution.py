"""Who handed in what in one folder or zip: each file is a student's, or nobody's."""

from __future__ import annotations

import re
import shlex
from pathlib import PurePosixPath

from msgspec.structs import replace

from grader.gradebook.classes import Student
from grader.intake.file_names import Who, by_pattern, by_place
from grader.intake.found_files import FoundFile, UnreadableError, is_archive, is_work
from grader.intake.layouts import platform_of_names
from grader.intake.platforms import gradescope
from grader.intake.platforms.gradescope import METADATA, MOST_METADATA, Handed, MetadataError
from grader.intake.platforms.nbgrader import with_times
from grader.intake.shown_names import shown
from grader.intake.sources import HandInSource, unused
from grader.intake.work import HandedIn, StudentWork, outermost

Key = tuple[str, str]
"""A student's id, and which of several attempts."""
_MOST_EXAMPLES = 3
_MOST_APART = 1000  # rows of files with names that are nobody's; others are counted


class Attribution:
    """The files of one source, told apart by the student.

    Attributes:
        ignored: how many files belong to nobody.
    """

    def __init__(
        self, source: HandInSource, helpers: frozenset[str], notebooks: frozenset[str] = frozenset()
    ) -> None:
        """Nothing is read yet but what a platform has put at the top.

        Args:
            source: the folder, the zip or the files.
            helpers: names of what the assignment hands out.
            notebooks: names of the notebooks that students fill in.
        """
        self.ignored = 0
        self._source = source
        self._helpers = helpers
        self._notebooks = notebooks
        self._notes: list[str] = []
        self._examples: list[str] = []
        tops = [path for path in source.tops if path.parts[0] not in helpers | {METADATA}]
        self._platform = platform_of_names(tops, source.around)
        self._only_student = self._platform is None and _is_of_one_student(source, notebooks)
        self._metadata = self._read_metadata()

    def notes(self) -> list[str]:
        """Sentences for the instructor about what was found so far."""
        if not self.ignored:
            return self._notes
        examples = ", ".join(self._examples)
        return [*self._notes, f"files that are nobody's work: {self.ignored} ({examples})"]

    def by_pattern(self, pattern: re.Pattern[str]) -> list[HandedIn]:
        """Each file that the pattern matches, by the student whom it names."""
        files: dict[str, list[HandedIn]] = {}
        for entry in self._source.entries:
            who = None if entry.outside else by_pattern(PurePosixPath(*entry.parts), pattern)
            if who is None:
                self._ignore(entry)
            else:
                files.setdefault(who.student.id, []).append(HandedIn(who, entry, entry.reason))
        found = [file for several in files.values() for file in self._in_order(several)]
        for file in found:
            self._note_unclear(file)
        return found

    def _note_unclear(self, file: HandedIn) -> None:
        """A sentence on a time that is not understood and does not matter."""
        if file.who.unclear and not file.reason:  # it is graded all the same
            self._notes.append(f"{file.entry.path}: {file.who.unclear}")

    def _in_order(self, files: list[HandedIn]) -> list[HandedIn]:
        """A student's files that a pattern matches, if it can be told which of them counts."""
        unclear = next((file.who.unclear for file in files if file.who.unclear), "")
        claims = {file.who.claim for file in files}
        if len(claims) > 1:
            ways = ", ".join(sorted(map(ascii, claims)))
            unclear = f"one student is named in {len(claims)} ways, {shown(ways)}"
        ranks = {(file.who.handed_in, file.who.number) for file in files}
        if not unclear and (len(ranks) < len(files) or ("", None) in ranks):
            meant = outermost(files, self._notebooks)
            if len(meant) == 1:
                return meant
            unclear = "the pattern gives them neither a timestamp nor an attempt of their own"
        if len(files) == 1 or not unclear:
            return files
        words = f"{unclear}, so it cannot be told which of {len(files)} files is the last"
        return [replace(file, reason=file.reason or words) for file in files]

    def by_names(self) -> list[HandedIn]:
        """Of each student the file that is graded, or the reason why there is none."""
        if self._source.called:
            return self._named()
        works, apart = self._sorted()
        chosen: dict[Key, HandedIn] = {}
        for key, work in works.items():
            file = work.chosen(self._helpers, self._notebooks)
            if file is None:
                self._ignore(work.first.entry)
            else:
                chosen[key] = file
        if self._platform is None and not self._metadata:
            timed, notes = with_times(chosen, works)
            chosen |= timed
            self._notes += notes
        found = self._attempts(chosen)
        used = {file.who.student.id for file in found}
        for file in apart:
            name = unused(file.who.student.id, used)
            used.add(name)
            found.append(replace(file, who=replace(file.who, student=Student(id=name))))
        self._note_only_student(found)
        return found

    def _note_only_student(self, found: list[HandedIn]) -> None:
        """A sentence if a folder that was taken for the only student may lie around the class."""
        if len(found) != 1 or self._platform or self._metadata or found[0].who.handed_in:
            return
        top, *folders = found[0].entry.parts[:-1] or ("",)
        if folders and top != self._source.around and not found[0].entry.archive:
            pattern = shlex.quote(f"{re.escape(shown(top))}/(?P<student_id>[^/]+)/")
            words = f"all files lie in one folder, {shown(top)}, which is taken for a student's"
            self._notes.append(f"{words}. If it lies around the class, add --pattern {pattern}")

    def _attempts(self, chosen: dict[Key, HandedIn]) -> list[HandedIn]:
        """The files, of each student's attempts those of which the order is known."""
        of_students: dict[str, list[HandedIn]] = {}
        for (student, _), file in chosen.items():
            of_students.setdefault(student, []).append(file)
        found = [file for files in of_students.values() for file in _known_order(files)]
        for file in found:
            self._note_unclear(file)
        return found

    def _sorted(self) -> tuple[dict[Key, StudentWork], list[HandedIn]]:
        """By student and attempt what is the student's, and what has a name that is nobody's."""
        works: dict[Key, StudentWork] = {}
        claims: dict[str, dict[str, None]] = {}
        apart: list[HandedIn] = []
        for entry in self._source.entries:
            if entry.parts == (METADATA,):
                continue
            students = self._students(entry)
            for who in students:
                known = claims.setdefault(who.student.id, {})
                key = (who.student.id, who.attempt)
                works.setdefault(key, StudentWork(claims=known)).add(who, entry, self._helpers)
            has_row = entry.outside or entry.folder or is_work(entry.name) or is_archive(entry.name)
            if not students and has_row and len(apart) < _MOST_APART:
                apart.append(HandedIn(by_place(_path(entry)), entry, self._why_apart(entry)))
            elif not students:
                self._ignore(entry)
        return works, apart

    def _students(self, entry: FoundFile) -> list[Who]:
        """Whose a file in a folder or zip is; nobody's if its name is not one of the platform's."""
        if entry.outside:
            return []
        path = _path(entry)
        who: Who | None = by_place(path)
        if self._only_student:
            name = self._source.around
            who = Who(Student(id=shown(name)), shown(entry.name), claim=name)
        found: list[Who | None] = [who]
        if self._metadata:
            found = [*gradescope.who(path, self._metadata)] or found
        elif self._platform is not None:
            found = [self._platform.naming(path)]
        students = [who for who in found if who is not None]
        if entry.archive:  # what is said of the archive is said of what lies in it
            file = shown(entry.name)
            students = [replace(who, file=file, sure=True) for who in students]
        return students

    def _named(self) -> list[HandedIn]:
        """The files that were named by themselves: each is meant."""
        entries = list(self._source.entries)
        naming = self._platform.naming if self._platform else lambda _: None
        known = [naming(_path(entry)) for entry in entries]
        used = {who.student.id for who in known if who is not None}
        found = []
        for entry, platforms, called in zip(entries, known, self._source.called, strict=True):
            who = platforms or Who(Student(id=unused(called, used)), shown(entry.name))
            used.add(who.student.id)
            work = StudentWork()
            work.add(who, entry)
            found.append(work.chosen() or work.first)
        return found

    def _why_apart(self, entry: FoundFile) -> str:
        platform_name = self._platform.name if self._platform else ""
        return entry.reason or (
            f"whose it is cannot be told: its name is not one that {platform_name} gives. "
            "Name the file alone, or use --pattern"
        )

    def _ignore(self, entry: FoundFile) -> None:
        self.ignored += 1
        if len(self._examples) < _MOST_EXAMPLES:
            self._examples.append(str(entry.path))

    def _read_metadata(self) -> dict[str, Handed]:
        """Who handed in which folder, as Gradescope says it; empty where it says nothing."""
        if self._source.metadata is None:
            return {}
        students = "students are called by their folders"
        try:
            found = gradescope.read_metadata(self._source.metadata.read(MOST_METADATA))
        except (UnreadableError, MetadataError) as error:
            self._notes.append(f"{METADATA} is not used, and {students}: {error}")
            return {}
        folders = {path.parts[0] for path in self._source.tops if len(path.parts) > 1}
        if folders.isdisjoint(found):
            self._notes.append(f"{METADATA} is not used, and {students}: it names none of them")
            return {}
        return found


def _path(entry: FoundFile) -> PurePosixPath:
    """Where a file, or the archive that it lies in, lies; of a folder, where a file in it would."""
    parts = entry.parts[: entry.archive] if entry.archive else entry.parts
    return PurePosixPath(*parts, *(parts[-1:] if entry.folder else ()))


def _known_order(files: list[HandedIn]) -> list[HandedIn]:
    """A student's attempts; none is graded if one has a time that is not understood."""
    unclear = next((file.who.unclear for file in files if file.who.unclear), "")
    if len(files) == 1 or not unclear:
        return files
    words = f"{unclear}, so it cannot be told which of {len(files)} attempts is the last"
    return [replace(file, reason=file.reason or words) for file in files]


def _is_of_one_student(source: HandInSource, notebooks: frozenset[str]) -> bool:
    """Whether a folder or archive that was named with others holds one student's work.

    That is so if the assignment's own notebook lies in it, or a single file that could be graded.
    """
    work = [path for path in source.tops if len(path.parts) == 1 and is_work(path.name)]
    own = any(path.name in notebooks for path in work)
    return source.among and (own or len(work) == 1)
