"""What of some code is an answer: what makes the graded names, and what that uses."""

from __future__ import annotations

import ast
import re
import textwrap

MAGIC = re.compile(r"^\s*[%!?].*$", re.MULTILINE)
DEFINED = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def answers(code: str, goals: frozenset[str]) -> tuple[str, str]:
    """The part of some code that makes the graded names, with what it uses, and the rest.

    Each has empty lines for the other, so that lines keep their numbers.
    """
    try:
        body = ast.parse(MAGIC.sub("", code)).body
    except (SyntaxError, ValueError):
        looks = any(re.search(rf"\bdef {re.escape(goal)}\b", code) for goal in goals)
        return (code, "") if looks else ("", code)
    chosen = [one for one in body if made(one) & goals]
    wanted = {name for one in chosen for name in _used(one)} | (goals if chosen else set())
    while True:
        more = [one for one in body if one not in chosen and (made(one) & wanted or
                (not isinstance(one, DEFINED) and _used(one) & goals & wanted))]  # fmt: skip
        if not more:
            break
        chosen += more
        wanted |= {name for one in more for name in _used(one)}
    inside = {n for one in chosen for n in range(one.lineno, (one.end_lineno or 0) + 1)}
    lines = list(enumerate(code.split("\n"), start=1))
    return (
        "\n".join(line if number in inside else "" for number, line in lines),
        "\n".join("" if number in inside else line for number, line in lines),
    )


def _used(statement: ast.stmt) -> set[str]:
    """The names that stand anywhere in a statement."""
    return {node.id for node in ast.walk(statement) if isinstance(node, ast.Name)}


def made(statement: ast.stmt) -> set[str]:
    """The names a statement itself makes."""
    if isinstance(statement, DEFINED):
        return {statement.name}
    targets = getattr(statement, "targets", None) or [getattr(statement, "target", None)]
    nodes = [node for target in targets if target is not None for node in ast.walk(target)]
    stored = [one for one in nodes if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)]
    return {one.id for one in stored}


def bodies(code: str, goals: frozenset[str]) -> list[tuple[int, str]]:
    """Return (number of the first line, lines) of what each function of a graded name does.

    Signature and docstring are left out, and so is the indentation.
    """
    try:
        body = ast.parse(MAGIC.sub("", code)).body
    except (SyntaxError, ValueError):
        return []
    found = []
    for one in body:
        if isinstance(one, DEFINED) and one.name in goals:
            inner = one.body[1:] if ast.get_docstring(one, clean=False) is not None else one.body
            if inner and inner[0].lineno > one.lineno:
                lines = code.split("\n")[inner[0].lineno - 1 : one.end_lineno]
                found.append((inner[0].lineno, textwrap.dedent("\n".join(lines))))
    return found
