"""What a test has got by the submission's names, or bound to them.

A function is asked for once in a test. A test's own data goes on being the test's: what is changed
in place, by the test or by a call, is changed under its name in the child, too.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from grader.protocol.things import Thing
from grader.remote.proxies import Remote


class KnownNames:
    """The names of one submission, test by test."""

    def __init__(self, functions: Collection[str] | None) -> None:
        """Nothing is known.

        Args:
            functions: the names of what the reference has as functions, and no classes; None
                where there is no reference, and nothing is known to be a class.
        """
        self._no_classes = None if functions is None else frozenset(functions)
        self._bound: dict[str, tuple[Any, Thing]] = {}  # by names bound by tests
        self._got: dict[str, Any] = {}  # the data that was last got by each name
        self._functions: dict[tuple[int, str], Remote] = {}  # by the number of the child, too

    def begin(self) -> None:
        """A new test begins."""
        self._got.clear()
        self._functions.clear()

    def forget_functions(self) -> None:
        """A name may be another function's now."""
        self._functions.clear()

    def function(self, child: int, name: str) -> Remote | None:
        """The function or class of this name, if it was got in this test from this child."""
        return self._functions.get((child, name))

    def got(self, child: int, name: str, found: Any, encode: Callable[[Any], Thing]) -> Any:  # noqa: ANN401
        """What a test gets by a name, of which this was found.

        Args:
            child: the number of the child.
            name: the name.
            found: what came from the child.
            encode: makes a thing of a value.
        """
        if type(found) is Remote:
            remote = Remote._of_name(found, name)  # noqa: SLF001 - it has no attributes of its own
            if Remote._is_code(remote):  # noqa: SLF001
                self._functions[child, name] = remote
            return remote
        value, thing = self._bound.pop(name, (None, None))
        if thing is not None and thing == encode(found):
            self._bound[name] = value, thing
            found = value  # the test may have changed its own data meanwhile
        self._got[name] = found
        return found

    def bind(self, name: str, value: Any, now: Thing) -> None:  # noqa: ANN401
        """A test's value has a name in the child, where it is this thing now."""
        self._bound[name] = value, now

    def of(self, value: object) -> list[str]:
        """The names by which a test has got this very value."""
        return [name for name, got in self._got.items() if got is value]

    def may_be_class(self, name: str) -> bool:
        """Whether what a test has by this name may be a class.

        It is called so, and the reference has no function of that name. Without a reference
        nothing is one: a submission could make a class of what is to be a function.
        """
        known = self._no_classes
        return known is not None and name[:1].isupper() and name not in known
