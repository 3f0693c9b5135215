"""A proof as a table for people."""

from __future__ import annotations

import textwrap

from grader.verify.claims import Claim
from grader.verify.prove import Proof

WIDTH = 80
_SHOWN = 8  # failures of a claim, unless all are asked for


def table(proof: Proof, *, everything: bool = False) -> str:
    """The proof for people, at most 80 columns wide.

    Args:
        proof: what was found.
        everything: whether every failure and the matrix of cases are shown.
    """
    lines = [f"{'Claim':<58}{'held':>8}{'tried':>8}", "-" * 79]
    for claim in proof.claims:
        lines += _claim(claim, everything=everything)
    if proof.whole and proof.catches:
        lines += _cases(proof, everything=everything)
    about = "The assignment" if proof.whole else "What was asked for"
    lines += ["", f"{about} is proven." if proof.holds else f"{about} is not proven."]
    if not proof.whole:
        lines += _indented(
            "Two mistakes at once, the notebooks and the use of each case are proven by "
            "`grader verify` without names.",
            0,
        )
    return "\n".join(lines) + "\n"


def _claim(claim: Claim, *, everything: bool) -> list[str]:
    """A claim with what failed and what to do about it."""
    sign = " " if claim.holds else "!"
    lines = [f"{sign} {claim.what:<56}{claim.held:>8}{claim.tried:>8}"]
    shown = claim.failures if everything else claim.failures[:_SHOWN]
    for failure in shown:
        lines += _indented(failure)
    left = len(claim.failures) - len(shown)
    lines += [f"      and {left} more: --all shows them"] if left else []
    if claim.failures and claim.advice:
        lines += _indented(f"-> {claim.advice}", 6)
    return lines


def _cases(proof: Proof, *, everything: bool) -> list[str]:
    """The mistakes for which each case is needed."""
    lines = ["", f"{'Case':<52}{'catches':>9}{'alone':>7}{'tells apart':>12}", "-" * 79]
    for found in proof.catches:
        if everything or found in proof.useless:
            case = found.case
            sign = "!" if found in proof.useless else " "
            caught = f"{found.caught}/{found.of}"
            lines.append(f"{sign} {case.id[:50]:<50}{caught:>9}{found.alone:>7}{found.apart:>12}")
            lines += _indented(f"stays: {case.kept_because}") if case.kept_because else []
    if proof.useless:
        lines += _indented(
            "-> Other cases catch all that such a case catches: take it out, or say in the case "
            "why it is asked all the same (`kept_because`)."
        )
    tried = [found for found in proof.catches if found.of]
    needed = sum(found.needed for found in tried)
    lines.append(f"{needed} of {len(tried)} cases are needed or say why they stay")
    if len(tried) < len(proof.catches):
        lines.append(f"{len(proof.catches) - len(tried)} are of exercises without known mistakes")
    if proof.hidden:
        shown = proof.hidden if everything else proof.hidden[:_SHOWN]
        more = len(proof.hidden) - len(shown)
        rest = f" and {more} more" if more else ""
        lines += _indented(f"caught by private cases alone: {', '.join(shown)}{rest}", 0)
    return lines


def _indented(text: str, by: int = 6) -> list[str]:
    first, rest = " " * by, " " * (by + 2)
    return textwrap.wrap(text, WIDTH - 6, initial_indent=first, subsequent_indent=rest)
