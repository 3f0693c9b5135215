"""Whose work it is, when somebody tries to make it another's: each input with the right rows."""

from __future__ import annotations

import json
import os
import re
import socket
import struct
import tracemalloc
import unicodedata
import zipfile
import zlib
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import handed_in
import pytest
from click.testing import CliRunner
from handed_in import RIGHT, WRONG, book_of, written, zipped

from grader.commandline.main import main
from grader.gradebook import read_class
from grader.intake.collect import Collected, collect
from grader.intake.found_files import CollectError, UnreadableError
from grader.intake.zip_names import EncodingError

SUBMISSION = ":submitters:\n  - :name: {0}\n    :sid: {1}\n    :email: {1}@x.org\n"
FOR_ALICE = f"mallory:\n  {SUBMISSION.format('Alice', 'alice')}"
NFC, NFD = (unicodedata.normalize(form, "jörg") for form in ("NFC", "NFD"))


def collected(folder: Path, **options: Any) -> Collected:
    """What is found in a folder or zip."""
    with ExitStack() as opened:
        return collect([folder], opened, **options)


def assert_rows(expected: dict[str, str], folder: Path) -> Collected:
    """These students and no others have rows, with these files, or with these words in brackets."""
    whole = collected(folder)
    found = handed_in.found(whole)
    assert len(found) == len(whole.handed_in)
    assert set(expected) == set(found)
    for name, words in expected.items():
        if words.startswith("("):
            assert words.strip("()") in found[name]
            assert found[name].startswith("(")
        else:
            assert words == found[name]
    return whole


