"""The practice lab's self-checks: right from any numbers, and to the point about each slip."""

from __future__ import annotations

from multiprocessing import get_context
from typing import Any

import numpy as np
import pytest
from conftest import ROOT

from grader.answering.probe_answers import answer
from grader.assignment import loading
from grader.judging.judge import judge
from grader.protocol.activations import sigmoid
from grader.report import CaseResult

SUITE = loading.load_assignment(ROOT, private=False, practice=True)
GRADED = loading.load_assignment(ROOT, private=False)
HAND = np.linspace(0.001, 0.999, 1000).reshape(-1, 1)


def results(name: str, held: Any) -> list[CaseResult]:
    """The verdicts on what is held by the exercise's name, or by the names in a mapping."""
    space = held if isinstance(held, dict) else {name: held}
    cases = [case for case in SUITE.cases if case.exercise == name]
    probes = [case.ask(np.random.default_rng(0)) for case in cases]
    return [
        judge(case, probe, answer(probe, space))
        for case, probe in zip(cases, probes, strict=True)
        if probe.name in space
    ]


def said(name: str, held: Any) -> str:
    """The statuses' first letters, and all words to the learner."""
    found = results(name, held)
    return (
        "".join(one.status[0] for one in found)
        + " "
        + " ".join(filter(None, (one.help for one in found)))
    )


def test_self_checks_are_worth_nothing_and_graded_by_nobody() -> None:
    """No self-check has points, and the suite that grades knows none of them."""
    practice = {exercise.name for exercise in SUITE.exercises} - {
        exercise.name for exercise in GRADED.exercises
    }
    assert {"neuron", "two_units", "suspects", "hidden_digits", "hidden_shapes", "agreement",
            "threshold", "calls"} <= practice  # fmt: skip
    assert 0 == sum(case.points for case in SUITE.cases if case.exercise in practice)
    assert all(case.help.endswith((".", "?")) for case in SUITE.cases)


def test_no_two_exercises_share_a_name() -> None:
    """An exercise's name is no other's, nor a name that another asks for: a check finds its own."""
    names = [exercise.name for exercise in SUITE.exercises]
    assert sorted(set(names)) == sorted(names)
    for exercise in SUITE.exercises:
        assert not (set(exercise.goals) - {exercise.name}) & set(names)


@pytest.mark.parametrize(
    ("x", "w", "b"),
    [
        ([2, 3], [1, -1], 2),
        (np.array([0.5, -4.0, 2.0]), (1.5, 0.25, -1), "0.5"),
        ([9, 9], [9, 9], 1),
    ],
)
def test_a_neuron_is_checked_with_the_learners_own_numbers(x: Any, w: Any, b: Any) -> None:
    """Whatever numbers are chosen, z and a rounded to two decimals are right, in any spelling."""
    z = float(np.dot(x, w)) + float(b)
    assert "ppp " == said("neuron", (x, w, b, round(z, 2), round(float(sigmoid(z)), 2)))
    assert "ppp " == said("neuron", (x, w, b, str(round(z, 3)), np.array([sigmoid(z)])))


@pytest.mark.parametrize(
    ("z", "a", "says"),
    [
        (-1.0, 0.73, "What else does a neuron add?"),
        (2.0, 0.73, "Each weight is multiplied"),
        (3.0, 0.73, "How often is the bias added"),
        (-3.0, 0.73, "not taken away"),
        (0.73, 0.73, "That is a already"),
        ([2, -3], 0.73, "Now add them up"),
        ("many", 0.73, "z is one number"),
        (7.0, 0.73, "Input times weight"),
        (1.0, 1.0, "That is z."),
        (1.0, 0.27, "Look at the sign"),
        (1.0, 2.0, "between 0 and 1"),
        (1.0, 0.5, "1 / (1 + e^-z)"),
        (1.0, [1], "a is one number"),
        (1.0, None, "in the place of every None"),
    ],
)
def test_slips_in_a_neuron_are_told_apart(z: Any, a: Any, says: str) -> None:
    """Each usual slip with z or a has an answer of its own."""
    verdict = said("neuron", ([2, 3], [1, -1], 2, z, a))
    assert says in verdict
    assert "f" in verdict.split(" ")[0]


