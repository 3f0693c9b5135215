"""Passages: the pieces of a text or of code that are long enough to give it away.

Words are compared because they stay the same however a text is quoted, escaped, indented or
wrapped. A passage of code is a statement with enough words, or as many statements in a row as have
them, or a larger part of a statement, such as one case of a table. Imports, docstrings, signatures
and the heads of loops alone are no passages: any program may have them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

Passage = tuple[str, ...]

# The least numbers of words of a passage:
_SHORT = 11  # of an answer, and of code outside of functions
_PART = 14  # of a part of a statement
_LONG = 24  # of the instructor's other functions, which share idioms with any Python
_PROSE = 18  # of a text that is not code
_WHOLE = 8  # of a whole answer, if it has no more words
_CODE = 5  # of these, outside of heads and texts: reports show titles and helps of cases
_WORD = re.compile(r"\w+|[^\w\s\"'`,\\#]")
_SPACE = re.compile(r"\\+[nrt]")
_CHARACTER = re.compile(r"\\+u([0-9a-fA-F]{4})")
_COMMENT = re.compile(r"#(?:(?!\\+n).)*")
_MAGIC = re.compile(r"^\s*[%!?].*$", re.MULTILINE)
_DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_NO_SECRETS = (*_DEFINITION, ast.Import, ast.ImportFrom, ast.Pass, ast.Global, ast.Nonlocal)
_PARTS = (ast.Call, ast.Tuple, ast.List, ast.Dict, ast.Lambda)
_Piece = tuple[int, Passage, int]  # the first line, the words, the number that count as code


def words(text: str) -> list[str]:
    """The words of a text, without quotes, commas, backslashes and white space."""
    plain = _CHARACTER.sub(lambda escape: chr(int(escape[1], 16)), text)
    return _WORD.findall(_SPACE.sub(" ", plain))


def without_comments(text: str) -> str:
    """The text without comments, also where it is the JSON of a notebook."""
    return "\n".join(_COMMENT.sub(" ", line) for line in text.split("\n"))


def of_text(text: str, least: int = _PROSE) -> Iterator[tuple[int, Passage]]:
    """Yield (line, passage) of a text that is not code: consecutive lines with enough words."""
    lines = [tuple(words(line)) for line in text.split("\n")]
    yield from _in_a_row([(n, line, len(line)) for n, line in enumerate(lines, 1) if line], least)


def of_code(
    code: str, graded: frozenset[str], *, is_answer: bool = False
) -> Iterator[tuple[int, Passage]]:
    """Yield (line, passage) of a script or of a cell.

    Args:
        code: the source; if it is not Python, its lines are taken for statements.
        graded: the names that students are asked to define.
        is_answer: whether it is an answer even if it defines none of these names.
    """
    tree = parsed(code)
    if tree is None:
        yield from of_text(without_comments(code), _SHORT)
        return
    lines = code.encode().splitlines(keepends=True)
    is_answer = is_answer or bool(bound_names(tree) & graded)
    for block in ast.walk(tree):
        if isinstance(block, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found = [_piece(statement, lines) for statement in _statements(block)]
            tells_much = is_answer or block is tree
            yield from _in_a_row(found, _SHORT if tells_much else _LONG)
            yield from _parts(block, lines) if tells_much else ()
            whole = tuple(word for _, passage, _ in found for word in passage)
            if len(whole) >= _WHOLE and (is_answer and block in (tree, *tree.body)):
                yield found[0][0], whole


def parsed(code: str) -> ast.Module | None:
    """The syntax tree of a script or of a cell; None if it is not Python."""
    try:
        return ast.parse(_MAGIC.sub("", code))
    except (SyntaxError, ValueError):
        return None


def bound_names(tree: ast.Module) -> set[str]:
    """The names that are defined or assigned anywhere in a tree."""
    nodes = list(ast.walk(tree))
    names = [node for node in nodes if isinstance(node, ast.Name)]
    defined = {node.name for node in nodes if isinstance(node, _DEFINITION)}
    return defined | {name.id for name in names if isinstance(name.ctx, ast.Store)}


def _in_a_row(pieces: list[_Piece], least: int) -> Iterator[tuple[int, Passage]]:
    """Yield each piece together with as many of the next ones as make up enough words."""
    for at, (line, _, _) in enumerate(pieces):
        joined: Passage = ()
        code = 0
        for _, passage, counted in pieces[at:]:
            joined += passage
            code += counted
            if len(joined) >= least and code >= _CODE:
                yield line, joined
                break


def _statements(node: ast.AST) -> Iterator[ast.stmt]:
    """The statements in a block in order, those of an inner block after its head."""
    for child in ast.iter_child_nodes(node):
        is_text = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
        if isinstance(child, ast.stmt) and not is_text and not isinstance(child, _NO_SECRETS):
            yield child
        if isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield from () if isinstance(child, _DEFINITION) else _statements(child)


def _parts(block: ast.AST, lines: list[bytes]) -> Iterator[tuple[int, Passage]]:
    """The larger parts of the statements of a block."""
    simple = [statement for statement in _statements(block) if not hasattr(statement, "body")]
    for node in (node for statement in simple for node in ast.walk(statement)):
        if isinstance(node, _PARTS):
            line, passage, code = _piece(node, lines)
            if len(passage) >= _PART and code >= _CODE:
                yield line, passage


def _piece(node: ast.stmt | ast.expr, lines: list[bytes]) -> _Piece:
    """The piece for a statement or a part of one; for a compound statement, its head."""
    body = getattr(node, "body", None)
    inner = body[0] if isinstance(body, list) else None
    end = (inner.lineno, inner.col_offset) if inner else (node.end_lineno, node.end_col_offset)
    # The syntax tree counts bytes.
    text = lines[node.lineno - 1 : end[0]]
    text[-1] = text[-1][: end[1]]
    text[0] = text[0][node.col_offset :]
    found = tuple(words(without_comments(b"".join(text).decode())))
    return node.lineno, found, 0 if inner else len(found) - _in_texts(node)


def _in_texts(node: ast.AST) -> int:
    """The number of words in strings of several words, such as a case's help."""
    constants = [inner.value for inner in ast.walk(node) if isinstance(inner, ast.Constant)]
    texts = [value for value in constants if isinstance(value, str) and " " in value.strip()]
    return sum(len(words(text)) for text in texts)
