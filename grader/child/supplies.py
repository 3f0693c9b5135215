"""The modules a notebook imports from beside it: the assignment's helpers, and stubbed ones.

A stubbed module, such as the notebook's own unit tests, can be imported and called but does
nothing: the learner's tests are theirs, and grading asks its own questions.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

_NO_DATA = (".ipynb", ".py", ".md")  # notebooks, what is imported, what people read


def supply(folder: str, stubbed: Mapping[str, tuple[str, ...]]) -> None:
    """Make the folder's modules importable, and the stubbed ones that do nothing.

    The data that lies beside the notebook, in folders or not, comes to where relative paths find
    it.
    """
    for name, functions in stubbed.items():
        sys.modules[name] = _Muted(name, functions)
    if folder:
        sys.path.append(folder)
        _lay_out(Path(folder))
    sys.path.append(os.getcwd())  # noqa: PTH109 - what %%writefile writes can be imported


def _lay_out(support: Path) -> None:
    for place in sorted(support.iterdir()):
        if place.name.startswith((".", "__")) or place.suffix in _NO_DATA:
            continue
        try:
            Path(place.name).symlink_to(place, target_is_directory=place.is_dir())
        except OSError:  # Windows lets only some users link
            (shutil.copytree if place.is_dir() else shutil.copyfile)(place, place.name)


class _Muted(ModuleType):
    """A module in which every name is a function that does nothing."""

    def __init__(self, name: str, functions: tuple[str, ...]) -> None:
        super().__init__(name)
        self.__all__ = list(functions)
        self.__spec__ = ModuleSpec(name, loader=None)  # importlib.util.find_spec asks for it

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as a module's attributes are
        if name.startswith("__"):
            raise AttributeError(name)
        return _MutedObject if name[:1].isupper() else _do_nothing


class _MutedObject:
    """An object whose methods do nothing."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as an object's attributes are
        if name.startswith("__"):
            raise AttributeError(name)
        return _do_nothing


def _do_nothing(*_: object, **__: object) -> None:
    pass