FOLDERS = {
    "platform's file in a folder": (
        {"alice/lab.py": "", "bob/lab.py": "", "mallory/submission_metadata.yml": FOR_ALICE},
        {
            "alice": "alice/lab.py",
            "bob": "bob/lab.py",
            "mallory": "(submission_metadata.yml is no notebook and no script)",
        },
    ),
    "platform's file deeper": (
        {"alice/lab.py": "", "mallory/alice/submission_metadata.yml": FOR_ALICE, "mallory/lab.py": ""},
        {"alice": "alice/lab.py", "mallory": "mallory/lab.py"},
    ),
    "platform's file of one student alone": (
        {"mallory/submission_metadata.yml": FOR_ALICE, "mallory/mallory/lab.py": ""},
        {"mallory": "mallory/mallory/lab.py"},
    ),
    "platform's file that is broken": (
        {"alice/lab.py": "", "mallory/lab.py": "", "mallory/submission_metadata.yml": "a: ["},
        {"alice": "alice/lab.py", "mallory": "mallory/lab.py"},
    ),
    "a long timestamp": (
        {"anna/lab.py": "", "mallory/lab.py": "", "mallory/timestamp.txt": "x" * 5000},
        {"anna": "anna/lab.py", "mallory": "mallory/lab.py"},
    ),
    "another's folder in one's own": (
        {"alice/lab.py": "", "mallory/alice/lab.py": "", "bob/lab.py": ""},
        {"alice": "alice/lab.py", "bob": "bob/lab.py", "mallory": "mallory/alice/lab.py"},
    ),
    "numeric folders, Canvas's name within": (
        {"1001/lab.py": "", "1002/eve_1001_5_lab.py": ""},
        {"1001": "1001/lab.py", "1002": "1002/eve_1001_5_lab.py"},
    ),
    "numeric folders, Moodle's name within": (
        {"1001/lab.py": "", "1002/A_1001_assignsubmission_file/lab.py": ""},
        {"1001": "1001/lab.py", "1002": "1002/A_1001_assignsubmission_file/lab.py"},
    ),
    "Moodle's mark in a Canvas class": (
        {"ann_9_5_lab.py": "", "eve_77_6_x_9_assignsubmission_file_lab.py": "", "bo_8_7_lab.py": ""},
        {
            "9": "ann_9_5_lab.py",
            "77": "eve_77_6_x_9_assignsubmission_file_lab.py",
            "8": "bo_8_7_lab.py",
        },
    ),
    "Canvas's numbers in a Moodle class": (
        {
            "Ann_9_assignsubmission_file_lab.py": "",
            "Eve_77_assignsubmission_file_x_9_5_lab.py": "",
        },
        {
            "9": "Ann_9_assignsubmission_file_lab.py",
            "77": "Eve_77_assignsubmission_file_x_9_5_lab.py",
        },
    ),
    "Canvas's numbers in every file of a Moodle class": (
        {
            "Ann_9_assignsubmission_file_week_1_2_lab.py": "",
            "Bo_8_assignsubmission_file_week_1_2_lab.py": "",
        },
        {
            "9": "Ann_9_assignsubmission_file_week_1_2_lab.py",
            "8": "Bo_8_assignsubmission_file_week_1_2_lab.py",
        },
    ),
    "one name of Canvas's kind among files of their own names": (
        {"ann.py": "", "bo.py": "", "eve_1_2_lab.py": ""},
        {"ann": "ann.py", "bo": "bo.py", "eve_1_2_lab": "eve_1_2_lab.py"},
    ),
    "one name of Moodle's kind among folders": (
        {"ann/lab.py": "", "bo/lab.py": "", "E_1_assignsubmission_file/lab.py": ""},
        {
            "ann": "ann/lab.py",
            "bo": "bo/lab.py",
            "E_1_assignsubmission_file": "E_1_assignsubmission_file/lab.py",
        },
    ),
    "folders and files that are not quite Moodle's": (
        {
            "Ann_9_assignsubmission_file/lab.py": "",
            "Bo_8_assignsubmission_file_/lab.py": "",
            "Cy_7_assignsubmission_file_lab.py": "",
            "Eve_9_assignsubmission_file_x/lab.py": "",
        },
        {
            "9": "Ann_9_assignsubmission_file/lab.py",
            "8": "Bo_8_assignsubmission_file_/lab.py",
            "7": "Cy_7_assignsubmission_file_lab.py",
            "Eve_9_assignsubmission_file_x": "(whose it is cannot be told)",
        },
    ),
    "another participant's folder in one's own": (
        {
            "Ann_9_assignsubmission_file/lab.py": "",
            "Eve_77_assignsubmission_file/Ann_9_assignsubmission_file/lab.py": "",
        },
        {
            "9": "Ann_9_assignsubmission_file/lab.py",
            "77": "Eve_77_assignsubmission_file/Ann_9_assignsubmission_file/lab.py",
        },
    ),
    "a name at Canvas that holds another's numbers": (
        {"ann_1001_5001_lab.py": "", "x_1001_5001_1003_5003_lab.py": "", "bo_8_7_lab.py": ""},
        {"1001": "(one student is named in 2 ways, ann, x)", "8": "bo_8_7_lab.py"},
    ),
    "an attempt with a number of 20 digits": (
        {"ann_1_2_lab.py": "", "eve_3_4_lab-99999999999999999999.py": ""},
        {"1": "ann_1_2_lab.py", "3": "eve_3_4_lab-99999999999999999999.py"},
    ),
    "a file with a number of 20 digits": (
        {"ann_1_2_lab.py": "", "bo_2_3_lab.py": "", f"eve_3_{'9' * 20}_lab.py": ""},
        {
            "1": "ann_1_2_lab.py",
            "2": "bo_2_3_lab.py",
            f"eve_3_{'9' * 20}_lab": "(whose it is cannot be told)",
        },
    ),
    "numbers that are longer than any": (
        {"ann_1_2_lab.py": "", "bo_2_3_lab.py": "", f"eve_{'9' * 40}_{'9' * 40}_lab.py": ""},
        {
            "1": "ann_1_2_lab.py",
            "2": "bo_2_3_lab.py",
            f"eve_{'9' * 40}_{'9' * 40}_lab": "(whose it is cannot be told)",
        },
    ),
    "a stray file of another's number in a Canvas class": (
        {"ann_1_2_lab.py": "", "bo_2_3_lab.py": "", "1.py": ""},
        {"1": "ann_1_2_lab.py", "2": "bo_2_3_lab.py", "1 (2)": "(whose it is cannot be told)"},
    ),
    "one name, composed and not": (
        {f"{NFC}/lab.py": "", f"{NFD}/lab.py": "", "ann/lab.py": ""},
        {NFC: r"(named in 2 ways, jo\u0308rg, j\xf6rg)", "ann": "ann/lab.py"},
    ),
    "a name that is not composed": ({f"{NFD}/lab.py": ""}, {NFC: f"{NFC}/lab.py"}),
    "codes for a terminal": (
        {"\x1b[2Janna/lab.py": "", "anna/lab\x07.py": ""},
        {r"\x1b[2Janna": r"\x1b[2Janna/lab.py", "anna": r"anna/lab\x07.py"},
    ),
    "a name from right to left": ({"\u202eanna/lab.py": ""}, {r"\u202eanna": r"\u202eanna/lab.py"}),
    "an escape and what it stands for": (
        {"a\x07/lab.py": "", r"a\x07/lab.py": ""},
        {r"a\x07": "(named in 2 ways)"},
    ),
    "a name of blanks": ({" /lab.py": "", "\u3000/lab.py": ""}, {" ": " /lab.py", r"\u3000": r"\u3000/lab.py"}),
    "names that begin alike and are long": (
        {f"{'a' * 200}1/lab.py": "", f"{'a' * 200}2/lab.py": ""},
        {
            f"{'a' * 108}~90c081e4224f": f"{'a' * 108}~90c081e4224f/lab.py",
            f"{'a' * 108}~abeea522b3dd": f"{'a' * 108}~abeea522b3dd/lab.py",
        },
    ),
    "a name in the way of a helper": (
        {"data/lab.py": "", "ann/lab.py": ""},
        {"data": "data/lab.py", "ann": "ann/lab.py"},
    ),
    "a folder that is called like a notebook": (
        {"ann/lab.py": "", "eve/lab.ipynb/data.txt": "", "eve/lab.py": "", "x.ipynb/lab.py": ""},
        {"ann": "ann/lab.py", "eve": "(it is a folder)", "x.ipynb": "x.ipynb/lab.py"},
    ),
    "hidden files alone": (
        {"ann/lab.py": "", "eve/.ipynb_checkpoints/lab.ipynb": "", "bo/.lab.py": ""},
        {
            "ann": "ann/lab.py",
            "eve": "(there is nothing in the folder)",
            "bo": "(there is nothing in the folder)",
        },
    ),
    "a zip for each": (
        {"ann.zip": "PK", "bo/hw.zip": "PK", "eve/lab.py": ""},
        {"ann": "(it cannot be read as a zip)", "bo": "(it cannot be read as a zip)", "eve": "eve/lab.py"},
    ),
    "folders one in another": (
        {"ann/lab.py": "", f"eve/{'d/' * 60}lab.py": ""},
        {"ann": "ann/lab.py", "eve": "(its folders lie more than 40 deep)"},
    ),
    "a wrapper that is called so": (
        {"submissions/ann/lab.py": "", "submissions/bo/lab.py": ""},
        {"ann": "ann/lab.py", "bo": "bo/lab.py"},
    ),
    "one student alone": (
        {"mallory/alice/lab.py": "", "mallory/bob/lab.py": ""},
        {"mallory": "(several files could be meant: mallory/alice/lab.py, mallory/bob/lab.py)"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FOLDERS)
def test_a_name_credits_nobody_else(tmp_path: Path, case: str) -> None:
    """Every student has a row, and nothing in one's own folder or file name moves another's."""
    files, expected = FOLDERS[case]
    assert_rows(expected, written(tmp_path / "week", files))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_what_is_no_file_is_a_row(tmp_path: Path) -> None:
    """Links, pipes, sockets and bytes that are no name are rows of those who handed them in."""
    names = ("ann/lab.py", "linked/readme.txt", "piped/readme.txt", "plugged/readme.txt")
    folder = written(tmp_path / "in", dict.fromkeys(names, ""))
    written(folder, {"both/lab.py": "", "both/readme.txt": ""})
    (tmp_path / "secret.py").write_text("answer = 42")
    (folder / "linked" / "lab.py").symlink_to(tmp_path / "secret.py")
    (folder / "both" / "copy.py").symlink_to(folder / "ann" / "lab.py")
    (folder / "ann2").symlink_to(folder / "ann")
    (folder / "nothing.py").symlink_to("nothing")
    os.mkfifo(folder / "piped" / "lab.py")
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(folder / "plugged" / "lab.py"))
    os.mkdir(os.fsencode(folder) + b"/b\xffo")  # noqa: PTH102 - bytes that are no text
    Path(os.fsdecode(os.fsencode(folder) + b"/b\xffo/lab.py")).write_text("")
    linked = "(it is a link, and links are not followed)"
    whole = assert_rows(
        {
            "ann": "ann/lab.py",
            "linked": linked,
            "both": "both/lab.py",
            "ann2": linked,
            "nothing": linked,
            "piped": "piped/lab.py",
            "plugged": "plugged/lab.py",
            r"b\udcffo": r"b\udcffo/lab.py",
        },
        folder,
    )
    for file in whole.handed_in:
        if file.submitter.student.id in ("piped", "plugged"):
            with pytest.raises(UnreadableError, match="it is not a regular file"):
                file.entry.read(10)
        elif not file.reason:
            assert b"" == file.entry.read(10)


def test_a_flood_of_files_is_one_row(tmp_path: Path) -> None:
    """Whoever hands in more files than anybody needs has a row, and the others are graded."""
    folder = written(tmp_path / "in", {"ann/lab.py": "", "eve/lab.py": "", "zoe/lab.py": ""})
    eve = os.open(folder / "eve", os.O_RDONLY)
    for number in range(10_001):
        os.close(os.open(f"{number}", os.O_CREAT, dir_fd=eve))
    os.close(eve)
    words = "(there are more than 10000 files in the folder)"
    assert_rows({"ann": "ann/lab.py", "eve": words, "zoe": "zoe/lab.py"}, folder)


def test_a_path_that_is_too_long_is_one_row(tmp_path: Path) -> None:
    """A path of more than 4,096 bytes is a row, and the others are graded."""
    folder = written(tmp_path / "in", {"ann/lab.py": "", "eve/readme.txt": ""})
    here = os.open(folder / "eve", os.O_RDONLY)
    for _ in range(30):
        os.mkdir("d" * 200, dir_fd=here)
        inner = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    assert_rows({"ann": "ann/lab.py", "eve": "(File name too long)"}, folder)


# ---------------------------------------------------------------- zips

ZIPS = {
    "a way out to another": (
        {"ann/lab.py": "", "../ann/lab.py": "x", "bo/lab.py": "", "/bo/lab.py": "x"},
        {"ann": "ann/lab.py", "ann (2)": "(leads out)", "bo": "bo/lab.py", "bo (2)": "(leads out)"},
    ),
    "a network's path": (
        {"ann/lab.py": "", "//unc/x.py": "", "\\\\unc2\\x.py": ""},
        {"ann": "ann/lab.py", "unc": "(leads out)", "unc2": "(leads out)"},
    ),
    "a drive": (
        {"ann/lab.py": "", "C:x.py": "", "D:\\y\\x.py": ""},
        {"ann": "ann/lab.py", "C:x": "(leads out)", "y": "(leads out)"},
    ),
    "one name twice": (
        {"ann/lab.py": "", "ann\\lab.py": "", "bo/lab.py": ""},
        {"ann": "(several files could be meant: ann/lab.py, ann/lab.py)", "bo": "bo/lab.py"},
    ),
    "a folder with nothing in it": (
        {"ann/lab.py": "", "bo/": "", "eve/lab.ipynb/": ""},
        {
            "ann": "ann/lab.py",
            "bo": "(there is nothing in the folder)",
            "eve": "(there is nothing in the folder)",
        },
    ),
    "a name of dots": (
        {"ann/lab.py": "", "./bo/./lab.py": "", "...": "", "eve/..": ""},
        {"ann": "ann/lab.py", "bo": "bo/lab.py", "eve": "(leads out)"},
    ),
    "a name of many folders": (
        {"ann/lab.py": "", f"eve/{'d/' * 2000}lab.py": ""},
        {"ann": "ann/lab.py", "eve": "(its folders lie more than 40 deep)"},
    ),
    "a name that is too long": (
        {"ann/lab.py": "", f"{'d/' * 3000}lab.py": ""},
        {"ann": "ann/lab.py", "d": "(empty or too long)"},
    ),
    "a folder around two": (
        {"week/ann/lab.py": "", "week/bo/lab.py": ""},
        {"ann": "ann/lab.py", "bo": "bo/lab.py"},
    ),
    "one student's folder": (
        {"ann/lab.ipynb": "", "ann/help.py": "", "ann/data/x.csv": ""},
        {"ann": "ann/lab.ipynb"},
    ),
}


@pytest.mark.parametrize("case", ZIPS)
def test_a_name_in_a_zip_credits_nobody_else(tmp_path: Path, case: str) -> None:
    """A name in a zip that leads elsewhere is a row of its own and moves nobody's."""
    files, expected = ZIPS[case]
    assert_rows(expected, zipped(tmp_path / "class.zip", files))


def raw_zip(path: Path, *files: tuple[bytes, int, int], extra: bytes = b"") -> Path:
    """A zip written by hand: by the file its name's bytes, its flags and where its content lies."""
    content, listed = b"", b""
    for name, flags, at in files:
        head = struct.pack("<HHHHHIIIHH", 20, flags, 0, 0, 0, 0, 0, 0, len(name), 0)
        begins = at if at >= 0 else len(content)
        content += b"" if at >= 0 else b"PK\3\4" + head + name
        listed += (
            b"PK\1\2" + struct.pack("<H", 20) + head[:-2] + struct.pack("<H", len(extra))
            + struct.pack("<HHHII", 0, 0, 0, 0, begins)
        )  # fmt: skip
        listed += name + extra
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(listed), len(content), 0)
    path.write_bytes(content + listed + b"PK\5\6" + end)
    return path


