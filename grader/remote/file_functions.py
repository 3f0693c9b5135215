"""Python's own functions for files, which meanwhile work on a test's and a submission's files."""

from __future__ import annotations

import builtins
import io
import os
import pathlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from grader.remote.test_files import Files, FolderEntry, Kept, is_absolute

if TYPE_CHECKING:
    from grader.remote.link import Link


@contextmanager
def files_of(link: Link) -> Iterator[None]:
    """Meanwhile a test writes and reads files, though its process can write none.

    Args:
        link: to the submission; at home, where it runs in this very process, nothing is changed.
    """
    if link.at_home:
        yield
        return
    files = Files(link)
    places = _places(files)
    old = {place: getattr(*place) for place in places}
    for (owner, name), function in places.items():
        setattr(owner, name, _of_test(link, old[owner, name], function))
    link.files, before = files, link.files
    try:
        yield
    finally:
        link.files = before
        for (owner, name), function in old.items():
            setattr(owner, name, function)


def _of_test(
    link: Link, original: Callable[..., Any], function: Callable[..., Any]
) -> Callable[..., Any]:
    """A function for the test's code alone; the grader itself, while it asks, has the original."""

    def chosen(*arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401
        is_test = not link.is_at_work and not link.broken
        return (function if is_test else original)(*arguments, **keywords)

    chosen.__name__ = original.__name__
    return chosen


def _places(files: Files) -> dict[tuple[Any, str], Callable[..., Any]]:
    """What stands where."""
    opened = _open(files)
    return {
        (builtins, "open"): opened,
        (io, "open"): opened,
        (os, "stat"): _asks(os.stat, files, lambda place: _status(files, place)),
        (os, "lstat"): _asks(os.lstat, files, lambda place: _status(files, place)),
        (os, "listdir"): _asks(os.listdir, files, files.names),
        (os, "scandir"): _asks(os.scandir, files, lambda place: _Entries(files, place)),
        (os, "mkdir"): _changes(files, lambda place: _make(files, place)),
        (os, "remove"): _changes(files, files.remove),
        (os, "unlink"): _changes(files, files.remove),
        (os, "rmdir"): _changes(files, files.remove),
        (os, "rename"): lambda old, new: _move(files, old, new),
        (os, "replace"): lambda old, new: _move(files, old, new),
        (os, "getcwd"): _or(files.current, os.getcwd),
        (os, "chdir"): _enter(os.chdir, files),
        (shutil, "rmtree"): lambda path, *_, **__: files.remove_all(files.place(path)),
        (tempfile, "mkdtemp"): lambda suffix="", prefix="tmp", dir=None: files.new_folder(prefix),  # noqa: A006, ARG005 - as tempfile has it
        (pathlib.Path, "touch"): lambda self, *_, **__: opened(self, "a").close(),
    }


def _asks(
    original: Callable[..., Any], files: Files, ask: Callable[[str], Any]
) -> Callable[..., Any]:
    """Looks at what the test has written, then at what is here, then at what the child has."""

    def function(path: Any = ".", *more: Any, **settings: Any) -> Any:  # noqa: ANN401
        place = files.place(path) if files.are_there else ""
        if place and files.is_kept(place):
            return ask(place)
        try:
            if not files.current() or is_absolute(path):
                return original(path, *more, **settings)
        except FileNotFoundError:
            if not files.place(path):
                raise
        return ask(files.place(path))

    return function


def _changes(files: Files, change: Callable[[str], None]) -> Callable[..., None]:
    """Changes what is below the child's folder; nothing else can be changed from here."""

    def function(path: Any, *_: Any, **__: Any) -> None:  # noqa: ANN401
        place = files.place(path)
        if not place:
            raise PermissionError(13, "Permission denied", os.fspath(path))
        change(place)

    return function


def _status(files: Files, place: str) -> os.stat_result:
    found = files.status(place)
    if found is None:
        raise FileNotFoundError(2, "No such file or directory", place)
    return found


def _make(files: Files, place: str) -> None:
    if files.status(place) is not None:
        raise FileExistsError(17, "File exists", place)
    files.write(place, None)


def _move(files: Files, old: Any, new: Any) -> None:  # noqa: ANN401
    content = files.read(files.place(old))
    files.remove(files.place(old))
    files.write(files.place(new), content)


def _or(first: Callable[[], str], second: Callable[[], str]) -> Callable[[], str]:
    return lambda: first() or second()


def _enter(original: Callable[..., None], files: Files) -> Callable[..., None]:
    """Changes into a folder of the test's, or into one that is here."""

    def chdir(path: Any) -> None:  # noqa: ANN401
        place = files.place(path) if is_absolute(path) or files.current() else ""
        if not place:
            original(path)
        files.change_folder(place)

    return chdir


def _open(files: Files) -> Callable[..., Any]:
    """``open``: for reading as ``_asks`` looks, for writing as a file of the test's."""
    original = io.open

    def open_(file: Any, mode: str = "r", *more: Any, **settings: Any) -> Any:  # noqa: ANN401
        is_written = bool(set(mode) & set("wax+"))
        place = files.place(file) if is_written or files.are_there else ""
        if not is_written and not (place and files.is_kept(place)):
            try:
                if not files.current() or is_absolute(file):
                    return original(file, mode, *more, **settings)
            except FileNotFoundError:
                if not (place := files.place(file)):
                    raise
        elif not place:
            return original(file, mode, *more, **settings)
        content = b"" if "w" in mode else _content(files, place, mode)
        raw: Any = Kept(files, place, content) if is_written else io.BytesIO(content)
        raw.seek(0, 2 if "a" in mode else 0)
        if "b" in mode:
            return raw
        names = ("buffering", "encoding", "errors", "newline")
        said = {**dict(zip(names, more, strict=False)), **settings}
        said = {name: said[name] for name in names[1:] if said.get(name) is not None}
        return io.TextIOWrapper(raw, **{"encoding": "utf-8", **said}, write_through=True)

    return open_


def _content(files: Files, place: str, mode: str) -> bytes:
    try:
        found = files.read(place)
    except FileNotFoundError:
        if not set(mode) & set("ax"):
            raise
        return b""
    if "x" in mode:
        raise FileExistsError(17, "File exists", place)
    return found


class _Entries:
    """What ``os.scandir`` gives: entries, one after another, in a ``with`` if wanted."""

    def __init__(self, files: Files, place: str) -> None:
        paths = [os.path.join(place, name) for name in files.names(place)]  # noqa: PTH118
        self._entries = iter([FolderEntry(path, _status(files, path)) for path in paths])

    def __iter__(self) -> Iterator[FolderEntry]:
        return self._entries

    def __next__(self) -> FolderEntry:
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Nothing is open."""
