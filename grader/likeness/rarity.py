"""The rarity of statements in a class: the evidence, in bits, that two works share them.

A statement weighs by how few others have it: one in 100 weighs log2(100) bits. Within a cell of a
notebook, or a definition of a script, statements come together (a loop with a counter is a choice
once, and not with each of its lines), so a statement weighs no more than its rarity among those who
have another of the shared ones of that part. The parts are taken to be written independently of
each other. Frequencies are estimated without the two who are compared, by Laplace's rule of
succession, (k + 1) / (n + 2), so what nobody else has weighs one bit beside another such statement
of the part.

From the sum is taken what it takes to say which statements are not shared: log2 of the number of
ways to choose the shared ones, the cost of a subset in a description of minimum length. Two who hit
on one odd thing alike differ elsewhere, and weigh nothing in the end.

Sources: Laplace (1814), Essai philosophique sur les probabilités, for the rule; Rissanen (1978),
Modeling by shortest data description, Automatica 14(5), 465-471, for the lengths.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence

_COMPARED = 40  # statements of a part among which the likeliest companion is looked for


class Rarity:
    """The statements of a class, each with who has it."""

    def __init__(self, works: Sequence[Collection[int]]) -> None:
        """Count.

        Args:
            works: for each work its different statements.
        """
        self._works = len(works)
        self._holders: dict[int, int] = {}  # the works as bits of a number
        for place, values in enumerate(works):
            for value in values:
                self._holders[value] = self._holders.get(value, 0) | 1 << place

    def held(self, value: int) -> int:
        """In how many works a statement is."""
        return self._holders.get(value, 0).bit_count()

    def alone(self, value: int, own: int = 2) -> float:
        """The bits that a statement weighs by itself.

        Args:
            value: the statement.
            own: how many of those who have it are the compared ones.
        """
        return math.log2((self._works - own + 2) / (self.held(value) - own + 1))

    def evidence(self, parts: Iterable[Collection[int]], own: int = 2) -> float:
        """The bits that shared statements weigh together.

        Args:
            parts: the statements of each cell or definition; one that is in several counts once.
            own: how many of those who have them are the compared ones.
        """
        seen: set[int] = set()
        bits = 0.0
        for values in parts:
            bits += self._part(set(values) - seen, own)
            seen.update(values)
        return bits

    def _part(self, values: set[int], own: int) -> float:
        bits = 0.0
        before: list[int] = []  # who has the statements that have been weighed, the rarest last
        for value in sorted(values, key=lambda value: (-self.held(value), value)):
            holders = self._holders[value]
            beside = (
                (other.bit_count() - own + 2) / ((other & holders).bit_count() - own + 1)
                for other in before[-_COMPARED:]
            )
            bits += min(self.alone(value, own), math.log2(min(beside, default=math.inf)))
            before.append(holders)
        return bits


def cost_of_choosing(some: int, of: int) -> float:
    """The bits that it takes to say which ``some`` of ``of`` are meant."""
    ways = math.lgamma(of + 1) - math.lgamma(some + 1) - math.lgamma(of - some + 1)
    return ways / math.log(2)
