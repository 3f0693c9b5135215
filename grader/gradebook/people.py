"""Finding the student whom a text means, by the id, the name, the address or a part of them."""

from __future__ import annotations

import difflib
import unicodedata

from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Student
from grader.gradebook.schema import GradebookError

_MOST_NAMED = 5
_LIKE = 0.6  # how alike a name has to be, from 0 to 1, to be offered


def student_meant(book: Gradebook, words: str) -> str:
    """The id of the student whom a text means.

    An id counts before a name, and a whole id or name before a part of one.

    Args:
        book: the gradebook.
        words: an id, a name, an address, or a part of one; in small letters or capitals.

    Raises:
        GradebookError: no student or several are meant; the message names those who could be.
    """
    if book.student(words) is not None:
        return words
    students = [book.student(name) or Student(id=name) for name in book.students()]
    for found in (_with(words, students), _with_part(words, students)):
        if len(found) == 1:
            return found[0].id
        if found:
            raise GradebookError(f"{words!r} could be {_named(found)}: say which by the id")
    near = difflib.get_close_matches(
        _folded(words), [key for student in students for key in _keys(student)], 3, _LIKE
    )
    like = [student for key in near for student in students if key in _keys(student)]
    hint = f". Did you mean {_named(list(dict.fromkeys(like)))}?" if like else ""
    raise GradebookError(f"there is no student {words!r} in {book.path}{hint}")


def _with(words: str, students: list[Student]) -> list[Student]:
    """The students with this id, name or address."""
    return [student for student in students if _folded(words) in _keys(student)]


def _with_part(words: str, students: list[Student]) -> list[Student]:
    """The students with all of the words in id, name or address; a number is always a whole id."""
    parts = [] if words.strip().isdigit() else _folded(words).split()
    return [
        student
        for student in students
        if parts and all(any(part in key for key in _keys(student)) for part in parts)
    ]


def _keys(student: Student) -> tuple[str, ...]:
    return tuple(_folded(key) for key in (student.id, student.name, student.email) if key)


def _folded(words: str) -> str:
    return unicodedata.normalize("NFC", words).casefold().strip()


def _named(students: list[Student]) -> str:
    words = [student.label for student in students[:_MOST_NAMED]]
    more = len(students) - len(words)
    return " or ".join(words) + (f" or {more} more" if more else "")
