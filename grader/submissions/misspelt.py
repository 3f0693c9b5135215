"""Names similar to a name that is missing, and the names in an exception's message."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterable

from grader.protocol.bounds import MAX_NAME_COMPARED, MAX_NAMES_COMPARED

_ADDED = re.compile(r"_?(?:layer|function|func|fn|net|network|new|\d+)$")
_ABBREVIATED = 6  # letters of a name that stand for the whole of it
_QUOTED = re.compile(r"(?<=')\w+(?=')")


def nearest_names(name: str, known: Iterable[str], count: int, cutoff: float) -> tuple[str, ...]:
    """The names most similar to a name, the best first, by ``difflib.get_close_matches``.

    The time to compare two names is the product of their lengths, so only names of a usual length
    are compared, and no more of them than a notebook has.

    Args:
        name: the name that may be misspelled.
        known: the names to compare it with.
        count: the most names to return.
        cutoff: the least similarity, from 0 to 1.
    """
    usual = sorted(other for other in known if len(other) <= MAX_NAME_COMPARED)
    if len(name) > MAX_NAME_COMPARED:
        return ()
    return _nearest_names(name, tuple(usual[:MAX_NAMES_COMPARED]), count, cutoff)


@functools.lru_cache(maxsize=256)
def _nearest_names(name: str, known: tuple[str, ...], count: int, cutoff: float) -> tuple[str, ...]:
    """The same, kept for the next call: each case of an exercise asks with the same names."""
    return tuple(difflib.get_close_matches(name, known, n=count, cutoff=cutoff))


def name_variants(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The names that are a name with parts added or left out: ``dense`` or ``my_dense_layer``.

    Args:
        name: the name that is missing, such as ``my_dense``.
        known: the names to compare it with.
    """
    bare = name.removeprefix("my_")
    return tuple(
        other
        for other in sorted(known)[:MAX_NAMES_COMPARED]
        if len(other) <= MAX_NAME_COMPARED
        and (
            other.removeprefix("my_") == bare
            or (name.startswith(other) and len(other) >= _ABBREVIATED)
            or (
                other.removeprefix("my_").startswith(bare)
                and _ADDED.match(other.removeprefix("my_")[len(bare) :])
            )
        )
    )


def quoted_names(message: str) -> set[str]:
    """The names in quotation marks in an exception's message."""
    return set(_QUOTED.findall(message))