def test_names_in_a_zip_are_bytes(tmp_path: Path) -> None:
    """A name that is no UTF-8 although it says so is one file's, and no other's."""
    path = raw_zip(
        tmp_path / "class.zip",
        (b"ann/lab.py", 0, -1),
        (b"b\xffo/lab.py", 0x800, -1),
        ("jörg/lab.py".encode(), 0, -1),
        ("Jürg/lab.py".encode(), 0x800, -1),
        (b"nul\0l/lab.py", 0, -1),
    )
    whole = assert_rows(
        {
            "ann": "ann/lab.py",
            "b\N{NO-BREAK SPACE}o".replace("\N{NO-BREAK SPACE}", r"\xa0"): r"b\xa0o/lab.py",
            "jörg": "jörg/lab.py",
            "Jürg": "Jürg/lab.py",
            r"nul\x00l": r"nul\x00l/lab.py",
        },
        path,
    )
    assert 5 == len(whole.handed_in)
    assert [r"(such as b\xa0o/lab.py)"] == re.findall(r"\(such as .*?\)", "".join(whole.notes))
    with ExitStack() as opened:
        assert [b""] * 5 == [file.entry.read(10) for file in collect([path], opened).handed_in]


@pytest.mark.parametrize(
    ("name", "encoding"),
    [("王小明", "gbk"), ("山田ソ", "cp932"), ("김철수", "cp949"), ("陳大文", "big5"), ("Łukasz", "cp852"),
     ("Иван", "cp866"), ("Söğüt", "cp857"), ("jörg müller", "cp850"), ("Жак", "koi8-r")],
)  # fmt: skip
def test_names_in_a_zip_of_another_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    """A name that is no UTF-8 is in the encoding that is named, or else an instructor is told."""
    raw = f"{name}/lab.py".encode(encoding)
    path = raw_zip(tmp_path / "class.zip", (b"ann/lab.py", 0, -1), (raw, 0, -1))
    assert {"ann", name} == set(handed_in.found(named := collected(path, encoding=encoding)))
    assert () == named.notes
    (note,) = collected(path).notes
    assert "not in UTF-8: 1 (such as " in note
    assert "--zip-names" in note


