"""Patches by ``mock.patch`` and pytest's ``monkeypatch`` are patches in the child, too."""

from __future__ import annotations

import builtins
import types
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest

from grader.remote.own_functions import is_library
from grader.remote.space import RemoteModule

if TYPE_CHECKING:
    from grader.remote.link import Link

_ASKED_ELSEWHERE = {("builtins", "input")}  # the link asks the test's own


@contextmanager
def mirrored(link: Link) -> Iterator[None]:
    """A function that a test puts in another's place stands there in the child meanwhile, too.

    Args:
        link: to the submission.
    """
    patcher: Any = mock._patch  # noqa: SLF001
    enter, leave = patcher.__enter__, patcher.__exit__
    setting, undoing = pytest.MonkeyPatch.setattr, pytest.MonkeyPatch.undo

    def entered(self: Any) -> Any:  # noqa: ANN401 - as mock has it
        found = enter(self)
        try:
            _tell(link, self.target, self.attribute, self.temp_original)
        except BaseException:
            leave(self, None, None, None)
            raise
        return found

    def left(self: Any, *error: Any) -> Any:  # noqa: ANN401
        _take_back(link, self.target, self.attribute)
        return leave(self, *error)

    def set_(self: Any, *said: Any, **more: Any) -> None:  # noqa: ANN401
        setting(self, *said, **more)
        for target, name, old in self._setattr[-1:]:
            _tell(link, target, name, old)

    def undone(self: Any) -> None:  # noqa: ANN401
        for target, name, _ in self._setattr:
            _take_back(link, target, name)
        undoing(self)

    patcher.__enter__, patcher.__exit__ = entered, left
    changing: Any = pytest.MonkeyPatch
    changing.setattr, changing.undo = set_, undone
    try:
        yield
    finally:
        patcher.__enter__, patcher.__exit__ = enter, leave
        changing.setattr, changing.undo = setting, undoing


def _place(target: object, name: str) -> tuple[str, str] | None:
    """A function of a module, or of the submission, by names; None for anything else."""
    if isinstance(target, RemoteModule):
        return "", name
    if type(target) is not types.ModuleType or (target.__name__, name) in _ASKED_ELSEWHERE:
        return None
    return target.__name__, name


def _tell(link: Link, target: object, name: str, old: object) -> None:
    place = _place(target, name)
    if place and target is builtins:
        link.builtins[name] = old
    new = vars(target).get(name) if place else None
    with link.own_builtins():
        is_own = callable(new) and not is_library(new) and link.can_cross(new)
    if place and is_own:
        link.patch(*place, new)


def _take_back(link: Link, target: object, name: str) -> None:
    place = _place(target, name)
    if place in link.patches and not link.broken:
        link.patch(*place, None)
    if target is builtins:
        link.builtins.pop(name, None)
