"""What a report says alike wherever it is read: one case, one verdict, one count, one advice."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from grader.checks.panel import Panel
from grader.commandline.watching import Seen, save_in_words
from grader.export import format_named
from grader.pages.student_page import student_page
from grader.report import (
    CaseResult,
    ExerciseResult,
    Provenance,
    Report,
    exercise_result,
    new_report,
    presentation,
    with_hints,
)
from grader.texts import printable, printable_lines

PROVENANCE = Provenance(
    submission="s.py", digest="", assignment="A", assignment_digest="", grader="0", libraries={},
    sandbox=(), level="none", private_cases=True, ran_everything=False, seconds=0.0,
)  # fmt: skip
BROKEN = {"status": "errored", "earned": 1, "help": "The judge stopped."}


def case(title: str, **more: Any) -> CaseResult:
    """A verdict; failed if nothing else is said."""
    told_of = {
        "called": f"f({title})",
        "expected": "1",
        "got": f"got-{title}",
        "help": f"Try {title}.",
    }
    fields = {"id": f"e/{title}", "title": title, "status": "failed", "points": 1, "earned": 0}
    return CaseResult(**(fields | told_of | more))


def exercise(*cases: CaseResult, **more: Any) -> ExerciseResult:
    """An exercise with these verdicts."""
    return msgspec.structs.replace(exercise_result("e", "E", cases, (), extra=False), **more)


def whole(made: ExerciseResult) -> Report:
    """A report on one exercise."""
    return new_report((made,), (), (), PROVENANCE)


RENDERINGS: dict[str, Callable[[ExerciseResult], str]] = {
    "text": lambda made: format_named("text").write(whole(made).for_student()),
    "github": lambda made: format_named("github").write(whole(made)).replace("\\", ""),
    "page": lambda made: student_page(whole(made)),
    "fragment": lambda made: format_named("edx").write(whole(made)),
    "panel": lambda made: str(Panel(made)),
    "watch": lambda made: save_in_words(Seen(whole(made), None, (), "", 0.0)),
}


@pytest.mark.parametrize("name", RENDERINGS)
@pytest.mark.parametrize("cases", [
    (case("broken", **BROKEN), case("wrong")),
    (case("closed", private=True), case("wrong")),
    (case("broken", **BROKEN), case("closed", private=True, status="skipped"), case("wrong"), case("later")),
])  # fmt: skip
def test_the_same_case_is_shown_everywhere(name: str, cases: tuple[CaseResult, ...]) -> None:
    """A learner's own mistake comes before the grader's, an open case before a closed one."""
    text = RENDERINGS[name](exercise(*cases))
    assert "got-wrong" in text
    assert not {"got-broken", "got-closed", "got-later"} & set(re.findall(r"got-\w+", text))
    assert "Try wrong." in text


@pytest.mark.parametrize(("name", "count"), [
    ("text", "1 / 3"), ("github", "1 / 3"), ("page", "1 of 3"), ("panel", "1 of 3"), ("watch", "1 of  3"),
])  # fmt: skip
def test_the_same_number_of_cases_passed_everywhere(name: str, count: str) -> None:
    """A case in which the grader failed is not known to be right."""
    cases = (case("right", status="passed", earned=1), case("broken", **BROKEN), case("wrong"))
    assert count in RENDERINGS[name](exercise(*cases))


@pytest.mark.parametrize("name", RENDERINGS)
def test_a_failure_of_the_grader_is_called_so_everywhere(name: str) -> None:
    """What costs nothing is never called not yet right."""
    text = RENDERINGS[name](exercise(case("broken", **BROKEN))).lower()
    assert "our fault" in text or "! broken" in text
    assert "not yet" not in text


@pytest.mark.parametrize("name", sorted(RENDERINGS))
@pytest.mark.parametrize("hints", [0, 1, 2])
def test_the_same_advice_is_given_everywhere(name: str, hints: int) -> None:
    """As many hints for a known mistake as are to be shown, or the case's own help."""
    made = exercise(case("wrong"), message="One.", hints=("One.", "Two.", "Three."))
    shown = with_hints(whole(made), hints).exercises[0]
    text = RENDERINGS[name](shown)
    expected = [["Try wrong."], ["One."], ["One.", "Two."]][hints]
    assert expected == [
        words for words in ("Try wrong.", "One.", "Two.", "Three.") if words in text
    ]


def test_the_state_of_an_exercise() -> None:
    """An exercise is not yet right if a case failed, our fault if the grader did, else passed."""
    right = case("right", status="passed", earned=1)
    assert "failed" == presentation.state(exercise(right, case("wrong"), case("b", **BROKEN)))
    assert "failed" == presentation.state(exercise(right, case("worth nothing", points=0)))
    assert "errored" == presentation.state(exercise(right, case("b", **BROKEN)))
    assert "passed" == presentation.state(exercise(right))


def test_a_case_the_message_is_about_is_shown() -> None:
    """What the message was written about stands beside it."""
    made = exercise(case("first"), case("second", help="This."), message="This.")
    found = presentation.example(made)
    assert found
    assert "second" == found.title


@pytest.mark.parametrize(("text", "expected"), [
    ("\x1b[31mred\x1b[0m", " [31mred [0m"),
    ("\x9b31m \x07 \x08 \x7f", " 31m      "),
    ("a\u202eb\u2066c\u200fd\u200be\ufefff", "a b c d e f"),
    ("a\tb\r\nc\u2028d\x0be\x85f", "a b  c d e f"),
    ("über 日本 🎓 é", "über 日本 🎓 é"),
    ("half \ud800 of a pair", "half   of a pair"),
])  # fmt: skip
def test_printable_text_steers_nothing(text: str, expected: str) -> None:
    """Control characters, bidirectional ones and invisible ones become blanks."""
    assert expected == printable(text)


def test_lines_stay_lines() -> None:
    """Of several lines each is made printable."""
    assert "a b\n c\n" == printable_lines("a\x1bb\n\rc\n")
