"""The names of a test: its own, the submission's, those of libraries, then Python's."""

from __future__ import annotations

import builtins
import importlib
import sys
import types
from collections.abc import KeysView, Mapping
from typing import Any

from grader.remote import cell_output
from grader.remote.link import Link


class Space(dict[str, Any]):
    """The global names of a test's code.

    A name that the reference solution binds is the submission's, even if Python has one of that
    name too; otherwise an exercise called ``max`` would be solved by everybody.
    """

    def __init__(
        self,
        link: Link,
        remote: frozenset[str],
        libraries: Mapping[str, str] | None = None,
        *,
        shares: bool = True,
    ) -> None:
        """No name of the test's own yet.

        Args:
            link: to the submission.
            remote: the names that the reference solution binds.
            libraries: what stands for the names that it imports: a module, or
                ``module:attribute``, with ``()`` behind it if only a function will do, and ``?``
                before it if the submission has to import it, too. They are the grader's own: a
                submission may put anything in a library's place.
            shares: whether a name that the test binds is the submission's too, as in the cells of
                a notebook; examples bind names of their own.
        """
        super().__init__(__name__="__main__")
        self._link = link
        self._remote = remote
        self._libraries = libraries or {}
        self._shares = shares

    def __missing__(self, name: str) -> Any:  # noqa: ANN401
        if name not in self._remote:
            found = of_library(name, self._libraries)
            if found is not None:
                if self._libraries.get(name, "").startswith("?"):
                    self._link.name(name)  # to import it was the answer
                return found
            if hasattr(builtins, name):
                return getattr(builtins, name)
            if name == cell_output.NAME:
                return self._link.cell_output()
        return self._link.name(name)

    def __setitem__(self, name: str, value: object) -> None:
        if self._shares and name in self._remote and self._link.can_cross(value):
            super().pop(name, None)
            self._link.bind(name, value)
        else:
            super().__setitem__(name, value)

    def __contains__(self, name: object) -> bool:
        """Whether a test's ``vars()`` or ``globals()`` has a name: its own, or the submission's."""
        return super().__contains__(name) or name in self._submitted()

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        """The names that a test's ``dir()`` shows: its own, and the submission's."""
        return dict.fromkeys([*super().keys(), *self._submitted()]).keys()

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401
        """The value of a name that ``vars()`` has."""
        try:
            return self[name]
        except NameError:
            return default

    def _submitted(self) -> list[str]:
        return [name for name in self._link.do("names") if isinstance(name, str)]

    def __delitem__(self, name: str) -> None:
        if super().__contains__(name):
            super().__delitem__(name)
        else:
            self._link.do("delete_name", name)


def of_library(name: str, libraries: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever it has
    """What a name stands for that the instructor's cells import; None if nothing here.

    Args:
        name: the name.
        libraries: what stands for the names, as ``Space`` has it.
    """
    if name in libraries:
        return _imported(libraries[name])
    stars = [place for star, place in libraries.items() if star.startswith("*")]
    found = (_imported(_of_star(place, name)) for place in stars if not name.startswith("_"))
    return next((thing for thing in found if thing is not None), None)


def _of_star(place: str, name: str) -> str:
    """The place of a name that a star import may bind."""
    module = place.removesuffix("()")
    return f"{module}:{name}{place[len(module) :]}"


def _imported(place: str) -> Any:  # noqa: ANN401 - whatever a library has
    """A library's module or attribute; None if it is not here, or is no function and has to be."""
    module, _, attribute = place.removeprefix("?").removesuffix("()").partition(":")
    found: Any
    try:
        found = importlib.import_module(module)
        if attribute and hasattr(found, attribute):
            found = getattr(found, attribute)
        elif attribute:
            found = importlib.import_module(f"{module}.{attribute}")
    except ImportError:
        return None
    if place.endswith("()") and not isinstance(found, types.FunctionType):
        return None
    return found


class RemoteModule(types.ModuleType):
    """The submission as the module that tests import.

    A library that the reference imports is the grader's own here, too. ``import *`` binds what the
    reference has and nothing else, so that no submission puts a helper of its own in the place of
    a test's. Where there is no reference, a name that the test or Python has already stays.
    """

    def __init__(self, name: str, link: Link) -> None:
        super().__init__(name)
        self.__file__ = f"{name}.py"
        self.__dict__["_grader_link"] = link

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - as a module's attributes are
        link: Link = self.__dict__["_grader_link"]
        if name == "__all__":
            bound = sys._getframe(1).f_globals  # noqa: SLF001 - of the test that imports
            return [name for name in link.do("names") if _is_wanted(name, link, bound)]
        if name.startswith("__"):
            raise AttributeError(name)
        found = None if name in link.names else of_library(name, link.libraries)
        if found is not None:
            return found
        try:
            return link.name(name)
        except NameError:
            words = f"module {self.__name__!r} has no attribute {name!r}"
            raise AttributeError(words) from None


def _is_wanted(name: object, link: Link, bound: Mapping[str, Any]) -> bool:
    """Whether ``import *`` binds a name of the submission's."""
    if not isinstance(name, str):
        return False
    if link.names:
        return name in link.names or of_library(name, link.libraries) is not None
    return name not in bound and not hasattr(builtins, name)
