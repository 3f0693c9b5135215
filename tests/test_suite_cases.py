"""The cases of this assignment: their points, their number, and that they judge rightly."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from grader.grading.interview import questions
from grader.grading.private_numbers import number
from grader.judging.judge import judge
from grader.protocol.observations import Observation, Returned
from grader.protocol.probes import Call, Probe
from grader.protocol.values import decode, encode
from grader.suite import Case, Suite
from grader.suite.judgements import Returns

ROOT = Path(__file__).resolve().parents[1]
NUMPY_EXERCISES = ("my_dense", "my_sequential", "my_dense_v")


def cases_of(suite: Suite, name: str, *, private: bool) -> list[Case]:
    """The public or the private cases of an exercise."""
    return [case for case in suite.cases if case.exercise == name and case.private is private]


def question(case: Case, seed: int = 0) -> Call:
    """A case's question."""
    probe = case.ask(np.random.default_rng(seed))
    assert isinstance(probe, Call)
    return probe


def reference_of(name: str) -> Any:
    """The instructor's function."""
    from solutions import reference

    return getattr(reference, name)


def answered(name: str, probe: Call) -> Observation:
    """What the reference answers."""
    values = (reference_of(name)(*map(decode, probe.arguments)) for _ in range(probe.times))
    return Observation(Returned(tuple(encode(value) for value in values)))


@pytest.mark.parametrize(
    ("name", "points", "extra"),
    [
        ("digit_model", 30, False),
        ("my_dense", 30, False),
        ("my_sequential", 30, False),
        ("quiz", 10, False),
        ("my_dense_v", 10, True),
    ],
)
def test_points_of_an_exercise(suite: Suite, name: str, points: int, extra: bool) -> None:
    """The exercises are worth 30 points each, the quiz 10, and 10 on top for the optional one."""
    (exercise,) = (exercise for exercise in suite.exercises if exercise.name == name)
    assert points == sum(case.points for case in suite.of(exercise))
    assert extra is exercise.extra


def test_the_points_that_are_told_are_those_that_there_are(suite: Suite) -> None:
    """What students are told of all points is the sum of the required cases, private ones too."""
    assert 100 == suite.points == suite.points_here
    at_home = replace(suite, cases=tuple(case for case in suite.cases if not case.private))
    assert 38 == at_home.points_here


def test_the_exercises_are_in_the_notebooks_order(suite: Suite) -> None:
    """The report names the exercises in the order in which they are met."""
    of_the_week = ["digit_model", "my_dense", "my_sequential", "quiz", "my_dense_v"]
    names = [exercise.name for exercise in suite.exercises]
    assert of_the_week == [name for name in names if name in of_the_week]


@pytest.mark.parametrize("name", NUMPY_EXERCISES)
def test_there_are_enough_cases(suite: Suite, name: str) -> None:
    """Each function has at least six public and twelve private cases, all with help."""
    assert len(cases_of(suite, name, private=False)) >= 6
    assert len(cases_of(suite, name, private=True)) >= 12
    assert all(case.help.endswith((".", "?")) for case in suite.cases)


@pytest.mark.parametrize("name", NUMPY_EXERCISES)
def test_literal_results_agree_with_the_reference(suite: Suite, name: str) -> None:
    """The numbers written into public cases are those of the reference, to six digits and more."""
    for case in cases_of(suite, name, private=False):
        probe = question(case)
        assert "passed" == judge(case, probe, answered(name, probe)).status, case.id
        right = reference_of(name)(*map(decode, probe.arguments))
        nearly = Observation(Returned((encode(right * (1 + 1e-6)),) * probe.times))
        assert "passed" == judge(case, probe, nearly).status, case.id
        wrong = Observation(Returned((encode(right + 0.01),) * probe.times))
        assert "failed" == judge(case, probe, wrong).status, case.id


@pytest.mark.parametrize("name", NUMPY_EXERCISES)
def test_literals_are_written_to_seven_digits(suite: Suite, name: str) -> None:
    """Each literal result is within a relative 1e-6 of the reference."""
    for case in cases_of(suite, name, private=False):
        assert isinstance(case.expect, Returns), case.id
        right = reference_of(name)(*map(decode, question(case).arguments))
        for result in map(np.array, case.expect.expected):
            assert right.shape == result.shape, case.id
            np.testing.assert_allclose(result, right, rtol=1e-6, atol=1e-9, err_msg=case.id)


@pytest.mark.parametrize("name", NUMPY_EXERCISES)
def test_private_cases_pass_for_the_reference(suite: Suite, name: str) -> None:
    """Whatever numbers are drawn, the reference passes, and nothing is saturated or constant."""
    for case in cases_of(suite, name, private=True):
        for seed in range(5):
            probe = question(case, seed)
            seen = answered(name, probe)
            assert "passed" == judge(case, probe, seen).status, (case.id, seed)
            zeros = tuple(encode(decode(value) * 0) for value in seen.outcome.values)  # type: ignore[union-attr]
            wrong = judge(case, probe, Observation(Returned(zeros)))
            if np.any(decode(seen.outcome.values[0])):  # type: ignore[union-attr]
                assert "failed" == wrong.status, (case.id, seed)


def drawn(suite: Suite, source: str) -> list[Probe]:
    """The private questions that a submission of this source is asked."""
    cases = [case for case in suite.cases if case.private and case.exercise in NUMPY_EXERCISES]
    found = questions(cases, lambda purpose: number(suite.key, source, purpose))
    return [probe for probe in found.values() if not isinstance(probe, Exception)]


def test_private_inputs_are_keyed(suite: Suite) -> None:
    """The same submission meets the same inputs; another one, or another key, meets others."""
    first = drawn(suite, "a = 1")
    assert first == drawn(suite, "a = 1")
    for other in (drawn(suite, "a = 2"), drawn(replace(suite, key=b"another"), "a = 1")):
        assert all(probe != another for probe, another in zip(first, other, strict=True))


def test_private_and_public_inputs_differ(suite: Suite) -> None:
    """No private question is a public one."""
    public = {
        case.ask(np.random.default_rng(0))
        for case in suite.cases
        if not case.private and case.exercise in NUMPY_EXERCISES
    }
    assert not public & set(drawn(suite, "a = 1"))


def test_public_tests_hold_nothing_of_the_solutions(suite: Suite) -> None:
    """No public file names the secret folder or repeats a line of the reference's functions."""
    secret = ast.parse((ROOT / "solutions" / "reference.py").read_text())
    bodies = {
        ast.unparse(line)
        for function in secret.body
        if isinstance(function, ast.FunctionDef)
        for line in function.body[1:]
    }
    for path in (ROOT / "public_tests").rglob("*.py"):
        tree = ast.parse(path.read_text())
        lines = {ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.stmt)}
        assert not bodies & lines, path
        modules = {
            name
            for node in ast.walk(tree)
            for name in (
                [alias.name for alias in node.names] if isinstance(node, ast.Import)
                else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            )
        }  # fmt: skip
        assert not any(name.startswith("solutions") for name in modules), path
