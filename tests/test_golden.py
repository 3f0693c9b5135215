"""The golden submissions: adding a folder to ``tests/golden`` adds a test."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.export import named
from grader.grading.grader import Grader, Options
from grader.protocol.limits import Limits
from grader.report import Report
from grader.suite import Suite

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("golden/*/expected.json"))


@pytest.fixture(scope="module")
def grader(suite: Suite) -> Iterator[Grader]:
    """One grader for all folders, so that they share its warm processes."""
    with Grader(suite, Options(Limits(probe_seconds=5.0))) as one:
        yield one


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_golden(
    folder: Path, grader: Grader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A golden submission gets exactly the points, statuses and words of its expected.json."""
    monkeypatch.chdir(tmp_path)  # nothing may depend on where the grader is started
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    (submission,) = folder.glob("submit.*")

    report = grader.grade(submission)

    words = _words(report)
    got = {
        "rule": expected["rule"],
        "earned": {one.name: one.earned for one in report.exercises},
        "total": report.total.earned,
        "extra": report.total.extra_earned,
        "statuses": {
            one.name: sorted({case.status for case in one.cases}) for one in report.exercises
        },
        "says": [part for part in expected["says"] if part in words],
        "never_says": [part for part in expected["never_says"] if part not in words],
    }
    assert got == expected, f"{expected['rule']}\n\n{words}"


def _words(report: Report) -> str:
    """All that the report says, without the line breaks."""
    return " ".join(named("text").write(report).split())
