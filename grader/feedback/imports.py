"""The words for a name that is missing because its import failed, and not for its spelling."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from grader.judging.exceptions import explain_exception
from grader.protocol.bounds import MAX_WORDS
from grader.protocol.observations import Outcome, Raised
from grader.submissions.reading import Submission
from grader.submissions.syntax import tree_of

_IMPORT_ERRORS = ("ModuleNotFoundError", "ImportError")


def failed_import(
    missing: str, code: str, submission: Submission, stopped: Mapping[int, Outcome]
) -> str:
    """A sentence with the failed import that was to bring a name; empty if there is none.

    Args:
        missing: a name that Python does not know, or the module that it was to come from.
        code: the line in which it is missing.
        submission: the submission with the imports.
        stopped: by the cell's number, how each cell ended that did not reach its end.
    """
    for cell in submission.cells:
        ended = stopped.get(cell.number)
        if cell.error or not isinstance(ended, Raised) or ended.kind not in _IMPORT_ERRORS:
            continue
        for node in tree_of(cell.source).body:
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            name = _name_to_bring(node, missing, code, starred=node.lineno == ended.line)
            if name:
                where = submission.place(cell.number, node.lineno)
                text = ast.unparse(node)[:MAX_WORDS]
                why = explain_exception(ended) if node.lineno == ended.line else ""
                words = f"`{name}` was to come from an import that failed in {where}: {text}. {why}"
                return words.rstrip()
    return ""


def _name_to_bring(
    node: ast.Import | ast.ImportFrom, missing: str, code: str, *, starred: bool
) -> str:
    """The name that an import was to bring and that is missing in a line; empty if it brings none.

    Args:
        node: the import.
        missing: the name or module that is missing.
        code: the line in which it is missing.
        starred: whether a star in the import may have brought it: a star may bring any name.
    """
    given = {alias.asname or alias.name.partition(".")[0]: alias.name for alias in node.names}
    if missing in given or (starred and "*" in given):
        return missing
    module = node.module if isinstance(node, ast.ImportFrom) else None
    own = [name for name, whole in given.items() if (module or whole).startswith(missing)]
    return next((name for name in own if re.search(rf"\b{re.escape(name)}\b", code)), "")
