"""Archives: a class in one, and a student's own in a class; one in another, and no deeper.

A student's is looked into where it lies, and read anew for the file that is graded, so that no more
than one of them is in memory at a time.
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
    refused,
)
from grader.intake.shown_names import shown
from grader.intake.tars import of_tar
from grader.intake.zip_names import ZipNames
from grader.intake.zips import of_zip
from grader.submissions.opening import UnopenedError, opened

_MOST_OF_A_CLASS = 4 << 30  # bytes that a class's packed tar unpacks to
_MOST_OF_A_STUDENT = 64 << 20  # bytes of a student's archive
_MOST_UNPACKED = 256 << 20  # bytes that a student's packed tar unpacks to


def of_archive(path: Path, kept: ExitStack, names: ZipNames) -> Iterator[FoundFile]:
    """All files in an archive with a class in it.

    Args:
        path: the archive.
        kept: closes it when nothing is read any more.
        names: reads the names in a zip.

    Raises:
        CollectError: it is none, or damaged as a whole.
    """
    try:
        file = kept.enter_context(opened(path))
        yield from _listed(path.name, file, kept, _MOST_OF_A_CLASS, names)
    except UnopenedError as error:
        raise CollectError(f"{path} {error.predicate}") from None
    except UnreadableError as error:
        raise CollectError(f"{path} is not used: {error}") from None


def with_students_archives(entries: Iterable[FoundFile]) -> Iterator[FoundFile]:
    """The files, and instead of each archive that somebody handed in what could be graded in it."""
    for entry in entries:
        if is_archive(entry.name) and not entry.reason and not entry.folder:
            yield from _inside(entry)
        else:
            yield entry


def _inside(archive: FoundFile) -> Iterator[FoundFile]:
    """What could be graded in a student's archive, or the archive with the reason why not."""
    try:
        with ExitStack() as kept:
            found = list(islice(_of_student(archive, kept), MOST_FILES + 1))
    except UnreadableError as error:
        yield replace(archive, reason=str(error))
        return
    if len(found) > MOST_FILES:
        yield replace(archive, reason=f"there are more than {MOST_FILES} files in it")
        return
    nothing = True
    for place, entry in enumerate(found):
        parts = (*archive.parts, *entry.parts)
        if entry.folder or not is_work(entry.name):
            continue
        nothing = False
        read = partial(_read_again, archive, place)
        inner = refused(parts, entry.reason) if entry.reason else FoundFile(parts, read)
        yield replace(inner, archive=len(archive.parts))
    if nothing:
        yield replace(
            archive, reason=f"there is no notebook and no script in {shown(archive.name)}"
        )


def _read_again(archive: FoundFile, place: int, most: int) -> bytes:
    """The content of one of the files in an archive."""
    with ExitStack() as kept:
        for entry in islice(_of_student(archive, kept), place, None):
            return entry.read(most)
    raise UnreadableError("its archive has changed meanwhile")


def _of_student(archive: FoundFile, kept: ExitStack) -> Iterator[FoundFile]:
    file = io.BytesIO(archive.read(_MOST_OF_A_STUDENT))
    return _listed(archive.name, file, kept, _MOST_UNPACKED, ZipNames())


def _listed(
    name: str, file: BinaryIO, kept: ExitStack, most: int, names: ZipNames
) -> Iterator[FoundFile]:
    """The files in an archive, and the folders with nothing in them.

    Raises:
        UnreadableError: it is none, or damaged as a whole.
    """
    is_zip = name.lower().endswith(".zip")
    entries = of_zip(file, kept, names) if is_zip else of_tar(file, kept, most)
    full: set[tuple[str, ...]] = set()
    folders: dict[tuple[str, ...], None] = {}
    for entry in entries:
        if not entry.outside:
            full |= {entry.parts[:depth] for depth in range(1, len(entry.parts))}
        if entry.folder:
            folders[entry.parts] = None
        else:
            yield entry
    for parts in folders:
        if parts not in full:
            yield refused(parts, "there is nothing in the folder", folder=True)
