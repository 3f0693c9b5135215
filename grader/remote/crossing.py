"""What crosses between a test and a submission: data by value, functions under a number.

A test's own function stays here and is called back; a submission's object stays in the child.
"""

from __future__ import annotations

import builtins
import types
from collections import Counter, OrderedDict, defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any
from unittest import mock

from _pytest.outcomes import OutcomeException

from grader.protocol.library_names import harmless
from grader.protocol.messages import CallBack, CalledBack, Threw
from grader.protocol.observations import Raised
from grader.protocol.thing_codec import Encoder, decode_thing
from grader.protocol.things import Own, Stayed, Thing
from grader.protocol.values import Array, ProtocolError, type_name
from grader.remote.own_functions import (
    ITERATORS,
    ORIGINAL,
    CalledMock,
    IteratorStep,
    is_library,
    works_on_files,
)
from grader.remote.proxies import Remote
from grader.remote.raised import RemoteErrors

INPUT = 0
_NUMBERS = (bool, int, float, Array, Stayed, type(None))  # in which no text can be
_CALLABLE = (
    types.FunctionType, types.BuiltinFunctionType, types.MethodType, partial,
    types.BuiltinMethodType, CalledMock, IteratorStep,
)  # fmt: skip


class Aborted(OutcomeException):
    """The test has failed and cannot go on; the message says why.

    It is no ``Exception``, and pytest clears a test away in which it was raised.
    """


class Crossing:
    """Makes things of a test's values, and values of a submission's things.

    Attributes:
        has_text: whether text, or what may hold some, has come from the submission.
    """

    def __init__(
        self,
        refuse: Callable[[str], Aborted],
        remote: Callable[[Stayed], Remote],
        errors: RemoteErrors,
    ) -> None:
        """Nothing has crossed yet.

        Args:
            refuse: fails the test with a sentence; what comes back is raised.
            remote: the object here that stands for one that stayed in the child.
            errors: the submission's exceptions as classes here.
        """
        self.has_text = False
        self._refuse = refuse
        self._remote = remote
        self._errors = errors
        self._own: list[Any] = [builtins.input]
        self._steps: dict[int, Any] = {}  # by the number of an iterator, which the step keeps
        self._mocks: dict[int, CalledMock] = {}  # by the number of the mock, which it keeps

    def called_back(self, call: CallBack) -> CalledBack:
        """Call a function of the test's for the submission."""
        self.has_text = self.has_text or bool(call.keywords)  # their names
        try:
            function = builtins.input if call.number == INPUT else self._own[call.number]
            operands = [self.decode(thing) for thing in call.operands]
            keywords = {name: self.decode(thing) for name, thing in call.keywords.items()}
            result = function(*operands, **keywords)
            if result is ORIGINAL:
                return CalledBack(original=True)
            return CalledBack(self.encode(result))
        except Aborted as error:
            return CalledBack(
                threw=Threw("Aborted", ("Exception",), (), Raised("Aborted", str(error)))
            )
        except Exception as error:  # noqa: BLE001 - the submission may catch it
            return CalledBack(threw=self._threw(error))

    def _threw(self, error: Exception) -> Threw:
        stayed = self._errors.stayed(error)
        names = [kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins"]
        bases = tuple(name for name in names if name != "object")
        parts = tuple(self.encode(part) for part in error.args[:20])
        return Threw(
            type_name(error), bases, parts, Raised(type_name(error), str(error)[:600]), stayed
        )

    def can_cross(self, thing: object) -> bool:
        """Whether a thing of the test's can be given to the submission; what cannot stays here."""
        left: list[object] = []

        def leave(part: object) -> Stayed | Own:
            kinds = (*_CALLABLE, *ITERATORS, mock.CallableMixin, BaseException, type)
            if type(part) is not Remote and not isinstance(part, kinds):
                left.append(part)
            return Own(0)

        Encoder(leave).encode(thing)
        return not left

    def encode(self, thing: object) -> Thing:
        """The thing that is sent for a value; fails the test if it cannot be given away."""
        if type(thing) is Remote:  # nearly always: what is called
            return Remote._stayed(thing)  # noqa: SLF001 - it has no attributes of its own
        return Encoder(self._leave).encode(thing)

    def _leave(self, thing: object) -> Stayed | Own:
        if type(thing) is Remote:
            return Remote._stayed(thing)  # noqa: SLF001 - it has no attributes of its own
        stayed = self._errors.stayed(thing)
        if stayed is not None:
            return stayed
        if isinstance(thing, ITERATORS):
            thing = self._steps.setdefault(id(thing), IteratorStep(thing))
        if isinstance(thing, mock.CallableMixin):
            thing = self._mocks.setdefault(id(thing), CalledMock(thing))  # type: ignore[arg-type]
        if isinstance(thing, _CALLABLE):
            if is_library(thing) and works_on_files(thing):
                name = getattr(thing, "__name__", "this")
                words = f"{name} cannot be given to a submission: it would run here"
                raise self._refuse(words)
            known = [number for number, own in enumerate(self._own) if own is thing]
            if not known:
                self._own.append(thing)
            number = known[0] if known else len(self._own) - 1
            binds = type(thing) is types.FunctionType
            return Own(number, getattr(thing, "__name__", "function")[:200], binds)
        name = type_name(thing)
        raise self._refuse(f"a {name} of the test's own cannot be given to a submission")

    def decode(self, thing: Thing) -> Any:  # noqa: ANN401
        """The value of a thing that came; fails the test if it cannot be read."""
        self.has_text = self.has_text or not isinstance(thing, _NUMBERS)
        try:
            return decode_thing(thing, self._find, harmless)
        except ProtocolError as error:
            raise self._refuse(f"what came back cannot be read: {error}") from None

    def _find(self, thing: Stayed | Own) -> Any:  # noqa: ANN401
        if isinstance(thing, Own):
            if not 0 < thing.number < len(self._own):
                raise ProtocolError("no function of the test's")
            return self._own[thing.number]
        if thing.is_class and thing.bases:
            self.has_text = True  # its name
            return self._errors.class_of(thing)
        return self._remote(thing)


def write_back(operand: Any, now: Any) -> None:  # noqa: ANN401
    """Change an argument in place, as the submission did."""
    kind = type(operand)
    if kind is not type(now):
        return
    if kind in (list, bytearray):
        operand[:] = now
    elif kind in (dict, set, defaultdict, OrderedDict, Counter):
        operand.clear()
        operand.update(now)
    elif kind.__module__ == "numpy" and operand.shape == now.shape:
        operand[...] = now
    elif kind.__name__ == "DataFrame":
        operand.drop(columns=list(operand.columns), inplace=True)
        operand.drop(index=list(operand.index), inplace=True)
        for name in now.columns:
            operand[name] = now[name]
