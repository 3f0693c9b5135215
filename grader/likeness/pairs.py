"""Pairs of submissions that share what few others have.

Fingerprints of the given template count for nobody, nor do those that many have: a short right
answer looks like every other. Of what is left, the rare fingerprints, two who worked alone share
few, and two of whom one copied share most, whatever the names, and most of the rest, too; two who
hit on one odd thing alike differ elsewhere. Each rare fingerprint is in a few submissions only, so
the work grows with the class and no faster.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from statistics import median, quantiles

import msgspec

from grader.likeness.fingerprints import Fingerprint

FEWEST = 8  # shared rare fingerprints; with fewer it cannot be told
LINE = 0.85  # likeness from which on a pair is shown as alike
_FEW = 4  # submissions that a rare fingerprint is in at most, in a class of less than 1,000
_PERMILLE = 4
_MOST_BELOW = 20  # pairs below the line that are shown for comparison


class Work(msgspec.Struct, frozen=True):
    """What one or several students handed in alike to the letter.

    Attributes:
        students: their names.
        cells: numbers and sources of the statements that were needed.
        prints: their fingerprints.
    """

    students: tuple[str, ...]
    cells: tuple[tuple[int, str], ...]
    prints: tuple[Fingerprint, ...]


class Pair(msgspec.Struct, frozen=True):
    """Two works that are alike.

    Attributes:
        works: the two.
        likeness: the part of the rare fingerprints of the one with fewer that the other has, too,
            or of all its fingerprints if that is less.
        shared: how many these are.
        lines: for each of the two, the cells and lines that they stand in.
    """

    works: tuple[Work, Work]
    likeness: float
    shared: int
    lines: tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]


class Comparison(msgspec.Struct, frozen=True):
    """What a class's submissions have in common.

    Attributes:
        pairs: those on or above the line, the most alike first.
        below: the next few, for comparison.
        compared: how many works were compared.
        too_short: how many had too few rare fingerprints to tell.
        most: in how many works a rare fingerprint is at most.
        typical: the median of each work's greatest likeness to another.
        high: what 95 of 100 works are below; None with too few works.
    """

    pairs: tuple[Pair, ...]
    below: tuple[Pair, ...]
    compared: int
    too_short: int
    most: int
    typical: float
    high: float | None


def compare(works: Sequence[Work], given: Collection[int]) -> Comparison:
    """Find the pairs that share rare fingerprints.

    Args:
        works: what was handed in, each once.
        given: the fingerprints of the template.
    """
    most = max(_FEW, len(works) * _PERMILLE // 1000)
    values = [{mark.value for mark in work.prints}.difference(given) for work in works]
    held = Counter(value for own in values for value in own)
    rare = [{value for value in own if held[value] <= most} for own in values]
    shared = _shared(rare)
    best = [0.0] * len(works)
    found = []
    for (one, other), common in shared.items():
        if len(common) >= FEWEST:
            of_rare = len(common) / min(len(rare[one]), len(rare[other]))
            likeness = min(of_rare, _part_in_common(values[one], values[other]))
            found.append((likeness, len(common), one, other))
            best[one] = max(best[one], likeness)
            best[other] = max(best[other], likeness)
    found.sort(key=lambda pair: (-pair[0], -pair[1], pair[2:]))
    pairs = [
        _pair(works[one], works[other], shared[one, other], likeness)
        for likeness, _, one, other in found[: sum(pair[0] >= LINE for pair in found) + _MOST_BELOW]
    ]
    return Comparison(
        pairs=tuple(pair for pair in pairs if pair.likeness >= LINE),
        below=tuple(pair for pair in pairs if pair.likeness < LINE),
        compared=len(works),
        too_short=sum(len(own) < FEWEST for own in rare),
        most=most,
        typical=median(best) if best else 0.0,
        high=quantiles(best, n=20)[-1] if len(best) > 1 else None,
    )


def _part_in_common(one: set[int], other: set[int]) -> float:
    """The part of the smaller set that is in the other."""
    return len(one & other) / min(len(one), len(other))


def _shared(rare: Sequence[set[int]]) -> Mapping[tuple[int, int], set[int]]:
    """For each two works that share something rare, what they share."""
    holders: dict[int, list[int]] = defaultdict(list)
    for place, own in enumerate(rare):
        for value in own:
            holders[value].append(place)
    shared: dict[tuple[int, int], set[int]] = defaultdict(set)
    for value, places in holders.items():
        for pair in combinations(places, 2):
            shared[pair].add(value)
    return shared


def _pair(one: Work, other: Work, common: set[int], likeness: float) -> Pair:
    lines = (_lines(one.prints, common), _lines(other.prints, common))
    return Pair((one, other), likeness, len(common), lines)


def _lines(prints: Iterable[Fingerprint], common: set[int]) -> frozenset[tuple[int, int]]:
    return frozenset(
        (mark.cell, line)
        for mark in prints
        if mark.value in common
        for line in range(mark.first, mark.last + 1)
    )
