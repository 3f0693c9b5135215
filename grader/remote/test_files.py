"""Files that a test writes for a submission, or reads after it.

A test's process can write nothing, and a submission's files are in the submission's own folder.
What a test writes is kept in memory, below the folder that the submission works in, and crosses
when an argument of a call names the file, or a folder above it. What a test reads and has not
written it is given by the submission's process, as bytes.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from grader.protocol.things import Raw
from grader.protocol.values import Array

if TYPE_CHECKING:
    from grader.remote.link import Link

_FOLDER = 0o40700  # the modes of a folder and a file; see stat in inode(7)
_FILE = 0o100600
_MOST_FILES = 500  # that one argument hands over


class Files:
    """The files of the tests of one submission."""

    def __init__(self, link: Link) -> None:
        """No file of a test's yet.

        Args:
            link: to the submission.
        """
        self._link = link
        self._kept: dict[str, bytes | None] = {}  # None is a folder
        self._given: dict[str, int] = {}  # to which child
        self._folder = ""  # a folder of the child's into which the test has changed
        self._homes: dict[int, str] = {}  # by the child
        self._heard: list[str] = []  # what has come from the submission
        self._named: set[str] = set()  # places that the test has named

    @property
    def home(self) -> str:
        """The folder that the present child works in."""
        number = self._link.child()
        if number not in self._homes:
            found = self._link.do("folder")
            self._homes[number] = found if isinstance(found, str) else "/"
        return self._homes[number]

    @property
    def are_there(self) -> bool:
        """Whether the test has written any."""
        return bool(self._kept)

    def new_folder(self, name: str) -> str:
        """A new folder for a test."""
        count = 0
        while (path := os.path.join(self.home, "tests", f"{name}{count}")) in self._kept:  # noqa: PTH118
            count += 1
        self._kept[path] = None
        return path

    def place(self, path: object) -> str:
        """Where a path leads in the child; empty if nowhere."""
        if not isinstance(path, str | os.PathLike):
            return ""
        name = os.fspath(path)
        if not isinstance(name, str) or not name or name.startswith("<") or "\0" in name:
            return ""
        if is_absolute(name):
            # Nobody is asked for the folder: pytest looks at many paths, and no test goes on then.
            inside = any(_is_below(name, home) for home in self._homes.values())
            return os.path.normpath(name) if inside else ""
        return os.path.normpath(os.path.join(self._folder or self.home, name))  # noqa: PTH118

    def current(self) -> str:
        """The folder of the child's into which the test has changed; empty if it has not."""
        return self._folder

    def change_folder(self, path: str) -> None:
        """Relative paths lead there from now on, for the submission, too; home if it is empty."""
        if path and self.is_kept(path):
            self._link.do("write_file", path, None)
            self._given[path] = self._link.child()
        if path or (self._folder and not self._link.broken):
            self._link.do("change_folder", path or self.home)
        self._folder = path

    def is_kept(self, place: str) -> bool:
        """Whether the test's own is what is read at a place."""
        return place in self._kept and self._given.get(place) != self._link.child()

    def status(self, place: str) -> os.stat_result | None:
        """What ``stat`` says of a place; None if nothing is there."""
        if self.is_kept(place):
            content = self._kept[place]
            return _stat(content is None, len(content or b""), 0.0)
        found = self._link.do("file_status", place)
        match found:
            case (bool(is_folder), int(size), float(changed)):
                return _stat(is_folder, size, changed)
        return None

    def read(self, place: str) -> bytes:
        """The content of a file; raises OSError if there is none."""
        if self.is_kept(place):
            content = self._kept[place]
            if content is None:
                raise IsADirectoryError(21, "Is a directory", place)
            return content
        if self.status(place) is None:
            raise FileNotFoundError(2, "No such file or directory", place)
        found = self._link.do("read_file", place)
        if not isinstance(found, bytes):
            raise OSError(f"{place} cannot be read")
        return found

    def write(self, place: str, content: bytes | None) -> None:
        """Keep a file, or a folder if there is no content."""
        self._kept[place] = content
        self._given.pop(place, None)

    def names(self, place: str) -> list[str]:
        """What is in a folder; raises OSError if there is none."""
        found = {os.path.basename(path) for path in self._kept if os.path.dirname(path) == place}  # noqa: PTH119, PTH120
        if not self.is_kept(place):
            asked = self._link.do("folder_names", place)
            found |= {name for name in asked if isinstance(name, str)}
        return sorted(found)

    def remove(self, place: str) -> None:
        """Remove a file or an empty folder; raises OSError if there is none."""
        if self.is_kept(place):
            del self._kept[place]
        elif self.status(place) is None:
            raise FileNotFoundError(2, "No such file or directory", place)
        else:
            self._link.do("remove_file", place)
            self._kept.pop(place, None)

    def remove_all(self, place: str) -> None:
        """Remove a folder with what is in it, as far as the test has written it."""
        for path in [path for path in self._kept if _is_below(path, place)]:
            del self._kept[path]

    def heard(self, *things: object) -> None:
        """Take note of the texts that come from the submission, while there is a file to be had."""
        if self._kept:
            self._heard += _texts(things)

    def hand_over(self, things: Iterable[object]) -> None:
        """Give the child the files that arguments of a call name.

        A name that the submission itself has said hands over nothing: it would get files that the
        test has written for itself.
        """
        for thing in things if self._kept else ():
            if isinstance(thing, list | tuple | set):
                self.hand_over(thing)
            place = self.place(thing)
            if place and self._is_named(place, str(thing)):
                self._give(place)

    def _is_named(self, place: str, name: str) -> bool:
        """Whether the test names a place, and does not repeat what it has heard."""
        if place not in self._named and any(name in text for text in self._heard):
            return False
        self._named.add(place)
        return True

    def _give(self, place: str) -> None:
        """Write what is at a place and below it in the child, and make the folder that it is in."""
        above = os.path.dirname(place)  # noqa: PTH120
        given = [path for path in self._kept if path == above or _is_below(path, place)]
        for path in [path for path in given if self.is_kept(path)][:_MOST_FILES]:
            self._link.do("write_file", path, self._kept[path])
            self._given[path] = self._link.child()


