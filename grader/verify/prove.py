"""The proof of an assignment, and its table."""

from __future__ import annotations

import tempfile
import textwrap
from collections.abc import Callable
from pathlib import Path

import msgspec

from grader.diagnosis import catalogue as catalogues
from grader.grading.grader import Grader, Options
from grader.suite import Suite
from grader.verify import claims
from grader.verify.claims import Claim
from grader.verify.matrix import Catches, catches, hidden
from grader.verify.programs import specimens
from grader.verify.two import made as made_pairs
from grader.verify.two import pairs
from grader.verify.wording import faults

WIDTH = 80
_SHOWN = 8  # failures of a claim, unless all are asked for


class Proof(msgspec.Struct, frozen=True):
    """What was claimed, what each case catches, and which mistakes private cases alone catch."""

    claims: tuple[Claim, ...]
    catches: tuple[Catches, ...]
    hidden: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether every claim does, and every case is needed or says why it stays."""
        return all(claim.holds for claim in self.claims) and not self.useless

    @property
    def useless(self) -> tuple[Catches, ...]:
        """The cases that no known mistake needs and that do not say why they stay."""
        return tuple(one for one in self.catches if one.of and not one.needed)


def prove(
    root: Path,
    suite: Suite,
    solved: tuple[Path, ...],
    blank: tuple[Path, ...],
    options: Options,
    jobs: int,
    tell: Callable[[int, int], None],
) -> Proof:
    """Run everything that is known about an assignment.

    Args:
        root: the assignment's folder.
        suite: the assignment with its secret part.
        solved: notebooks with all answers.
        blank: notebooks as students get them.
        options: how to grade.
        jobs: how many submissions at a time.
        tell: told how many of how many programs are done.

    Raises:
        SandboxError: no process can be had to grade in.
    """
    known = catalogues.load(suite.catalogue) if suite.catalogue else catalogues.Catalogue()
    done = 0
    with tempfile.TemporaryDirectory() as folder, Grader(suite, options) as grader:
        made = list(specimens(known, Path(folder)))
        count = sum(1 for _ in made_pairs(suite, known))
        total = len(made) + len(solved) + len(blank) + count

        def step(more: int = 1) -> None:
            nonlocal done
            done += more
            tell(done, total)

        books = claims.graded(grader, [*solved, *blank], jobs, step)
        reports = claims.graded(grader, [one.path for one in made], jobs, step)
    results = list(zip(made, reports, strict=True))
    wrong = [pair for pair in results if pair[0].entry in known.mistakes]
    wordings = tuple(faults(known))
    hints = sum(len(entry.hints) for entry in known.mistakes)
    return Proof(
        claims=(
            *claims.notebooks(
                dict(zip(solved, books, strict=False)),
                dict(zip(blank, books[len(solved) :], strict=True)),
            ),
            claims.usable(known),
            *claims.answers(known, results),
            *pairs(root, count, jobs, step),
            Claim("hints are short, plain and give nothing away", hints, hints - len(wordings),
                  wordings),
        ),
        catches=tuple(catches(suite, wrong)),
        hidden=hidden(wrong),
    )  # fmt: skip


def table(proof: Proof, *, everything: bool = False) -> str:
    """The proof for people, at most 80 columns wide.

    Args:
        proof: what was found.
        everything: whether every failure and the matrix of cases are shown.
    """
    lines = [f"{'Claim':<58}{'held':>8}{'tried':>8}", "-" * 79]
    for claim in proof.claims:
        sign = " " if claim.holds else "!"
        lines.append(f"{sign} {claim.what:<56}{claim.held:>8}{claim.tried:>8}")
        shown = claim.failures if everything else claim.failures[:_SHOWN]
        for failure in shown:
            lines += _indented(failure)
        left = len(claim.failures) - len(shown)
        lines += [f"      and {left} more: --all shows them"] if left else []
    lines += ["", f"{'Case':<52}{'catches':>9}{'alone':>7}{'tells apart':>12}", "-" * 79]
    for one in proof.catches:
        if everything or one in proof.useless:
            sign = "!" if one in proof.useless else " "
            title = f"{one.case.id}"[:50]
            caught = f"{one.caught}/{one.of}"
            lines.append(f"{sign} {title:<50}{caught:>9}{one.alone:>7}{one.apart:>12}")
            lines += _indented(f"stays: {one.case.kept_because}") if one.case.kept_because else []
    tried = [one for one in proof.catches if one.of]
    needed = sum(one.needed for one in tried)
    lines.append(f"{needed} of {len(tried)} cases are needed or say why they stay")
    if len(tried) < len(proof.catches):
        lines.append(f"{len(proof.catches) - len(tried)} are of exercises without known mistakes")
    if proof.hidden:
        shown_ids = proof.hidden if everything else proof.hidden[:_SHOWN]
        more = len(proof.hidden) - len(shown_ids)
        rest = f" and {more} more" if more else ""
        lines += _indented(f"caught by private cases alone: {', '.join(shown_ids)}{rest}", 0)
    lines += ["", "The assignment is proven." if proof.holds else "The assignment is not proven."]
    return "\n".join(lines) + "\n"


def _indented(text: str, by: int = 6) -> list[str]:
    first, rest = " " * by, " " * (by + 2)
    return textwrap.wrap(text, WIDTH - 6, initial_indent=first, subsequent_indent=rest)
