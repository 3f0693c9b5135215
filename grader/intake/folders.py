"""The files in a folder: one student's after the other's, each student's within bounds."""

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
    refused,
)

_MOST_TOPS = 200_000  # files and folders that lie in the folder itself: a student each
_LINK = "it is a link, and links are not followed"

Kind = Literal["file", "folder", "link"]


def children(folder: Path) -> dict[str, Kind]:
    """The names of what lies in a folder, in order, and what each is; hidden things are left out.

    Raises:
        CollectError: it cannot be read, or has more than anybody hands in.
    """
    try:
        found = _listed(folder, _MOST_TOPS)
    except OSError as error:
        words = f"{folder} cannot be read: {error.strerror or error}; check its permissions"
        raise CollectError(words) from None
    if found is None:
        raise CollectError(f"{folder} has more than {_MOST_TOPS} files")
    return found


def of_folder(folder: Path) -> Iterator[FoundFile]:
    """All files below a folder, in the order of the names; links are not followed.

    A folder in it that has nothing in it is an entry, too.

    Raises:
        CollectError: it cannot be read, or has more than anybody hands in.
    """
    for name, kind in children(folder).items():
        if kind != "folder":
            yield _entry(folder, (name,), kind)
            continue
        nothing = True
        for entry in _below(folder, name):
            nothing = False
            yield entry
        if nothing:
            yield refused((name,), "there is nothing in the folder", folder=True)


def _below(folder: Path, top: str) -> Iterator[FoundFile]:
    """What lies in one of the folders in the folder, however deep."""
    left = MOST_FILES
    waiting: list[tuple[str, ...]] = [(top,)]
    while waiting:
        parts = waiting.pop()
        if len(parts) > DEEPEST:
            yield refused(parts, f"its folders lie more than {DEEPEST} deep", folder=True)
            continue
        try:
            found = _listed(folder.joinpath(*parts), left)
        except OSError as error:
            words = f"its folder cannot be read: {error.strerror or error}"
            yield refused(parts, words, folder=True)
            continue
        if found is None:
            words = f"there are more than {MOST_FILES} files in the folder"
            yield refused((top,), words, folder=True, flood=True)
            return
        left -= len(found)
        for name, kind in found.items():
            if kind != "folder":
                yield _entry(folder, (*parts, name), kind)
            elif is_work(name):  # it looks like what is looked for
                yield refused((*parts, name), "it is a folder", folder=True)
        waiting += [(*parts, name) for name in reversed(found) if found[name] == "folder"]


def _entry(folder: Path, parts: tuple[str, ...], kind: Kind) -> FoundFile:
    if kind == "link":
        return refused(parts, _LINK)
    return FoundFile(parts, partial(read_file, folder.joinpath(*parts), folder))


def _listed(folder: Path, most: int) -> dict[str, Kind] | None:
    """What lies in a folder, by the name in order; None if there is more than is allowed.

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
