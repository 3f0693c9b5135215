"""The proof of an assignment, or of a part of its catalogue."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from grader.diagnosis.catalogue import Catalogue
from grader.grading.grader import Options
from grader.report import Report
from grader.suite import Suite
from grader.verify import claims
from grader.verify.claims import Claim
from grader.verify.draws import DRAWS, draws
from grader.verify.entry_programs import Specimen, specimens
from grader.verify.functions import failing
from grader.verify.matrix import Catches, catches, hidden
from grader.verify.selection import catalogue_of, selected
from grader.verify.two import made as made_pairs
from grader.verify.two import pairs
from grader.verify.wording import faults
from grader.workers.pool import Pool


class Proof(msgspec.Struct, frozen=True):
    """The result of proving an assignment.

    Attributes:
        claims: what has to hold.
        catches: what each case catches.
        hidden: the mistakes that private cases alone catch.
        whole: whether it is about the whole assignment, and not only about some entries.
    """

    claims: tuple[Claim, ...]
    catches: tuple[Catches, ...]
    hidden: tuple[str, ...] = ()
    whole: bool = True

    @property
    def holds(self) -> bool:
        """Whether every claim does, and every case is needed or says why it stays."""
        return all(claim.holds for claim in self.claims) and not self.useless

    @property
    def useless(self) -> tuple[Catches, ...]:
        """The cases that no known mistake needs and that do not say why they stay."""
        return tuple(found for found in self.catches if found.of and not found.needed)


def prove(
    root: Path,
    suite: Suite,
    solved: tuple[Path, ...],
    blank: tuple[Path, ...],
    options: Options,
    jobs: int,
    tell: Callable[[int, int], None],
    count_drawn: int = DRAWS,
) -> Proof:
    """Try all claims about an assignment.

    Args:
        root: the assignment's folder.
        suite: the assignment with its secret part.
        solved: notebooks with all answers.
        blank: notebooks as students get them.
        options: how to grade.
        jobs: how many submissions at a time.
        tell: told how many of how many programs are done.
        count_drawn: how often each private case is drawn.

    Raises:
        SandboxError: no process can be had to grade in.
    """
    known = catalogue_of(suite)
    count = sum(1 for _ in made_pairs(suite, known))
    notebooks = (*solved, *blank)
    books, results, step = _graded(suite, known, notebooks, options, jobs, tell, count)
    wrong = [pair for pair in results if pair[0].entry in known.mistakes]
    # Mistakes in functions are put together by two; those of a model would have to be trained.
    in_functions = any(entry.exercise not in known.given_for for entry in known.mistakes)
    return Proof(
        claims=(
            *claims.notebooks(
                dict(zip(solved, books, strict=False)),
                dict(zip(blank, books[len(solved) :], strict=True)),
            ),
            *_about_entries(suite, known, known, results),
            *(pairs(root, count, jobs, step) if in_functions else ()),
            draws(suite, {exercise.name for exercise in suite.exercises}, count_drawn),
        ),
        catches=tuple(catches(suite, wrong)),
        hidden=hidden(wrong),
    )


def _graded(
    suite: Suite,
    chosen: Catalogue,
    notebooks: Sequence[Path],
    options: Options,
    jobs: int,
    tell: Callable[[int, int], None],
    more: int = 0,
) -> tuple[list[Report], list[tuple[Specimen, Report]], Callable[[int], None]]:
    """The reports on notebooks, those on the programs of entries, and what counts further steps."""
    done = 0
    with tempfile.TemporaryDirectory() as folder, Pool(suite, options) as pool:
        made = list(specimens(chosen, Path(folder)))
        total = len(made) + len(notebooks) + more

        def step(newly: int = 1) -> None:
            nonlocal done
            done += newly
            tell(done, total)

        step(0)
        reports = pool.grade_all([*notebooks, *(specimen.path for specimen in made)], jobs, step)
    count = len(notebooks)
    return reports[:count], list(zip(made, reports[count:], strict=True)), step


def prove_part(
    suite: Suite,
    targets: Sequence[str],
    options: Options,
    jobs: int,
    tell: Callable[[int, int], None],
    count_drawn: int = DRAWS,
) -> Proof:
    """Try the claims about the entries of some exercises, or about single entries.

    Left out are the notebooks, programs with two mistakes, and which case catches what.

    Args:
        suite: the assignment with its secret part.
        targets: names of exercises, or of entries: ``my_dense/no_bias``.
        options: how to grade.
        jobs: how many submissions at a time.
        tell: told how many of how many programs are done.
        count_drawn: how often each private case is drawn.

    Raises:
        UnknownEntryError: a target names nothing.
        SandboxError: no process can be had to grade in.
    """
    known = catalogue_of(suite)
    chosen = selected(known, targets)
    _, results, _ = _graded(suite, chosen, (), options, jobs, tell)
    exercises = {target.partition("/")[0] for target in targets}
    about = (
        *_about_entries(suite, known, chosen, results),
        draws(suite, exercises, count_drawn),
    )
    # A claim without trials, such as one on accepted answers where there are none, says nothing.
    return Proof(tuple(claim for claim in about if claim.tried), (), whole=False)


def _about_entries(
    suite: Suite, known: Catalogue, chosen: Catalogue, results: list[tuple[Specimen, Report]]
) -> Iterator[Claim]:
    """The claims about each entry by itself."""
    yield claims.usable(chosen)
    yield from claims.answers(chosen, results)
    yield failing(suite, known, chosen, (report for _, report in results))
    wordings = tuple(faults(chosen))
    hints = sum(len(entry.hints) for entry in chosen.mistakes)
    yield Claim(
        "hints are short, plain and give nothing away",
        hints,
        hints - len(wordings),
        wordings,
        advice="Say it in fewer and shorter words; in the first two hints say what is seen, not "
        "what to type.",
    )
