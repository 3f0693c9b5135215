"""The vocabulary of authors: it has one door, and its builders make the cases they say."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import grader.suite
from grader.grading.interview import questions
from grader.judging.judge import judge
from grader.protocol.observations import Missing, Observation, Raised, Returned, TimedOut
from grader.protocol.values import Items, Strange, encode
from grader.suite import (
    Array,
    Call,
    Case,
    Describe,
    Read,
    answers_of,
    arguments_of,
    array,
    asking_once,
    drawn,
    example,
    facts,
    raises,
    relu,
    sigmoid,
)

ROOT = Path(__file__).resolve().parents[1]
FILES = [
    path
    for folder in ("public_tests", "solutions/private_tests")
    for path in sorted((ROOT / folder).rglob("*.py"))
    # These are the ways to run the cases, not cases.
    if path.relative_to(ROOT).as_posix()
    not in (
        "public_tests/__init__.py",
        "public_tests/conftest.py",
        "public_tests/test_submission.py",
    )
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_authors_need_one_door(path: Path) -> None:
    """A file of cases imports nothing of the grader but ``grader.suite``."""
    modules = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add(node.module or "")
    assert {name for name in modules if name.partition(".")[0] == "grader"} <= {"grader.suite"}


def test_the_door_lists_what_it_has() -> None:
    """What is public in ``grader.suite`` is in its ``__all__``, and has a docstring of its own."""
    found = {
        name
        for name, thing in vars(grader.suite).items()
        if not name.startswith("_") and not inspect.ismodule(thing) and name != "annotations"
    }
    assert found == set(grader.suite.__all__)
    for name in grader.suite.__all__:
        thing = getattr(grader.suite, name)
        if inspect.isclass(thing) or inspect.isfunction(thing):
            assert inspect.getdoc(thing), name


def test_an_example_asks_for_its_arguments_in_order() -> None:
    """A list goes as the array of its numbers, a function by its name, the rest as it is."""
    case = example("f", "one", {"x": [1.0, 2.0], "n": 3, "g": sigmoid}, 4, points=2, help="Look.")
    probe = case.question(lambda _: 0)
    assert isinstance(probe, Call)
    assert ("f", ("x", "n", "g"), 1) == (probe.name, probe.parameters, probe.times)
    assert isinstance(probe.arguments[0], Array)
    assert encode(sigmoid) == probe.arguments[2]
    assert ("f/one", 2, "Look.", False) == (case.id, case.points, case.help, case.advisory)


def test_a_list_can_go_as_a_list() -> None:
    """Whoever wants a list to arrive writes so."""
    case = example("f", "one", {"x": Items("list", (1, 2))}, 3, points=1)
    assert {"x": [1, 2]} == arguments_of(case.question(lambda _: 0))


def test_a_question_can_be_drawn_once_for_several_cases() -> None:
    """Cases of an exercise that share a question by name get the very same one, others do not."""

    def ask(rng: np.random.Generator) -> Describe:
        return Describe("model", array(rng.normal(size=(2, 3))))

    shared = asking_once("rows", ask)
    one, two, other, elsewhere = (
        Case(exercise, title, 1, question, facts(lambda _: None))
        for exercise, title, question in (
            ("f", "one", shared), ("f", "two", shared), ("f", "other", ask), ("g", "one", shared),
        )
    )  # fmt: skip
    made = questions((one, two, other, elsewhere), lambda purpose: sum(purpose.encode()))
    assert made[one.id] is made[two.id]
    assert 3 == len(set(made.values()))


def test_every_call_of_an_example_is_judged() -> None:
    """An example that is called twice wants the same result twice."""
    case = example("f", "one", {"x": 1}, [0.5], points=1, times=2)
    probe = case.question(lambda _: 0)
    right, wrong = encode(np.array([0.5])), encode(np.array([0.25]))
    assert "passed" == judge(case, probe, Observation(Returned((right, right)))).status
    assert "failed" == judge(case, probe, Observation(Returned((right, wrong)))).status


def test_a_drawn_case_is_judged_by_the_reference() -> None:
    """The arguments come from the generator, and the reference gets the very same ones."""
    case = drawn(
        "f", "one", lambda rng: {"x": rng.normal(size=3), "g": relu}, lambda x, g: g(x), points=1
    )
    first, second = (case.question(lambda _, seed=seed: seed) for seed in (1, 2))
    assert first != second
    assert first == case.question(lambda _: 1)
    right = encode(relu(arguments_of(first)["x"]))
    assert "passed" == judge(case, first, Observation(Returned((right,)))).status
    assert "failed" == judge(case, second, Observation(Returned((right,)))).status


@pytest.mark.parametrize(
    "argument", [print, {"a": 1}, object(), Strange("set"), [{}], (print,), [[print]]], ids=repr
)
def test_what_cannot_be_sent_is_named(argument: object) -> None:
    """An argument that cannot cross is refused with the exercise, the title and its name."""
    with pytest.raises(TypeError, match=r"""f, "one": the argument x is a .* cannot be sent"""):
        example("f", "one", {"x": argument}, 1, points=1)


@pytest.mark.parametrize("result", [{"a": 1}, {2}, 1j, print, [{}]], ids=repr)
def test_a_result_that_cannot_cross_is_refused_at_once(result: object) -> None:
    """What can never be the answer of a right function is refused while the author is there."""
    with pytest.raises(TypeError, match="cannot be an answer"):
        example("f", "one", {}, result, points=1)


def test_answers_are_numbers_or_refused() -> None:
    """What came back is arrays of floats; None, text and errors are no numbers."""
    (answer,) = answers_of(Observation(Returned((encode([1, 2]),))))
    np.testing.assert_array_equal([1.0, 2.0], answer, strict=True)
    for held in (None, "1", [[1], [1, 2]], Strange("function")):
        value = held if isinstance(held, Strange) else encode(held)
        with pytest.raises(TypeError):
            answers_of(Observation(Returned((value,))))
    assert () == answers_of(Observation(Raised("ValueError", "no")))


def test_only_calls_have_arguments() -> None:
    """Another question has none, rather than an error."""
    assert {} == arguments_of(Read("x"))


@pytest.mark.parametrize(
    ("came", "status"),
    [
        (Raised("ValueError", "n must be positive"), "passed"),
        (Raised("UnicodeError", "n must be positive"), "passed"),
        (Raised("ValueError", "no"), "failed"),
        (Raised("KeyError", "n must be positive"), "failed"),
        (Raised("print", "n must be positive"), "failed"),
        (Returned((3,)), "failed"),
        (Missing("function"), "failed"),
        (TimedOut(1.0), "failed"),
    ],
)
def test_an_exception_can_be_the_right_answer(came: Any, status: str) -> None:
    """The exception that is asked for, or one derived from it, is right; nothing else is."""
    case = example("f", "zero", {"n": 0}, raises(ValueError, "positive"), points=2)
    made = judge(case, case.question(lambda _: 0), Observation(came))
    assert (status, 2 * (status == "passed")) == (made.status, made.earned)
    assert status == "passed" or "ValueError" in made.expected


@pytest.mark.parametrize("kind", [ValueError("x"), KeyboardInterrupt, int, "ValueError"], ids=repr)
def test_raises_takes_a_built_in_class(kind: Any) -> None:
    """What a submission cannot be judged by is refused while the author is there."""
    with pytest.raises(TypeError, match="raises takes a built-in class"):
        raises(kind)


def test_titles_in_any_script_are_names() -> None:
    """Titles in other scripts give different lasting names; those in English stay as they were."""
    titles = ("两个数", "零", "πάντα", "Two_inputs, 3 units")
    names = [example("f", title, {}, 1, points=1).id for title in titles]
    assert ["f/两个数", "f/零", "f/πάντα", "f/two-inputs-3-units"] == names
