"""What platforms give out, by their documented rules: whose each file is, and which attempt."""

from __future__ import annotations

import gzip
import io
import os
import re
import subprocess
import sys
import tarfile
from contextlib import ExitStack
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from handed_in import found, written, zipped

from grader.intake.collect import Collected, collect
from grader.intake.found_files import CollectError
from grader.intake.platforms.brightspace import brightspace

STAMP = "2026-11-0{}-10-00-00"


def collected(*paths: Path, **options: Any) -> Collected:
    """What is found in folders and archives."""
    with ExitStack() as opened:
        return collect(paths, opened, **options)


def attempts(whole: Collected) -> dict[str, list[tuple[str, str]]]:
    """By the student, of each attempt the time and the file, or the reason in brackets."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for file in whole.handed_in:
        words = f"({file.reason})" if file.reason else file.submitter.file
        rows.setdefault(file.submitter.student.id, []).append((file.submitter.handed_in, words))
    return rows


CLASSES = {
    "Blackboard": (
        [
            f"Lab_1_jdoe_attempt_{STAMP.format(1)}.txt",
            f"Lab_1_jdoe_attempt_{STAMP.format(1)}_my_attempt_2026-11-09-10-00-00_lab.ipynb",
            f"Lab_1_bli_attempt_{STAMP.format(1)}_lab.ipynb",
            f"Lab_1_bli_attempt_{STAMP.format(2)}_lab.ipynb",
            f"Lab_1_nofile_attempt_{STAMP.format(1)}.txt",
        ],
        {
            "jdoe": [("2026-11-01T10:00:00", "my_attempt_2026-11-09-10-00-00_lab.ipynb")],
            "bli": [("2026-11-01T10:00:00", "lab.ipynb"), ("2026-11-02T10:00:00", "lab.ipynb")],
            "nofile": [
                ("2026-11-01T10:00:00", "(nothing but a text for Blackboard was handed in)")
            ],
        },
    ),
    "nbgrader's exchange": (
        [
            "jane+ps1+2026-11-01 10:00:00.123456 UTC/lab.ipynb",
            "jane+ps1+2026-11-02 10:00:00.123456 UTC+k3x/lab.ipynb",
            "bo+li@x.org+ps1+2026-11-01 11:00:00.5 UTC+k3y/lab.ipynb",
        ],
        {
            "jane": [
                ("2026-11-01T10:00:00+00:00", "lab.ipynb"),
                ("2026-11-02T10:00:00+00:00", "lab.ipynb"),
            ],
            "bo+li@x.org": [("2026-11-01T11:00:00+00:00", "lab.ipynb")],
        },
    ),
    "Brightspace": (
        [
            "index.html",
            "2345-6789 - Jane Doe - Nov 1, 2026 1005 AM/lab.ipynb",
            "2346-6789 - Bo Li - Nov 9, 2026 1007 AM/lab.ipynb",
            "2346-6789 - Bo Li - Nov 10, 2026 1107 PM/lab.ipynb",
        ],
        {
            "2345": [("2026-11-01T10:05:00", "lab.ipynb")],
            "2346": [("2026-11-09T10:07:00", "lab.ipynb"), ("2026-11-10T23:07:00", "lab.ipynb")],
        },
    ),
    "Brightspace without folders": (
        [
            "2345-6789 - Jane Doe - 9 November, 2026 1005 AM - lab - 2.ipynb",
            "2346-6789 - Bo - the second - Nov 9, 2026 1007 PM - lab.ipynb",
        ],
        {
            "2345": [("2026-11-09T10:05:00", "lab - 2.ipynb")],
            "2346": [("2026-11-09T22:07:00", "lab.ipynb")],
        },
    ),
    "Moodle with teams, texts and what was given back": (
        [
            "Team 1_77_assignsubmission_file/lab.ipynb",
            "Jane Doe_78_assignsubmission_file/lab.ipynb",
            "Jane Doe_78_assignfeedback_file/lab_with_remarks.ipynb",
            "Cy Roe_80_assignsubmission_file/lab.py",
            "Cy Roe_80_assignfeedback_file/lab.ipynb",
            "Di Roe_81_assignfeedback_file/lab.ipynb",
            "Bo Li_79_assignsubmission_onlinetext/onlinetext.html",
        ],
        {
            "77": [("", "lab.ipynb")],
            "78": [("", "lab.ipynb")],
            "79": [("", "(a text was typed in at Moodle, and no file was handed in)")],
            "80": [("", "lab.py")],
            "81": [("", "(it is what Moodle gave back, and nothing was handed in)")],
        },
    ),
    "ILIAS": (
        [
            "Exercise_1/Abgaben/Doe_Jane_j_doe_1234/lab.ipynb",
            "Exercise_1/Abgaben/Li_Bo_bli_1235/week/lab.ipynb",
            "Exercise_1/status.xlsx",
        ],
        {"j_doe": [("", "lab.ipynb")], "bli": [("", "lab.ipynb")]},
    ),
    "ILIAS with teams": (
        [
            "Exercise_1/Submissions/Team 12/Doe_Jane_jdoe_1234/lab.ipynb",
            "Exercise_1/Submissions/Team 13/Li_Bo_bli_1235/lab.ipynb",
        ],
        {"jdoe": [("", "lab.ipynb")], "bli": [("", "lab.ipynb")]},
    ),
    "Google Classroom": (
        ["Jane Doe - Lab - 1.ipynb", "Bo Li-Roe - Lab - 1.ipynb", "mine.ipynb"],
        {
            "Jane Doe": [("", "Jane Doe - Lab - 1.ipynb")],
            "Bo Li-Roe": [("", "Bo Li-Roe - Lab - 1.ipynb")],
            "mine": [("", "(whose it is cannot be told)")],
        },
    ),
    "Google Classroom with one name twice": (
        ["Jane Doe - Lab.ipynb", "Jane Doe - Lab (1).ipynb", "Bo Li - Lab.ipynb"],
        {
            "Jane Doe": [("", "(several files could be meant)")],
            "Bo Li": [("", "Bo Li - Lab.ipynb")],
        },
    ),
    "GitHub Classroom": (
        ["lab-1-submissions/lab-1-j-doe/lab.ipynb", "lab-1-submissions/lab-1-bli/lab.ipynb"],
        {"j-doe": [("", "lab.ipynb")], "bli": [("", "lab.ipynb")]},
    ),
    "Classroom 50": (
        [
            "cs-lab_submissions_2026_11_02_T_10_00_00/scores.csv",
            "cs-lab_submissions_2026_11_02_T_10_00_00/cs-lab-jdoe/lab.ipynb",
            "cs-lab_submissions_2026_11_02_T_10_00_00/cs-lab-bli/lab.ipynb",
        ],
        {"jdoe": [("", "lab.ipynb")], "bli": [("", "lab.ipynb")]},
    ),
    "nbgrader": (
        ["submitted/jane/ps1/lab.ipynb", "submitted/bo/ps1/lab.ipynb"],
        {"jane": [("", "lab.ipynb")], "bo": [("", "lab.ipynb")]},
    ),
    "titles before names are nobody's": (
        ["week 1 - jane.ipynb", "week 1 - bo.ipynb"],
        {
            "week 1 - jane": [("", "week 1 - jane.ipynb")],
            "week 1 - bo": [("", "week 1 - bo.ipynb")],
        },
    ),
}


@pytest.mark.parametrize("packed", ["folder", "zip", "tar.gz"])
@pytest.mark.parametrize("platform", CLASSES)
def test_a_platforms_download(tmp_path: Path, platform: str, packed: str) -> None:
    """Each student has a row for each attempt, in a folder as in an archive."""
    names, expected = CLASSES[platform]
    folder = written(tmp_path / "download", dict.fromkeys(names, "x"))
    path = folder
    if packed == "zip":
        path = zipped(tmp_path / "download.zip", dict.fromkeys(names, "x"))
    if packed == "tar.gz":
        path = tmp_path / "download.tar.gz"
        with tarfile.open(path, "w:gz") as archive:
            for name in names:
                archive.add(folder / name, name)
    rows = attempts(collected(path))
    assert set(expected) == set(rows)
    for student, files in expected.items():
        for (time, words), (expected_time, expected_words) in zip(
            sorted(rows[student]), files, strict=True
        ):
            assert expected_time == time
            assert words.startswith(expected_words.removesuffix(")"))


def test_two_users_whose_names_end_alike_are_a_question(tmp_path: Path) -> None:
    """Blackboard writes a "_" between title and user, and users may have one: nobody is merged."""
    names = [f"Lab_{user}_attempt_{STAMP.format(1)}_lab.ipynb" for user in ("a_1", "b_1", "c_2")]
    rows = found(collected(zipped(tmp_path / "a.zip", dict.fromkeys(names, "x"))))
    assert "one student is named in 2 ways" in rows["1"]
    assert names[2] == rows["2"]


def test_a_time_in_another_language_is_said(tmp_path: Path) -> None:
    """An attempt alone is graded with a note; of several none, since the last is not known."""
    names = [
        "1-9 - Bo Li - 9 novembre 2026 10 h 07/lab.ipynb",
        "2-9 - Jane Doe - 9 novembre 2026 10 h 07/lab.ipynb",
        "2-9 - Jane Doe - 10 novembre 2026 10 h 07/lab.ipynb",
    ]
    whole = collected(zipped(tmp_path / "a.zip", dict.fromkeys(names, "x")))
    rows = attempts(whole)
    assert [("", "lab.ipynb")] == rows["1"]
    assert all("cannot be told which of 2 attempts is the last" in words for _, words in rows["2"])
    assert any("9 novembre 2026 10 h 07, is not understood" in note for note in whole.notes)


@pytest.mark.parametrize(
    "name", ["2345-6789 - Jane - x/lab.ipynb", "2345 - Jane/lab.ipynb", "a.py"]
)
def test_other_names_are_not_brightspaces(name: str) -> None:
    """Without numbers, name and time a folder is none of Brightspace's."""
    assert None is brightspace(PurePosixPath(name))


