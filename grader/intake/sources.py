"""The folders, archives and files named on the command line, as sources of submissions."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path, PurePosixPath

import msgspec
from msgspec.structs import replace

from grader.intake.archives import files_in_archive, with_students_archives
from grader.intake.folders import children, files_in_folder
from grader.intake.found_files import (
    TIMESTAMP,
    CollectError,
    FoundFile,
    is_archive,
    is_work,
    read_file,
    stem,
)
from grader.intake.layouts import is_around
from grader.intake.part_of_class import class_folder, recorded_path
from grader.intake.platforms.gradescope import METADATA
from grader.intake.shown_names import shown
from grader.intake.zip_names import ZipNames

_MOST_AROUND = 3  # nested folders around a class
_MOST_PARTS = 4  # of a path by which files of one name are told apart


class HandInSource(msgspec.Struct, frozen=True):
    """A folder or archive of a class, or the files that were named one by one.

    Attributes:
        tops: the path of each file at the top, and of a file in each folder at the top.
        entries: all files.
        labels: a label for each file, if they were named one by one; else empty.
        metadata: the metadata file that Gradescope puts beside the folders, if there is one.
        folder_name: the name of the folder, or of the archive without its ending.
        among_others: whether several folders and archives were named.
    """

    tops: tuple[PurePosixPath, ...]
    entries: Iterable[FoundFile]
    labels: tuple[str, ...] = ()
    metadata: FoundFile | None = None
    folder_name: str = ""
    among_others: bool = False


def hand_in_sources(
    paths: Iterable[Path],
    resources: ExitStack,
    students: Mapping[str, str] | None,
    zip_names: ZipNames,
) -> Iterator[HandInSource]:
    """Yield each folder and archive, and after them the files that were named one by one.

    Args:
        paths: the folders, archives and files.
        resources: closes the archives when nothing is read any more.
        students: the student of each file that the gradebook has already.
        zip_names: decodes the names in zips.

    Raises:
        CollectError: a path is not there, is a link, or cannot be read.
    """
    files: dict[str, Path] = {}
    named = list(paths)
    among_others = sum(path.is_dir() or is_archive(path.name) for path in named) > 1
    for path in named:
        if path.is_symlink() and path.is_dir():
            raise CollectError(f"{path} is a link, and links are not followed: name the folder")
        around = class_folder(path, students) if students else None
        if around is not None and not recorded_path(path, students or {}):
            yield _part_of(_folder_source(around), around, path)
        elif path.is_dir():
            yield replace(_folder_source(path), among_others=among_others)
        elif not os.path.lexists(path):
            raise CollectError(f"there is no file {path}")
        elif is_archive(path.name):
            found = list(files_in_archive(path, resources, zip_names))
            entries, folder_name = _unwrapped(found, stem(path.name))
            yield replace(_archive_source(entries, folder_name), among_others=among_others)
        else:
            files.setdefault(os.path.abspath(path), path)  # noqa: PTH100 - follows no link
    if files:
        yield _named_files(list(files.values()), students or {})


def _named_files(paths: list[Path], students: Mapping[str, str]) -> HandInSource:
    """The files that were named one by one, each labelled as in the gradebook or by its name."""
    labels, entries = [], []
    for path, (depth, label) in zip(paths, _labels(paths), strict=True):
        recorded = recorded_path(path, students)
        labels.append(students[recorded] if recorded else label)
        parts = Path(recorded).parts if recorded else path.parts[-depth:]
        entries.append(FoundFile(parts, partial(read_file, path, None)))
    tops = tuple(PurePosixPath(*entry.parts) for entry in entries)
    return HandInSource(tops, entries, tuple(labels))


def _part_of(whole: HandInSource, folder: Path, path: Path) -> HandInSource:
    """The files of a class at or below a path, with the time that nbgrader noted beside them."""
    below = path.absolute().relative_to(folder).parts
    kept = [
        entry
        for entry in whole.entries
        if entry.parts[: len(below)] == below or entry.parts == (*below[:-1], TIMESTAMP)
    ]
    return replace(whole, entries=kept)


def _folder_source(folder: Path) -> HandInSource:
    for _ in range(_MOST_AROUND):
        inside = children(folder)
        known = [name for name, kind in inside.items() if kind != "file" or _tells_student(name)]
        top = next(iter(known), "")
        if len(known) != 1 or inside[top] != "folder":
            break
        below = {
            name: kind == "folder"
            for name, kind in children(folder / top).items()
            if kind != "file" or _tells_student(name)
        }
        if not is_around(top, folder.resolve().name, below, archive=False):
            break
        folder /= top
    inside = children(folder)
    tops = (_top(name, is_folder=kind == "folder") for name, kind in inside.items())
    read = partial(read_file, folder / METADATA, folder)
    metadata = FoundFile((METADATA,), read) if METADATA in inside else None
    entries = with_students_archives(files_in_folder(folder))
    name = folder.resolve().name
    return HandInSource(tuple(tops), entries, metadata=metadata, folder_name=name)


def _archive_source(entries: list[FoundFile], folder_name: str) -> HandInSource:
    sound = [entry for entry in entries if not entry.leads_out]
    tops = {
        entry.parts[0]: _top(entry.parts[0], is_folder=entry.is_folder or len(entry.parts) > 1)
        for entry in sound
    }
    metadata = next((entry for entry in sound if entry.parts == (METADATA,)), None)
    inside = with_students_archives(entries)
    return HandInSource(tuple(tops.values()), inside, metadata=metadata, folder_name=folder_name)


def _top(name: str, *, is_folder: bool) -> PurePosixPath:
    return PurePosixPath(name, "file") if is_folder else PurePosixPath(name)


def _unwrapped(entries: list[FoundFile], named: str) -> tuple[list[FoundFile], str]:
    """The files without the folders around the whole class, and the innermost of these's name."""
    around = named
    for _ in range(_MOST_AROUND):
        sound = [entry for entry in entries if not entry.leads_out]
        files = {entry.name for entry in sound if len(entry.parts) == 1 and not entry.is_folder}
        tops = {entry.parts[0] for entry in sound} - files
        if len(tops) != 1 or any(map(_tells_student, files)):
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
            entry if entry.leads_out else replace(entry, parts=entry.parts[1:])
            for entry in entries
            if entry.leads_out or len(entry.parts) > 1
        ]
    return entries, around


