"""The modules a notebook imports from beside it: the assignment's helpers, and stubbed ones.

A stubbed module, such as the notebook's own unit tests, can be imported and called but does
nothing: the learner's tests are theirs, and grading asks its own questions.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any


def supply(folder: str, stubbed: Mapping[str, tuple[str, ...]]) -> None:
    """Make the folder's modules importable, and the stubbed ones that do nothing.

    The data folders that lie beside the notebook come to where relative paths find them.
    """
    for name, functions in stubbed.items():
        sys.modules[name] = _Muted(name, functions)
    if folder:
        sys.path.append(folder)
        _lay_out(Path(folder))


def _lay_out(support: Path) -> None:
    for folder in sorted(support.iterdir()):
        if folder.is_dir() and not folder.name.startswith((".", "__")):
            try:
                Path(folder.name).symlink_to(folder, target_is_directory=True)
            except OSError:  # Windows lets only some users link
                shutil.copytree(folder, folder.name)


class _Muted(ModuleType):
    """A module in which every name is a function that does nothing."""

    def __init__(self, name: str, functions: tuple[str, ...]) -> None:
        super().__init__(name)
        self.__all__ = list(functions)
        self.__spec__ = ModuleSpec(name, loader=None)  # importlib.util.find_spec asks for it

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as a module's attributes are
        if name.startswith("__"):
            raise AttributeError(name)
        return _do_nothing


def _do_nothing(*_: object, **__: object) -> None:
    pass
