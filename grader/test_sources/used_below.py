"""Names that cells of tests bind and cells below them read: they are the submission's, too."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence

from grader.submissions.bindings import names_of


def used_below(cells: Iterable[tuple[Sequence[ast.stmt], bool]]) -> tuple[str, ...]:
    """The names in the order in which they are read.

    A test is run beside the answers. What it binds would not be there for a cell below that reads
    it, as in the notebook it is.

    Args:
        cells: the statements of each cell of code, and whether it is a test.
    """
    bound: set[str] = set()  # by tests, and by nothing since
    used: dict[str, None] = {}
    for statements, is_test in cells:
        for statement in statements:
            names = names_of(statement, frozenset())
            if is_test:
                bound |= names.binds
            else:
                used |= dict.fromkeys(sorted(names.uses & bound))
                bound -= names.binds
    return tuple(used)
