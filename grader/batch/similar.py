"""Comparing the submissions of a gradebook; they are read in a worker, never in this process."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import msgspec

from grader.errors import GraderError
from grader.gradebook.book import Gradebook
from grader.gradebook.roster import chosen_attempt, row_of, weighed_attempts
from grader.grading.grader import Options
from grader.likeness.alike_pairs import Comparison, Work, compare
from grader.protocol.limits import Limits
from grader.submissions.reading import file_content
from grader.suite import Suite
from grader.workers.pool import Pool
from grader.workers.worker import Worker


class SimilarWork(msgspec.Struct, frozen=True):
    """The submissions of a class that are alike.

    Attributes:
        comparison: the pairs that share more than chance explains.
        identical: the names of students with the same code to the letter, in groups.
        unread: the students whose work could not be compared, each with the reason.
    """

    comparison: Comparison
    identical: tuple[tuple[str, ...], ...]
    unread: tuple[str, ...]


def find_similar(
    book: Gradebook, suite: Suite, templates: tuple[Path, ...], tell: Callable[[int, int], None]
) -> SimilarWork:
    """Compare the attempts that count.

    Args:
        book: the gradebook, which is only read.
        suite: the assignment, whose exercises decide which statements are compared.
        templates: notebooks that were handed out, whose statements do not count.
        tell: is called with the number of submissions read, and of all submissions.
    """
    students = _students(book)
    works: list[Work] = []
    unread: list[str] = []
    limits = Limits()
    with Pool(suite, Options(limits)) as pool:
        worker = pool.worker()
        given = {
            statement.value
            for path in templates
            for statement in _template(worker, path, limits.notebook_mb).statements
        }
        for number, (digest, names) in enumerate(students.items(), 1):
            try:
                worker.take(PurePosixPath(digest).name, book.cells(digest))
                read = worker.statements()
                works.append(Work(names, read.cells, read.statements))
            except GraderError as error:
                unread.append(f"{', '.join(names)}: {error}")
            tell(number, len(students))
    own = {
        work.students
        for work in works
        if any(statement.value not in given for statement in work.statements)
    }
    return SimilarWork(
        comparison=compare(works, given),
        identical=tuple(names for names in students.values() if len(names) > 1 and names in own),
        unread=tuple(unread),
    )


def _template(worker: Worker, path: Path, most_mb: int) -> Work:
    worker.read(path.name, file_content(path, most_mb))
    read = worker.statements()
    return Work((), read.cells, read.statements)


def _students(book: Gradebook) -> dict[str, tuple[str, ...]]:
    """For each submission that counts, by its digest, the names of those who handed it in."""
    policy = book.policy()
    found: dict[str, tuple[str, ...]] = {}
    for name in book.students():
        row = row_of(book, name, policy)
        chosen = chosen_attempt(weighed_attempts(book, name, policy), policy)
        if chosen is not None and chosen.attempt.submission and not row.withdrawn:
            digest = chosen.attempt.submission
            label = f"group {row.group}" if row.group else row.student.label
            others = found.get(digest, ())  # a group hands in as one, and is there once
            found[digest] = others if label in others else (*others, label)
    return found
