"""The files in an archive of a class, and in the archives that students handed in.

An archive may lie in an archive, and no deeper. A student's archive is looked into where it lies
and is read again for the file that is graded, so at most one of them is in memory at a time.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import partial
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from grader.intake.found_files import (
    MOST_FILES,
    CollectError,
    FoundFile,
    UnreadableError,
    is_archive,
    is_work,
    refused_file,
)
from grader.intake.shown_names import shown
from grader.intake.tars import files_in_tar
from grader.intake.zip_names import ZipNames
from grader.intake.zips import files_in_zip
from grader.submissions.regular_files import UnopenedError, opened

_MOST_OF_A_CLASS = 4 << 30  # bytes that a class's packed tar unpacks to
_MOST_OF_A_STUDENT = 64 << 20  # bytes of a student's archive
_MOST_UNPACKED = 256 << 20  # bytes that a student's packed tar unpacks to


def files_in_archive(path: Path, resources: ExitStack, names: ZipNames) -> Iterator[FoundFile]:
    """Yield all files in an archive of a class.

    Args:
        path: the archive.
        resources: closes the archive when nothing is read any more.
        names: decodes the names in a zip.

    Raises:
        CollectError: the file is no archive, or the archive is damaged as a whole.
    """
    try:
        file = resources.enter_context(opened(path))
        yield from _listed(path.name, file, resources, _MOST_OF_A_CLASS, names)
    except UnopenedError as error:
        raise CollectError(f"{path} {error.predicate}") from None
    except UnreadableError as error:
        raise CollectError(f"{path} is not used: {error}") from None


def with_students_archives(entries: Iterable[FoundFile]) -> Iterator[FoundFile]:
    """Yield the files, with each student's archive replaced by the gradable files in it."""
    for entry in entries:
        if is_archive(entry.name) and not entry.reason and not entry.is_folder:
            yield from _inside(entry)
        else:
            yield entry


def _inside(archive: FoundFile) -> Iterator[FoundFile]:
    """Yield the gradable files in a student's archive, or the archive with the reason why not."""
    try:
        with ExitStack() as resources:
            found = list(islice(_files_of_student(archive, resources), MOST_FILES + 1))
    except UnreadableError as error:
        yield replace(archive, reason=str(error))
        return
    if len(found) > MOST_FILES:
        yield replace(archive, reason=f"there are more than {MOST_FILES} files in it")
        return
    gradable = [
        (position, entry)
        for position, entry in enumerate(found)
        if is_work(entry.name) and not entry.is_folder
    ]
    for position, entry in gradable:
        parts = (*archive.parts, *entry.parts)
        read = partial(_read_again, archive, position)
        inner = refused_file(parts, entry.reason) if entry.reason else FoundFile(parts, read)
        yield replace(inner, archive_depth=len(archive.parts))
    if not gradable:
        reason = f"there is no notebook and no script in {shown(archive.name)}"
        yield replace(archive, reason=reason)


def _read_again(archive: FoundFile, position: int, most: int) -> bytes:
    """The content of the file at a position in an archive."""
    with ExitStack() as resources:
        for entry in islice(_files_of_student(archive, resources), position, None):
            return entry.read(most)
    raise UnreadableError("its archive has changed meanwhile")


def _files_of_student(archive: FoundFile, resources: ExitStack) -> Iterator[FoundFile]:
    file = io.BytesIO(archive.read(_MOST_OF_A_STUDENT))
    return _listed(archive.name, file, resources, _MOST_UNPACKED, ZipNames())


def _listed(
    name: str, file: BinaryIO, resources: ExitStack, most: int, names: ZipNames
) -> Iterator[FoundFile]:
    """Yield the files in an archive, and the folders with nothing in them.

    Raises:
        UnreadableError: the file is no archive, or the archive is damaged as a whole.
    """
    is_zip = name.lower().endswith(".zip")
    entries = (
        files_in_zip(file, resources, names) if is_zip else files_in_tar(file, resources, most)
    )
    full: set[tuple[str, ...]] = set()
    folders: dict[tuple[str, ...], None] = {}
    for entry in entries:
        if not entry.leads_out:
            full |= {entry.parts[:depth] for depth in range(1, len(entry.parts))}
        if entry.is_folder:
            folders[entry.parts] = None
        else:
            yield entry
    for parts in folders:
        if parts not in full:
            yield refused_file(parts, "there is nothing in the folder", is_folder=True)
