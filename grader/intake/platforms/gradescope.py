"""Gradescope's export: ``submission_metadata.yml`` says who handed in the folders beside it.

The file is the whole class's and may be large, since it has the output of each submission. It is
read as a stream of events in one pass; parts that are not needed, aliases among them, are skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

import msgspec
import yaml

from grader.errors import GraderError
from grader.gradebook.classes import Student
from grader.intake.file_names import Submitter
from grader.intake.shown_names import shown
from grader.intake.times import iso_time

METADATA = "submission_metadata.yml"
MOST_METADATA = 64 << 20  # bytes; 10,000 submissions have about a tenth of it
_MOST_EVENTS = 2_000_000  # a class of 2,000 with 1,000 each; some seconds
_MOST_MEMBERS = 100  # of a group
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the first is a hundred times faster
_NULLS = ("", "~", "null", "Null", "NULL")


class MetadataError(GraderError):
    """The file cannot be used; the message is a sentence about it."""


class FolderMetadata(msgspec.Struct, frozen=True):
    """The metadata of one folder.

    Attributes:
        members: the members of the group that handed it in.
        when: the time in ISO 8601 in UTC; empty if the file has none.
    """

    members: tuple[Student, ...] = ()
    when: str = ""


def read_metadata(content: bytes) -> dict[str, FolderMetadata]:
    """The metadata of each folder, by the folder's name.

    Source: an export of Gradescope, "Export submissions": for each folder a mapping in which
    ``:submitters`` has ``:name``, ``:sid`` and ``:email`` of each, and ``:created_at`` the time.

    Raises:
        MetadataError: the content is no YAML, no mapping of mappings, or too long.
    """
    try:
        return _folders(_Events(content))
    except yaml.YAMLError as error:
        words = shown(" ".join(str(error).split()))
        raise MetadataError(f"it is no YAML: {words}") from None


def submitters(path: PurePosixPath, metadata: dict[str, FolderMetadata]) -> list[Submitter]:
    """The members of the group whose folder the file is in, ``submission_23/lab.ipynb``."""
    handed = (
        metadata.get(path.parts[0], FolderMetadata()) if len(path.parts) > 1 else FolderMetadata()
    )
    return [
        Submitter(
            student,
            shown(path.name),
            handed_in=handed.when,
            written_name=f"{student.name} in {shown(path.parts[0])}",
        )
        for student in handed.members
    ]


class _Events:
    """The events of a YAML file, one after the other."""

    def __init__(self, content: bytes) -> None:
        self._events: Iterator[yaml.Event] = iter(yaml.parse(content, Loader=_LOADER))
        self._left = _MOST_EVENTS

    def next(self) -> yaml.Event:
        """The next event."""
        self._left -= 1
        if self._left < 0:
            raise MetadataError("it has too much in it")
        event = next(self._events, None)
        if event is None:
            raise MetadataError("it ends too early")
        return event

    def pairs(self) -> Iterator[tuple[str, yaml.Event]]:
        """Yield the keys of the mapping that has begun, each with the first event of its value.

        The caller reads the value to its end before the next key.
        """
        while not isinstance(key := self.next(), yaml.MappingEndEvent):
            name = key.value if isinstance(key, yaml.ScalarEvent) else ""
            self.skip(key)
            yield name, self.next()

    def skip(self, event: yaml.Event) -> None:
        """Read the rest of the value that began with this event."""
        depth = _depth(event)
        while depth > 0:
            depth += _depth(self.next())


def _depth(event: yaml.Event) -> int:
    """The change of the level of nesting: 1 at a beginning, -1 at an end, else 0."""
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)


def _folders(events: _Events) -> dict[str, FolderMetadata]:
    event = events.next()
    while isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent):
        event = events.next()
    if not isinstance(event, yaml.MappingStartEvent):
        raise MetadataError("it does not begin with the name of a folder")
    found: dict[str, FolderMetadata] = {}
    for folder, value in events.pairs():
        handed = FolderMetadata()
        if isinstance(value, yaml.MappingStartEvent):
            handed = _handed(events)
        else:
            events.skip(value)
        # A folder that stands there twice has no metadata that could be trusted.
        found[folder] = FolderMetadata() if folder in found else handed
    return found


def _handed(events: _Events) -> FolderMetadata:
    members: list[Student] = []
    when = ""
    for key, value in events.pairs():
        if key == ":submitters" and isinstance(value, yaml.SequenceStartEvent):
            members = list(_members(events))
        elif key == ":created_at" and isinstance(value, yaml.ScalarEvent):
            when = iso_time(value.value)
        else:
            events.skip(value)
    return FolderMetadata(tuple(members), when)


def _members(events: _Events) -> Iterator[Student]:
    """Yield the members of a group, up to the end of the list that has begun."""
    count = 0
    while not isinstance(event := events.next(), yaml.SequenceEndEvent):
        if not isinstance(event, yaml.MappingStartEvent):
            events.skip(event)
            continue
        said = {"name": "", "sid": "", "email": ""}
        for key, value in events.pairs():
            if isinstance(value, yaml.ScalarEvent) and key[1:] in said:
                said[key[1:]] = "" if value.value in _NULLS else shown(value.value)
            else:
                events.skip(value)
        name = said["sid"] or said["email"] or said["name"]
        count += 1
        if name and count <= _MOST_MEMBERS:
            yield Student(id=name, last_name=said["name"], email=said["email"])
