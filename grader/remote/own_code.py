"""Tests run no code that a submission sent: its text is data here, and stays data.

A test may well do ``eval(formula(3))`` or ``exec(open("hw3.py").read())``. In its author's own
grader that runs the submission beside the answers, and here it would, too. So once text has come
from the submission, a test may compile nothing but texts that are written out in the test, and load
no pickled objects. Python tells of both by audit events (PEP 578); ``exec`` and ``eval`` of a text
raise ``compile``.
"""

from __future__ import annotations

import ast
import functools
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from grader.remote.link import Link

_EVENTS = frozenset({"compile", "pickle.find_class", "marshal.loads"})
_WORDS = "a test may not run what a submission wrote: it would run beside the answers"
# Modules that compile texts of their own making, read from disk or made of names that they check,
# and that call no function of a test's with what a submission sent.
_TRUSTED = frozenset(
    {"_frozen_importlib", "_frozen_importlib_external", "importlib._bootstrap",
     "importlib._bootstrap_external", "ast",
     "collections", "dataclasses", "grader.remote.running", "_pytest.assertion.rewrite"}
)  # fmt: skip
_present = threading.local()


@contextmanager
def own_code_alone(link: Link) -> Iterator[None]:
    """Meanwhile this thread compiles no text of the submission's.

    Args:
        link: to the submission; at home, where the submission runs in the same process, nothing
            is kept apart.
    """
    if link.at_home:
        yield
        return
    _listen()
    outer = getattr(_present, "link", None)
    _present.link = link
    try:
        yield
    finally:
        _present.link = outer


@functools.cache
def _listen() -> None:
    sys.addaudithook(_heard)  # once in a process: Python can take none away


def _heard(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _EVENTS:
        return
    link: Link | None = getattr(_present, "link", None)
    if link is None or not link.has_text:
        return
    caller = sys._getframe(1)  # noqa: SLF001 - the frame that compiles
    is_trusted = caller.f_globals.get("__name__") in _TRUSTED
    if not is_trusted and not (event == "compile" and _is_own(arguments[0], caller, link)):
        raise link.refuse(_WORDS)


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