def test_names_that_are_in_no_encoding_named(tmp_path: Path) -> None:
    """A name that does not fit the encoding named is told of; one that there is not is refused."""
    path = raw_zip(tmp_path / "class.zip", (b"b\xffo/lab.py", 0, -1))
    (note,) = collected(path, encoding="gbk").notes
    assert "not in UTF-8 nor in gbk: 1" in note
    for encoding in ("klingon", "rot13", "undefined"):
        with pytest.raises(EncodingError, match="there is no encoding"):
            collected(path, encoding=encoding)


@pytest.mark.parametrize(
    ("version", "of", "student"),
    [(1, "right", "王小明"), (1, "wrong", "═⌡╨í├≈"), (2, "right", "═⌡╨í├≈"), (None, "", "═⌡╨í├≈")],
)
def test_the_unicode_path_of_a_name(
    tmp_path: Path, version: int | None, of: str, student: str
) -> None:
    """A zip's field with a name in UTF-8 counts if it is whole and stands for this very name."""
    raw = "王小明/lab.py".encode("gbk")
    words = "王小明/lab.py".encode()
    checksum = zlib.crc32(raw if of == "right" else b"another")
    field = b"" if version is None else struct.pack("<BI", version, checksum) + words
    extra = struct.pack("<HH", 0x7075, len(field) or 99) + field
    if version is None:
        extra = struct.pack("<HHB", 0x7075, 1, 1)
    path = raw_zip(tmp_path / "class.zip", (raw, 0, -1), extra=extra)
    assert {student} == set(handed_in.found(collected(path)))


