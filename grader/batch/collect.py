"""What was handed in: a folder, a zip or several files, as a list of who handed in what.

What a student handed in and cannot be graded is in the list, too, with the reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

import msgspec
from msgspec.structs import replace

from grader.batch.entries import CollectError, Entry, UnreadableError, of_file, of_folder, of_zip
from grader.batch.file_names import Who, by_folder, by_pattern, canvas, gradescope, moment, moodle
from grader.gradebook.classes import Student

NOTEBOOK, SCRIPT, ZIP = ".ipynb", ".py", ".zip"
_METADATA = "submission_metadata.yml"
_MOST_METADATA = 64 << 20  # bytes
_MOST_TIMESTAMP = 1000
_TIMESTAMP = "timestamp.txt"  # beside a notebook that nbgrader collected; "nbgrader collect"


class HandedIn(msgspec.Struct, frozen=True):
    """One file of one student.

    Attributes:
        who: the student, and what else the name says.
        entry: where the file is.
        reason: why it cannot be graded; empty if it may be.
    """

    who: Who
    entry: Entry
    reason: str = ""


class Collected(msgspec.Struct, frozen=True):
    """What was found.

    Attributes:
        handed_in: in the order of the students' ids, a student's in the order of the paths.
        ignored: how many files belong to nobody.
    """

    handed_in: tuple[HandedIn, ...]
    ignored: int = 0


@dataclass
class _Source:
    entries: list[Entry]
    files: bool = False  # named one by one
    metadata: dict[str, Any] = field(default_factory=dict)
    stamps: dict[PurePosixPath, str] = field(default_factory=dict)  # times by the folder


def collect(
    paths: Iterable[Path],
    opened: ExitStack,
    pattern: re.Pattern[str] | None = None,
    helpers: frozenset[str] = frozenset(),
) -> Collected:
    """Find what was handed in.

    Args:
        paths: folders, zips and files.
        opened: closes the zips when nothing is read any more.
        pattern: names the student of a file by its path; what it does not match is ignored.
        helpers: names of the assignment's own modules and folders, which nobody hands in as work.

    Raises:
        CollectError: nothing can be collected there.
    """
    found: list[HandedIn] = []
    ignored = 0
    for source in _sources(paths, opened):
        pairs = list(_named(source, pattern))
        ignored += len(source.entries) - len({entry.path for _, entry in pairs})
        groups: dict[tuple[str, str], list[tuple[Who, Entry]]] = {}
        for who, entry in pairs:
            # By a pattern, or named one by one, each file is meant.
            each = str(entry.path) if pattern or source.files else ""
            groups.setdefault((who.student.id, each), []).append((who, entry))
        for group in groups.values():
            chosen = list(_chosen(group, helpers, alone=bool(pattern) or source.files))
            ignored += len(group) - len(chosen)
            found += chosen
    if not found:
        raise CollectError(_nothing(list(paths), pattern))
    return Collected(tuple(sorted(found, key=lambda one: one.who.student.id)), ignored)


def _sources(paths: Iterable[Path], opened: ExitStack) -> Iterator[_Source]:
    files = []
    for path in paths:
        if not path.exists():
            raise CollectError(f"there is no file {path}")
        if path.is_dir():
            yield _with_metadata(_Source(list(of_folder(path))))
        elif path.suffix.lower() == ZIP:
            yield _with_metadata(_Source(_unwrapped(list(of_zip(path, opened)))))
        else:
            files.append(path)
    if files:
        yield _Source([_named_by_parent(path, files) for path in files], files=True)


def _named_by_parent(path: Path, files: list[Path]) -> Entry:
    """A file under its own name, or below its folder's if several have the same name."""
    entry = of_file(path)
    several = Counter(one.stem for one in files)[path.stem] > 1
    return replace(entry, path=PurePosixPath(*path.parts[-2:])) if several else entry


def _unwrapped(entries: list[Entry]) -> list[Entry]:
    """Without the one folder that a zip of a folder has all files in."""
    tops = {one.path.parts[0] for one in entries}
    inside = [one for one in entries if len(one.path.parts) > 1]
    below = {one.path.parts[1] for one in inside if one.path.suffix in (NOTEBOOK, SCRIPT)}
    if len(tops) != 1 or len(inside) < len(entries) or len(below) < 2:  # noqa: PLR2004
        return entries
    return [replace(one, path=PurePosixPath(*one.path.parts[1:])) for one in entries]


