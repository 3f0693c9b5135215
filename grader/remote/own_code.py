"""Tests run no code that a submission sent: its text is data here, and stays data.

A test may well do ``eval(formula(3))`` or ``exec(open("hw3.py").read())``. In its author's own
grader that runs the submission beside the answers, and here it would, too. So once text has come
from the submission, a test may compile nothing but texts that are written out in the test, and load
no pickled objects. Python tells of both by audit events (PEP 578); ``exec`` and ``eval`` of a text
raise ``compile``. A test's own code only looks at a syntax tree; a library that has Python make one
goes on to do what it says, as ``DataFrame.query`` does, so that this is no better than ``eval``.
"""

from __future__ import annotations

import ast
import functools
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from grader.remote.link import Link
from grader.remote.own_functions import LIBRARIES

_EVENTS = frozenset({"compile", "pickle.find_class", "marshal.loads"})
_WORDS = "a test may not run what a submission wrote: it would run beside the answers"
# Modules that compile texts of their own making, read from disk or made of names that they check,
# and that call no function of a test's with what a submission sent.
_IMPORTING = frozenset(
    {"_frozen_importlib", "_frozen_importlib_external", "importlib._bootstrap",
     "importlib._bootstrap_external"}
)  # fmt: skip
_TRUSTED = frozenset(
    {"collections", "dataclasses", "grader.remote.test_code", "_pytest.assertion.rewrite"}
)  # fmt: skip
_READERS = frozenset({"_pytest", "hypothesis", "grader"})  # packages that only look at a tree
_OF_PYTHON = sysconfig.get_path("stdlib")
_COMPARING = (
    ast.Module, ast.Expr, ast.Compare, ast.BoolOp, ast.UnaryOp, ast.Name, ast.Constant, ast.List,
    ast.Tuple, ast.Load, ast.boolop, ast.unaryop, ast.cmpop,
)  # fmt: skip
_LOCAL = "__pd_eval_local_"  # before the name of a test's variable, which pandas writes with an @
_present: list[Link] = []  # of all threads: a test may start some


@contextmanager
def own_code_alone(link: Link) -> Iterator[None]:
    """Meanwhile no text of the submission's is compiled.

    Args:
        link: to the submission; at home, where the submission runs in the same process, nothing
            is kept apart.
    """
    if link.at_home:
        yield
        return
    _listen()
    _present.append(link)
    try:
        yield
    finally:
        _present.pop()


@functools.cache
def _listen() -> None:
    sys.addaudithook(_heard)  # once in a process: Python can take none away


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _EVENTS or not _present or not _present[-1].has_text:
        return
    link = _present[-1]
    caller = sys._getframe(1)  # noqa: SLF001 - the frame that compiles
    asks_here = _module_of(caller) == "ast" and _module_of(caller.f_back) == __name__
    if asks_here or _module_of(caller) in _TRUSTED or _is_importing(caller):
        return
    source = arguments[0]
    is_harmless = event == "compile" and (
        _is_own(source, caller, link) or _may_parse(source, caller, link)
    )
    if not is_harmless:
        raise link.refuse(_WORDS)


def _module_of(frame: FrameType | None) -> str:
    return "" if frame is None else str(frame.f_globals.get("__name__"))


def _is_importing(frame: FrameType | None) -> bool:
    """Whether a module is being loaded, whose code is its file's, and nothing is asked meanwhile.

    The submission, too, may be imported: what it calls back then comes through the link.
    """
    while frame is not None:
        name = _module_of(frame)
        if name in _IMPORTING or name.startswith("grader."):
            return name in _IMPORTING
        frame = frame.f_back
    return False


def _may_parse(source: object, caller: FrameType, link: Link) -> bool:
    """Whether a tree is made to be looked at, or a library makes it of a text of the author's.

    A table may also be searched by a text that does no more than compare its columns.
    """
    libraries = _libraries_above(caller)
    first = _module_of(libraries[0]).partition(".")[0] if libraries else ""
    if first == "numexpr":  # pandas gives it what it has made of such a text
        return any(_module_of(frame).startswith("pandas.") for frame in libraries)
    if _module_of(caller) != "ast":
        return False
    if not libraries or first in _READERS or _module_of(caller.f_back) == "ast":  # literal_eval
        return True
    asked = libraries[-1]
    given = asked.f_code.co_varnames[: asked.f_code.co_argcount]
    texts = [asked.f_locals[name] for name in given if isinstance(asked.f_locals.get(name), str)]
    if texts and asked.f_back is not None and _is_own(texts[0], asked.f_back, link):
        return True
    return _module_of(asked) == "pandas.core.frame" and _only_compares(source)


def _libraries_above(caller: FrameType) -> list[FrameType]:
    """The frames of libraries through which a test's code, or the grader, came to this one."""
    found: list[FrameType] = []
    frame: FrameType | None = caller
    while frame is not None:
        file = frame.f_code.co_filename
        if any(name in file for name in LIBRARIES):
            found.append(frame)
        elif not file.startswith((_OF_PYTHON, "<frozen ")):
            break
        frame = frame.f_back
    return found


def _only_compares(source: object) -> bool:
    if not isinstance(source, str | bytes):
        return False
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    names = [node.id for node in nodes if isinstance(node, ast.Name)]
    return all(isinstance(node, _COMPARING) for node in nodes) and not any(
        name.startswith(_LOCAL) for name in names
    )


def _is_own(source: object, caller: FrameType, link: Link) -> bool:
    """Whether a text is one that the test's author wrote out, as it stands.

    A syntax tree, of which no text is known, may be made of any.
    """
    text = source.decode(errors="replace") if isinstance(source, bytes) else source
    return isinstance(text, str) and (
        text in link.own_texts or text in _written_in(caller.f_code.co_filename)
    )


@functools.cache
def texts_in(source: str | bytes) -> frozenset[str]:
    """The texts that are written out in some code; none if Python cannot read it."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return frozenset()
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))


@functools.cache
def _written_in(file: str) -> frozenset[str]:
    """The texts that are written out in a file; none if there is no such file."""
    try:
        return texts_in(Path(file).read_bytes())
    except (OSError, ValueError):
        return frozenset()