def test_the_examples_numbers_are_not_ones_own() -> None:
    """The example's numbers, or nothing but zeros, are sent back; so is what does not fit."""
    assert "Change at least one" in said("neuron", ([2, 1], [0.5, -3], 1.5, -0.5, 0.378))
    assert "nothing to weigh" in said("neuron", ([0, 0], [0, 0], 1, 1, 0.73))
    assert "Each input has a weight" in said("neuron", ([1, 2], [1, 2, 3], 1, 1, 1))
    assert "One neuron has one bias" in said("neuron", ([1, 2], [1, 2], [1, 2], 1, 1))
    assert "all five at once" in said("neuron", 3)


@pytest.mark.parametrize(
    ("name", "held", "says"),
    [
        ("unit_1_z", 3.5, ""),
        ("unit_1_z", 5, "You took a row"),
        ("unit_1_z", 3, "bias of unit 1 is missing"),
        ("unit_1_z", 2, "Whose bias"),
        ("unit_1_z", 1.0, "That is unit 0"),
        ("unit_1_a", "0.97", ""),
        ("unit_1_a", 1, "do not round to 1"),
        ("unit_1_a", 3.5, "That is z"),
        ("off_a", 0.5, ""),
        ("off_a", 0, "what does g make of 0?"),
        ("off_a", 1, "curve of the sigmoid"),
        ("off_a", "nothing", "is none"),
    ],
)
def test_the_second_unit_and_the_one_switched_off(name: str, held: Any, says: str) -> None:
    """The worked layer's other unit, and the riddle: right, or answered to the point."""
    (result,) = results("two_units", {name: held})
    assert ("passed" if not says else "failed") == result.status
    assert says in result.help


def confronted(*tests: Any) -> Any:
    """What the suspects make of tests, in a process of its own: TensorFlow is not for this one."""
    suspects = pytest.importorskip("suspects")
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(suspects.confront, tests)


def test_impostors_are_unmasked_by_a_test_that_tells() -> None:
    """The harmless test unmasks nobody; tests that break its symmetries unmask all three."""
    harmless = ([1.0, 2.0], [[1.0, 3.0], [3.0, 1.0]], [0.0, 0.0])
    verdict = said("suspects", confronted(harmless, harmless, harmless))
    assert verdict.startswith("fff ")
    assert "turned around" in verdict
    good = [
        ([1.0, 2.0], [[1.0, 3.0], [0.5, -1.0]], [0.0, 0.0]),
        ([1.0, 2.0], [[1.0, 3.0], [3.0, 1.0]], [-6.0, -4.0]),
        ([1.0, 2.0], [[1.0, 3.0], [3.0, 1.0]], [-6.0, -6.0]),
    ]
    assert "ppp " == said("suspects", confronted(*good))
    wide = ([1.0, 2.0], [[0.1, 0.3, 0.2], [0.3, -0.1, 0.4]], [0.5, -0.5, 0.1])
    assert "ppp " == said("suspects", confronted(wide, wide, wide))


def test_a_test_that_does_not_fit_is_told_in_a_sentence() -> None:
    """No test yet, sizes that do not fit, things that are no numbers: each is said, none raises."""
    misfits: list[Any] = [None, ([1.0, 2.0], [[1.0, 3.0]], [0.0, 0.0]), ([1], [[2], [3, 4]], [1])]
    verdict = said("suspects", confronted(*misfits))
    assert verdict.startswith("fff ")
    assert "into test_1" in verdict
    assert "a row for each input (2) and a column for each bias (2)" in verdict
    assert "rows of the same length" in verdict
    verdict = said("suspects", confronted(3, ([[1]], [1], [1]), ("a", "b", "c")))
    assert "three things" in verdict
    assert "a list of rows" in verdict


@pytest.fixture(autouse=True)
def _helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "assignment"))


@pytest.mark.parametrize(
    ("name", "held", "says"),
    [
        ("a1_shape", (4,), ""),
        ("a1_shape", 4, "The comma is missing"),
        ("a1_shape", (1, 4), "One example is a vector"),
        ("W2_shape", (4, 2), ""),
        ("W2_shape", (2, 4), "weights are a column"),
        ("W2_shape", (6, 2), "does not see the inputs"),
        ("A2_shape", "(50, 2)", ""),
        ("A2_shape", (2, 50), "An example is a row"),
        ("A2_shape", "fifty", "A shape looks like"),
    ],
)
def test_shapes_inside_the_small_network(name: str, held: Any, says: str) -> None:
    """Shapes of what is between the layers: right, or answered to the point."""
    (result,) = results("hidden_shapes", {name: held})
    assert ("passed" if not says else "failed") == result.status
    assert says in result.help