def _with_metadata(source: _Source) -> _Source:
    """With what a platform has put beside the files."""
    for entry in source.entries:
        try:
            if entry.path.name == _METADATA:
                source.metadata = _yaml(entry.read(_MOST_METADATA))
            elif entry.path.name == _TIMESTAMP:
                text = entry.read(_MOST_TIMESTAMP).decode("utf-8", "replace")
                source.stamps[entry.path.parent] = moment(text)
        except UnreadableError as error:
            raise CollectError(f"{entry.path}: {error}") from None
    return source


def _yaml(content: bytes) -> dict[str, Any]:
    import yaml

    try:
        loaded = yaml.safe_load(content)
    except yaml.YAMLError as error:
        raise UnreadableError(f"it is no YAML: {error}") from None
    return loaded if isinstance(loaded, dict) else {}


def _named(source: _Source, pattern: re.Pattern[str] | None) -> Iterator[tuple[Who, Entry]]:
    """Each file with its student; with each of them if a group handed it in."""
    if pattern is not None:
        yield from ((who, one) for one in source.entries if (who := by_pattern(one.path, pattern)))
        return
    work = [one for one in source.entries if one.path.suffix in (NOTEBOOK, SCRIPT)]
    is_canvas = bool(work) and all(canvas(one.path) or moodle(one.path) for one in work)
    for entry in source.entries:
        members = gradescope(entry.path, source.metadata)
        yield from ((who, entry) for who in members)
        if members or entry.path.name in (_METADATA, _TIMESTAMP):
            continue
        who = moodle(entry.path) or (canvas(entry.path) if is_canvas else None)
        if who is not None or not is_canvas:
            found = who or _by_place(entry, source)
            yield replace(found, handed_in=source.stamps.get(entry.path.parent, "")), entry


def _by_place(entry: Entry, source: _Source) -> Who:
    if source.files:  # "a/submit.ipynb" and "b/submit.ipynb" are two students' files
        return Who(Student(id=str(entry.path.with_suffix(""))), entry.path.name)
    return by_folder(entry.path)


def _chosen(
    group: list[tuple[Who, Entry]], helpers: frozenset[str], *, alone: bool
) -> Iterator[HandedIn]:
    """What of a student's files is graded: the notebook, or else the script."""
    own = [(who, entry) for who, entry in group if alone or entry.path.name not in helpers]
    by_kind = {kind: [one for one in own if one[1].path.suffix.lower() == kind]
               for kind in (NOTEBOOK, SCRIPT)}  # fmt: skip
    first = group[0][0]
    # A folder of the assignment's that lies beside the students', and the scripts in it.
    nobodys = not alone and first.sure and first.student.id in helpers
    candidates = by_kind[NOTEBOOK] or ([] if nobodys else by_kind[SCRIPT])
    numbered = len({who.number for who, _ in candidates}) == len(candidates)
    if len(candidates) == 1 or (candidates and (alone or numbered)):
        yield from (HandedIn(who, entry, entry.reason) for who, entry in candidates)
        return
    if candidates:
        who, entry = candidates[0]
        names = ", ".join(sorted(one.path.name for _, one in candidates))
        words = f"several files could be meant: {names[:200]}. Keep one, or use --pattern"
        yield HandedIn(who, entry, words)
        return
    who, entry = (own or group)[0]
    if not nobodys and (alone or who.sure or any(entry.reason for _, entry in own)):
        words = f"{entry.path.name} is no notebook and no script"
        if not own:
            words = f"there is no notebook and no script beside {entry.path.name}"
        yield HandedIn(who, entry, entry.reason or words)


def _nothing(paths: list[Path], pattern: re.Pattern[str] | None) -> str:
    where = ", ".join(str(path) for path in paths)
    if pattern is not None:
        return f"no file in {where} matches the pattern {pattern.pattern!r}"
    return f"there is no notebook in {where}: name a folder with submissions, or a file"
