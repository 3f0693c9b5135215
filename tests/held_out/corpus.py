"""Answers that are not in the catalogue, and what grading has to make of them.

Each file beside this one holds answers to the exercise of its name. A cell is a whole answer; its
title says whether it is right, what is special about it and, after a bar, which entries of the
catalogue would be true of it: ``# %% wrong: each row, by its column | row_for_a_unit``. With
nothing after the bar no entry is true, and none may be named.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from grader.diagnosis.catalogue import Catalogue
from grader.grading.grader import Grader
from grader.report import ExerciseResult

HERE = Path(__file__).parent
_CELL = re.compile(r"^# %% (right|wrong): (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class HeldOut:
    """One answer.

    Attributes:
        exercise: what it answers.
        title: what is special about it.
        right: whether it has to get all points.
        causes: the entries of the catalogue that are true of it.
        source: the answer.
    """

    exercise: str
    title: str
    right: bool
    causes: frozenset[str]
    source: str


@dataclass(frozen=True)
class Outcome:
    """What grading made of an answer."""

    answer: HeldOut
    result: ExerciseResult

    @property
    def full(self) -> bool:
        """Whether it got all points."""
        return self.result.earned == self.result.points

    @property
    def named(self) -> frozenset[str]:
        """The entries that were named."""
        return frozenset(mistake.partition("/")[2] for mistake in self.result.mistakes)

    @property
    def false(self) -> bool:
        """Whether an entry was named that is not true of it."""
        return not self.named <= self.answer.causes


def answers(exercises: Iterable[str] | None = None) -> Iterator[HeldOut]:
    """All answers, or those to some exercises."""
    for path in sorted(HERE.glob("*.py")):
        if path == Path(__file__) or (exercises is not None and path.stem not in exercises):
            continue
        _, *cells = _CELL.split(path.read_text(encoding="utf-8"))
        for kind, words, source in zip(cells[::3], cells[1::3], cells[2::3], strict=True):
            title, _, causes = words.partition("|")
            names = frozenset(name.strip() for name in causes.split(",") if name.strip())
            yield HeldOut(path.stem, title.strip(), kind == "right", names, source.strip() + "\n")


def cells_of(known: Catalogue, answer: HeldOut) -> list[str]:
    """The cells of a notebook with an answer, beside right answers to the other exercises."""
    others = [name for name in known.templates if name not in (answer.exercise, *known.given_for)]
    cells = [known.given, *(known.templates[name] for name in others)]
    cells += [known.given_for.get(answer.exercise, ""), answer.source]
    return [cell for cell in cells if cell]


def graded(
    grader: Grader,
    known: Catalogue,
    chosen: Iterable[HeldOut],
    folder: Path,
    jobs: int = 2,
    tell: Callable[[], None] = lambda: None,
) -> list[Outcome]:
    """Grade answers, each beside right answers to the other exercises.

    Args:
        grader: with the assignment.
        known: its catalogue, for what is given and the right answers.
        chosen: the answers.
        folder: where the submissions are written.
        jobs: how many at a time.
        tell: called after each.
    """

    def one(numbered: tuple[int, HeldOut]) -> Outcome:
        number, answer = numbered
        path = folder / f"{answer.exercise}-{number}.py"
        cells = cells_of(known, answer)
        path.write_text("".join(f"# %%\n{cell}\n" for cell in cells), encoding="utf-8")
        report = grader.grade(path)
        tell()
        return Outcome(
            answer,
            next(exercise for exercise in report.exercises if exercise.name == answer.exercise),
        )

    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(one, enumerate(chosen, 1)))