# ---------------------------------------------------------------- archives


def tar(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    """A tar with these files."""
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode=mode) as archive:  # type: ignore[call-overload]
        for name, text in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text))
    return content.getvalue()


def zipped_bytes(folder: Path, files: dict[str, str | bytes]) -> bytes:
    """A zip with these files, as content of another."""
    return zipped(folder / "inner.zip", files).read_bytes()


def test_a_students_archive_is_looked_into(tmp_path: Path) -> None:
    """A zip or tar of a student is the student's, at each platform and without; one in it is not."""
    lab = zipped_bytes(tmp_path, {"week/lab.ipynb": "right", "__MACOSX/._lab.ipynb": "x"})
    for names in (
        {
            "jane.zip": lab,
            "bo.tgz": tar({"lab.ipynb": b"right"}),
            "cy.tar": tar({"a.py": b"right"}, "w"),
        },
        {"doejane_1_2_lab.zip": lab, "bo_2_3_hw.tar.gz": tar({"lab.ipynb": b"right"})},
        {
            "Jane Doe_1_assignsubmission_file/hw.zip": lab,
            "Bo_2_assignsubmission_file/lab.py": b"right",
        },
    ):
        for path in (
            zipped(tmp_path / "class.zip", {**names}),
            _folder(tmp_path / f"class of {next(iter(names))}", names),
        ):
            rows = collected(path).handed_in
            assert len(names) == len({file.submitter.student.id for file in rows})
            assert not any(file.reason for file in rows)


