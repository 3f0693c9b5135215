"""Functions that a test hands to a submission, which calls them back: whose they are.

What a mock wraps, or has as its side effect, is run here only if it is the test's own function; a
library's is run in the child, where its original is, so that nothing of a library that reaches
files is run beside the answers at a submission's word.
"""

from __future__ import annotations

import functools
import itertools
import sys
import types
from collections.abc import Iterable
from typing import Any
from unittest import mock

from grader.protocol.library_names import NEVER
from grader.protocol.things import ITERATOR
from grader.remote.proxies import Remote

ORIGINAL = object()
"""What a mock gives back if the child is to run what it stands for."""
_GIVEN: tuple[Iterable[Any], ...] = ([], (), {}, set(), "", range(0))
ITERATORS: tuple[type, ...] = (
    types.GeneratorType, enumerate, zip, map, filter, reversed,
    *(type(iter(thing)) for thing in _GIVEN),
    itertools.chain, itertools.count, itertools.cycle, itertools.islice, itertools.repeat,
)  # fmt: skip
"""What a test hands over to be gone through: each step is a call back."""
LIBRARIES = ("site-packages", "dist-packages")
"""A part of the path of each file that a library has."""
_REACHING = frozenset(
    {
        "os", "posix", "posixpath", "pathlib", "io", "_io", "shutil", "glob", "subprocess",
        "pickle", "_pickle", "marshal", "importlib", "ctypes", "runpy", "socket", "tempfile",
        "inspect", "sys",
    }
)  # fmt: skip


class IteratorStep:
    """The next item of an iterator, as the submission asks for it."""

    __name__ = ITERATOR

    def __init__(self, iterator: Any) -> None:  # noqa: ANN401 - of any kind
        self._iterator = iterator

    def __call__(self) -> Any:  # noqa: ANN401 - whatever it gives
        """The next item; raises StopIteration at the end."""
        return next(self._iterator)


class CalledMock:
    """A mock as the submission may call it."""

    def __init__(self, called: mock.NonCallableMock) -> None:
        self.mock = called
        self.__name__ = "mock"

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:  # noqa: ANN401 - as a mock is called
        """Note the call; the result is data of the test's, or what the original has to give."""
        wrapped, effect = self.mock._mock_wraps, self.mock.side_effect  # noqa: SLF001
        if is_library(wrapped) or is_library(effect):
            self.mock._mock_wraps = self.mock.side_effect = None  # noqa: SLF001
            try:
                self.mock(*arguments, **keywords)
            finally:
                self.mock._mock_wraps, self.mock.side_effect = wrapped, effect  # noqa: SLF001
            return ORIGINAL
        result = self.mock(*arguments, **keywords)
        # A mock cannot cross; what is gone through most of all, MagicMock, is then empty.
        return () if isinstance(result, mock.NonCallableMock) else result


def is_library(thing: object) -> bool:
    """Whether it is a function or class that the test did not write, or the submission's."""
    if type(thing) is Remote:
        return True
    if not callable(thing) or isinstance(thing, mock.NonCallableMock | CalledMock):
        return False
    code = getattr(thing, "__code__", None)
    if not isinstance(code, types.CodeType):
        return True
    first = str(thing.__module__).partition(".")[0]
    return first in (*sys.stdlib_module_names, "grader") or any(
        name in code.co_filename for name in LIBRARIES
    )


def works_on_files(function: object) -> bool:
    """Whether a library's function reads files, runs text or reaches into objects."""
    while isinstance(function, functools.partial):
        function = function.func
    name, module = (str(getattr(function, part, "")) for part in ("__name__", "__module__"))
    first = module.partition(".")[0]
    return name in NEVER or first in _REACHING or name.startswith(("read_", "load"))
