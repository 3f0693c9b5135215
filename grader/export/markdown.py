"""Escaping text for Markdown, so that it is shown as it is and never taken for markup."""

from __future__ import annotations

import re

from grader.texts import printable

_MARKS = re.compile(r"([\\`*_\[\]#|~<>&@$])")
_AT_THE_START = re.compile(r"^(\d*)([-+.)=])")  # lists and underlined headings


def escaped(text: str) -> str:
    """One line of text with each mark escaped; it may stand in a cell of a table, too.

    ``<`` and ``&`` become entities, and so does ``@``, which would notify people.
    """
    line = " ".join(printable(text).split())
    return _AT_THE_START.sub(r"\1\\\2", _MARKS.sub(_entity, line))


def fenced(text: str) -> str:
    """A block of text, in a fence longer than any in it."""
    safe = "\n".join(printable(line) for line in text.splitlines())
    longest = max((len(run) for run in re.findall("`+", safe)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{safe}\n{fence}"


def _entity(found: re.Match[str]) -> str:
    entities = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "@": "&#64;"}
    return entities.get(found[1], f"\\{found[1]}")