def test_ten_hidden_digits() -> None:
    """Nine right decisions are enough; estimates, mirrored and equal decisions are told apart."""
    rows = np.array([1, 999, 500, 499, 3, 700, 701, 4, 800, 250])
    right = (rows >= 500).astype(int)
    for decisions in (right, list(right), right.reshape(-1, 1), right == 1):
        assert "pp " == said("hidden_digits", (rows, np.array(decisions).astype(int)))
    assert "pp " == said("hidden_digits", (rows, right ^ np.eye(10, dtype=int)[0]))
    assert "pp " == said("hidden_digits", (rows, right.reshape(10, 1) >= 0.5)), "truths decide, too"
    assert "turned around" in said("hidden_digits", (rows, 1 - right))
    assert "All ten are called the same" in said("hidden_digits", (rows, np.ones(10)))
    assert "Compare them with 0.5" in said("hidden_digits", (rows, right * 0.9))
    assert "still waits" in said("hidden_digits", (rows, None))
    assert "ten of each" in said("hidden_digits", (rows, [1, 0]))


def test_agreement_with_keras() -> None:
    """A millionth is agreement; another shape, other weights, a lost layer are not."""
    assert "pp " == said("agreement", (HAND, (HAND + 5e-7).astype(np.float32)))
    assert "both the very same weights" in said("agreement", (HAND, HAND + 5e-5))
    assert "the sigmoid after each" in said("agreement", (HAND, HAND + 0.2))
    assert "the same shape" in said("agreement", (HAND.ravel(), HAND))
    assert "Check both together" in said("agreement", HAND)


def test_predictions_and_a_threshold() -> None:
    """Counts are computed from the learner's own predictions; each wrong choice has its line."""
    assert "pppp " == said("threshold", (HAND, 500, "100", "a"))
    assert "Those are the ones below" in said("threshold", (HAND, 501 - 1, 900, "a"))
    assert "np.sum counts the True" in said("threshold", (HAND, 3, 100, "a"))
    lines = {said("threshold", (HAND, 500, 100, choice)) for choice in "bcd"}
    assert 3 == len(lines)
    assert "keeps its number" in said("threshold", (HAND * 3 - 1, 0, 0, "a"))
    assert "sure of nothing" in said("threshold", (HAND * 0.01 + 0.5, 0, 0, "a"))
    assert 3 == said("threshold", (HAND, None, None, None)).count("still waits")


@pytest.mark.parametrize(
    ("name", "held", "says"),
    [
        ("calls_one_by_one", "25,000", ""),
        ("calls_one_by_one", 1000, "how often for one image"),
        ("calls_one_by_one", 25, "There are a thousand"),
        ("calls_one_by_one", 41_000, "layer 1 alone"),
        ("calls_at_once", 1, ""),
        ("calls_at_once", 25, "loop over the units"),
        ("calls_at_once", 0, "once in a while"),
    ],
)
def test_calls_of_g_are_told_beforehand(name: str, held: Any, says: str) -> None:
    """How often g is called, typed before it is counted: right, or answered to the point."""
    (result,) = results("calls", {name: held})
    assert ("passed" if not says else "failed") == result.status
    assert says in result.help


def test_what_features_follow_needs_two_comparisons_and_a_letter() -> None:
    """One network shows nothing: its question and its units are both to be varied."""
    first = [("top or bottom", 2, 0.9)]
    other = [*first, ("zero or one", 2, 1.0)]
    both = [*other, ("zero or one", 5, 1.0)]
    assert said("features", ([], None)).startswith("fff")
    assert said("features", (first, "b")).startswith("ffp")
    assert said("features", (other, "B)")).startswith("pfp")
    assert "ppp " == said("features", (both, "b"))
    assert "whole regions" in said("features", (both, "d"))
    assert said("features", "b").startswith("fff")


@pytest.mark.parametrize(
    ("sizes", "count", "says"),
    [
        ((50, 40, 30), 60_000, "pp "),
        ([2, 3, 4], "24", "pp "),
        ((20, 30, 10), 6_000, "Change at least one"),
        ((50, 40, 30), 1_500, "how many numbers come out"),
        ((50, 40, 30), 3_200, "Each is used often"),
        ((50, 40), 2_000, "Rows, inner numbers, columns"),
        ((5000, 40, 300), 60_000_000, "would take very long"),
        (None, None, "still waits"),
    ],
)
def test_how_much_work_a_product_is(sizes: object, count: object, says: str) -> None:
    """Rows times inner numbers times columns, for sizes of one's own; slips are told apart."""
    assert says in said("work", (sizes, count))
