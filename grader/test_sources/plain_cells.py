"""The cells of a plain notebook, and which of them are tests."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from grader.submissions.bindings import names_of
from grader.test_sources.asserting import (
    Asserting,
    Definition,
    asserts,
    called_in,
    defined,
    imported,
    names_in,
)
from grader.test_sources.found import cells_of, statements_of
from grader.test_sources.nbgrader_ import HIDDEN

_WORDS = r"[^\n]*\b(?:CODE|SOLUTIONS?|ANSWERS?)\b"
_BEGIN = rf"^([^\S\n]*)#(?={_WORDS})[^\n]*\b(?:STARTS?|BEGINS?)\b[^\n]*\n"
_END = rf"^[^\S\n]*#(?={_WORDS})[^\n]*\bENDS?\b"
ANSWER = re.compile(rf"({_BEGIN})(.*?)(?={_END})", re.DOTALL | re.MULTILINE)
"""From the comment above an answer to the one below: the comment, its indentation, the answer."""
_FINDERS = frozenset({"unittest.main", "ipytest.run", "pytest.main"})
_RUN_MAGIC = ("%%ipytest", "%%run_pytest")


class CodeCell(NamedTuple):
    """A cell of code.

    Attributes:
        number: among all cells, from 1.
        source: its text.
        statements: at its top; none if Python cannot read it.
        asserting: the functions that assert and are known at its place, by the names that they are
            called by.
        above: the names that cells above it bind, which are no tests.
    """

    number: int
    source: str
    statements: list[ast.stmt]
    asserting: dict[str, Asserting]
    above: frozenset[str]

    @property
    def definitions(self) -> list[Definition]:
        """The functions and classes at its top."""
        return [part for part in self.statements if isinstance(part, Definition)]

    @property
    def defines_tests(self) -> bool:
        """Whether all that it defines asserts."""
        names = [part.name for part in self.definitions]
        return bool(names) and all(name in self.asserting for name in names)

    @property
    def is_test(self) -> bool:
        """Whether it asserts something of what is above it, or calls what does; no answer does."""
        if (self.definitions and not self.defines_tests) or ANSWER.search(self.source):
            return False
        own = [
            part.uses for name, part in self.asserting.items() if name in self.uses | {*self.run}
        ]
        if self.above.isdisjoint(self.uses.union(*own)):
            return False
        acts = [part for part in self.statements if not isinstance(part, Definition)]
        calls = any(name in self.asserting for name in called_in(acts))
        return calls or any(map(asserts, acts)) or bool(self.run)

    @property
    def uses(self) -> frozenset[str]:
        """The names in it."""
        return frozenset(names_in(self.statements))

    @property
    def run(self) -> list[str]:
        """The names of what asserts in cells, if a runner is to find it, as pytest's does."""
        own = [name for name, part in self.asserting.items() if part.source]
        called = called_in(self.statements)
        if self.source.startswith(_RUN_MAGIC):
            return [part.name for part in self.definitions]
        if not _FINDERS.isdisjoint(called):
            return own
        runs = any(name.endswith(".run") for name in called)
        return [name for name in own if runs and name in names_in(self.statements)]


def code_cells(path: Path) -> Iterator[CodeCell]:
    """The cells of code of a notebook.

    Args:
        path: the notebook; modules are looked for beside it, and in folders beside it.
    """
    known: dict[str, Asserting] = {}
    above: set[str] = set()
    for number, cell in enumerate(cells_of(path), 1):
        if cell["cell_type"] != "code":
            continue
        source = cell["source"]
        statements = statements_of(source)
        known |= imported(statements, path.parent)
        known |= defined(statements, is_hidden=bool(HIDDEN.search(source)))
        seen = CodeCell(number, source, statements, dict(known), frozenset(above))
        if not seen.is_test:
            above |= {name for part in statements for name in names_of(part, frozenset()).binds}
        yield seen
