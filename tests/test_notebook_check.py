"""Checking in the student's own notebook: the same cases, as a panel."""

from __future__ import annotations

import linecache
from contextlib import suppress
from types import FunctionType
from typing import Any

import numpy as np
import pytest

from grader.checks import checking as notebook
from grader.checks import first
from grader.checks.checking import NotYetError, check, checker
from grader.checks.hinting import Hint, hint
from grader.checks.panel import Panel
from grader.protocol.activations import sigmoid
from grader.protocol.probes import Read
from grader.report import CaseResult, exercise_result
from grader.suite import Case, Exercise, Suite, asking, holds
from grader.suite.differences import Difference


def my_dense(a_in: Any, W: Any, b: Any, g: Any) -> Any:
    """A right solution."""
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


def wrong(a_in: Any, W: Any, b: Any, g: Any) -> Any:
    """A solution that forgets the bias."""
    return np.array([g(np.dot(W[:, j], a_in)) for j in range(W.shape[1])], dtype=float)


def case(title: str, status: Any, **more: Any) -> CaseResult:
    """A verdict."""
    earned = int(status in ("passed", "errored"))
    return CaseResult(id=title, title=title, status=status, points=1, earned=earned, **more)


def panel(title: str, cases: tuple[CaseResult, ...], *, each: bool = False) -> Panel:
    """The panel of an exercise with these verdicts."""
    return Panel(exercise_result("e", title, cases, (), extra=False), each)


def test_a_right_function_passes(capsys: pytest.CaptureFixture[str]) -> None:
    """A right function shows that all cases passed, and nothing is raised."""
    check(my_dense)
    shown = capsys.readouterr().out
    assert "6 of 6 cases passed" in shown
    assert "Expected" not in shown


