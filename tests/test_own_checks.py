"""A check of the learner's own that stops a call is told with what it compared."""

from __future__ import annotations

import linecache

import pytest

from grader.answering.exception_data import cell_file, describe_error


def message(body: str) -> str:
    """What is said of the exception with which a function of this body ends."""
    source = "def f(x, n):\n" + "".join(f"    {line}\n" for line in body.split("\n"))
    name = cell_file(1)
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
    names: dict[str, object] = {}
    exec(compile(source, name, "exec"), names)
    try:
        names["f"]([1, 2], 3)  # type: ignore[operator]
    except Exception as error:
        return describe_error(error).message
    return "nothing"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("assert len(x) == n, 'sizes'", "sizes (len(x) is 2, n is 3)"),
        ("assert (\n    len(x)\n    == n\n)", "(len(x) is 2, n is 3)"),
        ("assert len(x) > 1 and x[0] == n", "(len(x) is 2, x[0] is 1, n is 3)"),
        ("if n != 2:\n    raise ValueError('two are wanted')", "two are wanted (n is 3)"),
        ("if x:\n    raise ValueError('empty')", "empty"),
        ("assert sum(x) == 4", ""),
        ("assert x == [2]", ""),
        ("assert x.pop() == 3, 'last'", "last"),
        ("raise ValueError('not yet')", "not yet"),
        ("x.missing", "'list' object has no attribute 'missing'"),
    ],
)
def test_a_check_says_what_it_compared(body: str, words: str) -> None:
    """Numbers, texts and shapes are told; nothing of the learner's is called again."""
    assert words == message(body)
