"""Programs with two mistakes: what is said of them must be true of them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.diagnose import Diagnoser
from grader.diagnosis.evidence import Answer, Evidence
from grader.diagnosis.pairs import merged
from grader.diagnosis.rehearsal import Rehearsal
from grader.judge import judge
from grader.suite import Exercise, Suite
from grader.verify.claims import Claim


def pairs(suite: Suite, catalogue: Catalogue, tell: Callable[[], None]) -> list[Claim]:
    """No program with two mistakes is given a cause that it has not; and how many get both.

    Args:
        suite: the cases.
        catalogue: the mistakes; the first variants of every two of an exercise are put together.
        tell: called after each pair.
    """
    diagnoser = Diagnoser(catalogue, suite.stand_ins)
    false: list[str] = []
    tried = both = 0
    for exercise in suite.exercises:
        template = catalogue.templates.get(exercise.name, "")
        if exercise.name in catalogue.given_for:
            continue  # a model: its mistakes are recognised by facts, each for itself
        entries = tuple(one for one in catalogue.of(exercise.name) if one.recognise is None)
        for one, other, program in merged(template, entries):
            found = diagnoser.diagnose(_evidence(suite, catalogue, exercise, program))
            tried += 1
            both += set(found) == {one, other}
            if not set(found) <= {one, other}:
                said = " + ".join(entry.id for entry in found)
                false.append(f"{one.id} + {other.id}: called {said}")
            tell()
    claim = Claim("two mistakes at once are called nothing else", tried, tried - len(false),
                  tuple(false))  # fmt: skip
    return [claim, Claim("and both are named", tried, both, least=0.0)]


def _evidence(suite: Suite, catalogue: Catalogue, exercise: Exercise, program: str) -> Evidence:
    rehearsal = Rehearsal(program, catalogue.given, suite.stand_ins)
    answers = []
    for number, case in enumerate(suite.of(exercise)):
        probe = case.ask(np.random.default_rng(number))
        seen = rehearsal.observe(probe)
        wrong = judge(case, probe, seen).status == "failed"
        answers.append(Answer(probe, seen, wrong, not case.private))
    return Evidence(exercise.name, exercise.goals[0], tuple(answers), program)
