"""Programs with two mistakes: what is said of them must be true of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import msgspec
import numpy as np

from grader.assignment import loading
from grader.diagnosis.catalogue import Catalogue
from grader.diagnosis.diagnose import Diagnoser
from grader.diagnosis.entries import Entry
from grader.diagnosis.evidence import Evidence, JudgedAnswer
from grader.diagnosis.names import defined
from grader.diagnosis.pairs import merged
from grader.diagnosis.rehearsals import Rehearsals
from grader.diagnosis.trial_runs import Rehearsal
from grader.judging.judge import judge
from grader.suite import Exercise, Suite
from grader.verify.claims import Claim
from grader.verify.selection import catalogue_of

_AT_A_TIME = 60  # pairs that are handed to a process together


class Pair(msgspec.Struct, frozen=True):
    """Two mistakes of an exercise in one program.

    Attributes:
        exercise: whose they are.
        entries: the two.
        program: with the changes of both, made to the right answer.
    """

    exercise: Exercise
    entries: tuple[Entry, ...]
    program: str


def made(suite: Suite, catalogue: Catalogue) -> Iterator[Pair]:
    """Yield every two mistakes of a function whose changes to the right answer do not touch.

    A model's mistakes are left out: each pair would have to be trained.
    """
    for exercise in suite.exercises:
        if exercise.name not in catalogue.given_for:
            template = catalogue.templates.get(exercise.name, "")
            for entry, other, program in merged(template, catalogue.of(exercise.name)):
                yield Pair(exercise, (entry, other), program)


def pairs(root: Path, count: int, jobs: int, tell: Callable[[int], None]) -> list[Claim]:
    """The claims on programs with two mistakes: none is given a false cause, some are given both.

    Args:
        root: the assignment's folder, from which each process loads it.
        count: how many pairs there are.
        jobs: how many processes.
        tell: is told how many were done since it was last told.
    """
    false: list[str] = []
    both = 0
    with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
        starts = range(0, count, _AT_A_TIME)
        futures = [pool.submit(_tried, root, start, start + _AT_A_TIME) for start in starts]
        for future in as_completed(futures):
            tried, named, wrong = future.result()
            tell(tried)
            both += named
            false += wrong
    claim = Claim(
        "two mistakes at once are called nothing else",
        count,
        count - len(false),
        tuple(sorted(false)),
        advice="Read the hints of the entry that is named with that program beside them. If they "
        "are true of it, write `Also: a + b` into that entry; if not, `# %% not if`.",
    )
    return [claim, Claim("and both are named", count, both, least=0.0)]


def _tried(root: Path, start: int, stop: int) -> tuple[int, int, list[str]]:
    """In a process of its own: how many pairs were tried, how many got both names, false names."""
    suite, catalogue, diagnoser, every = _prepared(root)
    both, false = 0, []
    for pair in every[start:stop]:
        found = diagnoser.diagnose(evidence(suite, catalogue, pair)).entries
        both += set(found) == set(pair.entries)
        if not is_true(found, pair.entries):
            said = " + ".join(entry.id for entry in found)
            entry, other = pair.entries
            false.append(f"{entry.id} + {other.id}: called {said}")
    return len(every[start:stop]), both, false


@cache
def _prepared(root: Path) -> tuple[Suite, Catalogue, Diagnoser, list[Pair]]:
    suite = loading.load_assignment(root)
    known = catalogue_of(suite)
    return suite, known, Diagnoser(Rehearsals(known, suite.stand_ins)), list(made(suite, known))


def is_true(found: tuple[Entry, ...], entries: tuple[Entry, ...]) -> bool:
    """Whether the entries that were found are true of a program with these two mistakes."""
    two = frozenset(entry.name for entry in entries)
    return all(entry in entries or two in entry.also for entry in found)


def evidence(suite: Suite, catalogue: Catalogue, pair: Pair) -> Evidence:
    """The evidence of a submission with this program: its answers to all cases."""
    given = catalogue.before(pair.exercise.name)
    rehearsal = Rehearsal(pair.program, given, suite.stand_ins)
    answers = []
    for number, case in enumerate(suite.of(pair.exercise)):
        probe = case.ask(np.random.default_rng(number))
        seen = rehearsal.observe(probe)
        wrong = judge(case, probe, seen).status == "failed"
        answers.append(JudgedAnswer(probe, seen, wrong, not case.private, case.advisory))
    known = defined(given)
    exercise = pair.exercise
    return Evidence(exercise.name, exercise.goals[0], tuple(answers), pair.program, known)
