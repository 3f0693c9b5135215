"""The submission under the names that tests import, and what lies beside the tests."""

from __future__ import annotations

import builtins
import importlib.machinery
import inspect
import os
import sys
import types
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from pathlib import Path
from typing import Any

from grader.remote.beside import Beside
from grader.remote.file_functions import files_of
from grader.remote.link import Link
from grader.remote.own_functions import LIBRARIES
from grader.remote.patching import mirrored
from grader.remote.proxies import Remote
from grader.remote.run_by_name import runnable
from grader.remote.space import RemoteModule
from grader.remote.submitted_program import startable


class _Finder(MetaPathFinder, Loader):
    """Finds the submission by each of its names; a dotted name's folders are empty packages."""

    def __init__(self, modules: Sequence[str], link: Link) -> None:
        self._modules = modules
        self._link = link
        self._is_first = True

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - as importlib has it
        target: types.ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        """What a name stands for; None if it is not the submission's."""
        if fullname in self._modules:
            return importlib.machinery.ModuleSpec(fullname, self)
        if any(name.startswith(f"{fullname}.") for name in self._modules):
            return importlib.machinery.ModuleSpec(fullname, None, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType:
        """The submission as a module."""
        return RemoteModule(spec.name, self._link)

    def exec_module(self, module: types.ModuleType) -> None:  # noqa: ARG002 - as importlib has it
        """Run it: the first time its cells have run already, and it is seen what they printed."""
        is_first, self._is_first = self._is_first, False
        self._link.run_again(is_first=is_first)


@contextmanager
def importable(modules: Sequence[str], link: Link, folders: Sequence[Path]) -> Iterator[None]:
    """The submission can be imported by these names meanwhile, and modules in some folders.

    Args:
        modules: the names; they may be dotted.
        link: to the submission.
        folders: with tests, what lies beside the notebook, and the assignment.
    """
    first = {name.partition(".")[0] for name in modules}
    homes = tuple(f"{folder}{os.sep}" for folder in folders)
    # In the student's own notebook modules beside it are there already, as nobody has read them.
    own = [name for name in sys.modules if _is_of(name, first) or _lies_beside(name, homes)]
    old = {name: sys.modules.pop(name) for name in own}
    loaded = set(sys.modules)
    finder = _Finder(modules, link)
    bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    path, sys.path = sys.path, [*map(str, folders), *sys.path]
    finders = [finder, Beside(folders, link)]
    sys.meta_path[:0] = finders
    try:
        with (
            files_of(link),
            startable(modules, link),
            runnable(modules, link),
            _readable(link),
            mirrored(link),
        ):
            yield
    finally:
        for known in finders:
            sys.meta_path.remove(known)
        sys.path = path
        sys.dont_write_bytecode = bytecode
        # Another folder may have files of the same names.
        for name in set(sys.modules) - loaded:
            if _is_of(name, first) or _lies_in(name, homes):
                del sys.modules[name]
        sys.modules.update(old)


def _lies_beside(name: str, homes: tuple[str, ...]) -> bool:
    """Whether a module is one that a notebook imports, by the name of a file beside it."""
    file = str(getattr(sys.modules[name], "__file__", ""))
    return file in [f"{home}{name}.py" for home in homes]


def _lies_in(name: str, homes: tuple[str, ...]) -> bool:
    """Whether a module lies in a folder, and not in a library that is installed there."""
    file = str(getattr(sys.modules[name], "__file__", ""))
    return file.startswith(homes) and not any(library in file for library in LIBRARIES)


def _is_of(name: str, first: set[str]) -> bool:
    return name.partition(".")[0] in first


@contextmanager
def _readable(link: Link) -> Iterator[None]:
    """Of what is the submission's, ``inspect.getsource`` is its text, and ``callable`` is asked."""
    original, is_callable = inspect.getsource, callable

    def callable_(thing: object) -> bool:
        return hasattr(thing, "__call__") if type(thing) is Remote else is_callable(thing)  # noqa: B004 - asks the child

    def getsource(thing: Any) -> str:  # noqa: ANN401 - as inspect has it
        if type(thing) is RemoteModule:
            return link.program.text
        if type(thing) is not Remote:
            return original(thing)
        text = link.program.definition(Remote._called(thing))  # noqa: SLF001 - it has no attributes of its own
        if not text:
            raise OSError("could not get source code")
        return text

    inspect.getsource = getsource  # type: ignore[assignment]
    builtins.callable = callable_  # type: ignore[assignment]
    try:
        yield
    finally:
        inspect.getsource = original
        builtins.callable = is_callable
