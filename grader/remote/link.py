"""A test's link to a submission: each use of a remote object is one question.

What cannot be asked fails the test, whatever the test catches: the link is broken from then on, and
``Aborted`` is no ``Exception``.
"""

from __future__ import annotations

import builtins
import contextlib
import sys
import types
import weakref
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from typing import Any
from unittest import mock

from grader.protocol.messages import CallBack, CalledBack, Did, Operation, Threw
from grader.protocol.observations import Raised
from grader.protocol.thing_codec import Encoder, decode_thing
from grader.protocol.things import Own, Stayed, Thing
from grader.protocol.values import Array, ProtocolError, type_name
from grader.remote.cell_output import CellsOutput
from grader.remote.own_functions import (
    ITERATORS,
    ORIGINAL,
    CalledMock,
    IteratorStep,
    is_library,
    works_on_files,
)
from grader.remote.program_text import ProgramText
from grader.remote.proxies import Remote
from grader.remote.raised import RemoteErrors

OnCall = Callable[[CallBack], CalledBack]
Perform = Callable[[Operation, tuple[Thing, ...], dict[str, Thing], OnCall], Did | str]
"""Has an operation done in the child; a text says why there is no answer."""

INPUT = 0
_NUMBERS = (bool, int, float, Array, Stayed, type(None))  # in which no text can be
_CALLABLE = (
    types.FunctionType, types.BuiltinFunctionType, types.MethodType, partial,
    types.BuiltinMethodType, CalledMock, IteratorStep,
)  # fmt: skip


class Aborted(BaseException):
    """The test has failed and cannot go on; the message says why."""


