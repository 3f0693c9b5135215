"""A file's name for each student's report, which is nobody else's on any system."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grader.batch.report_names import report_names

DEVICES = ("con", "NUL", "com1", "lpt9", "aux.ipynb", "prn .txt", "COM¹")


@pytest.mark.parametrize(
    "students",
    [
        ("a/submit", "a_submit"),
        ("a\\submit", "a_submit", "a/submit"),
        ("x?y", "x*y", "x_y"),
        ("Jane", "jane", "JANE"),
        (unicodedata.normalize("NFC", "jörg"), unicodedata.normalize("NFD", "jörg")),
        ("straße", "STRASSE"),
        ("jane.", "jane ", "jane_"),
        (".jane", "_jane", "-jane"),
        ("a" * 300, "a" * 301, "a" * 150),
        ("ü" * 100, "ü" * 101),
        ("", "_", "."),
        ("jane\x1b[2J", "jane_[2J"),
        ("jane\u202e", "jane_"),
        ("a\udcff", "a_"),
        ("../../etc/passwd", ".._.._etc_passwd"),
        DEVICES,
        ("a_submit-d228b6bdec7f708c", "a/submit", "a_submit"),
    ],
)
def test_ids_become_files_of_their_own(tmp_path: Path, students: tuple[str, ...]) -> None:
    """Ids that look like one file, or like none, are as many files, here and on Windows."""
    names = report_names(students)
    assert list(students) == list(names)
    assert_names(names)
    for student, name in names.items():
        (tmp_path / f"{name}.json").write_text(student, encoding="utf-8", errors="replace")
    assert len(students) == len(list(tmp_path.iterdir()))


def test_an_id_that_is_a_name_stays() -> None:
    """An ordinary id is the file's name; what cannot be in one becomes a low line."""
    names = report_names(["jane.doe", "王小明", "1001", "O'Neil-Smith, Ané", "a/submit", "x:y"])
    assert ["jane.doe", "王小明", "1001", "O'Neil-Smith, Ané", "a_submit", "x_y"] == list(
        names.values()
    )


@given(st.lists(st.text(max_size=20) | st.sampled_from(DEVICES), max_size=8, unique=True))
@example(["a/b-0123456789abcdef", "a_b-0123456789abcdef"])
def test_no_two_ids_are_one_file(students: list[str]) -> None:
    """Whatever the ids are."""
    assert_names(report_names(students))


def assert_names(names: dict[str, str]) -> None:
    """They are distinct where capitals and accents are not told apart, and lead nowhere."""
    compared = {unicodedata.normalize("NFKC", name.casefold()) for name in names.values()}
    assert len(names) == len(compared)
    for name in names.values():
        assert 0 < len(name.encode()) <= 200
        assert not set('/\\:*?"<>|') & set(name)
        assert name.isprintable()
        assert name[0] not in ".- "
        assert name[-1] not in ". "
        assert name.partition(".")[0].strip().lower() not in ("con", "nul", "com1", "lpt9", "aux")
        assert Path(f"{name}.json").stem == name
