"""Times of handing in: what platforms write, zones that are said, and zones that are not."""

from __future__ import annotations

import re
from contextlib import ExitStack
from datetime import UTC
from pathlib import Path

import pytest
from click.testing import CliRunner
from handed_in import RIGHT, book_of, written

from grader.commandline.main import main
from grader.gradebook import read_class
from grader.gradebook.policy import in_zone
from grader.intake.collect import collect
from grader.intake.times import ZoneError, iso_time, zone_of

BLACKBOARD = r".*?_(?P<student_id>[^_]+)_attempt_(?P<timestamp>\d{4}(?:-\d\d){5})_(?P<file_id>.*)"


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-11-02 15:58:23.948203 UTC", "2026-11-02T15:58:23+00:00"),
        ("2026-11-02T15:58:23Z", "2026-11-02T15:58:23+00:00"),
        ("2026-11-02 15:58:23 +0900", "2026-11-02T06:58:23+00:00"),
        ("2026-11-02-15-58-23", "2026-11-02T15:58:23"),
        ("2026-11-02 15:58", "2026-11-02T15:58:00"),
        ("Nov 9, 2026 1007 AM", "2026-11-09T10:07:00"),
        ("Nov 10, 2026 1207 AM", "2026-11-10T00:07:00"),
        ("9 November, 2026 10:07 PM", "2026-11-09T22:07:00"),
        ("Nov 9, 2026 907 PM", "2026-11-09T21:07:00"),
        ("2026-11-02 00:30:00 CET", ""),
        ("2026-11-02 00:30:00 PST", ""),
        ("Foo 9, 2026 1007 AM", ""),
        ("Nov 31, 2026 1007 AM", ""),
        ("Nov 9, 2026 1307 AM", ""),
        ("x" * 5000, ""),
        ("", ""),
    ],
)
def test_a_time_keeps_the_zone_it_says_and_gets_none(text: str, time: str) -> None:
    """A zone that is said is kept, one that is not said is not guessed; other words are no time."""
    assert time == iso_time(text)


@pytest.mark.parametrize(
    ("zone", "time"),
    [
        ("Europe/Berlin", "2026-07-01T10:00:00+02:00"),
        ("+09:00", "2026-07-01T10:00:00+09:00"),
        ("-0330", "2026-07-01T10:00:00-03:30"),
        ("UTC", "2026-07-01T10:00:00+00:00"),
    ],
)
def test_a_zone_is_a_place_or_an_offset(zone: str, time: str) -> None:
    """A place's zone knows summer time; a time that says its own zone keeps it."""
    assert time == in_zone("2026-07-01T10:00:00", zone_of(zone))
    said = "2026-07-01T10:00:00+01:00"
    assert said == in_zone(said, zone_of(zone))
    assert "" == in_zone("", UTC)


@pytest.mark.parametrize("zone", ["CEST", "Berlin", "../etc/passwd", "/etc/passwd", "", "+99:00"])
def test_a_zone_that_is_none_is_said(zone: str) -> None:
    """Whoever names a zone that is none is told how to write one."""
    with pytest.raises(ZoneError, match=r"write it like Europe/Berlin or \+01:00"):
        zone_of(zone)


@pytest.mark.parametrize(
    ("options", "points", "words"),
    [
        ((), 40, "taken in the deadline's, as 2026-11-01T10:00:00+09:00"),
        (("--zone", "UTC"), 20, ""),
        (("--zone", "Asia/Tokyo"), 40, ""),
    ],
)
def test_a_time_without_a_zone_is_in_the_deadlines(
    tmp_path: Path, options: tuple[str, ...], points: int, words: str
) -> None:
    """Two hours before the deadline by the instructor's clock is in time, and the row says so."""
    name = "Week_jane_attempt_2026-11-01-10-00-00_lab.ipynb"
    folder = written(tmp_path / "in", {name: book_of(*RIGHT)})
    book = tmp_path / "in.gradebook"
    command = [str(folder), "--book", str(book), "--pattern", BLACKBOARD, *options]
    result = CliRunner().invoke(main, command)
    assert 0 == result.exit_code, result.output
    assert bool(words) == ("times of handing in without a zone: 1" in result.stderr)
    deadline = ["--deadline", "2026-11-01T12:00+09:00", "--per-day", "50", "--who", "A. Roe"]
    CliRunner().invoke(main, ["gradebook", "policy", str(book), *deadline], catch_exceptions=False)
    (row,) = read_class(book).rows
    assert points == row.points
    assert row.reason.endswith(words)


def test_the_zone_may_be_named_later(tmp_path: Path) -> None:
    """The same files with a zone are the same attempts, and count in it from then on."""
    name = "Week_jane_attempt_2026-11-01-10-00-00_lab.ipynb"
    folder = written(tmp_path / "in", {name: book_of(*RIGHT)})
    book = tmp_path / "in.gradebook"
    command = [str(folder), "--book", str(book), "--pattern", BLACKBOARD]
    for options in ([], ["--zone", "-05:00"]):
        assert 0 == CliRunner().invoke(main, [*command, *options]).exit_code
    (row,) = read_class(book).rows
    assert (1, "2026-11-01T10:00:00-05:00") == (row.attempts, row.handed_in)


def test_a_time_that_is_not_understood_is_said(tmp_path: Path) -> None:
    """The only file of a student is graded all the same, and its time is named."""
    files = {"jane - last Monday/lab.py": "", "bo - Nov 9, 2026 1007 AM/lab.py": ""}
    pattern = re.compile(r"(?P<student_id>\w+) - (?P<timestamp>[^/]+)/")
    with ExitStack() as opened:
        whole = collect([written(tmp_path / "in", files)], opened, pattern)
    assert ["", ""] == [file.reason for file in whole.handed_in]
    assert ["2026-11-09T10:07:00", ""] == [file.submitter.handed_in for file in whole.handed_in]
    assert "its time, last Monday, is not understood" in whole.notes[0]
