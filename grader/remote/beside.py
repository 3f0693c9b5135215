"""The instructor's modules beside a notebook: their assertions speak as tests' own do."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import types
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path

from grader.remote.link import Link
from grader.remote.test_code import CAUGHT, compiled


class Beside(MetaPathFinder):
    """Finds them for tests."""

    def __init__(self, folders: Sequence[Path], link: Link) -> None:
        """A finder for ``sys.meta_path``.

        Args:
            folders: with the modules.
            link: to the submission.
        """
        self._folders = folders
        self._link = link

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: types.ModuleType | None = None,  # noqa: ARG002 - as importlib has it
    ) -> importlib.machinery.ModuleSpec | None:
        """A module in one of the folders; None if there is none, or it is part of a package."""
        files = [folder / f"{fullname}.py" for folder in self._folders] if path is None else []
        file = next((str(file) for file in files if file.is_file()), None)
        if file is None:
            return None
        loader = _Asserting(fullname, file, self._link)
        return importlib.util.spec_from_file_location(fullname, file, loader=loader)


class _Asserting(importlib.machinery.SourceFileLoader):
    def __init__(self, fullname: str, path: str, link: Link) -> None:
        super().__init__(fullname, path)
        self._link = link

    def get_code(self, fullname: str) -> types.CodeType:
        """The module's code, whose assertions say what they saw."""
        path = self.get_filename(fullname)
        return compiled(self.get_data(path).decode(errors="replace"), path, notes_caught=True)

    def exec_module(self, module: types.ModuleType) -> None:
        """Run the module."""
        module.__dict__[CAUGHT] = self._link.caught_one
        super().exec_module(module)
