"""The files in a folder on the disk, student by student, each student's within bounds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Literal

from grader.intake.found_files import (
    DEEPEST,
    MOST_FILES,
    CollectError,
    FoundFile,
    is_junk,
    is_work,
    read_file,
    refused_file,
)

_MOST_TOPS = 200_000  # files and folders directly in the folder: one for each student
_LINK = "it is a link, and links are not followed"

Kind = Literal["file", "folder", "link"]


def children(folder: Path) -> dict[str, Kind]:
    """The files and folders directly in a folder, by name in order; hidden ones are left out.

    Raises:
        CollectError: the folder cannot be read, or there are more than any class has.
    """
    try:
        found = _listed(folder, _MOST_TOPS)
    except OSError as error:
        words = f"{folder} cannot be read: {error.strerror or error}; check its permissions"
        raise CollectError(words) from None
    if found is None:
        raise CollectError(f"{folder} has more than {_MOST_TOPS} files")
    return found


def files_in_folder(folder: Path) -> Iterator[FoundFile]:
    """Yield all files below a folder, in the order of the names; links are not followed.

    An empty folder is yielded, too.

    Raises:
        CollectError: the folder cannot be read, or has more files than any class has.
    """
    for name, kind in children(folder).items():
        if kind != "folder":
            yield _entry(folder, (name,), kind)
            continue
        empty = True
        for entry in _below(folder, name):
            empty = False
            yield entry
        if empty:
            yield refused_file((name,), "there is nothing in the folder", is_folder=True)


def _below(folder: Path, top: str) -> Iterator[FoundFile]:
    """Yield the files below one of the folders in a folder."""
    left = MOST_FILES
    waiting: list[tuple[str, ...]] = [(top,)]
    while waiting:
        parts = waiting.pop()
        if len(parts) > DEEPEST:
            yield refused_file(parts, f"its folders lie more than {DEEPEST} deep", is_folder=True)
            continue
        try:
            found = _listed(folder.joinpath(*parts), left)
        except OSError as error:
            words = f"its folder cannot be read: {error.strerror or error}"
            yield refused_file(parts, words, is_folder=True)
            continue
        if found is None:
            words = f"there are more than {MOST_FILES} files in the folder"
            yield refused_file((top,), words, is_folder=True, overfull=True)
            return
        left -= len(found)
        for name, kind in found.items():
            if kind != "folder":
                yield _entry(folder, (*parts, name), kind)
            elif is_work(name):  # a folder called like a notebook gets a row with the reason
                yield refused_file((*parts, name), "it is a folder", is_folder=True)
        waiting += [(*parts, name) for name in reversed(found) if found[name] == "folder"]


def _entry(folder: Path, parts: tuple[str, ...], kind: Kind) -> FoundFile:
    if kind == "link":
        return refused_file(parts, _LINK)
    return FoundFile(parts, partial(read_file, folder.joinpath(*parts), folder))


def _listed(folder: Path, most: int) -> dict[str, Kind] | None:
    """The files and folders directly in a folder, by name in order; None if there are too many.

    Raises:
        OSError: the folder cannot be read.
    """
    with os.scandir(folder) as inside:
        found = list(islice(inside, most + 1))
        if len(found) > most:
            return None
        kinds = {entry.name: _kind(entry) for entry in found if not is_junk(entry.name)}
    return dict(sorted(kinds.items()))


def _kind(entry: os.DirEntry[str]) -> Kind:
    if entry.is_symlink():
        return "link"
    return "folder" if entry.is_dir(follow_symlinks=False) else "file"
