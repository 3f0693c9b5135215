"""What was handed in: a folder, a zip or several files, as a list of who handed in what.

Whose work it is is said by the platform's own file at the top, or by the name of the folder or file
that lies at the top, and by nothing in a student's folder. What a student handed in and cannot be
graded is in the list, too, with the reason.
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
    """What was found.

    Attributes:
        handed_in: in the order of the students' ids, a student's in the order of the paths.
        ignored: how many files belong to nobody.
        notes: sentences for the instructor about what was found.
    """

    handed_in: tuple[HandedIn, ...]
    ignored: int = 0
    notes: tuple[str, ...] = ()


def collect(
    paths: Iterable[Path],
    opened: ExitStack,
    pattern: re.Pattern[str] | None = None,
    helpers: frozenset[str] = frozenset(),
    notebooks: frozenset[str] = frozenset(),
    zone: tzinfo | None = None,
    students: Mapping[str, str] | None = None,
    encoding: str = "",
) -> Collected:
    """Find what was handed in.

    Args:
        paths: folders, zips and files.
        opened: closes the zips when nothing is read any more.
        pattern: names the student of a file by its path; what it does not match is ignored.
        helpers: names of the assignment's own modules and folders, which nobody hands in as work.
        notebooks: names of the notebooks that students fill in; of several files these count.
        zone: of times that say none; None leaves them without.
        students: by each file that the gradebook has already the one student who handed it in.
        encoding: of names in zips that are not in UTF-8; empty for the format's own.

    Raises:
        CollectError: nothing can be collected there.
    """
    named = list(paths)
    found: list[HandedIn] = []
    notes: list[str] = []
    ignored = 0
    twice: list[str] = []
    zip_names = ZipNames(encoding)
    for source in hand_in_sources(named, opened, students, zip_names):
        attribution = Attribution(source, helpers, notebooks)
        handed_in = attribution.by_pattern(pattern) if pattern else attribution.by_names()
        known = {file.who.student.id for file in found}
        twice += [file.who.student.id for file in handed_in if _is_again(file, known)]
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
    found.sort(key=lambda file: file.who.student.id)
    zoned = [_in_zone(file, zone) for file in found]
    return Collected(tuple(zoned), ignored, (*notes, *_without_zone(zoned)))


def _is_again(file: HandedIn, known: set[str]) -> bool:
    """Whether the student is in what was named before, and nothing says which is the later."""
    who = file.who
    return who.student.id in known and not who.handed_in and who.number is None


def _is_stray(file: HandedIn) -> bool:
    """Whether it is nobody's for certain, and nothing that could be graded."""
    return not (file.who.sure or file.entry.reason or is_work(file.entry.name))


def _in_zone(file: HandedIn, zone: tzinfo | None) -> HandedIn:
    """The file with the time of handing in that zone, if it says none itself."""
    if zone is None:
        return file
    return replace(file, who=replace(file.who, handed_in=in_zone(file.who.handed_in, zone)))


def _without_zone(found: Iterable[HandedIn]) -> list[str]:
    """A sentence on times without a zone, if there are any."""
    times = [file.who.handed_in for file in found]
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
