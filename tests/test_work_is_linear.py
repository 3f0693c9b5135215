"""Twice as much of anything costs about twice as much: no kind of source keeps the grader busy.

Time is the processor's, of this thread alone, and only its growth is looked at: four times the size
may take ten times as long, where the square would take sixteen.
"""

from __future__ import annotations

import functools
import gc
import json
import time
import tracemalloc
from collections.abc import Callable

import pytest

from grader.submissions.reading import Submission, SubmissionError, parse
from grader.submissions.slicing import needed

GOALS = ("my_dense", "model", "x", "f0", "a0", "quiz_1")
Generator = Callable[[int], str]


def numbered(line: str, *, join: str = "\n") -> Generator:
    """So many lines; ``#`` is the line's number and ``@`` the next one's."""
    return lambda count: join.join(
        line.replace("#", str(number)).replace("@", str(number + 1)) for number in range(count)
    )


def around(before: str, inner: Generator, after: str = "") -> Generator:
    """Something with a beginning and an end."""
    return lambda count: before + inner(count) + after


def repeated(part: str, *, before: str = "", after: str = "") -> Generator:
    """One part many times on one line."""
    return lambda count: before + part * count + after


def nested(begin: str, end: str, *, most: int) -> Generator:
    """Many statements, each nested as deep as Python reads."""
    return lambda count: "\n".join([f"x = {begin * most}1{end * most}"] * max(1, count // most))


KINDS: dict[str, Generator] = {
    # names
    "names in a chain": numbered("a# = a@"),
    "names in a chain, backwards": numbered("a@ = a#"),
    "names for one object": around("x = make()\n", numbered("a# = x")),
    "one name in many statements": numbered("x.append(#)"),
    "many names to many names": lambda count: (
        f"{', '.join(f'a{n}' for n in range(count))} = [{', '.join(f'x{n}' for n in range(count + 1))}]"
    ),
    "many targets": lambda count: (
        f"{' = '.join(f'a{n}' for n in range(count))} = ({', '.join(f'x{n}' for n in range(count))})"
    ),
    "loops over zips": numbered("for a#, b# in zip(a@, b@):\n    a#.fit(b#)"),
    "walruses": numbered("print(a# := a@)"),
    # functions
    "functions": numbered("def f#(): 0"),
    "functions of one name": numbered("def f(): 0"),
    "functions that call the next": numbered("def f#(a):\n    f@(a)"),
    "functions that change their argument by the next": around(
        numbered("def f#(a):\n    f@(a)")(1) + "\n", numbered("def f@(a):\n    f#(a)\n    a.x = 1")
    ),
    "functions that change a global each": numbered("def f#():\n    global g#\n    g# = 1\n    f@()"),
    "functions in a function": around("def f0():\n", numbered("    def g#(): return a#")),
    "calls of one function": around("def f(a):\n    a.x = 1\n", numbered("f(a#)")),
    "declarations": around("def f0():\n", numbered("    global g#")),
    "methods": around("class A:\n", numbered("    def m#(self): self.a# = b#")),
    "decorators": around("", numbered("@d#"), "\ndef f0(): 0"),
    "parameters": around("def f0(", numbered("a#=b#", join=", "), "): 0"),
    "lambdas": around("x = [", numbered("lambda a#: b#", join=", "), "]"),
    # statements
    "statements": numbered("0"),
    "statements on one line": repeated("0;"),
    "statements that do anything, on one line": repeated("exec(0);"),
    "statements that do anything": numbered("exec(a#)"),
    "statements in an if": around("if x:\n", numbered("    a# = b#")),
    "ifs": numbered("if a#:\n    b# = 1"),
    "ifs in a function": around("def f0():\n", numbered("    if a#:\n        b# = 1")),
    "tries in a function": around(
        "def f0():\n", numbered("    try:\n        b# = 1\n    except E#: 0")
    ),
    "loops in a function": around("def f0():\n", numbered("    for a# in b#:\n        c# = a#")),
    "star imports": numbered("from m# import *"),
    "imports": numbered("import m# as x#"),
    "cases": around("match x:\n", numbered("    case [a#, *b]: 0")),
    "with": numbered("with a# as b#: 0"),
    "deletions": numbered("del a#[0]"),
    "annotations": numbered("a#: int = b#"),
    # expressions
    "comprehensions": numbered("x = [a for a in b# if a]"),
    "comprehensions in a function": around("def f0():\n    ", numbered("a# = [a for a in b#]", join="; ")),
    "loops of a comprehension": lambda count: f"x = [1 {' '.join(f'for a{n} in b' for n in range(min(count, 15)))}]",
    "a sum": repeated("+1", before="x = 1"),
    "attributes": numbered("a#" + ".b" * 90),
    "subscripts": numbered("a#" + "[0]" * 90 + " = 1"),
    "calls of calls": numbered("a#" + "()" * 90),
    "calls in calls": nested("f(", ")", most=60),
    "tuples in tuples": nested("(", ",)", most=60),
    "lists in lists": nested("[", "]", most=60),
    "lambdas in lambdas": nested("lambda a: ", "", most=60),
    "comprehensions in comprehensions": nested("[", " for a in b]", most=15),
    "conditions in conditions": nested("(1 if a else ", ")", most=60),
    "keywords": around("f(", numbered("a#=b#", join=", "), ")"),
    "arguments": around("f(", numbered("a#", join=", "), ")"),
    "comparisons": around("x = a", numbered(" < b#", join="")),
    "dictionaries": around("x = {", numbered("'a#': b#", join=", "), "}"),
    "formatted text": around("x = f'", numbered("{a#}", join=""), "'"),
    "formatted texts": numbered("x = f'{a#!r:{b#}}'"),
    # text
    "a long number": repeated("7", before="x = 0x"),
    "a long name": repeated("a", before="x = "),
    "a long text": repeated("a", before="x = '", after="'"),
    "lines of a text": repeated("a\n", before="x = '''", after="'''"),
    "continued lines": repeated("+1\\\n", before="x = 1", after="+1"),
    "comments": numbered("# a"),
    "empty lines": around("0", numbered("")),
    # what is no Python, and may be IPython's
    "magics": numbered("%time a#"),
    "magics after a form feed": numbered("\x0ca=!b"),
    "magics with open brackets": numbered("!echo ("),
    "magics in a text": repeated("!a\n", before="!a\nx = '''", after="'''"),
    "magics on one line": repeated("!a;"),
    "continued magics": repeated("!a\\\n", after="b"),
    "questions": numbered("a#?"),
    "a long question": repeated("a", before="b\n", after=" c?"),
    "brackets that are not closed": numbered("("),
    "brackets not closed in a line": around("!a\n", numbered("x = (")),
    "texts that are not closed": numbered("x = '"),
    "long texts that are not closed": around("!a\n", numbered("x = '''a' \"b")),
    "cell magics": around("%%bash\n", numbered("a#")),
    "prompts": numbered(">>> a#"),
    "odd signs": repeated("$ ? ! "),
    "indents": numbered("!a\n  b#"),
}  # fmt: skip
SMALL, LARGE = 15_000, 60_000  # characters


def sized(kind: Generator, characters: int) -> str:
    """A source of this kind of at most so many characters, and of nearly so many."""
    count = 64
    for _ in range(8):
        count = max(1, count * characters // len(kind(count)))
    while len(text := kind(count)) > characters and count > 1:
        count = count * 99 // 100
    return text


@functools.cache
def book(kind: str, characters: int) -> bytes:
    """A notebook of this kind."""
    cell = {"cell_type": "code", "source": sized(KINDS[kind], characters)}
    return json.dumps({"cells": [cell], "nbformat": 4}).encode()


def analysed(content: bytes) -> Submission:
    """All that is done with a source before any of it runs."""
    submission = parse("submit.ipynb", content)
    needed(submission.cells, GOALS)
    needed(submission.cells, GOALS, everything=True)
    return submission


def seconds(work: Callable[[bytes], object], content: bytes) -> float:
    """The processor time of some work; what is too short to be measured counts as ten times that.

    Without the collection of garbage, which takes as long as the whole process is large.
    """
    gc.collect()
    gc.disable()
    try:
        began = time.thread_time()
        work(content)
        return max(time.thread_time() - began, 0.01)
    finally:
        gc.enable()


def grows_no_faster(work: Callable[[bytes], object], small: bytes, large: bytes) -> bool:
    """Whether the work for the larger, of four times the size, is far from sixteen times as much."""
    return seconds(work, large) < 10 * seconds(work, small)


@pytest.mark.parametrize("kind", KINDS)
def test_analysis_takes_time_in_proportion(kind: str) -> None:
    """Four times as much of a kind of source takes about four times as long to read and to slice."""
    small, large = book(kind, SMALL), book(kind, LARGE)
    assert any(grows_no_faster(analysed, small, large) for _ in range(3))


BEGIN = b'{"nbformat": 4, "cells": [{"cell_type": "code", "source": "a", "outputs": ['
BOOKS: dict[str, tuple[bytes, bytes, bytes]] = {
    "numbers after a NaN": (BEGIN + b"NaN", b",1", b"]}]}"),
    "NaN": (BEGIN + b"0", b",NaN", b"]}]}"),
    "halves of pairs": (BEGIN + b'"', rb"\ud800", b'"]}]}'),
    "texts after a NaN": (BEGIN + b"NaN", b',"a"', b"]}]}"),
    "outputs that are not closed": (BEGIN + b"0", b",[", b"]}]}"),
    "quotation marks": (BEGIN + b'NaN,"', rb"\"", b'"]}]}'),
    "cells": (b'{"cells": [{"cell_type": "code"}', b',{"cell_type":"code"}', b"]}"),
    "other cells": (b'{"cells": [{"cell_type": "code", "source": "a"}', b',{"cell_type":"a"}', b"]}"),
    "sources": (b'{"cells": [{"cell_type": "code", "source": ["a"', b',""', b"]}]}"),
    "an old notebook": (b'{"worksheets": [{"cells": [{"cell_type": "code", "input": "a", "outputs": [0', b",{}", b"]}]}]}"),
    "metadata": (b'{"cells": [{"cell_type": "code", "source": "a"}], "metadata": {"a": 0', b',"b":{}', b"}}"),
    "attachments": (b'{"cells": [{"cell_type": "markdown", "attachments": {"a": NaN', b',"b":{}', b"}}]}"),
}  # fmt: skip


def saved(kind: str, size: int) -> bytes:
    """A notebook of about so many bytes."""
    before, part, after = BOOKS[kind]
    return before + part * (size // len(part)) + after


def looked_into(content: bytes) -> None:
    """A notebook as it is read, or refused."""
    try:
        parse("submit.ipynb", content)
    except SubmissionError as error:
        assert len(str(error)) < 400


@pytest.mark.parametrize("kind", BOOKS)
def test_a_notebook_takes_memory_and_time_in_proportion(kind: str) -> None:
    """Whatever a notebook is full of, it takes some times its size to read, and no tree of it."""
    content = saved(kind, 1 << 20)
    tracemalloc.start()
    try:
        looked_into(content)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 12 * len(content)
    small, large = saved(kind, 1 << 20), saved(kind, 4 << 20)
    assert any(grows_no_faster(looked_into, small, large) for _ in range(3))
