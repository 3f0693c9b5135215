"""Text for people: others' text made harmless, and names in a sentence.

This module imports no room of the grader, so that every room may import it.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence


def shortlist(names: Sequence[str], most: int) -> str:
    """The first names, joined by commas, and the number of the others: ``ada, bo and 3 more``.

    >>> shortlist(["ada", "bo", "cy"], 2)
    'ada, bo and 1 more'
    """
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def unknown(name: str, known: Sequence[str]) -> str:
    """The end of a sentence on a name that does not exist: the name, the nearest and all names."""
    near = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"{name!r}{hint} Known: {', '.join(known)}."


def printable(text: str) -> str:
    """The text on one line, with a blank for each character that is not printed as itself.

    So a learner's text steers no terminal (escape sequences, in one byte or two), turns no line
    around (the bidirectional controls), hides nothing (zero-width characters) and adds no line.
    What counts is Unicode's own table, by ``str.isprintable``: neither Cc, Cf, Cs, Co, Cn, Zl, Zp
    nor a blank other than the space is printable.
    """
    return "".join(letter if letter.isprintable() else " " for letter in text)


def printable_lines(text: str) -> str:
    """The same for each line of a text; line feeds stay."""
    return "\n".join(map(printable, text.split("\n")))
