"""The list of the submissions in folders, archives and files: one row for each student's file.

The student is told by the platform's own metadata file at the top, or by the name of the folder or
file at the top, and by nothing inside a student's folder. A file that cannot be graded has a row,
too, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from datetime import tzinfo
from pathlib import Path

import msgspec
from msgspec.structs import replace

from grader.gradebook.policy import has_zone, in_zone
from grader.intake.attribution import Attribution
from grader.intake.found_files import CollectError, is_work
from grader.intake.sources import hand_in_sources
from grader.intake.work import HandedIn
from grader.intake.zip_names import ZipNames

__all__ = ["Collected", "HandedIn", "collect"]

_MOST_NOTES = 20


class Collected(msgspec.Struct, frozen=True):
    """The submissions that were found.

    Attributes:
        handed_in: one row a file, in the order of the students' ids and then of the paths.
        ignored: the number of files that are no student's work.
        notes: sentences for the instructor about the files.
    """

    handed_in: tuple[HandedIn, ...]
    ignored: int = 0
    notes: tuple[str, ...] = ()


def collect(
    paths: Iterable[Path],
    resources: ExitStack,
    pattern: re.Pattern[str] | None = None,
    helpers: frozenset[str] = frozenset(),
    notebooks: frozenset[str] = frozenset(),
    zone: tzinfo | None = None,
    students: Mapping[str, str] | None = None,
    encoding: str = "",
) -> Collected:
    """Find the submissions.

    Args:
        paths: folders, archives and files.
        resources: closes the archives when nothing is read any more.
        pattern: finds the student in a file's path; files that it does not match are ignored.
        helpers: the names of the files and folders that the assignment hands out.
        notebooks: the names of the notebooks that students fill in; among several files of a
            student these count.
        zone: the zone of times that say none; None leaves such times without a zone.
        students: for each file that the gradebook has already, the one student who handed it in.
        encoding: the encoding of names in zips that are not in UTF-8; empty for the format's own.

    Raises:
        CollectError: there is nothing to grade, or a path cannot be read.
    """
    named = list(paths)
    found: list[HandedIn] = []
    notes: list[str] = []
    ignored = 0
    twice: list[str] = []
    zip_names = ZipNames(encoding)
    for source in hand_in_sources(named, resources, students, zip_names):
        attribution = Attribution(source, helpers, notebooks)
        handed_in = attribution.by_pattern(pattern) if pattern else attribution.by_names()
        known = {file.submitter.student.id for file in found}
        twice += [file.submitter.student.id for file in handed_in if _is_again(file, known)]
        found += handed_in
        notes += attribution.notes()
        ignored += attribution.ignored
    if all(_is_stray(file) for file in found):
        raise CollectError(_nothing(named, pattern))
    notes[:0] = zip_names.notes()
    if twice:
        words = f"handed in twice: {len(twice)} (such as {twice[0]}), and nothing says when"
        notes.insert(0, f"{words}. What is named last is taken for the last")
    if len(notes) > _MOST_NOTES:
        notes[_MOST_NOTES:] = [f"and {len(notes) - _MOST_NOTES} more of the kind"]
    found.sort(key=lambda file: file.submitter.student.id)
    zoned = [_in_zone(file, zone) for file in found]
    return Collected(tuple(zoned), ignored, (*notes, *_without_zone(zoned)))


def _is_again(file: HandedIn, known: set[str]) -> bool:
    """Whether an earlier path has the student, too, and nothing says which file is the later."""
    submitter = file.submitter
    return (
        submitter.student.id in known
        and not submitter.handed_in
        and submitter.attempt_number is None
    )


def _is_stray(file: HandedIn) -> bool:
    """Whether the file could not be graded and may be no student's at all."""
    return not (file.submitter.certain or file.entry.reason or is_work(file.entry.name))


def _in_zone(file: HandedIn, zone: tzinfo | None) -> HandedIn:
    """The file with its time of handing in put into a zone, if the time says none itself."""
    if zone is None:
        return file
    handed_in = in_zone(file.submitter.handed_in, zone)
    return replace(file, submitter=replace(file.submitter, handed_in=handed_in))


def _without_zone(found: Iterable[HandedIn]) -> list[str]:
    """A sentence on times without a zone, if there are any."""
    times = [file.submitter.handed_in for file in found]
    bare = [time for time in times if time and not has_zone(time)]
    if not bare:
        return []
    words = f"times of handing in without a zone: {len(bare)} (such as {bare[0]}). They are taken "
    return [f"{words}in the deadline's zone; --zone names another"]


def _nothing(paths: list[Path], pattern: re.Pattern[str] | None) -> str:
    where = ", ".join(str(path) for path in paths)
    if pattern is not None:
        return f"no file in {where} matches the pattern {pattern.pattern!r}"
    return f"there is no notebook in {where}: name a folder with submissions, or a file"
