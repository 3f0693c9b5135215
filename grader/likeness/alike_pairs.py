"""Pairs of submissions that share more than chance explains, by the class they are in.

Statements of the given template do not count. A pair is alike if what it shares weighs so much
(`grader.likeness.rarity`) that among all the pairs of a class whose students worked alone fewer
than one in 20 classes would have such a pair: a short right answer looks like every other, and so
does a common mistake.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from statistics import median, quantiles

import msgspec

from grader.likeness.rarity import Rarity, cost_of_choosing
from grader.likeness.statements import ComparedStatement

LINE = 0.05  # pairs that chance explains, in a class; with more of them a pair is not alike
_FEW = 4  # works that a rare statement is in at most, in a class of less than 25
_MOST_BELOW = 20  # pairs below the line that are shown for comparison


class Work(msgspec.Struct, frozen=True):
    """A submission, with all students who handed in the very same.

    Attributes:
        students: their names.
        cells: numbers and sources of the cells, cut to the statements that exercises need.
        statements: these statements.
    """

    students: tuple[str, ...]
    cells: tuple[tuple[int, str], ...]
    statements: tuple[ComparedStatement, ...]


class AlikePair(msgspec.Struct, frozen=True):
    """Two works with much in common.

    Attributes:
        works: the two.
        likeness: the part of the different statements of the one with more that the other has, too.
        by_chance: how many pairs with so much evidence are to be expected in the class if all
            worked alone.
        rare: how many of the statements they share are rare.
        lines: for each of the two, the cells and lines that the rare ones stand in.
    """

    works: tuple[Work, Work]
    likeness: float
    by_chance: float
    rare: int
    lines: tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]


class Comparison(msgspec.Struct, frozen=True):
    """The comparison of a class's submissions.

    Attributes:
        pairs: those that are alike, the least explained by chance first.
        below: the next few, for comparison.
        compared: how many works were compared.
        too_plain: how many have so little of their own that even a whole copy could not be told.
        most: in how many works a rare statement is at most.
        typical: the median of each work's greatest likeness to another.
        high: what 95 of 100 works are below; None with too few works.
    """

    pairs: tuple[AlikePair, ...]
    below: tuple[AlikePair, ...]
    compared: int
    too_plain: int
    most: int
    typical: float
    high: float | None


def compare(works: Sequence[Work], given: Collection[int]) -> Comparison:
    """Find the pairs that share more than chance explains.

    Args:
        works: what was handed in, each once.
        given: the values of the template's statements.
    """
    whole = _Class(works, given)
    found = sorted(whole.candidates(), reverse=True)
    needed = whole.bits_of_pairs - math.log2(LINE)
    alike = sum(bits >= needed for bits, _, _ in found)
    pairs = [whole.pair(*candidate) for candidate in found[: alike + _MOST_BELOW]]
    best = whole.greatest_likeness()
    return Comparison(
        pairs=tuple(pairs[:alike]),
        below=tuple(pairs[alike:]),
        compared=len(works),
        too_plain=sum(whole.evidence_of_copy(place) < needed for place in range(len(works))),
        most=whole.most,
        typical=median(best) if best else 0.0,
        high=quantiles(best, n=20)[-1] if len(best) > 1 else None,
    )


class _Class:
    """The works of a class, with the statements of each."""

    def __init__(self, works: Sequence[Work], given: Collection[int]) -> None:
        self._works = works
        self._parts = [_parts(work, given) for work in works]
        self._values = [set[int]().union(*parts) for parts in self._parts]
        self._rarity = Rarity(self._values)
        self.most = max(_FEW, math.isqrt(len(works)))
        pairs = len(works) * (len(works) - 1) / 2
        self.bits_of_pairs = math.log2(max(pairs, 1.0))

    def candidates(self) -> Iterator[tuple[float, int, int]]:
        """The bits of evidence of pairs that share something rare, and the places of the two."""
        holders: dict[int, list[int]] = defaultdict(list)
        for place, values in enumerate(self._values):
            for value in values:
                if 1 < self._rarity.held(value) <= self.most:
                    holders[value].append(place)
        candidates = {pair for places in holders.values() for pair in combinations(places, 2)}
        for left, right in candidates:
            common = self._values[left] & self._values[right]
            most = sum(map(self._rarity.alone, common)) - self._cost(left, right)
            if most > 0:
                yield self._evidence(left, right, common), left, right

    def evidence_of_copy(self, place: int) -> float:
        """The bits that a whole copy of a work would weigh if it were in the class, too."""
        return self._rarity.evidence(self._parts[place], own=1)

    def greatest_likeness(self) -> list[float]:
        """For each work the greatest likeness to another one."""
        best = [0.0] * len(self._works)
        for left, right in combinations(range(len(self._works)), 2):
            likeness = self._likeness(left, right)
            best[left] = max(best[left], likeness)
            best[right] = max(best[right], likeness)
        return best

    def pair(self, bits: float, left: int, right: int) -> AlikePair:
        """The pair of two places."""
        common = self._values[left] & self._values[right]
        rare = {value for value in common if self._rarity.held(value) <= self.most}
        works = (self._works[left], self._works[right])
        return AlikePair(
            works=works,
            likeness=self._likeness(left, right),
            by_chance=2.0 ** (self.bits_of_pairs - bits),
            rare=len(rare),
            lines=(_lines(works[0].statements, rare), _lines(works[1].statements, rare)),
        )

    def _evidence(self, left: int, right: int, common: set[int]) -> float:
        of_each = (
            self._rarity.evidence(values & common for values in self._parts[place])
            for place in (left, right)
        )
        return min(of_each) - self._cost(left, right)

    def _cost(self, left: int, right: int) -> float:
        common = len(self._values[left] & self._values[right])
        return cost_of_choosing(common, max(len(self._values[left]), len(self._values[right])))

    def _likeness(self, left: int, right: int) -> float:
        most = max(len(self._values[left]), len(self._values[right]), 1)
        return len(self._values[left] & self._values[right]) / most


def _parts(work: Work, given: Collection[int]) -> list[set[int]]:
    """The statements of each cell, or of each definition if there is one cell alone.

    Those of the template are left out.
    """
    own = [statement for statement in work.statements if statement.value not in given]
    has_cells = len({statement.cell for statement in own}) > 1
    parts: dict[tuple[int, int], set[int]] = defaultdict(set)
    for statement in own:
        parts[statement.cell, 0 if has_cells else statement.part].add(statement.value)
    return list(parts.values())


def _lines(found: Iterable[ComparedStatement], common: set[int]) -> frozenset[tuple[int, int]]:
    return frozenset(
        (statement.cell, line)
        for statement in found
        if statement.value in common
        for line in range(statement.first, statement.last + 1)
    )
