"""The golden submissions: adding a folder to ``tests/golden`` adds a test."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.export import format_named
from grader.grading.grader import Grader, Options
from grader.protocol.limits import Limits
from grader.report import Report
from grader.suite import Suite

FOLDERS = sorted(path.parent for path in Path(__file__).parent.glob("golden/*/expected.json"))


EXAMPLES = {
    "submit.ipynb": "complete_course_like_90_cells",
    "wrong.ipynb": "wrong_my_dense_right_sequential",
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_to_try_is_a_golden_submission(name: str) -> None:
    """What the README grades first is known to be worth what it says."""
    here = Path(__file__).parent
    golden = here / "golden" / EXAMPLES[name] / "submit.ipynb"
    assert golden.read_bytes() == (here.parent / "examples" / name).read_bytes()


@pytest.fixture(scope="module")
def grader(suite: Suite) -> Iterator[Grader]:
    """One grader for all folders, so that they share its warm processes."""
    with Grader(suite, Options(Limits(probe_seconds=5.0))) as grader:
        yield grader


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_golden(
    folder: Path, grader: Grader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A golden submission gets exactly the points, statuses and words of its expected.json.

    The exercises that it names are compared: an exercise that is added later concerns it not.
    """
    monkeypatch.chdir(tmp_path)  # nothing may depend on where the grader is started
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    (submission,) = folder.glob("submit.*")

    report = grader.grade(submission)

    words = _words(report)
    named = [exercise for exercise in report.exercises if exercise.name in expected["earned"]]
    got = {
        "rule": expected["rule"],
        "earned": {exercise.name: exercise.earned for exercise in named},
        "total": sum(exercise.earned for exercise in named if not exercise.extra),
        "extra": sum(exercise.earned for exercise in named if exercise.extra),
        "statuses": {
            exercise.name: sorted({case.status for case in exercise.cases}) for exercise in named
        },
        "says": [part for part in expected["says"] if part in words],
        "never_says": [part for part in expected["never_says"] if part not in words],
    }
    assert got == expected, f"{expected['rule']}\n\n{words}"


def _words(report: Report) -> str:
    """All that the report says, without the line breaks."""
    return " ".join(format_named("text").write(report).split())
