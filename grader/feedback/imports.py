"""Names that were to come from an import that failed: no misspelling, but another cause."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from grader.judging.exceptions import explain_exception
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import Outcome, Raised
from grader.submissions.reading import Submission
from grader.submissions.syntax import tree_of

_KINDS = ("ModuleNotFoundError", "ImportError")


def failed_import(
    missing: str, code: str, submission: Submission, trouble: Mapping[int, Outcome]
) -> str:
    """Which import was to bring a name, in a sentence; empty if none of those that failed was.

    Args:
        missing: a name that Python does not know, or the module that it was to come from.
        code: the line in which it is missing.
        submission: where the imports stand.
        trouble: by the cell's number, how cells ended that did not reach their end.
    """
    for cell in submission.cells:
        ended = trouble.get(cell.number)
        if cell.error or not isinstance(ended, Raised) or ended.kind not in _KINDS:
            continue
        for node in tree_of(cell.source).body:
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            name = _brought(node, missing, code, starred=node.lineno == ended.line)
            if name:
                where = submission.place(cell.number, node.lineno)
                text = ast.unparse(node)[:MAX_WORDS]
                why = explain_exception(ended) if node.lineno == ended.line else ""
                words = f"`{name}` was to come from an import that failed in {where}: {text}. {why}"
                return words.rstrip()
    return ""


def _brought(node: ast.Import | ast.ImportFrom, missing: str, code: str, *, starred: bool) -> str:
    """The name that an import was to bring and that is missing in a line; empty if it is none.

    What a star brings is not known: it may be any name.
    """
    given = {alias.asname or alias.name.partition(".")[0]: alias.name for alias in node.names}
    if missing in given or (starred and "*" in given):
        return missing
    module = node.module if isinstance(node, ast.ImportFrom) else None
    own = [name for name, whole in given.items() if (module or whole).startswith(missing)]
    return next((name for name in own if re.search(rf"\b{re.escape(name)}\b", code)), "")