def _folder(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def test_what_lies_in_a_students_archive_is_read(tmp_path: Path) -> None:
    """The content is that of the file in the archive, and the path leads to it."""
    folder = _folder(
        tmp_path / "class",
        {
            "jane.zip": zipped_bytes(tmp_path, {"a/lab.ipynb": "zip"}),
            "bo.tgz": tar({"l.py": b"tar"}),
        },
    )
    with ExitStack() as opened:
        whole = collect([folder], opened)
        read = {
            file.submitter.student.id: (str(file.entry.path), file.entry.read(99))
            for file in whole.handed_in
        }
    assert {"jane": ("jane.zip/a/lab.ipynb", b"zip"), "bo": ("bo.tgz/l.py", b"tar")} == read


def test_an_archive_beside_a_notebook_is_not_meant(tmp_path: Path) -> None:
    """What lies beside a student's archive is graded, and not what lies in it."""
    old = zipped_bytes(tmp_path, {"lab.ipynb": "old"})
    folder = _folder(
        tmp_path / "class", {"jane/lab.ipynb": b"new", "jane/old.zip": old, "bo/l.py": b"x"}
    )
    assert {"jane": "jane/lab.ipynb", "bo": "bo/l.py"} == found(collected(folder))


def test_what_an_archive_of_a_student_may_try(tmp_path: Path) -> None:
    """Archives in archives, bombs, names that lead out, links and damage are rows with reasons."""
    link = io.BytesIO()
    with tarfile.open(fileobj=link, mode="w") as archive:
        member = tarfile.TarInfo("lab.ipynb")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(member)
    lab = zipped_bytes(tmp_path, {"lab.ipynb": "x"})
    bomb = gzip.compress(b"\0" * (300 << 20), 1)
    folder = _folder(
        tmp_path / "class",
        {
            "good/lab.ipynb": b"x",
            "deep.zip": zipped_bytes(tmp_path, {"inner.zip": lab}),
            "bomb.tar.gz": bomb,
            "out.zip": zipped_bytes(tmp_path, {"../../alice/lab.ipynb": "x"}),
            "link.tar": link.getvalue(),
            "bad.tar.gz": gzip.compress(b"no tar" * 999),
            "cut.tgz": tar({"lab.ipynb": os.urandom(9999)})[:2000],
            "text/notes.7z": b"x",
        },
    )
    rows = found(collected(folder))
    says = {
        "deep": "there is no notebook and no script in deep.zip",
        "bomb": "unpacks to more than the 256 MB allowed",
        "out": "leads out of the archive's folder",
        "link": "it is a link",
        "bad": "cannot be read as a tar",
        "cut": "cannot be read as a tar",
        "text": "notes.7z is an archive that is not looked into",
    }
    assert {"good", *says} == set(rows)
    assert "good/lab.ipynb" == rows["good"]
    for name, words in says.items():
        assert words in rows[name]


def test_folders_in_an_archive_are_nobodys_files(tmp_path: Path) -> None:
    """The folders that an archive lists beside the files in them are not counted as files."""
    path = tmp_path / "class.tar"
    with tarfile.open(path, "w") as archive:
        archive.add(_folder(tmp_path / "week", {"tree/jane/lab.ipynb": b"right"}) / "tree", "tree")
    with ExitStack() as opened:
        found = collect([path], opened, re.compile(r"tree/(?P<student_id>[^/]+)/"))
    assert (["jane"], 0) == ([file.submitter.student.id for file in found.handed_in], found.ignored)


def test_a_class_in_a_tar_that_is_none(tmp_path: Path) -> None:
    """A damaged tar is a sentence with its name."""
    path = tmp_path / "class.tar.gz"
    path.write_bytes(b"\x1f\x8b and no more")
    with pytest.raises(CollectError, match=r"class.tar.gz is not used: it cannot be read as a tar"):
        collected(path)


# ---------------------------------------------------------------- several that are named


@pytest.mark.parametrize("packed", [False, True])
def test_what_lies_beside_the_class_is_no_student(tmp_path: Path, packed: bool) -> None:
    """A text beside the folder that is called submissions does not make that folder a student."""
    names = ["submissions/jane/lab.ipynb", "submissions/bo/lab.ipynb", "readme.txt"]
    path = written(tmp_path / "top", dict.fromkeys(names, "x"))
    if packed:
        path = zipped(tmp_path / "top.zip", dict.fromkeys(names, "x"))
    assert {"jane", "bo"} == set(found(collected(path)))


def test_each_of_several_is_a_students(tmp_path: Path) -> None:
    """``grader jane/ bo.zip`` is Jane and Bo, not two attempts of somebody called lab."""
    folder = written(tmp_path / "jane", {"lab.ipynb": "x", "data/notes.txt": "x"})
    path = zipped(tmp_path / "bo.zip", {"lab.ipynb": "x"})
    assert {"jane": "lab.ipynb", "bo": "lab.ipynb"} == found(collected(folder, path))


def test_a_student_in_two_classes_is_said(tmp_path: Path) -> None:
    """Who is in two folders without a time has two attempts in the order in which they are named."""
    paths = [written(tmp_path / day, {"a/lab.py": day, "b/lab.py": day}) for day in ("tue", "mon")]
    whole = collected(*paths)
    assert ["tue", "mon"] == [
        file.entry.read(9).decode() for file in whole.handed_in if file.submitter.student.id == "a"
    ]
    assert any("handed in twice: 2 (such as a)" in note for note in whole.notes)


def test_names_do_not_depend_on_the_systems_language(tmp_path: Path) -> None:
    """A name in UTF-8 is the same name where the system knows ASCII alone."""
    folder = written(tmp_path / "class", {"小明/lab.py": "x", "小红/lab.py": "x", "jörg.py": "x"})
    code = (
        "import sys; from pathlib import Path; from contextlib import ExitStack\n"
        "from grader.intake.collect import collect\n"
        "with ExitStack() as kept:\n"
        "    for file in collect([Path(sys.argv[1])], kept).handed_in:\n"
        "        print(ascii(file.submitter.student.id))"
    )
    plain = {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PATH": os.environ["PATH"],
    }
    done = subprocess.run(
        [sys.executable, "-c", code, folder], env=plain, capture_output=True, text=True, check=True
    )
    assert sorted(map(ascii, ("小明", "小红", "jörg"))) == sorted(done.stdout.split())
