"""The student of each file in one folder or archive; files without a student are counted."""

from __future__ import annotations

import re
import shlex
from pathlib import PurePosixPath

from msgspec.structs import replace

from grader.gradebook.classes import Student
from grader.intake.file_names import Submitter, by_pattern, by_place
from grader.intake.found_files import FoundFile, UnreadableError, is_archive, is_work
from grader.intake.layouts import platform_of_names
from grader.intake.platforms import gradescope
from grader.intake.platforms.gradescope import (
    METADATA,
    MOST_METADATA,
    FolderMetadata,
    MetadataError,
)
from grader.intake.platforms.nbgrader import with_times
from grader.intake.shown_names import shown
from grader.intake.sources import HandInSource, unused
from grader.intake.work import AttemptKey, HandedIn, StudentWork, outermost

_MOST_EXAMPLES = 3
_MOST_UNATTRIBUTED = 1000  # rows for files whose names say no student; others are counted


class Attribution:
    """The files of one source, each with its student.

    Attributes:
        ignored: the number of files that are no student's work.
    """

    def __init__(
        self, source: HandInSource, helpers: frozenset[str], notebooks: frozenset[str] = frozenset()
    ) -> None:
        """Recognise the platform by the names at the top; only its own metadata file is read.

        Args:
            source: the folder, the archive or the files.
            helpers: the names of the files and folders that the assignment hands out.
            notebooks: the names of the notebooks that students fill in.
        """
        self.ignored = 0
        self._source = source
        self._helpers = helpers
        self._notebooks = notebooks
        self._notes: list[str] = []
        self._examples: list[str] = []
        tops = [path for path in source.tops if path.parts[0] not in helpers | {METADATA}]
        self._platform = platform_of_names(tops, source.folder_name)
        self._only_student = self._platform is None and _is_of_one_student(source, notebooks)
        self._metadata = self._read_metadata()

    def notes(self) -> list[str]:
        """Sentences for the instructor about the files found so far."""
        if not self.ignored:
            return self._notes
        examples = ", ".join(self._examples)
        return [*self._notes, f"files that are nobody's work: {self.ignored} ({examples})"]

    def by_pattern(self, pattern: re.Pattern[str]) -> list[HandedIn]:
        """All files that the pattern matches, each with the student whom the match names."""
        files: dict[str, list[HandedIn]] = {}
        for entry in self._source.entries:
            submitter = (
                None if entry.leads_out else by_pattern(PurePosixPath(*entry.parts), pattern)
            )
            if submitter is None:
                self._ignore(entry)
            else:
                files.setdefault(submitter.student.id, []).append(
                    HandedIn(submitter, entry, entry.reason)
                )
        found = [file for several in files.values() for file in self._in_order(several)]
        for file in found:
            self._note_order_problem(file)
        return found

    def _note_order_problem(self, file: HandedIn) -> None:
        """Note a time that is not understood, if the file is graded in spite of it."""
        if file.submitter.order_problem and not file.reason:
            self._notes.append(f"{file.entry.path}: {file.submitter.order_problem}")

    def _in_order(self, files: list[HandedIn]) -> list[HandedIn]:
        """A student's files that a pattern matches, all refused if their order cannot be told."""
        problem = _order_problem(files)
        names = {file.submitter.written_name for file in files}
        if len(names) > 1:
            ways = ", ".join(sorted(map(ascii, names)))
            problem = f"one student is named in {len(names)} ways, {shown(ways)}"
        ranks = {(file.submitter.handed_in, file.submitter.attempt_number) for file in files}
        if not problem and (len(ranks) < len(files) or ("", None) in ranks):
            meant = outermost(files, self._notebooks)
            if len(meant) == 1:
                return meant
            problem = "the pattern gives them neither a timestamp nor an attempt of their own"
        return _refused_without_order(files, problem, "files")

    def by_names(self) -> list[HandedIn]:
        """For each student the file that is graded, or a file with the reason why none is."""
        if self._source.labels:
            return self._named()
        works, unattributed = self._sorted()
        chosen: dict[AttemptKey, HandedIn] = {}
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
        used = {file.submitter.student.id for file in found}
        for file in unattributed:
            label = unused(file.submitter.student.id, used)
            used.add(label)
            submitter = replace(file.submitter, student=Student(id=label))
            found.append(replace(file, submitter=submitter))
        self._note_only_student(found)
        return found

    def _note_only_student(self, found: list[HandedIn]) -> None:
        """Note a folder that was taken for the only student's and may be the whole class's."""
        if len(found) != 1 or self._platform or self._metadata or found[0].submitter.handed_in:
            return
        top, *folders = found[0].entry.parts[:-1] or ("",)
        if folders and top != self._source.folder_name and not found[0].entry.archive_depth:
            pattern = shlex.quote(f"{re.escape(shown(top))}/(?P<student_id>[^/]+)/")
            words = f"all files lie in one folder, {shown(top)}, which is taken for a student's"
            self._notes.append(f"{words}. If it lies around the class, add --pattern {pattern}")

    def _attempts(self, chosen: dict[AttemptKey, HandedIn]) -> list[HandedIn]:
        """The files by student, a student's all refused if their order cannot be told."""
        of_students: dict[str, list[HandedIn]] = {}
        for (student, _), file in chosen.items():
            of_students.setdefault(student, []).append(file)
        found = [
            file
            for files in of_students.values()
            for file in _refused_without_order(files, _order_problem(files), "attempts")
        ]
        for file in found:
            self._note_order_problem(file)
        return found

    def _sorted(self) -> tuple[dict[AttemptKey, StudentWork], list[HandedIn]]:
        """The work of each attempt, and the files whose names say no student."""
        works: dict[AttemptKey, StudentWork] = {}
        written_names: dict[str, dict[str, None]] = {}
        unattributed: list[HandedIn] = []
        for entry in self._source.entries:
            if entry.parts == (METADATA,):
                continue
            students = self._students(entry)
            for submitter in students:
                names = written_names.setdefault(submitter.student.id, {})
                key = (submitter.student.id, submitter.attempt_key)
                work = works.setdefault(key, StudentWork(written_names=names))
                work.add(submitter, entry, self._helpers)
            has_row = (
                entry.leads_out or entry.is_folder or is_work(entry.name) or is_archive(entry.name)
            )
            if not students and has_row and len(unattributed) < _MOST_UNATTRIBUTED:
                reason = entry.reason or self._unknown_name()
                unattributed.append(HandedIn(by_place(_path(entry)), entry, reason))
            elif not students:
                self._ignore(entry)
        return works, unattributed

    def _students(self, entry: FoundFile) -> list[Submitter]:
        """The students who handed in a file; none if its name is not of the platform's kind."""
        if entry.leads_out:
            return []
        path = _path(entry)
        submitter: Submitter | None = by_place(path)
        if self._only_student:
            name = self._source.folder_name
            submitter = Submitter(Student(id=shown(name)), shown(entry.name), written_name=name)
        found = [submitter]
        if self._metadata:
            found = [*gradescope.submitters(path, self._metadata)] or found
        elif self._platform is not None:
            found = [self._platform.naming(path)]
        students = [submitter for submitter in found if submitter is not None]
        if entry.archive_depth:  # the archive's name says whose the files in it are
            file = shown(entry.name)
            students = [replace(submitter, file=file, certain=True) for submitter in students]
        return students

    def _named(self) -> list[HandedIn]:
        """The files that were named one by one: each is graded."""
        entries = list(self._source.entries)
        naming = self._platform.naming if self._platform else lambda _: None
        known = [naming(_path(entry)) for entry in entries]
        used = {submitter.student.id for submitter in known if submitter is not None}
        found = []
        for entry, recognised, label in zip(entries, known, self._source.labels, strict=True):
            submitter = recognised or Submitter(Student(id=unused(label, used)), shown(entry.name))
            used.add(submitter.student.id)
            work = StudentWork()
            work.add(submitter, entry)
            found.append(work.chosen() or work.first)
        return found

    def _unknown_name(self) -> str:
        platform_name = self._platform.name if self._platform else ""
        return (
            f"whose it is cannot be told: its name is not one that {platform_name} gives. "
            "Name the file alone, or use --pattern"
        )

    def _ignore(self, entry: FoundFile) -> None:
        self.ignored += 1
        if len(self._examples) < _MOST_EXAMPLES:
            self._examples.append(str(entry.path))

    def _read_metadata(self) -> dict[str, FolderMetadata]:
        """Gradescope's metadata by the folder; empty without a metadata file that can be used."""
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
    """The path that tells the student: of a file, of the archive around it, or in a folder."""
    parts = entry.parts[: entry.archive_depth] if entry.archive_depth else entry.parts
    return PurePosixPath(*parts, *(parts[-1:] if entry.is_folder else ()))


def _order_problem(files: list[HandedIn]) -> str:
    """The first sentence on a time or a number that is not understood; empty without one."""
    problems = (file.submitter.order_problem for file in files)
    return next(filter(None, problems), "")


def _refused_without_order(files: list[HandedIn], problem: str, noun: str) -> list[HandedIn]:
    """A student's files, all refused if there are several and a problem with their order."""
    if len(files) == 1 or not problem:
        return files
    words = f"{problem}, so it cannot be told which of {len(files)} {noun} is the last"
    return [replace(file, reason=file.reason or words) for file in files]


def _is_of_one_student(source: HandInSource, notebooks: frozenset[str]) -> bool:
    """Whether a folder or archive that was named with others holds one student's work.

    It does if the assignment's own notebook lies in it, or a single file that could be graded.
    """
    work = [path for path in source.tops if len(path.parts) == 1 and is_work(path.name)]
    own = any(path.name in notebooks for path in work)
    return source.among_others and (own or len(work) == 1)