class Kept(io.BytesIO):
    """A file that a test writes; it is kept when it is flushed or closed."""

    def __init__(self, files: Files, place: str, content: bytes) -> None:
        super().__init__(content)
        self.name = place
        self._files, self._place = files, place

    def flush(self) -> None:
        """Keep what has been written."""
        super().flush()
        self._files.write(self._place, self.getvalue())

    def close(self) -> None:
        """Keep what has been written, and close."""
        if not self.closed:
            self.flush()
        super().close()


class FolderEntry:
    """An entry of a folder, as ``os.scandir`` has it."""

    def __init__(self, path: str, found: os.stat_result) -> None:
        self.path, self.name, self._found = path, os.path.basename(path), found  # noqa: PTH119

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - as os has it
        """Whether it is a folder."""
        return self._found.st_mode == _FOLDER

    def is_file(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - as os has it
        """Whether it is a file."""
        return not self.is_dir()

    def is_symlink(self) -> bool:
        """Never: what a link of the submission's leads to is in its own process."""
        return False

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG002 - as os has it
        """What is known of it."""
        return self._found

    def __fspath__(self) -> str:
        return self.path


def is_absolute(path: str | os.PathLike[str]) -> bool:
    """Whether a path leads to the same place from everywhere."""
    return os.path.isabs(path)  # noqa: PTH117 - what is asked is seldom a Path


def _stat(is_folder: bool, size: int, changed: float) -> os.stat_result:  # noqa: FBT001
    when = int(changed)
    return os.stat_result((_FOLDER if is_folder else _FILE, 0, 0, 1, 0, 0, size, when, when, when))


def _texts(things: Iterable[object]) -> Iterator[str]:
    """What may be the name of a file; numbers, of which there may be many, are none."""
    for thing in things:
        if isinstance(thing, tuple):
            yield from _texts(thing)
        elif thing and not isinstance(thing, int | float | Array | Raw):
            yield repr(thing)


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + os.sep)
