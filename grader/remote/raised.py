"""Exceptions of a submission's as classes here: by type, with their arguments.

A built-in exception is itself. A class of the submission's own is a local class with the same
bases, so that ``pytest.raises`` and ``except`` see what they would see beside it. An exception that
would end or skip the test by itself is an ordinary one here.
"""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING, Any

from grader.protocol.messages import Operation, Threw
from grader.protocol.things import Stayed

if TYPE_CHECKING:
    from grader.remote.link import Link

_OWN = "."  # before the name of a class of the submission's own
_MOST_BASES = 20
_MAY_EXIT = ("run_as", "call", "next", "rerun")  # the others are asked when a failure is told, too


class RemoteErrors:
    """Makes exceptions of what a child says about its own."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._classes: dict[tuple[str, ...], type[BaseException]] = {}
        self._things: dict[type[BaseException], Stayed] = {}

    def class_of(self, stayed: Stayed) -> type[BaseException]:
        """The class here for a class of exceptions there."""
        kind = self._class(stayed.bases[:_MOST_BASES])
        self._things.setdefault(kind, stayed)
        return kind

    def error_of(self, threw: Threw, operation: Operation) -> BaseException:
        """The exception here that stands for an exception with which an operation there ended."""
        kind = self._class(threw.bases[:_MOST_BASES])
        parts = [self._link.decode(part) for part in threw.parts]
        try:
            error = kind(*parts)
        except Exception:  # noqa: BLE001 - some need other arguments
            error = RuntimeError(threw.raised.message)
        if isinstance(error, SystemExit) and operation not in _MAY_EXIT:
            error = RuntimeError("SystemExit")
        error.remote_thing = threw.thing  # type: ignore[attr-defined]
        error.remote_raised = threw.raised  # type: ignore[attr-defined]
        return error

    def stayed(self, thing: object) -> Stayed | None:
        """The stand-in for an exception, or a class of exceptions, of the submission."""
        if isinstance(thing, type):
            return self._things.get(thing)
        found = getattr(thing, "remote_thing", None) if isinstance(thing, BaseException) else None
        return found if isinstance(found, Stayed) else None

    def _class(self, bases: tuple[str, ...]) -> type[BaseException]:
        if not bases:
            return Exception
        first, rest = bases[0], bases[1:]
        if not first.startswith(_OWN):
            kind = getattr(builtins, first, Exception)
            is_error = isinstance(kind, type) and issubclass(kind, BaseException)
            harmless = is_error and (issubclass(kind, Exception) or kind is SystemExit)
            return kind if harmless else Exception
        if bases not in self._classes:
            link = self._link

            def attribute(error: BaseException, name: str) -> Any:  # noqa: ANN401
                thing = error.__dict__.get("remote_thing")
                if name.startswith("__") or not isinstance(thing, Stayed):
                    raise AttributeError(name)
                return link.do("attribute", link.remote(thing), name)

            parent = self._class(rest)
            name = first.removeprefix(_OWN)[:100]
            name = name if name.isidentifier() else "Error"
            self._classes[bases] = type(name, (parent,), {"__getattr__": attribute})
        return self._classes[bases]
