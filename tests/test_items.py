"""Item analysis: each figure against numbers worked out by hand."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_report import case, exercise, made

from grader.pages.items import Item, analyse, correlation, upper_lower
from grader.report import Report


def test_the_corrected_point_biserial_correlation() -> None:
    """It is (M1 - M0) / s sqrt(p q).

    Rest scores 9, 8, 6 of those who passed and 5, 2 of those who did not: M1 = 23/3, M0 = 7/2,
    s^2 = (9 + 4 + 0 + 1 + 16) / 5 = 6, p q = 0.6 * 0.4: r = 25/6 / sqrt(6) * sqrt(0.24) = 5/6.
    """
    assert 5 / 6 == pytest.approx(correlation([1, 1, 1, 0, 0], [9, 8, 6, 5, 2]))
    assert -5 / 6 == pytest.approx(correlation([0, 0, 0, 1, 1], [9, 8, 6, 5, 2]))


@pytest.mark.parametrize("scores", [[1, 1, 1], [0, 0, 0]])
def test_no_correlation_where_nothing_varies(scores: list[float]) -> None:
    """An item that all or none pass, or equal rest scores, have no correlation."""
    assert correlation(scores, [3, 2, 1]) is None
    assert correlation([1, 0, 1], [2, 2, 2]) is None


def test_the_upper_lower_index() -> None:
    """Of 11 students the best 3 and the last 3 are compared: 27 % of 11 is 2.97.

    Of the best 3 all passed, of the last 3 one did: D = 3/3 - 1/3.
    """
    totals = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    scores = [1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0]
    assert 2 / 3 == pytest.approx(upper_lower(scores, totals))


def test_equal_totals_at_the_edge_count_in_parts() -> None:
    """Of 8 students 2 make a group.

    Best: one with 9 who passed, and one place among three with 7 of whom two passed: (1 + 2/3) / 2.
    Last: two places among four with 1 of whom one passed: 1/4. D = 5/6 - 1/4 = 7/12.
    """
    totals = [9, 7, 7, 7, 1, 1, 1, 1]
    scores = [1, 1, 1, 0, 0, 0, 1, 0]
    assert 7 / 12 == pytest.approx(upper_lower(scores, totals))
    assert upper_lower([1], [5]) is None
    assert upper_lower([], []) is None


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5)), min_size=2, max_size=30), st.randoms())
def test_the_order_of_students_does_not_matter(
    pairs: list[tuple[bool, int]], chance: random.Random
) -> None:
    """The same class in another order has the same figures, and they stay between -1 and 1."""
    mixed = pairs.copy()
    chance.shuffle(mixed)
    for figure in (correlation, upper_lower):
        first, second = (
            figure([float(s) for s, _ in some], [float(t) for _, t in some])
            for some in (pairs, mixed)
        )
        assert (first is None) is (second is None)
        if first is not None:
            assert first == pytest.approx(second)
            assert -1.0 <= first <= 1.0


def _reports() -> list[Report]:
    """Three cases of 1, 2 and 0 points and what four students did; one is our own fault."""
    table = [(1, 2, True), (1, 0, False), (0, 2, True), (0, 0, False)]
    made_of = []
    for number, (first, second, third) in enumerate(table):
        status = "errored" if number == 3 else "failed"
        made_of.append(
            made(
                exercise(
                    case("a", first, 1),
                    case("b", 2 if number == 3 else second, 2,
                         **({"status": status} if number == 3 else {})),
                    case("c", 0, 0, status="passed" if third else "failed"),
                )
            )
        )  # fmt: skip
    return made_of


def test_a_class_as_items() -> None:
    """Difficulty is the share that passed; the item's own points are no part of the rest.

    Totals 3, 1, 2, 2. Case a: scores 1, 1, 0, 0, rest 2, 0, 2, 2: M1 = 1, M0 = 2, s^2 = 3/4,
    r = -1 / sqrt(3/4) / 2 = -0.577. Case b without the last student, where the grader failed:
    scores 1, 0, 1, rest 1, 1, 0: M1 = 1/2, M0 = 1, s^2 = 2/9, r = -1/2 / sqrt(2/9) sqrt(2/9) = -1/2.
    """
    (first, second, third) = analyse(_reports())["e"]
    assert (4, 2, 0.5) == (first.students, first.passed, first.difficulty)
    assert -(1 / 3**0.5) == pytest.approx(first.correlation)
    assert (3, 2) == (second.students, second.passed)
    assert -0.5 == pytest.approx(second.correlation)
    assert 2 / 3 == pytest.approx(second.difficulty)
    assert 0.5 == third.difficulty
    assert "stronger students fail it" in first.remark


def test_nobody_judged_is_no_figure() -> None:
    """A case in which the grader failed for all has no figures, and a class of none no items."""
    one = made(exercise(case("a", 1, 1, status="errored")))
    (item,) = analyse([one, one])["e"]
    assert (0, None, None, None) == (
        item.students, item.difficulty, item.correlation, item.discrimination,
    )  # fmt: skip
    assert {} == analyse([])


@pytest.mark.parametrize(
    ("difficulty", "r", "remark"),
    [
        (0.5, -0.1, "stronger students"),
        (0.1, 0.5, "hard"),
        (0.99, 0.5, "passed by nearly all"),
        (0.5, 0.1, "says little"),
        (0.5, 0.4, ""),
        (None, None, ""),
    ],
)
def test_remarks(difficulty: float | None, r: float | None, remark: str) -> None:
    """What is striking is said in words, the gravest first."""
    item = Item("e/a", "a", False, 1, 10, 5, difficulty, r, None)
    assert item.remark.startswith(remark)
    assert bool(item.remark) is bool(remark)
