"""What was named on the command line, each folder or zip with what lies at its top."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path, PurePosixPath

import msgspec
from msgspec.structs import replace

from grader.intake.archives import of_archive, with_students_archives
from grader.intake.folders import children, of_folder
from grader.intake.found_files import (
    TIMESTAMP,
    CollectError,
    FoundFile,
    is_archive,
    is_work,
    of_file,
    read_file,
    stem,
)
from grader.intake.layouts import is_around
from grader.intake.part_of_class import class_around, known_file
from grader.intake.platforms.gradescope import METADATA
from grader.intake.shown_names import shown
from grader.intake.zip_names import ZipNames

_MOST_AROUND = 3  # folders around a class, one in another
_MOST_PARTS = 4  # of a path by which files of one name are told apart


class HandInSource(msgspec.Struct, frozen=True):
    """A folder or a zip with a class in it, or the files that were named one by one.

    Attributes:
        tops: of each file at the top its path, of each folder the path of something in it.
        entries: all files.
        called: what each of the files is called, if they were named one by one.
        metadata: what Gradescope puts beside the folders, if it is there.
        around: the name of the folder or archive itself, without its ending.
        among: whether it is one of several folders and archives that were named.
    """

    tops: tuple[PurePosixPath, ...]
    entries: Iterable[FoundFile]
    called: tuple[str, ...] = ()
    metadata: FoundFile | None = None
    around: str = ""
    among: bool = False


def hand_in_sources(
    paths: Iterable[Path],
    opened: ExitStack,
    students: Mapping[str, str] | None,
    zip_names: ZipNames,
) -> Iterator[HandInSource]:
    """Each folder and zip, and after them the files that were named.

    Args:
        paths: what was named.
        opened: closes the zips when nothing is read any more.
        students: by each file that the gradebook has already its student.
        zip_names: reads the names in zips.

    Raises:
        CollectError: one of them is not there, is a link, or cannot be read.
    """
    files: dict[str, Path] = {}
    named = list(paths)
    among = sum(path.is_dir() or is_archive(path.name) for path in named) > 1
    for path in named:
        if path.is_symlink() and path.is_dir():
            raise CollectError(f"{path} is a link, and links are not followed: name the folder")
        around = class_around(path, students) if students else None
        if around is not None and not known_file(path, students or {}):
            yield _part_of(_of_folder(around), around, path)
        elif path.is_dir():
            yield replace(_of_folder(path), among=among)
        elif not os.path.lexists(path):
            raise CollectError(f"there is no file {path}")
        elif is_archive(path.name):
            entries = _unwrapped(list(of_archive(path, opened, zip_names)), stem(path.name))
            yield replace(_of_entries(*entries), among=among)
        else:
            files.setdefault(os.path.abspath(path), path)  # noqa: PTH100 - follows no link
    if files:
        yield _of_files(list(files.values()), students or {})


def _of_files(paths: list[Path], students: Mapping[str, str]) -> HandInSource:
    """The files that were named, each called as in the gradebook, or else by its name."""
    called, entries = [], []
    for path, (depth, words) in zip(paths, _called(paths), strict=True):
        known = known_file(path, students)
        called.append(known.student if known else words)
        entries.append(of_file(path, Path(known.file).parts if known else path.parts[-depth:]))
    tops = tuple(PurePosixPath(*entry.parts) for entry in entries)
    return HandInSource(tops, entries, tuple(called))


def _part_of(whole: HandInSource, folder: Path, path: Path) -> HandInSource:
    """Of a class in a folder what lies at or below a path, and nbgrader's note of the time."""
    below = path.absolute().relative_to(folder).parts
    kept = [
        entry
        for entry in whole.entries
        if entry.parts[: len(below)] == below or entry.parts == (*below[:-1], TIMESTAMP)
    ]
    return replace(whole, entries=kept)


