"""A class of 60 with every kind of trouble at once, as each platform gives it out.

Each student has a name of another kind and hands in what students do: renamed and packed files,
second notebooks, web pages, other encodings, empty files. The same class is written as downloads of
eleven platforms, by their documented names, and graded. Told are rows that are missing or too many,
marks that are wrong, and sheets that were not filled. The exit code is 1 if there are any.

    .venv/bin/python benchmarks/class_of_60.py
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import time
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.gradebook import read_class

ROOT = Path(__file__).resolve().parents[1]
GRADER = Path(sys.executable).with_name("grader")
LAB = "C2_W1_Assignment.ipynb"
SCRIPT = LAB.replace(".ipynb", ".py")
STUDENTS = 60
DENSE = "import numpy as np\ndef my_dense(a_in, W, b, g):\n    return g(np.matmul(a_in, W) {} b)"
RIGHT, WRONG = DENSE.format("+"), DENSE.format("-")
FULL, NONE, ROW = 30, 0, None  # points of my_dense alone, or a row without points


def notebook(*cells: str, **more: object) -> str:
    """A notebook with these cells of code."""
    made = [{"cell_type": "code", "source": cell, "metadata": {}, "outputs": []} for cell in cells]
    return json.dumps(
        {"cells": made, "metadata": {}, "nbformat": 4, "nbformat_minor": 4, **more},
        ensure_ascii=False,
    )


def packed(files: dict[str, str]) -> bytes:
    """A zip with these files."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """A packed tar with these files."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w:gz") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text))
    return content.getvalue()


