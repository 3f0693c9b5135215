"""The files beside a notebook: the assignment's helper modules, its data, and stubbed modules.

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

_NO_DATA = (".ipynb", ".py", ".md")  # notebooks, modules and texts for people


def supply(folder: str, stubbed: Mapping[str, tuple[str, ...]]) -> None:
    """Make the modules of a folder and the stubbed modules importable.

    The data in the folder is linked into the working folder, where relative paths find it.

    Args:
        folder: the assignment's folder; empty if there is none.
        stubbed: the modules that do nothing, each with the names of its functions.
    """
    for name, functions in stubbed.items():
        sys.modules[name] = _StubbedModule(name, functions)
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


class _StubbedModule(ModuleType):
    """A module in which every name is a function that does nothing."""

    def __init__(self, name: str, functions: tuple[str, ...]) -> None:
        super().__init__(name)
        self.__all__ = list(functions)
        self.__spec__ = ModuleSpec(name, loader=None)  # importlib.util.find_spec asks for it

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as a module's attributes are
        if name.startswith("__"):
            raise AttributeError(name)
        return _StubbedObject if name[:1].isupper() else _do_nothing


class _StubbedObject:
    """An object whose methods do nothing."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as an object's attributes are
        if name.startswith("__"):
            raise AttributeError(name)
        return _do_nothing


def _do_nothing(*_: object, **__: object) -> None:
    pass