class Link:
    """Asks for a test, and counts the questions.

    Attributes:
        broken: why the test has failed, whatever it does now; empty if it has not.
        has_text: whether text, or what may hold some, has come from the submission.
        at_home: whether the submission runs in this very process, as in the student's notebook.
        own_texts: texts that the instructor wrote, which tests may run as they stand.
        errors: the submission's exceptions as classes here.
        patches: what the present test has patched in the child, each by its module and name.
        builtins: what the present test has patched of Python's own here, as it was.
    """

    def __init__(
        self,
        perform: Perform,
        most_questions: int,
        child: Callable[[], int],
        functions: Collection[str] = (),
        output: Callable[[], CellsOutput] | None = None,
        program: Callable[[], ProgramText] | None = None,
        *,
        at_home: bool = False,
    ) -> None:
        """A link for the tests of one submission, one after another.

        Args:
            perform: has an operation done in the child.
            most_questions: how many operations a test may have done.
            child: the number of the present child; another one has none of the earlier's objects.
            functions: the names of what the reference has as functions, and no classes.
            output: what the cells above the present test printed; None where nobody has kept it.
            program: the submission's text; None where nobody has it.
            at_home: whether the submission runs in this very process.
        """
        self.broken = ""
        self.has_text = False
        self.at_home = at_home
        self.own_texts: set[str] = set()
        self._perform = perform
        self._left = most_questions
        self._most = most_questions
        self.child = child
        self._no_classes = frozenset(functions)
        self._output = output
        self._program = program
        self._remotes: weakref.WeakValueDictionary[tuple[int, int], Remote] = (
            weakref.WeakValueDictionary()
        )
        self._held: list[Remote] = []  # those of this test, so that `is` and `id` say the same
        self._own: list[Any] = [builtins.input]
        self._steps: dict[int, Any] = {}  # by the number of an iterator, which the step keeps
        self._mocks: dict[int, CalledMock] = {}  # by the number of the mock, which it keeps
        self._functions: dict[tuple[int, str], Remote] = {}
        self.errors = RemoteErrors(self)
        self.patches: set[tuple[str, str]] = set()
        self.builtins: dict[str, Any] = {}

    def begin(self) -> None:
        """A new test begins: whatever became of the last one."""
        self.broken, self._left = "", self._most
        self._held.clear()
        for place in list(self.patches):  # of a test that could not take them back
            with contextlib.suppress(Aborted):  # then this test has failed as well
                self.patch(*place, None)
        self._functions.clear()

    def name(self, name: str) -> Any:  # noqa: ANN401
        """The value of a name of the submission; raises NameError if there is none.

        A function or class is asked for once in a test, so that a call is one question.
        """
        known = self._functions.get((self.child(), name))
        if known is not None:
            return known
        found = self.do("name", name)
        if type(found) is not Remote:
            return found
        remote = Remote._of_name(found, name)  # noqa: SLF001 - it has no attributes of its own
        if Remote._is_code(remote):  # noqa: SLF001
            self._functions[self.child(), name] = remote
        return remote

    def may_be_class(self, name: str) -> bool:
        """Whether what a test has by this name may be a class: it is called so, and no function."""
        return name[:1].isupper() and name not in self._no_classes

    def cell_output(self) -> CellsOutput:
        """What the cells above the present test printed and showed.

        Raises:
            Aborted: nobody has kept it, as in the student's own notebook.
        """
        if self._output is None:
            raise self.refuse("what cells print is looked at when the notebook is handed in")
        self.has_text = True
        return self._output()

    @property
    def program(self) -> ProgramText:
        """The submission's text.

        Raises:
            Aborted: nobody has it, as in the student's own notebook.
        """
        if self._program is None:
            raise self.refuse("the text of a notebook is looked at when it is handed in")
        self.has_text = True
        return self._program()

    def run_again(self, *, is_first: bool) -> None:
        """A test imports the submission: what it prints then is printed.

        Its cells have run before the first import, so that they are run again only if they stopped
        at ``input()``, which the test may answer. A later import runs them again, and raises what
        they raise.
        """
        if is_first and (self._program is None or not self.program.waits_for_input):
            if self._output is not None:
                sys.stdout.write(self.cell_output().out)
                sys.stderr.write(self.cell_output().err)
            return
        self._functions.clear()
        with contextlib.suppress(*(Exception, SystemExit) if is_first else ()):
            self.do("rerun", self.program.imported)

    def start(self, arguments: Sequence[str], given: str) -> tuple[int, str, str]:
        """Start the submission as a program: its exit code, and what it printed on both ways.

        Args:
            arguments: the file's name and those after it.
            given: standard input.
        """
        operands = (self.program.started, list(arguments), given)
        with self.own_builtins():
            did = self._asked("start", tuple(map(self._encode, operands)), {})
        code = self._decode(did.value) if did.threw is None else 1
        return code if type(code) is int else 1, did.out, did.err

    def patch(self, module: str, name: str, function: object) -> None:
        """Have a function stand for another while the submission runs; None takes it back.

        Args:
            module: by its name; empty for the submission.
            name: what is patched.
            function: the test's own.
        """
        operands = (module, name, function)
        with self.own_builtins():
            self._asked("patch", tuple(map(self._encode, operands)), {})  # nothing is printed
        if function is None:
            self.patches.discard((module, name))
        else:
            self.patches.add((module, name))

    def do(self, operation: Operation, *operands: object, **keywords: object) -> Any:  # noqa: ANN401
        """Have an operation done; raises what the submission raises.

        Raises:
            Aborted: it cannot be asked, or there was no answer.
        """
        if operation in ("set_name", "delete_name"):
            self._functions.clear()
        with self.own_builtins():
            return self._done(operation, operands, keywords)

    @contextlib.contextmanager
    def own_builtins(self) -> Iterator[None]:
        """What a test has patched of Python's is as it was while the grader itself is at work."""
        patched = {name: getattr(builtins, name) for name in self.builtins}
        for name in patched:
            setattr(builtins, name, self.builtins[name])
        try:
            yield
        finally:
            for name, value in patched.items():
                setattr(builtins, name, value)

    def _done(
        self, operation: Operation, operands: tuple[object, ...], keywords: dict[str, object]
    ) -> Any:  # noqa: ANN401
        things = tuple(self._encode(operand) for operand in operands)
        named = {name: self._encode(operand) for name, operand in keywords.items()}
        did = self._asked(operation, things, named)
        sys.stdout.write(did.out)
        sys.stderr.write(did.err)
        for place, thing in did.changed:
            if place < len(operands):
                _write_back(operands[place], self._decode(thing))
        if did.threw is not None:
            raise self.errors.error_of(did.threw)
        if 0 <= did.same < len(operands):
            return operands[did.same]
        return self._decode(did.value)

    def refuse(self, words: str) -> Aborted:
        """The test has failed for this reason; raise what comes back."""
        self.broken = self.broken or words
        return Aborted(self.broken)

    def remote(self, stayed: Stayed) -> Remote:
        """The remote object of this number; the same one each time."""
        key = (self.child(), stayed.number)
        known = self._remotes.get(key)
        if known is None:
            known = Remote(self, stayed)
            self._remotes[key] = known
            self._held.append(known)
        return known

    def _asked(
        self, operation: Operation, things: tuple[Thing, ...], named: dict[str, Thing]
    ) -> Did:
        if self.broken:
            raise Aborted(self.broken)
        self._left -= 1
        if self._left < 0:
            raise self.refuse(f"the test asked more than {self._most} questions")
        did = self._perform(operation, things, named, self._called_back)
        if isinstance(did, str):
            raise self.refuse(did)
        self.has_text = self.has_text or bool(did.out or did.err or did.threw)
        return did

    def _called_back(self, call: CallBack) -> CalledBack:
        """Call a function of the test's for the submission."""
        try:
            function = builtins.input if call.number == INPUT else self._own[call.number]
            operands = [self._decode(thing) for thing in call.operands]
            keywords = {name: self._decode(thing) for name, thing in call.keywords.items()}
            result = function(*operands, **keywords)
            if result is ORIGINAL:
                return CalledBack(original=True)
            return CalledBack(self._encode(result))
        except Aborted as error:
            return CalledBack(
                threw=Threw("Aborted", ("Exception",), (), Raised("Aborted", str(error)))
            )
        except Exception as error:  # noqa: BLE001 - the submission may catch it
            return CalledBack(threw=self._threw(error))

    def _threw(self, error: Exception) -> Threw:
        stayed = self.errors.stayed(error)
        names = [kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins"]
        bases = tuple(name for name in names if name != "object")
        parts = tuple(self._encode(part) for part in error.args[:20])
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

    def _encode(self, thing: object) -> Thing:
        return Encoder(self._leave).encode(thing)

    def _leave(self, thing: object) -> Stayed | Own:
        if type(thing) is Remote:
            return Remote._stayed(thing)  # noqa: SLF001 - it has no attributes of its own
        stayed = self.errors.stayed(thing)
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
                raise self.refuse(words)
            known = [number for number, own in enumerate(self._own) if own is thing]
            if not known:
                self._own.append(thing)
            number = known[0] if known else len(self._own) - 1
            return Own(number, getattr(thing, "__name__", "function")[:200])
        name = type_name(thing)
        raise self.refuse(f"a {name} of the test's own cannot be given to a submission")

    def _decode(self, thing: Thing) -> Any:  # noqa: ANN401
        self.has_text = self.has_text or not isinstance(thing, _NUMBERS)
        try:
            return decode_thing(thing, self._find)
        except ProtocolError as error:
            raise self.refuse(f"what came back cannot be read: {error}") from None

    def _find(self, thing: Stayed | Own) -> Any:  # noqa: ANN401
        if isinstance(thing, Own):
            if not 0 < thing.number < len(self._own):
                raise ProtocolError("no function of the test's")
            return self._own[thing.number]
        if thing.is_class and thing.bases:
            return self.errors.class_of(thing)
        return self.remote(thing)


def _write_back(operand: Any, now: Any) -> None:  # noqa: ANN401
    """Change an argument in place, as the submission did."""
    kind = type(operand)
    if kind is not type(now):
        return
    if kind in (list, bytearray):
        operand[:] = now
    elif kind in (dict, set):
        operand.clear()
        operand.update(now)
    elif kind.__module__ == "numpy" and operand.shape == now.shape:
        operand[...] = now
    elif kind.__name__ == "DataFrame":
        operand.drop(columns=list(operand.columns), inplace=True)
        operand.drop(index=list(operand.index), inplace=True)
        for name in now.columns:
            operand[name] = now[name]
