"""Reports: points added up once, nothing private for students, and readable everywhere."""

from __future__ import annotations

import string
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.export import format_named
from grader.protocol.layers import LEVELS
from grader.report import (
    SCHEMA_VERSION,
    CaseResult,
    CellTrouble,
    ExerciseResult,
    Provenance,
    Report,
    Total,
    exercise_result,
    new_report,
)

patient = settings(deadline=None)  # a busy machine is no failure

PROVENANCE = Provenance(
    submission="submit.ipynb", digest="0" * 64, assignment="Digits", assignment_digest="1" * 64,
    grader="0.1.0", libraries={"numpy": "2"}, sandbox=("process",), level="weak", private_cases=True,
    ran_everything=False, seconds=1.5,
)  # fmt: skip
SECRETS = {name: f"secret {name}" for name in ("called", "expected", "got", "printed")}


def case(title: str, earned: int, points: int, **more: Any) -> CaseResult:
    """A verdict; passed if all points were earned."""
    status = "passed" if earned == points else "failed"
    fields: dict[str, Any] = {"id": f"e/{title}", "title": title, "status": status}
    return CaseResult(**(fields | {"points": points, "earned": earned} | more))


def exercise(*cases: CaseResult, extra: bool = False) -> ExerciseResult:
    """An exercise with these verdicts."""
    return exercise_result("e", "An exercise", cases, (), extra=extra)


def made(*exercises: ExerciseResult) -> Report:
    """A report on these exercises."""
    return new_report(exercises, (), (), PROVENANCE)


def test_the_total_is_added_up_once_and_extra_points_apart() -> None:
    """Required and extra points are separate sums; together they are what it is worth."""
    one = exercise(case("a", 2, 2), case("b", 0, 3))
    more = exercise(case("c", 4, 4), extra=True)
    total = made(one, more).total
    assert Total(earned=2, points=5, extra_earned=4, extra_points=4) == total
    assert 6 == total.sum
    assert (2, 5) == (one.earned, one.points)
    assert SCHEMA_VERSION == made().schema_version
    assert 0 == made().total.sum


def test_an_exercise_has_one_message() -> None:
    """The help of the first case that is not right stands for the exercise."""
    wrong = exercise(
        case("a", 1, 1, help="no"), case("b", 0, 1, help="First."), case("c", 0, 1, help="Next.")
    )
    assert "First." == wrong.message
    assert "" == exercise(case("a", 1, 1)).message


def test_errored_is_known() -> None:
    """A report says whether the grader itself failed in some case."""
    assert made(exercise(case("a", 1, 1, status="errored"))).errored
    assert not made(exercise(case("a", 0, 1))).errored


def test_a_students_view_keeps_private_cases_closed() -> None:
    """For a student a private case keeps title, verdict and help; a public one stays whole."""
    private = case("hidden", 0, 2, private=True, help="Look at W.", note="n", **SECRETS)
    public = case("open", 0, 1, **SECRETS)
    whole = made(exercise(private, public))
    seen = whole.for_student()
    closed, shown = seen.exercises[0].cases
    assert ("instructor", "student") == (whole.view, seen.view)
    assert ["", "", "", ""] == [closed.called, closed.expected, closed.got, closed.printed]
    assert ("hidden", "failed", 0, 2, "Look at W.") == (
        closed.title, closed.status, closed.earned, closed.points, closed.help,
    )  # fmt: skip
    assert public == shown
    assert whole.total == seen.total
    assert seen == seen.for_student()


@pytest.mark.parametrize("name", ["text", "json"])
def test_no_export_of_a_students_view_tells_a_secret(name: str) -> None:
    """What is emptied in the report is in no format that is made of it."""
    seen = made(exercise(case("hidden", 0, 2, private=True, **SECRETS))).for_student()
    assert "secret" not in format_named(name).write(seen)


texts = st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(
    [
        "\x1b[31mred\x1b[0m\x07",
        "a" * 300,
        "word " * 60,
        "tab\tand\r\nlines\u2028more",
        "\u202eright to left",
        "\x9b31m",
    ]
)
points = st.integers(0, 100)
cases = st.builds(
    CaseResult,
    id=texts, title=texts, status=st.sampled_from(["passed", "failed", "skipped", "errored"]),
    points=points, earned=points, private=st.booleans(), called=texts, expected=texts, got=texts,
    help=texts, note=texts, printed=texts,
)  # fmt: skip
exercises = st.builds(
    exercise_result, name=texts, title=texts, cases=st.lists(cases, max_size=3).map(tuple),
    notes=st.lists(texts, max_size=2).map(tuple), extra=st.booleans(),
)  # fmt: skip
troubles = st.builds(CellTrouble, cell=points, line=points, what=texts, code=texts)
provenances = st.builds(
    Provenance, submission=texts, digest=texts, assignment=texts, assignment_digest=texts,
    grader=texts, libraries=st.dictionaries(texts, texts, max_size=2),
    sandbox=st.lists(texts, max_size=2).map(tuple), level=st.sampled_from(LEVELS), private_cases=st.booleans(),
    ran_everything=st.booleans(), seconds=st.floats(0, 1e6),
)  # fmt: skip
reports = st.builds(
    new_report, exercises=st.lists(exercises, max_size=3).map(tuple),
    cells=st.lists(troubles, max_size=2).map(tuple), notes=st.lists(texts, max_size=2).map(tuple),
    provenance=provenances,
)  # fmt: skip


@patient
@given(reports, st.booleans())
def test_the_text_is_safe_and_narrow(one: Report, student: bool) -> None:
    """Whatever a learner's code says, the text has 80 columns, no control codes and the total."""
    text = format_named("text").write(one.for_student() if student else one)
    lines = text.split("\n")
    assert max(map(len, lines)) <= 80
    assert all(line.isprintable() for line in lines)
    (total,) = [line for line in lines if line.startswith("Total ")]
    assert f"{one.total.earned} / {one.total.points}" in total
    if one.total.extra_earned:
        assert total.endswith(f" + {one.total.extra_earned} extra")


@patient
@given(reports)
def test_json_is_the_whole_report(one: Report) -> None:
    """JSON decodes by the report's own types into the very same report."""
    assert one == msgspec.json.decode(format_named("json").write(one), type=Report)


def test_one_sentence_of_help_is_said_once() -> None:
    """Cases that fail alike are shown as one, with their titles."""
    alike = [case(title, 0, 1, help="Look at W.") for title in ("one", "two", "three")]
    text = format_named("text").write(made(exercise(*alike)))
    assert 1 == text.count("Look at W.")
    assert all(title in text for title in ("one", "two", "three"))
    assert set(text) <= set(string.printable)