def _of_folder(folder: Path) -> HandInSource:
    for _ in range(_MOST_AROUND):
        inside = children(folder)
        known = [name for name, kind in inside.items() if kind != "file" or _is_somebodys(name)]
        top = next(iter(known), "")
        if len(known) != 1 or inside[top] != "folder":
            break
        below = {
            name: kind == "folder"
            for name, kind in children(folder / top).items()
            if kind != "file" or _is_somebodys(name)
        }
        if not is_around(top, folder.resolve().name, below, archive=False):
            break
        folder /= top
    inside = children(folder)
    tops = (_top(name, folder=kind == "folder") for name, kind in inside.items())
    read = partial(read_file, folder / METADATA, folder)
    metadata = FoundFile((METADATA,), read) if METADATA in inside else None
    entries = with_students_archives(of_folder(folder))
    return HandInSource(tuple(tops), entries, metadata=metadata, around=folder.resolve().name)


def _of_entries(entries: list[FoundFile], around: str) -> HandInSource:
    sound = [entry for entry in entries if not entry.outside]
    tops = {
        entry.parts[0]: _top(entry.parts[0], folder=entry.folder or len(entry.parts) > 1)
        for entry in sound
    }
    metadata = next((entry for entry in sound if entry.parts == (METADATA,)), None)
    inside = with_students_archives(entries)
    return HandInSource(tuple(tops.values()), inside, metadata=metadata, around=around)


def _top(name: str, *, folder: bool) -> PurePosixPath:
    return PurePosixPath(name, "file") if folder else PurePosixPath(name)


def _unwrapped(entries: list[FoundFile], named: str) -> tuple[list[FoundFile], str]:
    """Without the folder that a zip of a folder has all files in, and what that is called."""
    around = named
    for _ in range(_MOST_AROUND):
        sound = [entry for entry in entries if not entry.outside]
        files = {entry.name for entry in sound if len(entry.parts) == 1 and not entry.folder}
        tops = {entry.parts[0] for entry in sound} - files
        if len(tops) != 1 or any(map(_is_somebodys, files)):
            break
        work = [
            entry
            for entry in sound
            if len(entry.parts) > 1 and (is_work(entry.name) or is_archive(entry.name))
        ]
        below = {entry.parts[1]: len(entry.parts) > 2 for entry in work}  # noqa: PLR2004
        (top,) = tops
        if not is_around(top, named, below, archive=True):
            break
        around = top
        entries = [
            entry if entry.outside else replace(entry, parts=entry.parts[1:])
            for entry in entries
            if entry.outside or len(entry.parts) > 1
        ]
    return entries, around


def _is_somebodys(name: str) -> bool:
    """Whether a file at the top may be a student's work, or say whose the folders are."""
    return is_work(name) or is_archive(name) or name == METADATA


def _called(paths: Sequence[Path]) -> list[tuple[int, str]]:
    """What each file is called: how many parts of its path that takes, and the words.

    It is the name without its ending; with folders, or with the ending, where several are alike.
    """
    forms = [
        [_form(path, depth, whole=whole) for path in paths]
        for whole in (False, True)
        for depth in range(1, _MOST_PARTS + 1)
    ]
    found = list(forms[0])
    alike: dict[str, list[int]] = {}
    for place, (_, words) in enumerate(found):
        alike.setdefault(words, []).append(place)
    for places in alike.values():
        form = next((form for form in forms if _are_distinct(form, places)), forms[0])
        for place in places:
            found[place] = form[place]
    used: set[str] = set()
    for place, (depth, words) in enumerate(found):
        found[place] = (depth, unused(words, used))
        used.add(found[place][1])
    return found


def unused(name: str, used: Container[str]) -> str:
    """The name, or one like it that nobody has."""
    found, count = name, 1
    while found in used:
        count += 1
        found = f"{name} ({count})"
    return found


def _are_distinct(form: list[tuple[int, str]], places: list[int]) -> bool:
    return len({form[place][1] for place in places}) == len(places)


def _form(path: Path, depth: int, *, whole: bool) -> tuple[int, str]:
    """The last parts of a path as words, with the ending or without."""
    *folders, name = path.parts[-depth:]
    return len(folders) + 1, "/".join(map(shown, (*folders, name if whole else stem(name))))