def test_a_folder_that_may_lie_around_the_class(tmp_path: Path) -> None:
    """Where one folder has all files deeper down, it is said how it was read and what to add."""
    files = {"tree/jane/lab.py": ""}
    for path in (zipped(tmp_path / "class.zip", {**files}), written(tmp_path / "week", files)):
        whole = collected(path)
        assert {"tree": "tree/jane/lab.py"} == handed_in.found(whole)
        (note,) = whole.notes
        assert "one folder, tree, which is taken for a student's" in note
        pattern = re.compile(note.partition("--pattern ")[2].strip("'"))
        assert {"jane": "tree/jane/lab.py"} == handed_in.found(collected(path, pattern=pattern))
    assert () == collected(zipped(tmp_path / "jane.zip", {"jane/week/lab.py": ""})).notes
    assert () == collected(written(tmp_path / "one", {"jane/lab.py": ""})).notes


def test_files_upon_each_other_are_not_read(tmp_path: Path) -> None:
    """Of a zip in which names share a content each such name is a row with that reason."""
    path = tmp_path / "class.zip"
    zipped(path, {"ann/lab.py": "", "eve1/lab.py": "x" * 10_000, "eve2/lab.py": "y" * 10_000})
    with zipfile.ZipFile(path) as archive:
        first, second = (archive.getinfo(f"eve{n}/lab.py").header_offset for n in (1, 2))
    content = bytearray(path.read_bytes())
    at = content.rindex(b"PK\1\2", 0, content.rindex(b"eve2/lab.py"))
    assert second == struct.unpack_from("<I", content, at + 42)[0]
    struct.pack_into("<I", content, at + 42, first)
    path.write_bytes(content)
    shared = "(its content in the zip is another file's, too)"
    assert_rows({"ann": "ann/lab.py", "eve1": shared, "eve2": shared}, path)


