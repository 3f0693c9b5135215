"""nbgrader's tree: ``STUDENT/ASSIGNMENT/lab.ipynb``, with the time in ``timestamp.txt`` beside it.

All files are of one assignment. A ``timestamp.txt`` at another place is a student's own and is not
used. Source: nbgrader, ``exchange/default/collect.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from grader.intake.found_files import FoundFile, UnreadableError
from grader.intake.times import iso_time
from grader.intake.work import IN_NBGRADERS_TREE, AttemptKey, HandedIn, StudentWork

_MOST_TIMESTAMP = 1000  # bytes


def with_times(
    found: Mapping[AttemptKey, HandedIn], works: Mapping[AttemptKey, StudentWork]
) -> tuple[dict[AttemptKey, HandedIn], list[str]]:
    """The files in nbgrader's tree with the times that nbgrader noted.

    Args:
        found: for each attempt the file that is graded.
        works: for each attempt all its files.

    Returns:
        For each attempt the file with its time, if more than half of all lie in such a tree; and
        sentences about times that cannot be used.
    """
    assignments = Counter(
        file.entry.parts[1] for file in found.values() if len(file.entry.parts) == IN_NBGRADERS_TREE
    )
    assignment, count = next(iter(assignments.most_common(1)), ("", 0))
    timed: dict[AttemptKey, HandedIn] = {}
    notes: list[str] = []
    if count * 2 <= len(found):
        return timed, notes
    for key, file in found.items():
        stamp = works[key].stamps.get(file.entry.parts[:-1])
        if stamp is None or file.entry.parts[1] != assignment:
            continue
        when, reason = _time(stamp)
        timed[key] = replace(file, submitter=replace(file.submitter, handed_in=when))
        if reason:
            notes.append(f"{stamp.path} is not used, and that time is not known: {reason}")
    return timed, notes


def _time(stamp: FoundFile) -> tuple[str, str]:
    """The time in a file, and the reason if there is none."""
    try:
        when = iso_time(stamp.read(_MOST_TIMESTAMP).decode("utf-8", "replace"))
    except UnreadableError as error:
        return "", str(error)
    return when, "" if when else "it is no time"
