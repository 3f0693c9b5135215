"""Names that may be meant by another one, and the names in an exception's message."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterable

from grader.protocol.bounds import MAX_NAME_COMPARED, MAX_NAMES_COMPARED

_ADDED = re.compile(r"_?(?:layer|function|func|fn|net|network|new|\d+)$")
_ABBREVIATED = 6  # letters of a name that stand for the whole of it
_QUOTED = re.compile(r"(?<=')\w+(?=')")


def nearest(name: str, known: Iterable[str], count: int, cutoff: float) -> tuple[str, ...]:
    """The names that one is most like, the best first, as ``difflib.get_close_matches`` finds them.

    To compare two names takes the product of their lengths, so only names of a usual length are
    compared, and no more of them than a notebook has.

    Args:
        name: perhaps misspelled.
        known: the names that there are.
        count: the most that are wanted.
        cutoff: how like it they have to be, from 0 to 1.
    """
    usual = sorted(other for other in known if len(other) <= MAX_NAME_COMPARED)
    if len(name) > MAX_NAME_COMPARED:
        return ()
    return _nearest(name, tuple(usual[:MAX_NAMES_COMPARED]), count, cutoff)


@functools.lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...], count: int, cutoff: float) -> tuple[str, ...]:
    """As above; each case of an exercise asks the same."""
    return tuple(difflib.get_close_matches(name, known, n=count, cutoff=cutoff))


def renamed(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Names that are one with more or less around it: ``dense`` or ``my_dense_layer``.

    Args:
        name: that is wanted, such as ``my_dense``.
        known: the names that there are.
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


def quoted(message: str) -> set[str]:
    """The names in quotation marks in an exception's message."""
    return set(_QUOTED.findall(message))