def test_what_would_unpack_without_a_limit(tmp_path: Path) -> None:
    """Only what is stored or deflated is unpacked, and no further than the limit."""
    path = zipped(tmp_path / "class.zip", {"ann/lab.py": "x = 1", "deep/lab.py": "0" * (1 << 22)})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("bz2/lab.py", "0" * (1 << 22), zipfile.ZIP_BZIP2)
        archive.writestr("lzma/lab.py", "0" * (1 << 22), zipfile.ZIP_LZMA)
    packed = "(it is packed in a way that is not read)"
    expected = {"ann": "ann/lab.py", "deep": "deep/lab.py", "bz2": packed, "lzma": packed}
    assert_rows(expected, path)
    content = path.read_bytes().replace(struct.pack("<I", 1 << 22), struct.pack("<I", 100))
    path.write_bytes(content)  # it says that it is small
    with ExitStack() as opened:
        files = {file.submitter.student.id: file for file in collect([path], opened).handed_in}
        with pytest.raises(UnreadableError, match="damaged"):
            files["deep"].entry.read(1 << 20)
        assert b"x = 1" == files["ann"].entry.read(1 << 20)


def test_many_names_that_lead_out(tmp_path: Path) -> None:
    """Names that lead out are rows up to a thousand; more of them are counted."""
    path = raw_zip(tmp_path / "class.zip", (b"ann/lab.py", 0, -1), *[(b"../x.py", 0, -1)] * 3000)
    whole = collected(path)
    assert 1001 == len(whole.handed_in)
    assert 2000 == whole.ignored
    assert "ann/lab.py" == handed_in.found(whole)["ann"]


def test_what_is_handed_out_is_nobodys_work_at_canvas(tmp_path: Path) -> None:
    """A module of the assignment that a student hands in, too, is not a second submission."""
    files = {"ann_1_2_lab.py": "", "ann_1_3_autils.py": "", "bo_2_4_autils.py": ""}
    whole = collected(written(tmp_path, files), helpers=frozenset({"autils.py"}))
    found = handed_in.found(whole)
    assert "ann_1_2_lab.py" == found["1"]
    assert "there is no notebook and no script beside bo_2_4_autils.py" in found["2"]


def test_many_names_of_many_folders_take_little(tmp_path: Path) -> None:
    """Twice as many deep names take at most about twice the memory, which is not much more than they are."""
    peaks = []
    for count in (1000, 2000):
        deep = {f"eve/{number}/{'d/' * 1500}lab.py": "" for number in range(count)}
        path = zipped(tmp_path / f"{count}.zip", {"ann/lab.py": "", **deep})
        tracemalloc.start()
        collected(path)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2.5 * peaks[0]
    assert peaks[1] < 20 * path.stat().st_size


@pytest.mark.parametrize("count", [200_001, 800_000])
def test_a_list_of_too_many_files(tmp_path: Path, count: int) -> None:
    """A zip that lists more files than anybody hands in is refused before they are taken up."""
    path = tmp_path / "class.zip"
    record = b"PK\1\2" + bytes(24) + struct.pack("<H", 1) + bytes(16) + b"a"
    end = struct.pack("<HHHHIIH", 0, 0, 1, 1, len(record) * count, 0, 0)
    path.write_bytes(record * count + b"PK\5\6" + end)
    with ExitStack() as opened, pytest.raises(CollectError, match=r"more than 200000|too long"):
        collect([path], opened)


# ---------------------------------------------------------------- what platforms put beside

FOLDERS_OF_TWO = {"submission_1/lab.py": "", "submission_2/lab.py": ""}
BY_FOLDERS = {
    "submission_1": "submission_1/lab.py",
    "submission_2": "submission_2/lab.py",
}
TWO = (
    "submission_1:\n  :submitters:\n  - :name: Ann\n    :sid: 0012\n    :email: a@x.org\n"
    "  :created_at: 2026-11-02 18:40:24.540461000 Z\n  :results:\n    output: |\n"
    "      submission_2:\n        :submitters: []\n"
    "submission_2:\n  :submitters:\n  - :name: Bo\n    :sid: {sid}\n    :email: {email}\n"
)
METADATA = {
    "as Gradescope writes it": (
        TWO.format(sid="'13'", email="b@x.org"),
        {"0012": "submission_1/lab.py", "13": "submission_2/lab.py"},
        "",
    ),
    "without a number": (
        TWO.format(sid="", email="b@x.org"),
        {"0012": "submission_1/lab.py", "b@x.org": "submission_2/lab.py"},
        "",
    ),
    "the same number twice": (
        TWO.format(sid="0012", email="b@x.org"),
        {"0012": "(named in 2 ways, Ann in submission_1, Bo in submission_2)"},
        "",
    ),
    "a number beyond all": (
        TWO.format(sid="9" * 50, email="b@x.org"),
        {"0012": "submission_1/lab.py", "9" * 50: "submission_2/lab.py"},
        "",
    ),
    "a name that is code for a terminal": (
        TWO.format(sid='"\\e[2J\\u202e"', email=""),
        {"0012": "submission_1/lab.py", r"\x1b[2J\u202e": "submission_2/lab.py"},
        "",
    ),
    "no list of submitters": (
        TWO.format(sid="1", email="b") + "submission_3:\n  :submitters: abc\n",
        {"0012": "submission_1/lab.py", "1": "submission_2/lab.py"},
        "",
    ),
    "an alias for submitters": (
        TWO.format(sid="&a 1", email="*a") + "submission_9: *a\n",
        {"0012": "submission_1/lab.py", "1": "submission_2/lab.py"},
        "",
    ),
    "said twice": (
        TWO.format(sid="1", email="b") * 2,
        BY_FOLDERS,
        "",
    ),
    "no YAML": ("a: [", BY_FOLDERS, "it is no YAML"),
    "no mapping": ("- a\n- b\n", BY_FOLDERS, "does not begin with the name of a folder"),
    "nothing": ("", BY_FOLDERS, "does not begin with the name of a folder"),
    "a date that is none": ("a: 2001-99-99\n", BY_FOLDERS, "names none of them"),
    "a text for submitters": ("alice:\n  :submitters: abc\n", BY_FOLDERS, "names none of them"),
    "brackets without end": ("[" * 200_000, BY_FOLDERS, "it is no YAML"),
    "brackets in a value": ("a: " + "[" * 200_000, BY_FOLDERS, "it is no YAML"),
    "aliases of aliases": (
        "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*{b}, *{b}]\n" for b, c in zip("abcdefghi", "bcdefghij")),
        BY_FOLDERS,
        "names none of them",
    ),
    "keys without end": ("".join(f"k{n}: 1\n" for n in range(100_000)), BY_FOLDERS, "names none"),
    "events without end": ("a: [" + "1," * 2_100_000 + "]", BY_FOLDERS, "too much in it"),
    "Latin 1": ("a: J\udcfcrg\n", BY_FOLDERS, "it is no YAML"),
}  # fmt: skip


