"""The marks in a source that tell the student's version from the instructor's.

Ours, in a code cell ::

    # BEGIN SOLUTION
    a_out = ...           the instructor's lines
    # STUB a_out = None   what the student sees in their place, uncommented
    # END SOLUTION

A region without a stub becomes a ``raise NotImplementedError``; an empty ``# STUB`` leaves nothing
behind. The marks of other tools mean what they mean there:

- nbgrader: ``### BEGIN SOLUTION``, ``### BEGIN HIDDEN TESTS``, ``=== BEGIN MARK SCHEME ===``
- Otter: ``# BEGIN SOLUTION NO PROMPT``, marks after a line, and a prompt between ``\"\"\" # BEGIN
  PROMPT`` and ``\"\"\" # END PROMPT``
- dlai-grader: ``# START OMIT BLOCK``, marks after a line, and ``### START CODE HERE ###``, which is
  a region of its own only if nothing else is marked inside it; students see its two lines

``linemarks.py`` has the marks after a line.
"""

from __future__ import annotations

from collections.abc import Iterator

from grader.authoring import linemarks
from grader.authoring.blocks import STUB, Block, blocks

_UNWRITTEN = 'raise NotImplementedError("Write your code in place of this line.")'
_UNANSWERED = "*Write your answer in place of this line.*"


def student_version(source: str, *, name: str = "the script", prose: bool = False) -> str:
    """Return a script, or a cell, with every solution replaced by its stub.

    Args:
        source: the text.
        name: what to call it in an error.
        prose: whether it is text and not code, which has another stub.

    Raises:
        AuthoringError: marks are unbalanced, or a stub stands outside a region.
    """
    kept: list[str] = []
    for block in blocks(source, name):
        inside = block.lines[1:-1]
        if block.kind == "open":
            lines = block.lines
            kept += lines if prose else [seen for line in lines for seen in linemarks.seen(line)]
        elif block.kind == "prompt":
            kept += inside
        elif block.kind == "here":
            kept += [block.lines[0], *_stub(block, prose=prose), block.lines[-1]]
        elif block.kind == "solution" and not block.quiet:
            kept += _stub(block, prose=prose)
    return "\n".join(kept)


def solution_version(source: str, *, name: str = "the script", prose: bool = False) -> str:
    """Return a script, or a cell, with its solutions, without markers and stubs.

    Args: as for ``student_version``.

    Raises:
        AuthoringError: marks are unbalanced, or a stub stands outside a region.
    """
    kept: list[str] = []
    for block in blocks(source, name):
        if block.kind == "open":
            kept += block.lines if prose else map(linemarks.unmarked, block.lines)
        elif block.kind != "prompt":
            inside = [
                linemarks.unmarked(line) for line in block.lines[1:-1] if not STUB.match(line)
            ]
            kept += [block.lines[0], *inside, block.lines[-1]] if block.kind == "here" else inside
    return "\n".join(kept)


def secret_lines(source: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (number of the first line, lines) for each part that students never see.

    Raises:
        AuthoringError: marks are unbalanced, or a stub stands outside a region.
    """
    for block in blocks(source, name):
        if block.kind in ("solution", "here", "hidden"):
            shown = {match["code"] for line in block.lines if (match := STUB.match(line))}
            lines = [
                "" if STUB.match(line) or "@KEEP" in line or line.strip() in shown
                else linemarks.unmarked(line) for line in block.lines[1:-1]
            ]  # fmt: skip
            yield block.first + 1, lines
        elif block.kind == "open":
            for number, line in enumerate(block.lines, start=block.first):
                if linemarks.is_solution(line):
                    yield number, [linemarks.unmarked(line)]


def _stub(block: Block, *, prose: bool) -> list[str]:
    """The lines that stand in the place of a solution in the student's version."""
    stubs = [match for line in block.lines if (match := STUB.match(line))]
    if stubs:
        if len(stubs) == 1 and not stubs[0]["code"]:
            return []
        return [(stub["indent"] + (stub["code"] or "")).rstrip() for stub in stubs]
    shown = [shown for line in block.lines[1:-1] for shown in linemarks.replaced(line)]
    if shown:
        return shown
    indent = block.lines[0][: len(block.lines[0]) - len(block.lines[0].lstrip())]
    return [indent + (_UNANSWERED if prose else _UNWRITTEN)]
