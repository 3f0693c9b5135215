"""Functions of the test's that stand for others meanwhile: what ``mock.patch`` does beside a test.

A patch holds while code of the submission runs, and never while the child itself is at work.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

_NOTHING = object()
_AS_IT_IS = nullcontext()


class Patches:
    """The patches of the present test, each by its module and name."""

    def __init__(self, namespace: dict[str, Any]) -> None:
        """No patch yet.

        Args:
            namespace: the submission's names, which are the module without a name.
        """
        self._namespace = namespace
        self._functions: dict[tuple[str, str], Any] = {}
        self._old: dict[tuple[str, str], Any] = {}
        self._is_applied = False

    def put(self, module: str, name: str, function: Callable[..., Any] | None) -> None:
        """Patch a name of a module that is loaded, or take its patch away.

        Args:
            module: by its name; empty for the submission.
            name: what is patched.
            function: what stands for it; None takes the patch away.
        """
        place = (module, name)
        self._functions.pop(place, None)
        if function is not None:
            old = self._names(module).get(name, getattr(builtins, name, None))
            self._functions[place] = original_of(function, old)

    def applied(self, *, are: bool = True) -> AbstractContextManager[None]:
        """The patches hold meanwhile, or do not."""
        if self._is_applied == are or not (self._functions or self._old):
            return _AS_IT_IS
        return self._switched(on=are)

    @contextmanager
    def _switched(self, *, on: bool) -> Iterator[None]:
        self._switch(on=on)
        try:
            yield
        finally:
            self._switch(on=not on)

    def _switch(self, *, on: bool) -> None:
        self._is_applied = on
        if on:
            for (module, name), function in self._functions.items():
                names = self._names(module)
                self._old[module, name] = names.get(name, _NOTHING)
                names[name] = function
            return
        while self._old:
            (module, name), old = self._old.popitem()
            names = self._names(module)
            if old is _NOTHING:
                names.pop(name, None)
            else:
                names[name] = old

    def _names(self, module: str) -> dict[str, Any]:
        return vars(sys.modules[module]) if module in sys.modules else self._namespace


def original_of(function: Any, original: Any) -> Any:  # noqa: ANN401 - whatever stood there
    """A test's function that knows for what it stands; the test may say that this is to be run."""
    setter = getattr(function, "standing_for", None)
    return function if setter is None else setter(original)