@pytest.mark.parametrize("case", METADATA)
def test_the_platforms_own_file(tmp_path: Path, case: str) -> None:
    """It is read in one pass; where it cannot be used the folders say whose it is, and a note why."""
    text, expected, note = METADATA[case]
    folder = written(tmp_path / "week", FOLDERS_OF_TWO)
    (folder / "submission_metadata.yml").write_bytes(text.encode("utf-8", "surrogateescape"))
    whole = assert_rows(expected, folder)
    assert bool(note) == bool(whole.notes)
    assert not note or note in whole.notes[0]


def test_a_link_is_no_platforms_file(tmp_path: Path) -> None:
    """The platform's file is not read through a link either."""
    folder = written(tmp_path / "week", FOLDERS_OF_TWO)
    written(tmp_path, {"other.yml": TWO.format(sid="1", email="")})
    (folder / "submission_metadata.yml").symlink_to(tmp_path / "other.yml")
    assert "it is a link" in assert_rows(BY_FOLDERS, folder).notes[0]


def test_a_large_file_of_the_platforms(tmp_path: Path) -> None:
    """One that is larger than any class's is not read."""
    folder = written(tmp_path / "week", FOLDERS_OF_TWO)
    with (folder / "submission_metadata.yml").open("wb") as file:
        file.truncate(65 << 20)
    assert "it has 65 MB; 64 MB are allowed" in assert_rows(BY_FOLDERS, folder).notes[0]


def test_times_in_nbgraders_tree(tmp_path: Path) -> None:
    """Times count where nbgrader puts them; a damaged one is said, and costs its student the time."""
    time = "2026-11-02 15:58:23.948203 UTC"
    folder = written(
        tmp_path / "submitted",
        {
            "ann/ps1/lab.py": "",
            "ann/ps1/timestamp.txt": time,
            "bo/ps1/lab.py": "",
            "bo/ps1/timestamp.txt": "x" * 5000,
            "cy/ps1/lab.py": "",
            "cy/ps1/timestamp.txt": "9999-99-99",
            "eve/own/lab.py": "",
            "eve/own/timestamp.txt": time,
            "eli/lab.py": "",
            "eli/timestamp.txt": time,
            "fay/ps1/lab.py": "",
            "fay/own/timestamp.txt": time,
        },
    )
    whole = collected(folder)
    times = {file.submitter.student.id: file.submitter.handed_in for file in whole.handed_in}
    none = dict.fromkeys(("bo", "cy", "eli", "eve", "fay"), "")
    assert {"ann": "2026-11-02T15:58:23+00:00", **none} == times
    assert 2 == len(whole.notes)
    assert "bo/ps1/timestamp.txt is not used" in whole.notes[0]
    assert "cy/ps1/timestamp.txt is not used" in whole.notes[1]