GOOD, BAD = notebook(RIGHT), notebook(WRONG)
# What a student hands in, and what it is worth: FULL, NONE, or ROW for a reason instead of points.
TROUBLES: tuple[tuple[dict[str, str | bytes], int | None], ...] = (
    ({LAB: GOOD}, FULL),
    ({LAB: BAD}, NONE),
    ({"lab.ipynb": GOOD}, FULL),
    ({f"{LAB}.txt": GOOD}, FULL),
    ({f"{LAB}.json": GOOD}, FULL),
    ({LAB.replace(".ipynb", ".IPYNB"): GOOD}, FULL),
    ({LAB: GOOD, "Untitled.ipynb": BAD}, FULL),
    ({LAB: GOOD, "C2_W1_Assignment-Copy1.ipynb": BAD}, FULL),
    ({LAB: GOOD, "notes.txt": "x", "plot.png": b"\x89PNG"}, FULL),
    ({"a.ipynb": GOOD, "b.ipynb": BAD}, ROW),
    ({SCRIPT: RIGHT}, FULL),
    ({LAB: GOOD, SCRIPT: WRONG}, FULL),
    ({SCRIPT: f"# -*- coding: latin-1 -*-\n# Zoé\n{RIGHT}".encode("latin-1")}, FULL),
    ({LAB: notebook(f"# Zoé\n{RIGHT}").encode("cp1252")}, ROW),
    ({LAB: b"\xef\xbb\xbf" + GOOD.encode()}, FULL),
    ({LAB: GOOD.replace("\n", "\r\n")}, FULL),
    ({LAB: ""}, ROW),
    ({LAB: "<!DOCTYPE html><html><body>lab</body></html>"}, ROW),
    ({LAB: "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"}, ROW),
    ({LAB: GOOD[:50]}, ROW),
    ({LAB: "[]"}, ROW),
    ({LAB: notebook(f"%%capture\n%%time\n{RIGHT}")}, FULL),
    ({LAB: notebook(f"%%ipytest\n{RIGHT}")}, NONE),
    ({LAB: notebook("%%writefile mine.py\n" + RIGHT, "from mine import my_dense")}, FULL),
    ({LAB: notebook("from tqdm import tqdm", RIGHT)}, FULL),
    ({LAB: notebook(RIGHT, metadata={"language_info": {"name": "python", "version": "3.13.1"}})},
     FULL),
    ({LAB: notebook("import os, sys\nsys.exit(0)", RIGHT)}, FULL),
    ({LAB: notebook("x = 1\nraise ValueError('no')", RIGHT)}, FULL),
    ({LAB: notebook(RIGHT.replace("import numpy as np\n", ""))}, NONE),
    ({LAB: GOOD.replace('"outputs": []', '"outputs": null')}, FULL),
    ({"hw.zip": packed({f"week/{LAB}": GOOD, f"__MACOSX/week/._{LAB}": "x"})}, FULL),
    ({"hw.tar.gz": tarred({LAB: GOOD.encode()})}, FULL),
    ({"hw.zip": packed({"readme.txt": "x"})}, ROW),
    ({"hw.zip": b"PK\3\4 broken"}, ROW),
    ({LAB: GOOD, "hw.zip": packed({LAB: BAD})}, FULL),
    ({"report.pdf": b"%PDF"}, ROW),
    ({"hw.rar": b"Rar!"}, ROW),
    ({LAB: notebook("# %% пример 中文 🎉", RIGHT)}, FULL),
    ({"лаб работа (1).ipynb": GOOD}, FULL),
    ({"week-2.ipynb": GOOD}, FULL),
)  # fmt: skip
NAMES = (
    "Jane Doe", "Bo Li", "Jörg Müller", unicodedata.normalize("NFD", "Jürgen Öztürk"), "सिंह अमित",
    "สมชัย ใจดี", "王小明", "محمد علي", "Sean O'Neil", "Anne-Marie Roe", "Łukasz Żak", "Иван Петров",
    "김철수", "Søren Ångström", "José de la Cruz", "Nguyễn Thị Ánh", "Björk", "X Æ", "İpek Gök",
    "Dr. Ada van der Berg", "Ana Maria Pérez Gómez de la Torre y Castro", "山田太郎",
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A student of the class: a number, a name, and what was handed in."""

    number: int
    name: str
    files: dict[str, str | bytes]
    points: int | None

    @property
    def user(self) -> str:
        """What the student is called where names are plain."""
        return f"user{self.number}"


def the_class() -> list[Person]:
    """Sixty students: each trouble at least once, each kind of name at least twice."""
    people = []
    for number in range(STUDENTS):
        files, points = TROUBLES[number % len(TROUBLES)]
        name = f"{NAMES[number % len(NAMES)]} {chr(65 + number // len(NAMES))}"
        people.append(Person(1000 + number, name, files, points))
    return people


Download = Iterator[tuple[str, str | bytes]]
ZONED = "2026-11-01 10:05:00 UTC"


def canvas(people: list[Person]) -> Download:
    """Canvas, Download Submissions; the name without what is no letter, some late."""
    for person in people:
        letters = re.sub(r"[\s'.-]", "", person.name).lower()
        late = "_LATE" if person.number % 3 == 0 else ""
        for count, (name, content) in enumerate(person.files.items()):
            yield f"{letters}{late}_{person.number}_{person.number * 10 + count}_{name}", content


def moodle(people: list[Person]) -> Download:
    """Moodle, Download all submissions in folders, with feedback that was given back."""
    for person in people:
        for name, content in person.files.items():
            yield f"{person.name}_{person.number}_assignsubmission_file/{name}", content
        if person.number % 4 == 0:
            yield f"{person.name}_{person.number}_assignfeedback_file/{LAB}", BAD


def gradescope(people: list[Person]) -> Download:
    """Gradescope, Export Submissions."""
    lines = []
    for person in people:
        folder = f"submission_{person.number * 7}"
        lines.append(
            f"{folder}:\n  :submitters:\n  - :name: {json.dumps(person.name)}\n"
            f"    :sid: '{person.number}'\n    :email: {person.user}@x.org\n"
            f"  :created_at: {ZONED}\n"
        )
        for name, content in person.files.items():
            yield f"assignment_5_export/{folder}/{name}", content
    yield "assignment_5_export/submission_metadata.yml", "---\n" + "".join(lines)


def brightspace(people: list[Person]) -> Download:
    """Brightspace, download of submissions; every third had handed in before."""
    yield "index.html", "<html></html>"
    for person in people:
        for name, content in person.files.items():
            yield f"{person.number}-99 - {person.name} - Nov 10, 2026 1005 AM/{name}", content
        if person.number % 3 == 0:
            yield f"{person.number}-99 - {person.name} - Nov 9, 2026 1105 PM/{LAB}", BAD


def blackboard(people: list[Person]) -> Download:
    """Blackboard, Assignment File Download; every third had handed in before."""
    for person in people:
        start = f"Lab 1_{person.user}_attempt_2026-11-02-10-00-00"
        yield f"{start}.txt", f"Name: {person.name}"
        for name, content in person.files.items():
            yield f"{start}_{name}", content
        if person.number % 3 == 0:
            yield f"Lab 1_{person.user}_attempt_2026-11-01-23-00-00_{LAB}", BAD


def ilias(people: list[Person]) -> Download:
    """ILIAS, download of submissions."""
    for person in people:
        first, _, last = person.name.partition(" ")
        for name, content in person.files.items():
            yield f"Lab_1/Abgaben/{last}_{first}_{person.user}_{person.number}/{name}", content


def github_classroom(people: list[Person]) -> Download:
    """GitHub Classroom, cloned; what students begin with lies in each."""
    for person in people:
        yield f"lab-1-submissions/lab-1-{person.user}/README.md", "x"
        yield f"lab-1-submissions/lab-1-{person.user}/.git/HEAD", "ref: refs/heads/main"
        for name, content in person.files.items():
            yield f"lab-1-submissions/lab-1-{person.user}/{name}", content


def nbgrader(people: list[Person]) -> Download:
    """The tree of nbgrader in which submissions lie."""
    for person in people:
        yield f"submitted/{person.user}/ps1/timestamp.txt", ZONED
        yield f"submitted/{person.user}/ps1/.ipynb_checkpoints/{LAB}", BAD
        for name, content in person.files.items():
            yield f"submitted/{person.user}/ps1/{name}", content


def zip_of_zips(people: list[Person]) -> Download:
    """A zip for each student, in one."""
    for person in people:
        inner = {name: content for name, content in person.files.items() if "hw." not in name}
        if inner:
            yield f"{person.user}.zip", packed(inner)  # type: ignore[arg-type]


def folders(people: list[Person]) -> Download:
    """A folder for each student."""
    for person in people:
        for name, content in person.files.items():
            yield f"class/{person.name}/{name}", content


def google_classroom(people: list[Person]) -> Download:
    """Google Classroom, copies for each student: notebooks alone."""
    for person in people:
        if list(person.files) == [LAB]:
            yield f"{person.name} - Lab 1.ipynb", person.files[LAB]


NUMBER: Callable[[Person], str] = lambda person: str(person.number)  # noqa: E731 - a column below
USER: Callable[[Person], str] = lambda person: person.user  # noqa: E731
NAME: Callable[[Person], str] = lambda person: unicodedata.normalize("NFC", person.name)  # noqa: E731
PLATFORMS = (
    (canvas, NUMBER, "zip"), (moodle, NUMBER, "zip"), (gradescope, NUMBER, "zip"),
    (brightspace, NUMBER, "folder"), (blackboard, USER, "zip"), (ilias, USER, "zip"),
    (github_classroom, USER, "folder"), (nbgrader, USER, "folder"), (zip_of_zips, USER, "zip"),
    (folders, NAME, "tar.gz"), (google_classroom, NAME, "zip"),
)  # fmt: skip


def written(place: Path, download: Download, kind: str) -> Path:
    """The download as a folder, a zip or a packed tar."""
    files = {name: text.encode() if isinstance(text, str) else text for name, text in download}
    path = place / ("class" if kind == "folder" else f"class.{kind}")
    if kind == "zip":
        path.write_bytes(packed(files))  # type: ignore[arg-type]
    elif kind == "tar.gz":
        path.write_bytes(tarred(files))
    for name, content in files.items() if kind == "folder" else ():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_bytes(content)
    return path


def sheet(people: list[Person], to: str, ids: Callable[[Person], str]) -> str:
    """An empty sheet of a platform with the class."""
    if to == "canvas":
        lines = ["Student,ID,SIS Login ID,Section,Neural Networks (5)", "Points Possible,,,,100"]
        return "\n".join([*lines, *(f'"{p.name}",{ids(p)},{p.user},S,' for p in people), ""])
    head = "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,"
    lines = [f"{head}Last modified (submission),Last modified (grade),Feedback comments"]
    rows = (f'Participant {ids(p)},"{p.name}",x@y,Submitted,,100,Yes,-,-,' for p in people)
    return "\n".join([*lines, *rows, ""])


def graded(path: Path, people: list[Person], ids: Callable[[Person], str]) -> list[str]:
    """What is wrong after grading a download."""
    book = path.with_name("class.gradebook")
    done = subprocess.run([GRADER, path, "--book", book, "--zone", "UTC"], capture_output=True,
                          text=True, check=False)  # fmt: skip
    if done.returncode not in (0, 2) or not book.exists():
        return [f"exit code {done.returncode}: {done.stderr[-300:]}"]
    rows = {row.student.id: row for row in read_class(book).rows}
    expected = {ids(person): person for person in people}
    faults = [f"no row: {expected[name].name} ({name})" for name in expected.keys() - rows.keys()]
    faults += [f"a row too many: {name}: {rows[name].reason}" for name in rows.keys() - expected]
    for name in rows.keys() & expected.keys():
        report, person = rows[name].report, expected[name]
        points = None if report is None or report.refused else report.total.sum
        wanted = person.points
        if wanted is ROW and "a later attempt" in rows[name].reason:
            wanted = NONE  # the attempt before, which could be graded, counts
        if points != wanted:
            found = f"{points} ({rows[name].reason})" if points is None else points
            faults.append(f"{name}: {found} points, not {wanted}: {list(person.files)}")
    for to in ("canvas", "moodle") if ids is NUMBER else ():
        (path.parent / "sheet.csv").write_text(sheet(people, to, ids), encoding="utf-8")
        column = ["--column", "Neural Networks (5)"] if to == "canvas" else []
        filled = path.parent / f"{to}.csv"
        done = subprocess.run(
            [GRADER, "export", book, "--to", f"{to}={filled}", "--sheet",
             path.parent / "sheet.csv", *column], capture_output=True, text=True, check=False,
        )  # fmt: skip
        marks = sum(row.points is not None for row in rows.values())
        if f"{marks} of {len(people)} students have points" not in done.stdout:
            faults.append(f"{to}: {done.stdout}{done.stderr}".strip())
    return faults


def main() -> int:
    """Grade the class as each platform gives it out."""
    wrong = 0
    for platform, ids, kind in PLATFORMS:
        people = the_class()
        if platform is google_classroom:
            people = [person for person in people if list(person.files) == [LAB]]
        if platform is zip_of_zips:  # an archive in a student's archive is not looked into
            people = [p for p in people if any("hw." not in name for name in p.files)]
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as place:
            faults = graded(written(Path(place), platform(people), kind), people, ids)
        words = f"{len(people)} students, {len(faults)} wrong, {time.monotonic() - began:.0f} s"
        print(f"{platform.__name__:<18}{kind:<8}{words}", flush=True)
        for fault in faults:
            print(f"    {fault}", flush=True)
        wrong += len(faults)
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