def test_a_wrong_function_shows_the_first_case(capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong function shows what was called, expected and got for one case, and raises."""
    with pytest.raises(NotYetError, match="of 6 cases passed"):
        check(wrong, "my_dense")
    shown = capsys.readouterr().out
    for word in ("Called", "Expected", "Got", "Look here"):
        assert 1 == shown.count(f"{word}: ")


def test_a_function_that_raises_is_a_case_that_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """An exception in the function is shown in the panel and is not the notebook's."""

    def my_dense(a_in: Any, W: Any, b: Any, g: Any) -> Any:
        raise NotImplementedError("Write your code.")

    with pytest.raises(NotYetError):
        check(my_dense)
    assert "not written yet" in capsys.readouterr().out


def test_none_is_not_filled_in(capsys: pytest.CaptureFixture[str]) -> None:
    """None, the value of a cell that was not filled in, waits: it is no error, and says what to do."""
    check(None, "digit_model")
    assert "waits for you: model is still None. Fill in its cell" in capsys.readouterr().out
    check(None)
    assert "waits for you: it is still None" in capsys.readouterr().out


def test_an_unknown_function_names_what_can_be_checked() -> None:
    """A function of another name is answered with the names there are cases for."""
    with pytest.raises(
        NotYetError, match=r"takes one of: model, my_dense, my_sequential, quiz, my_dense_v"
    ):
        check(wrong)


def test_the_old_names_check_too(capsys: pytest.CaptureFixture[str]) -> None:
    """``test_c2`` of the course's notebooks checks my_dense whatever the function is called."""
    from public_tests import test_c2

    test_c2(my_dense)
    assert "6 of 6 cases passed" in capsys.readouterr().out
    with pytest.raises(NotYetError):
        test_c2(wrong)
    assert "test_my_dense" == test_c2.__name__
    assert "my_dense" in (checker("my_dense").__doc__ or "")


def test_check_functions_come_from_the_exercises() -> None:
    """Each exercise has its own, which is listed nowhere else; another name is refused."""
    import public_tests

    exported: dict[str, Any] = {}
    exec("from public_tests import *", exported)
    suite = notebook.the_suite()
    functions = {exercise.check_function for exercise in suite.exercises}
    assert {"test_c1", "test_c2", "test_c3", "test_c4", "test_quiz"} <= functions
    assert functions | {"check", "hint"} == set(exported) - {"__builtins__"}
    with pytest.raises(AttributeError, match=r"no exercise has the check function test_c9; write"):
        public_tests.test_c9


def test_not_yet_is_one_line_in_a_notebook() -> None:
    """IPython shows the one sentence and no traceback."""
    assert ["Not yet: fill in."] == NotYetError("fill in.")._render_traceback_()
    assert issubclass(NotYetError, AssertionError)


def test_the_panel_as_text() -> None:
    """Each case has a sign; only the first that is not right is told in full."""
    cases = (
        case("one", "passed"),
        case("two", "failed", called="f(1)", expected="1", got="2", help="Look."),
        case("three", "failed", called="f(3)", expected="3", got="4", help="Again."),
    )
    text = str(panel("A title", cases))
    assert [
        "A title: 1 of 3 cases passed",
        "  \u2713 one",
        "  \u2717 two",
        "  \u2717 three",
        "    Called: f(1)",
        "    Expected: 1",
        "    Got: 2",
        "    Look here: Look.",
    ] == text.split("\n")


def test_the_panel_as_html() -> None:
    """In HTML a verdict is told by sign and word as well as by colour."""
    page = panel("T", (case("one", "passed"), case("two", "failed", help="Look.")))._repr_html_()
    assert 1 == page.count("(passed)")
    assert 1 == page.count("(not yet)")
    assert 'role="status"' in page
    assert page.count("<li") == page.count("</li>") == 2


def test_a_failure_of_the_grader_is_not_the_learner_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that cannot judge is marked as our fault, raises nothing and hides no mistake."""

    class Broken:
        def right(self, probe: Any) -> Any:
            return 2

        def __call__(self, probe: Any, seen: Any) -> Any:
            raise ZeroDivisionError

    exercise = Exercise("thing", "A thing", order=1, defines=("thing",))
    broken = Case("thing", "broken", 1, asking(Read("thing")), Broken(), "")
    sound = Case("thing", "sound", 1, asking(Read("thing")), holds(is_even), "")
    one = Suite("A suite", (exercise,), (broken,))
    monkeypatch.setattr(notebook, "the_suite", lambda: one)
    check(2, "thing")
    both = Suite("A suite", (exercise,), (broken, sound))
    monkeypatch.setattr(notebook, "the_suite", lambda: both)
    with pytest.raises(NotYetError, match="0 of 2 cases passed"):
        check(3, "thing")


def test_the_stop_button_stops_the_check() -> None:
    """What a person interrupts ends at once, which is told and is no answer of the function's."""
    calls = []

    def my_dense(a_in: Any, W: Any, b: Any, g: Any) -> Any:
        calls.append(1)
        raise KeyboardInterrupt

    for stopped in (lambda: check(my_dense), lambda: hint("my_dense", my_dense)):
        calls.clear()
        with pytest.raises(NotYetError, match="stopped while my_dense ran; does its loop end"):
            stopped()
        assert [1] == calls


def test_a_check_has_a_time_limit(capsys: pytest.CaptureFixture[str]) -> None:
    """A case that does not end is told with the way to wait longer; no other is asked after it."""
    calls = []

    def my_dense(a_in: Any, W: Any, b: Any, g: Any) -> Any:
        calls.append(1)
        while True:
            with suppress(KeyboardInterrupt):  # a bare except would be as stubborn, once
                while True:
                    pass
            if len(calls) > 1:
                return None
            calls.append(1)
            while True:
                pass

    with pytest.raises(NotYetError, match="0 of 6 cases passed"):
        check(my_dense, seconds=0.2)
    shown = capsys.readouterr().out
    assert "did not finish within 0.2 s" in shown
    assert "Does the loop end?" in shown
    assert "check(my_dense, seconds=1.2)" in shown
    assert [1, 1] == calls
    calls.clear()
    hint("my_dense", my_dense, seconds=0.2)
    assert "Does the loop end?" in capsys.readouterr().out


def test_what_has_no_answer_yet_waits(capsys: pytest.CaptureFixture[str]) -> None:
    """A function still to be written is not wrong; one that forgets its return is."""

    def my_dense(a_in: Any, W: Any, b: Any, g: Any) -> Any:
        return None

    check(my_dense)
    shown = capsys.readouterr().out
    assert "0 of 6 cases passed, 6 wait" in shown
    assert 6 == shown.count("\u2026")
    assert "\u2717" not in shown
    hint("my_dense", my_dense)
    assert "fill in the cell of my_dense" in capsys.readouterr().out

    def forgetful(a_in: Any, W: Any, b: Any, g: Any) -> Any:
        np.dot(a_in, W)

    with pytest.raises(NotYetError, match="0 of 6 cases passed; the panel"):
        check(forgetful, "my_dense")


def test_html_is_escaped() -> None:
    """What a learner's code says is text in the page, never markup."""
    attack = "<script>alert(1)</script>&\"'"
    page = panel(
        attack, (case(attack, "failed", called=attack, expected=attack, got=attack, help=attack),)
    )
    page = page._repr_html_()
    assert "<script" not in page
    assert 6 == page.count("&lt;script&gt;")


def test_answers_to_separate_questions_have_a_line_each() -> None:
    """Where every case is a question of its own each is answered, and nothing is said twice."""
    cases = (
        case("one", "passed", note="As it should."),
        case("two", "failed", called="two", expected="a letter", got="'a'", help="Look <here>."),
        case("three", "failed", called="three", expected="a letter", got="none", help="Waits."),
        case("four", "failed", called="four", expected="a letter", got="none", help="Waits."),
    )
    made = panel("T", cases, each=True)
    assert [
        "T: 1 of 4 cases passed",
        "  \u2713 one",
        "    As it should.",
        "  \u2717 two",
        "    'a' Look <here>.",
        "  \u2717 three",
        "    none Waits.",
        "  \u2717 four",
    ] == str(made).split("\n")
    page = made._repr_html_()
    assert 1 == page.count("Waits.")
    assert "Look &lt;here&gt;." in page
    assert 3 == page.count("<div") == page.count("</div>")


def test_a_note_is_shown_when_all_is_right() -> None:
    """With all cases right there may be one thing to know, said once."""
    noted = panel(
        "T", (case("one", "passed", note="Careful."), case("two", "passed", note="Careful."))
    )
    assert 1 == str(noted).count("Careful.")


def test_the_students_own_my_dense_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    """My_sequential is checked with the student's own my_dense, which is blamed if it is wrong."""
    space: dict[str, Any] = {"my_dense": my_dense, "sigmoid": sigmoid}
    exec(
        "def my_sequential(x, W1, b1, W2, b2, W3, b3):\n"
        "    a1 = my_dense(x, W1, b1, sigmoid)\n"
        "    a2 = my_dense(a1, W2, b2, sigmoid)\n"
        "    return my_dense(a2, W3, b3, sigmoid)\n",
        space,
    )
    check(space["my_sequential"])
    capsys.readouterr()
    space["my_dense"] = FunctionType(wrong.__code__, space, "my_dense")
    space["np"] = np
    with pytest.raises(NotYetError):
        check(space["my_sequential"])
    shown = capsys.readouterr().out
    assert "First: `my_sequential` calls your `my_dense`, and of that one's 6 cases 6 " in shown
    assert "Expected" not in shown
    hint("my_sequential", space["my_sequential"])
    shown = " ".join(capsys.readouterr().out.split())
    assert "See to `check(my_dense)` first: `my_sequential` itself may be right." in shown


def test_an_error_is_told_at_the_line_of_the_function_that_is_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What goes wrong inside a right function is told at the line that calls it, with its name."""
    code = (
        "def my_dense(a_in, W, b, g):\n"
        "    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])])\n"
        "def my_sequential(x, W1, b1, W2, b2, W3, b3):\n"
        "    a1 = my_dense(x, W1, b1, sigmoid)\n"
        "    a2 = my_dense(x, W2, b2, sigmoid)\n"
        "    return my_dense(a2, W3, b3, sigmoid)\n"
    )
    space: dict[str, Any] = {"np": np, "sigmoid": sigmoid, "__name__": "__main__"}
    linecache.cache["<a cell>"] = (len(code), None, code.splitlines(keepends=True), "<a cell>")
    exec(compile(code, "<a cell>", "exec"), space)
    with pytest.raises(NotYetError):
        check(space["my_sequential"])
    shown = capsys.readouterr().out
    assert "Where: line 5 of the cell of `my_sequential`: a2 = my_dense(x, W2, b2, " in shown


def test_an_earlier_run_is_told() -> None:
    """Where the last version did not run, the check says that it judges an earlier one."""
    first_version, broken = "def f():\n    return 1\n", "def f():\n    return 2 +\n"
    raising = "1 / 0\ndef f():\n    return 3\n"
    linecache.cache["<cell 1>"] = (1, None, first_version.splitlines(keepends=True), "<cell 1>")
    space: dict[str, Any] = {}
    exec(compile(first_version, "<cell 1>", "exec"), space)
    f = space["f"]
    words = "Your last version of `f` did not run"
    assert not first.not_run("f", f, ["", first_version, "f()", "print(f)"])
    assert not first.not_run("f", f, ["get_ipython().run_cell_magic('time', '', 'def f(): 1')"])
    assert first.not_run("f", f, [first_version, broken]).startswith(words)
    assert first.not_run("f", f, [first_version, raising, "f == 1"]).startswith(words)
    assert not first.not_run("f", f, [first_version, broken, first_version])
    assert first.not_run("model", 3, ["model = 3", "model = ["]).startswith(
        "Your last version of `model`"
    )
    assert not first.not_run("model", 3, ["model = [", "model = 3", "model == ["])


def is_even(number: Any) -> Difference | None:
    """A judge of a value."""
    return None if number in (2, 4) else Difference("an even number", str(number), f"{number}!")


def quiz(name: str) -> Case:
    """A case that reads a name."""
    return Case("quiz", f"what is {name}?", 1, asking(Read(name)), holds(is_even), "Count.")


@pytest.fixture
def with_values(monkeypatch: pytest.MonkeyPatch) -> None:
    """An assignment with an exercise of two values."""
    exercise = Exercise("quiz", "A quiz", order=1, defines=("answer_1", "answer_2"))
    suite = Suite("T", (exercise,), (quiz("answer_1"), quiz("answer_2")))
    monkeypatch.setattr(notebook, "the_suite", lambda: suite)
    monkeypatch.setattr("grader.checks.hinting.the_suite", lambda: suite)


@pytest.mark.usefixtures("with_values")
def test_a_value_is_checked_under_its_exercises_name(capsys: pytest.CaptureFixture[str]) -> None:
    """A plain value needs the exercise's name, and is judged like any answer."""
    check(4, "quiz")
    assert "1 of 1 cases passed" in capsys.readouterr().out
    with pytest.raises(NotYetError, match="0 of 1"):
        check(3, "quiz")
    assert "    3 3!" in capsys.readouterr().out


@pytest.mark.usefixtures("with_values")
def test_an_exercises_name_stands_for_what_the_notebook_holds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of an exercise with several names, those are checked that the notebook has come to."""
    with pytest.raises(NotYetError, match="there is no answer_1 yet"):
        check("quiz")
    monkeypatch.setattr("__main__.answer_1", 2, raising=False)
    check("quiz")
    assert "1 of 1 cases passed" in capsys.readouterr().out
    monkeypatch.setattr("__main__.answer_2", 3, raising=False)
    with pytest.raises(NotYetError, match="1 of 2"):
        check("quiz")


@pytest.mark.usefixtures("with_values")
def test_a_hint_for_a_value_is_its_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing is computed there is nothing to follow step by step, so one hint is all."""
    monkeypatch.setattr("__main__.answer_1", 5, raising=False)
    hint("quiz")
    assert "Hint 1 of 1: 5!" == capsys.readouterr().out.strip()


def test_a_hint_is_drawn_beside_a_line() -> None:
    """In a notebook a hint wraps as the page does, with code as code; elsewhere at 80 columns."""
    words = "Print `W.shape` & <think>: " + "how many units are there? " * 5
    made = Hint("Hint 1 of 3", words.strip())
    assert (
        "<b>Hint 1 of 3</b>: Print <code>W.shape</code> &amp; &lt;think&gt;" in made._repr_html_()
    )
    assert max(map(len, str(made).splitlines())) <= 80
    assert f"Hint 1 of 3: {words.strip()}" == " ".join(str(made).split())
