"""The names of a test: looked up among its own, then the submission's, then Python's."""

from __future__ import annotations

import builtins
import types
from typing import Any

from grader.remote.link import Link


class Space(dict[str, Any]):
    """The global names of a test's code.

    A name that the reference solution binds is the submission's, even if Python has one of that
    name too; otherwise an exercise called ``max`` would be solved by everybody.
    """

    def __init__(self, link: Link, remote: frozenset[str]) -> None:
        """No name of the test's own yet.

        Args:
            link: to the submission.
            remote: the names that the reference solution binds.
        """
        super().__init__(__name__="__main__")
        self._link = link
        self._remote = remote

    def __missing__(self, name: str) -> Any:  # noqa: ANN401
        if name not in self._remote and hasattr(builtins, name):
            return getattr(builtins, name)
        return self._link.name(name)

    def __setitem__(self, name: str, value: object) -> None:
        if name in self._remote:
            self._link.do("set_name", name, value)
        else:
            super().__setitem__(name, value)

    def __delitem__(self, name: str) -> None:
        if name in self:
            super().__delitem__(name)
        else:
            self._link.do("delete_name", name)


class RemoteModule(types.ModuleType):
    """The submission as the module that tests import."""

    def __init__(self, name: str, link: Link) -> None:
        super().__init__(name)
        self.__file__ = f"{name}.py"
        self.__dict__["_grader_link"] = link

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as a module's attributes are
        link: Link = self.__dict__["_grader_link"]
        if name == "__all__":
            return link.do("names")
        if name.startswith("__"):
            raise AttributeError(name)
        try:
            return link.name(name)
        except NameError:
            words = f"module {self.__name__!r} has no attribute {name!r}"
            raise AttributeError(words) from None
