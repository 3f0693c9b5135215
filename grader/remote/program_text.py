"""The text of a submission, for tests that look at it."""

from __future__ import annotations

import ast

import msgspec


class ProgramText(msgspec.Struct, frozen=True):
    """The text of a submission.

    Attributes:
        text: all of it, as it was handed in.
        waits_for_input: whether it stopped at ``input()`` when its cells were run.
    """

    text: str = ""
    waits_for_input: bool = False

    def definition(self, name: str) -> str:
        """The text of a function or class; empty if it has none of this name."""
        try:
            statements = ast.parse(self.text).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ""
        kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        found = [part for part in statements if isinstance(part, kinds) and part.name == name]
        lines = self.text.split("\n")
        return "\n".join([*lines[found[-1].lineno - 1 : found[-1].end_lineno], ""]) if found else ""
