"""Answers that are not in the catalogue: caught or accepted, and called nothing that is untrue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from held_out.corpus import HeldOut, answers, graded

from grader.diagnosis import catalogue
from grader.diagnosis.canonical import canonical
from grader.diagnosis.diagnose import Diagnoser
from grader.diagnosis.rehearsals import Rehearsals
from grader.grading.grader import Grader, Options
from grader.protocol.limits import Limits
from grader.suite import Suite
from grader.verify import two

FUNCTIONS = ("my_dense", "my_dense_v", "my_sequential")
MODELS = (
    6  # every sixth is tried here, for most are trained; benchmarks/held_out_answers.py has all
)
STYLE = re.compile(r"\b(assert|try|logg\w+)\b")  # what makes generated code of a known program


def chosen(exercise: str) -> list[HeldOut]:
    """The answers that are tried here."""
    found = list(answers([exercise]))
    return found if exercise in FUNCTIONS else found[::MODELS]


@pytest.mark.parametrize("exercise", [*FUNCTIONS, "digit_model"])
def test_answers_that_nobody_has_seen(suite: Suite, exercise: str, tmp_path: Path) -> None:
    """Every wrong one loses points, every right one has all, and a cause that is named is true."""
    assert suite.catalogue is not None
    known = catalogue.load_catalogue(suite.catalogue)
    with Grader(suite, Options(Limits(probe_seconds=4.0))) as grader:
        outcomes = graded(grader, known, chosen(exercise), tmp_path)
    missed = [
        outcome.answer.title for outcome in outcomes if not outcome.answer.right and outcome.full
    ]
    refused = [
        outcome.answer.title for outcome in outcomes if outcome.answer.right and not outcome.full
    ]
    false = [(outcome.answer.title, sorted(outcome.named)) for outcome in outcomes if outcome.false]
    assert ([], [], []) == (missed, refused, false)
    named = sum(bool(outcome.named) for outcome in outcomes)
    nameable = sum(bool(outcome.answer.causes) for outcome in outcomes)
    assert named >= 0.6 * nameable, f"{named} of {nameable} are named"


def test_the_corpus_is_large_and_of_its_own(suite: Suite) -> None:
    """120 wrong and 60 right answers at least, none of them a program of the catalogue."""
    assert suite.catalogue is not None
    known = catalogue.load_catalogue(suite.catalogue)
    found = list(answers())
    assert sum(not one.right for one in found) >= 120
    assert sum(one.right for one in found) >= 60
    names = {(mistake.exercise, mistake.name) for mistake in known.mistakes}
    for one in found:
        assert all((one.exercise, cause) in names for cause in one.causes), one.title
    ours = {
        canonical(variant, entry.exercise)
        for entry in (*known.mistakes, *known.accepted)
        for variant in entry.variants
    }
    same = [one for one in found if canonical(one.source, one.exercise) in ours - {""}]
    assert [] == [answer.title for answer in same if not STYLE.search(answer.source)]


SLIGHTLY_WRONG = [
    (r"\+ b\[j\]", "+ 1.01 * b[j]"),
    (r"\+ b\b(?!\[)", "+ 1.01 * b"),
    (r"\ba_in\b(?=[,)])", "a_in * 1.01"),
    (r"\bg\(", "1.01 * g("),
    (r"sigmoid\)", "lambda z: 1.01 * sigmoid(z))"),
    (r", b2", ", 1.01 * b2"),
    (r"return (.+)\n", r"return np.asarray(\1) * 1.01\n"),
]


def slightly_wrong(source: str) -> Iterator[str]:
    """A right answer with one number in it a hundredth too large, in several places."""
    head, _, body = source.partition("):\n")
    for pattern, words in SLIGHTLY_WRONG:
        changed = f"{head}):\n{re.sub(pattern, words, body)}"
        try:
            compile(changed, "changed", "exec")
        except SyntaxError:
            continue
        yield changed


def test_unusual_answers_that_are_slightly_wrong_get_no_name(suite: Suite) -> None:
    """What is unusual in a right answer is no mistake, and is not named when something else is."""
    assert suite.catalogue is not None
    known = catalogue.load_catalogue(suite.catalogue)
    diagnoser = Diagnoser(Rehearsals(known, suite.stand_ins))
    exercises = {exercise.name: exercise for exercise in suite.exercises}
    tried = 0
    for entry in known.accepted:
        if entry.exercise not in FUNCTIONS or entry.name == "array_of_one_number":
            continue  # NumPy of today stops at that one: it is a mistake of its own there
        for source in (
            changed for variant in entry.variants for changed in slightly_wrong(variant)
        ):
            evidence = two.evidence(suite, known, two.Pair(exercises[entry.exercise], (), source))
            if any(answer.wrong for answer in evidence.answers):
                assert () == diagnoser.diagnose(evidence).entries, source
                tried += 1
    assert tried > 300


BESIDE = """    LOG.append(len({0}))
    np.random.seed(1)
    norm = np.linalg.norm({0})
    print("norm", {0} / (norm + 1), {1}.shape)
    smallest = np.min({0}) - 1
    template = np.zeros_like({0})
    print(np.round({0}, 2), np.clip({1}, -10, 10), np.outer({0}, {0}))
    row = {0}.reshape(1, -1)
    transposed = {1}.T
    is_positive = 1 if norm > 0 else 0
"""
OTHERWISE = {
    "still_the_stub": "with a line of work it is a stub no more",
    "numpy_not_named": "NumPy has its name in some lines",
}


def beside(source: str, name: str) -> str:
    """A program with lines in front that take no part in its answer; empty if none can be put."""
    found = re.search(rf"^def {name}\((\w+), (\w+)(?:, \w+){{2,}}\):\n", source, re.MULTILINE)
    if not found:
        return ""
    lines = BESIDE.format(*found.groups())
    return f"LOG = []\n\n\n{source[: found.end()]}{lines}{source[found.end() :]}"


def test_what_stands_beside_an_answer_is_not_its_mistake(suite: Suite) -> None:
    """Logs, prints and what is tried out change no cause, and hide it seldom."""
    assert suite.catalogue is not None
    known = catalogue.load_catalogue(suite.catalogue)
    diagnoser = Diagnoser(Rehearsals(known, suite.stand_ins))
    exercises = {one.name: one for one in suite.exercises}
    called: list[tuple[str, ...]] = []
    false: dict[str, tuple[str, ...]] = {}
    for entry in known.mistakes[::3]:  # each is asked of by all functions that recognise one
        if entry.exercise not in FUNCTIONS or entry.name in OTHERWISE:
            continue
        source = beside(entry.variants[0], entry.exercise)
        if source:
            evidence = two.evidence(suite, known, two.Pair(exercises[entry.exercise], (), source))
            named = tuple(found.name for found in diagnoser.diagnose(evidence).entries)
            called.append(named)
            if named not in ((), (entry.name,)):
                false[entry.id] = named
    assert {} == false
    assert len(called) > 50
    assert 0.9 * len(called) <= sum(map(bool, called))
