"""A list of the class as a platform writes it, joined with the students of a gradebook by id.

The columns are known by their names, as Canvas, Moodle, Gradescope, Blackboard, Brightspace,
nbgrader and GitHub Classroom give them, or by plain words such as ``id``, ``name`` and ``email``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from grader.gradebook.book import Gradebook
from grader.gradebook.classes import Student
from grader.gradebook.records import Decision
from grader.gradebook.standing import Standing
from grader.sheets.class_format import SheetError
from grader.sheets.downloaded import DownloadedSheet, sheet_text
from grader.texts import shortlist

_IDS = (
    "id", "studentid", "sid", "idnumber", "userid", "sisuserid", "sisloginid", "orgdefinedid",
    "username", "login", "netid", "githubusername", "identifier", "participant",
    "matriculationnumber", "matrikelnummer",
)  # fmt: skip
_FIRST = ("firstname", "givenname", "vorname")
_LAST = ("lastname", "surname", "familyname", "nachname")
_NAME = ("name", "fullname", "studentname", "student")
_EMAIL = ("email", "emailaddress", "mail")
_ROLE = "role"
_STUDENTS = ("", "student", "learner", "studentrole")
_MOST_NAMED = 10
_WHO = "the roster"


class Person(msgspec.Struct, frozen=True):
    """A student of the roster.

    Attributes:
        ids: the identifiers of the student by the names of their columns, in the columns' order.
        student: the name and the address; its id is empty.
    """

    ids: dict[str, str]
    student: Student

    @property
    def keys(self) -> set[str]:
        """The ids and the address in small letters; a student with one of them is the same."""
        words = {*self.ids.values(), self.student.email}
        return {word.lower() for word in words if word}


def read_roster(path: Path) -> list[Person]:
    """The students in a CSV file.

    Raises:
        SheetError: the file cannot be read, or no column identifies the students.
    """
    table = DownloadedSheet.read(sheet_text(path))
    head = [re.sub(r"[^a-z0-9]", "", name.lower()) for name in table.head]
    names = [name for name in _IDS if name in head]
    if not names and "student" in head:
        names = ["student"]  # a list of ids under that word; Canvas has its names there
    if not names and not set(_EMAIL) & set(head):
        known = ", ".join(table.head)[:200]
        raise SheetError(f"{path} has no column that says who a student is, only: {known}")
    return [person for row in table.rows[1:] for person in _person(table, head, names, row)]


def join_roster(book: Gradebook, people: Sequence[Person]) -> list[str]:
    """Give the students of a gradebook their names and addresses, and add those who are missing.

    A student is found by any id or the address, then by a full name that is unique on both sides.
    An added student has the id of the column by which most others were found. A student whom an
    earlier roster added, and who has handed in under another id since, is withdrawn.

    Returns:
        Sentences on who could not be told apart, or is not in the roster.
    """
    students = [book.student(name) or Student(id=name) for name in book.students()]
    handed_in = {student.id for student in students if book.attempts(student.id)}
    found = _matches(people, students)
    column = _column(people, found)
    notes: list[str] = []
    known: Counter[str] = Counter()
    with book.together():
        for person, same in zip(people, found, strict=True):
            own = [student for student in same if student.id in handed_in] or same[:1]
            if len(own) > 1:
                names = " and ".join(student.id for student in own)
                notes.append(f"{names} are one student of the roster; withdraw one of them")
            known.update(student.id for student in same)
            for student in own:
                book.note_student(_named(student, person.student))
            for student in same:
                is_out = Standing.of(book.decisions(student.id)).withdrawn
                if student not in own and not is_out:
                    book.decide(_replaced(student.id, own[0].id))
            if not same:
                book.note_student(_named(Student(id=_id(person, column)), person.student))
    notes += [f"{name} is {count} students of the roster" for name, count in known.items()
              if count > 1]  # fmt: skip
    others = sorted(handed_in - known.keys())
    if others:
        notes.append(f"not in the roster: {shortlist(others, _MOST_NAMED)}")
    return notes


def _person(
    table: DownloadedSheet, head: list[str], names: list[str], row: list[str]
) -> Iterator[Person]:
    def cell(*columns: str) -> str:
        found = [table.cell(row, head.index(name)) for name in columns if name in head]
        return next(filter(None, found), "")

    role = re.sub(r"[^a-z]", "", cell(_ROLE).lower())
    ids = {name: _plain_id(cell(name)) for name in names if cell(name)}
    email = cell(*_EMAIL)
    if role not in _STUDENTS or not (ids or email) or "Points Possible" in table.cell(row, 0):
        return
    first, last = cell(*_FIRST), cell(*_LAST)
    full = cell(*(name for name in _NAME if name not in names))
    if full and not (first or last):
        family, comma, given = full.partition(", ")
        first, last = (given, family) if comma else ("", full)
    yield Person(ids, Student(id="", first_name=first, last_name=last, email=email))


def _plain_id(text: str) -> str:
    """An id without what Moodle (``Participant 12``) and Brightspace (``#12``) put before it."""
    return re.sub(r"^(Participant\s+|#)", "", text)


def _matches(people: Sequence[Person], students: Sequence[Student]) -> list[list[Student]]:
    """For each person the students of the gradebook who are the same."""
    by_key: dict[str, dict[str, Student]] = {}
    by_name: dict[frozenset[str], list[Student]] = {}
    for student in students:
        for key in {student.id.lower(), student.email.lower()} - {""}:
            by_key.setdefault(key, {})[student.id] = student
        by_name.setdefault(_words(student), []).append(student)
    names = Counter(_words(person.student) for person in people)
    found = []
    for person in people:
        same = {
            name: student for key in person.keys for name, student in by_key.get(key, {}).items()
        }
        name = _words(person.student)
        if not same and name and names[name] == len(by_name.get(name, [])) == 1:
            same = {student.id: student for student in by_name[name]}
        found.append([same[key] for key in sorted(same)])
    return found


def _words(student: Student) -> frozenset[str]:
    """The words of a name, in small letters, in whatever order."""
    return frozenset(f"{student.first_name} {student.last_name}".lower().replace(",", " ").split())


def _column(people: Sequence[Person], found: list[list[Student]]) -> str:
    """The column of ids by which most students were found; empty if none were."""
    hits = Counter(
        name
        for person, same in zip(people, found, strict=True)
        for name, text in person.ids.items()
        if any(student.id.lower() == text.lower() for student in same)
    )
    return hits.most_common(1)[0][0] if hits else ""


def _id(person: Person, column: str) -> str:
    return person.ids.get(column) or next(iter(person.ids.values()), person.student.email)


def _named(student: Student, named: Student) -> Student:
    """The student with the roster's name and address where it has them."""
    has_name = named.first_name or named.last_name
    return Student(
        id=student.id,
        first_name=named.first_name if has_name else student.first_name,
        last_name=named.last_name if has_name else student.last_name,
        email=named.email or student.email,
    )


def _replaced(name: str, other: str) -> Decision:
    why = f"the same student as {other}"
    return Decision(student=name, kind="withdrawn", text="yes", who=_WHO, why=why)