def _tells_student(name: str) -> bool:
    """Whether a file at the top may be a student's work, or is Gradescope's metadata file."""
    return is_work(name) or is_archive(name) or name == METADATA


def _labels(paths: Sequence[Path]) -> list[tuple[int, str]]:
    """A label for each file, with the number of parts of its path in it.

    It is the name without its ending; with folders, or with the ending, where several are alike.
    """
    forms = [
        [_form(path, depth, whole=whole) for path in paths]
        for whole in (False, True)
        for depth in range(1, _MOST_PARTS + 1)
    ]
    found = list(forms[0])
    alike: dict[str, list[int]] = {}
    for index, (_, label) in enumerate(found):
        alike.setdefault(label, []).append(index)
    for indices in alike.values():
        form = next((form for form in forms if _are_distinct(form, indices)), forms[0])
        for index in indices:
            found[index] = form[index]
    used: set[str] = set()
    for index, (depth, label) in enumerate(found):
        found[index] = (depth, unused(label, used))
        used.add(found[index][1])
    return found


def unused(name: str, used: Container[str]) -> str:
    """The name, or the name with the first number behind it that makes it unused."""
    found, count = name, 1
    while found in used:
        count += 1
        found = f"{name} ({count})"
    return found


def _are_distinct(form: list[tuple[int, str]], indices: list[int]) -> bool:
    return len({form[index][1] for index in indices}) == len(indices)


def _form(path: Path, depth: int, *, whole: bool) -> tuple[int, str]:
    """The number of parts, and the last parts of a path as text, with the ending or without."""
    *folders, name = path.parts[-depth:]
    return len(folders) + 1, "/".join(map(shown, (*folders, name if whole else stem(name))))