def test_a_time_of_ones_own(tmp_path: Path) -> None:
    """Where the class is no tree of nbgrader's nobody gives the time of handing in oneself."""
    time = "2020-01-01 00:00:00 UTC"
    files = {"ann/lab.py": "", "bo/lab.py": "", "eve/x/lab.py": "", "eve/x/timestamp.txt": time}
    whole = collected(written(tmp_path / "week", files))
    assert ["", "", ""] == [file.submitter.handed_in for file in whole.handed_in]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("1_9_lab.py", "1_10_lab.py"), [(9, ""), (10, "")]),
        (
            ("1_9_lab.py", f"1_{'9' * 30}_lab.py"),
            [(9, "more than 18 digits"), (None, "9, is none")],
        ),
        ((f"1_{'9' * 30}_lab.py",), [(None, "")]),
    ],
)
def test_a_pattern_counts_within_bounds(tmp_path: Path, names: Any, expected: Any) -> None:
    """The number of an attempt has a length; where one is none, which is the last is a question."""
    pattern = re.compile(r"(?P<student_id>\d)_(?P<attempt>\d+)_(?P<file_id>.*)")
    whole = collected(written(tmp_path / "in", dict.fromkeys(names, "")), pattern=pattern)
    found = sorted(whole.handed_in, key=lambda file: len(file.entry.name))
    assert [number for number, _ in expected] == [file.submitter.attempt_number for file in found]
    for (_, words), file in zip(expected, found, strict=True):
        assert bool(words) == bool(file.reason)
        assert not words or "cannot be told which of 2 files is the last" in file.reason


def test_a_pattern_with_times_that_are_none(tmp_path: Path) -> None:
    """Two files whose times are not understood are a question, not an order by their names."""
    files = {"1 - Nov 9, 2026/lab.py": "", "1 - Nov 10, 2026/lab.py": "", "2 - Nov 9/lab.py": ""}
    pattern = re.compile(r"(?P<student_id>\d) - (?P<timestamp>[^/]+)/")
    whole = collected(written(tmp_path / "in", files), pattern=pattern)
    assert [True, True, False] == [bool(file.reason) for file in whole.handed_in]
    assert "its time, Nov 10, 2026, is not understood" in whole.handed_in[0].reason


# ---------------------------------------------------------------- through the command


def test_a_class_of_all_this_is_graded(tmp_path: Path) -> None:
    """Each has the marks of the own file, or a reason, and the others' files move none of them."""
    right, wrong = book_of(*RIGHT), book_of(*WRONG)
    folder = written(
        tmp_path / "week",
        {
            "ann/lab.ipynb": right,
            "bo/lab.ipynb": wrong,
            "eve/submission_metadata.yml": FOR_ALICE.replace("mallory", "ann"),
            "fay/lab.ipynb": right,
            "fay/timestamp.txt": "x" * 5000,
            "\x1b[2Jgus/lab.ipynb": wrong,
            "hal/lab.ipynb/readme": "",
            f"{NFC}/lab.ipynb": right,
            f"{NFD}/lab.ipynb": wrong,
        },
    )
    (folder / "ivy.ipynb").symlink_to(folder / "ann" / "lab.ipynb")
    book = tmp_path / "week.gradebook"
    result = CliRunner().invoke(main, [str(folder), "--book", str(book)])
    assert 2 == result.exit_code
    assert not {"\x1b", "Traceback"} & {*result.output.split(), *result.output}
    points = {row.student.id: row.points for row in read_class(book).rows}
    refused = dict.fromkeys(("eve", "hal", NFC, "ivy"))
    assert {"ann": 40, "bo": 0, "fay": 40, r"\x1b[2Jgus": 0, **refused} == points
    assert all(row.reason for row in read_class(book).rows if row.points is None)


def test_reports_are_files_of_their_own(tmp_path: Path) -> None:
    """Students whose names look like one file have a report each, and what is not used is said."""
    folder = written(
        tmp_path / "week",
        {
            "x?y/lab.ipynb": book_of(*RIGHT),
            "x*y/lab.ipynb": book_of(*WRONG),
            "Jane.Doe/lab.ipynb": book_of(*RIGHT),
            "jane.doe/lab.ipynb": book_of(*WRONG),
            "notes.txt": "",
        },
    )
    out = tmp_path / "{}.json"
    book = tmp_path / "week.gradebook"
    command = [str(folder), "--book", str(book), "--to", f"json={out}"]
    result = CliRunner().invoke(main, command)
    assert 0 == result.exit_code
    assert "files that are nobody's work: 1 (notes.txt)" in result.stderr
    totals = [json.loads(path.read_text())["total"] for path in tmp_path.glob("*.json")]
    assert [0, 0, 40, 40] == sorted(total["earned"] + total["extra_earned"] for total in totals)


def test_a_pattern_with_one_name_in_two_ways(tmp_path: Path) -> None:
    """Two spellings of one name are a question with a pattern, too."""
    pattern = re.compile(r"(?P<student_id>[^/]+)/")
    files = {f"{NFC}/lab.py": "", f"{NFD}/lab.py": "", "ann/lab.py": ""}
    whole = collected(written(tmp_path / "in", files), pattern=pattern)
    assert ["", True, True] == [
        file.reason and "one student is named in 2 ways" in file.reason for file in whole.handed_in
    ]
