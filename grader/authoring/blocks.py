"""Cutting a source into the parts that students see and the parts that they do not see."""

from __future__ import annotations

import re
from typing import Literal

import msgspec

from grader.authoring import linemarks
from grader.errors import GraderError

Kind = Literal["open", "solution", "here", "hidden", "prompt"]

_BEGIN = re.compile(
    r"\s*[#=]+\s*(?P<verb>BEGIN|START) (?P<what>SOLUTION|HIDDEN TESTS|MARK SCHEME|OMIT BLOCK"
    r"|CODE HERE)(?P<quiet> NO PROMPT)?\s*(?:\(.*\))?\s*(?:[#=]+.*)?$"
)
_END = re.compile(
    r"\s*[#=]+\s*END (?P<what>SOLUTION|HIDDEN TESTS|MARK SCHEME|OMIT BLOCK|CODE HERE)"
    r"\s*(?:[#=]+.*)?$"
)
_PROMPT = re.compile(r"\s*(?:\"{3}|'{3});?\s*# (?P<end>BEGIN|END) PROMPT\s*$")
STUB = re.compile(r"(?P<indent>\s*)# STUB(?: (?P<code>.*))?$")
_CELL = re.compile(r"# %%")
_KINDS: dict[str, Kind] = {"SOLUTION": "solution", "CODE HERE": "here"}


class AuthoringError(GraderError):
    """A source cannot be built; the message names file and line and what to do."""


class Block(msgspec.Struct, frozen=True):
    """Lines of a source that go to the same readers.

    Attributes:
        kind: open to all, a solution, a solution whose marks students see, hidden from students,
            or a prompt, which only students see.
        first: the number of its first line.
        lines: with the marks around them, unless it is open.
        quiet: whether a solution leaves nothing behind.
    """

    kind: Kind
    first: int
    lines: tuple[str, ...]
    quiet: bool = False


def is_marked(source: str, *, prose: bool = False) -> bool:
    """Tell whether anything in a cell is marked as the instructor's."""
    lines = source.split("\n")
    marked = any(mark.match(line) for line in lines for mark in (_BEGIN, _PROMPT))
    return marked or (not prose and any(map(linemarks.is_solution, lines)))


def blocks(source: str, name: str) -> list[Block]:
    """Return the parts of a source in order.

    Raises:
        AuthoringError: marks are unbalanced, or a stub stands outside a region.
    """
    lines = source.split("\n")
    found: list[Block] = []
    at = 0
    while at < len(lines):
        block = _region(lines, at, name)
        if block is None:
            _check_open(lines[at], f"{name}, line {at + 1}")
            if found and found[-1].kind == "open":
                found[-1] = Block("open", found[-1].first, (*found[-1].lines, lines[at]))
            else:
                found.append(Block("open", at + 1, (lines[at],)))
            at += 1
        else:
            found.append(block)
            at += len(block.lines)
    return found


def _region(lines: list[str], at: int, name: str) -> Block | None:
    """The region that begins in this line, if one does."""
    begin, prompt = _BEGIN.match(lines[at]), _PROMPT.match(lines[at])
    if not begin and not (prompt and prompt["end"] == "BEGIN"):
        return None
    what = begin["what"] if begin else "PROMPT"
    last = _closed(lines, at, what)
    if what == "CODE HERE":
        inside = lines[at + 1 : last]
        if last is None or any(_is_mark(line) for line in inside):
            return None  # only a frame around what is marked, or nothing but words
    elif last is None:
        verb = begin["verb"] if begin else "BEGIN"
        message = f"{name}, line {at + 1}: {verb} {what} is not closed; add END {what} in its cell."
        raise AuthoringError(message)
    assert last is not None  # noqa: S101 - for the type checker
    kind = "prompt" if not begin else _KINDS.get(what, "hidden")
    return Block(kind, at + 1, tuple(lines[at : last + 1]), bool(begin and begin["quiet"]))


def _closed(lines: list[str], at: int, what: str) -> int | None:
    """The index of the line that closes a region; None if there is none in its cell."""
    for index in range(at + 1, len(lines)):
        begin, end, prompt = (mark.match(lines[index]) for mark in (_BEGIN, _END, _PROMPT))
        if (end and end["what"] == what) or (prompt and what == "PROMPT"):
            return index
        if _CELL.match(lines[index]) or (begin and begin["what"] == what):
            return None
    return None


def _check_open(line: str, where: str) -> None:
    end = _END.match(line)
    if end and end["what"] != "CODE HERE":
        raise AuthoringError(f"{where}: END {end['what']} without a BEGIN; add one above it.")
    if STUB.match(line):
        raise AuthoringError(
            f"{where}: a STUB outside a solution region; move it above END SOLUTION."
        )


def _is_mark(line: str) -> bool:
    return any(mark.match(line) for mark in (_BEGIN, _END, _PROMPT)) or linemarks.is_solution(line)
