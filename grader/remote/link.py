"""A test's link to a submission: each use of a remote object is one question."""

from __future__ import annotations

import builtins
import contextlib
import sys
import traceback
import weakref
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from grader.protocol.messages import CallBack, CalledBack, Did, Operation
from grader.protocol.things import Stayed, Thing
from grader.remote.cell_output import CellsOutput
from grader.remote.crossing import Aborted, Crossing, write_back
from grader.remote.known_names import KnownNames
from grader.remote.program_text import ProgramText
from grader.remote.proxies import Remote
from grader.remote.questions import Perform, Questions
from grader.remote.raised import RemoteErrors
from grader.remote.test_files import Files

_AS_IT_IS = contextlib.nullcontext()


class Link(Questions):
    """Asks for a test, and counts the questions.

    Attributes:
        at_home: whether the submission runs in this very process, as in the student's notebook.
        caught: what the first assertion raised that a module of the instructor's caught.
        caught_at: the files and lines that were at work then, the innermost first.
        own_texts: texts that the instructor wrote, which tests may run as they stand.
        errors: the submission's exceptions as classes here.
        names: those that the reference binds; empty where there is none.
        libraries: what stands for the names that it imports.
        patches: what the present test has patched in the child, each by its module and name.
        files: those of the tests; None where they are the system's own.
        builtins: what the present test has patched of Python's own here, as it was.
    """

    def __init__(
        self,
        perform: Perform,
        most_questions: int,
        child: Callable[[], int],
        functions: Collection[str] | None = (),
        output: Callable[[], CellsOutput] | None = None,
        program: Callable[[], ProgramText] | None = None,
        *,
        at_home: bool = False,
        names: Collection[str] = (),
        libraries: Mapping[str, str] | None = None,
    ) -> None:
        """A link for the tests of one submission, one after another.

        Args:
            perform: has an operation done in the child.
            most_questions: how many operations a test may have done.
            child: the number of the present child; another one has none of the earlier's objects.
            functions: the names of what the reference has as functions, and no classes; None
                where there is no reference, and nothing is known to be a class.
            output: what the cells above the present test printed; None where nobody has kept it.
            program: the submission's text; None where nobody has it.
            at_home: whether the submission runs in this very process.
            names: those that the reference binds.
            libraries: what stands for the names that it imports, as ``Space`` has it.
        """
        super().__init__(perform, most_questions, child)
        self.at_home = at_home
        self.names = frozenset(names)
        self.libraries = libraries or {}
        self.caught: BaseException | None = None
        self.caught_at: list[tuple[str, int]] = []
        self.own_texts: set[str] = set()
        self._known = KnownNames(functions)
        self._output = output
        self._program = program
        self._remotes: weakref.WeakValueDictionary[tuple[int, int], Remote] = (
            weakref.WeakValueDictionary()
        )
        self._held: list[Remote] = []  # those of this test, so that `is` and `id` say the same
        self.errors = RemoteErrors(self)
        self._crossing = Crossing(self.refuse, self.remote, self.errors)
        self.patches: set[tuple[str, str]] = set()
        self.builtins: dict[str, Any] = {}
        self.files: Files | None = None

    def begin(self) -> None:
        """A new test begins: whatever became of the last one."""
        super().begin()
        self.caught, self.caught_at = None, []
        self._held.clear()
        for place in list(self.patches):  # of a test that could not take them back
            with contextlib.suppress(Aborted):  # then this test has failed as well
                self.patch(*place, None)
        self._known.begin()

    def caught_one(self) -> None:
        """A module of the instructor's has caught what an assertion raised, and goes on."""
        if self.caught is None:
            self.caught = sys.exc_info()[1]
            self.caught_at = [
                (frame.f_code.co_filename, line) for frame, line in traceback.walk_stack(None)
            ]

    def name(self, name: str) -> Any:  # noqa: ANN401
        """The value of a name of the submission; raises NameError if there is none.

        A function or class is asked for once in a test, so that a call is one question.
        """
        known = self._known.function(self.child(), name)
        if known is not None:
            return known
        found = self.do("name", name)
        return self._known.got(self.child(), name, found, self._crossing.encode)

    def bind(self, name: str, value: object) -> None:
        """A test binds a name of the submission's, and goes on with the value that it has bound."""
        self.do("set_name", name, value)
        if type(value) is not Remote:
            self._known.bind(name, value, self._crossing.encode(value))

    def may_be_class(self, name: str) -> bool:
        """Whether what a test has by this name may be a class; see ``KnownNames``."""
        return self._known.may_be_class(name)

    def cell_output(self) -> CellsOutput:
        """What the cells above the present test printed and showed.

        Raises:
            Aborted: nobody has kept it, as in the student's own notebook.
        """
        if self._output is None:
            raise self.refuse("what cells print is looked at when the notebook is handed in")
        self._crossing.has_text = True
        return self.at_work(self._output)

    @property
    def program(self) -> ProgramText:
        """The submission's text.

        Raises:
            Aborted: nobody has it, as in the student's own notebook.
        """
        found = self._text()
        self._crossing.has_text = True
        return found

    def _text(self) -> ProgramText:
        if self._program is None:
            raise self.refuse("the text of a notebook is looked at when it is handed in")
        return self.at_work(self._program)

    def run_again(self, *, is_first: bool) -> None:
        """A test imports the submission: what it prints then is printed.

        Its cells have run before the first import, so that they are run again only if they stopped
        at ``input()``, which the test may answer. A later import runs them again, and raises what
        they raise.
        """
        if is_first and (self._program is None or not self._text().waits_for_input):
            if self._output is not None:
                sys.stdout.write(self.cell_output().out)
                sys.stderr.write(self.cell_output().err)
            return
        self._known.forget_functions()
        with contextlib.suppress(*(Exception, SystemExit) if is_first else ()):
            self.do("rerun", self._text().text)

    def start(self, arguments: Sequence[str], given: str) -> tuple[int, str, str]:
        """Start the submission as a program: its exit code, and what it printed on both ways.

        Args:
            arguments: the file's name and those after it.
            given: standard input.
        """
        if self.files is not None:
            self.files.hand_over(arguments)
        did = self._silently("start", self._text().text, list(arguments), given)
        code = self._crossing.decode(did.value) if did.threw is None else 1
        return code if type(code) is int else 1, did.out, did.err

    def run_as(self, name: str, arguments: Sequence[str]) -> Any:  # noqa: ANN401 - its names
        """Run the submission under a name, as ``runpy`` does; raises what it raises.

        Args:
            name: what ``__name__`` is.
            arguments: the file's name and those after it.
        """
        return self.do("run_as", self._text().text, name, list(arguments))

    def patch(self, module: str, name: str, function: object) -> None:
        """Have a function stand for another while the submission runs; None takes it back.

        Args:
            module: by its name; empty for the submission.
            name: what is patched.
            function: the test's own.
        """
        self._silently("patch", module, name, function)
        if function is None:
            self.patches.discard((module, name))
        else:
            self.patches.add((module, name))

    def _silently(self, operation: Operation, *operands: object) -> Did:
        """What came of an operation, of which nothing is printed or raised here."""
        with self.own_builtins():
            return self._asked(operation, tuple(map(self._crossing.encode, operands)), {})

    def do(self, operation: Operation, *operands: object, **keywords: object) -> Any:  # noqa: ANN401
        """Have an operation done; raises what the submission raises.

        Raises:
            Aborted: it cannot be asked, or there was no answer.
        """
        if operation in ("set_name", "delete_name"):
            self._known.forget_functions()
        with self.own_builtins():
            return self._done(operation, operands, keywords)

    def own_builtins(self) -> contextlib.AbstractContextManager[None]:
        """What a test has patched of Python's is as it was while the grader itself is at work."""
        return self._unpatched() if self.builtins else _AS_IT_IS

    @contextlib.contextmanager
    def _unpatched(self) -> Iterator[None]:
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
        if self.files is not None and operation == "call":
            self.files.hand_over((*operands, *keywords.values()))
        things = tuple(self._crossing.encode(operand) for operand in operands)
        named = {name: self._crossing.encode(operand) for name, operand in keywords.items()}
        did = self._asked(operation, things, named)
        if self.files is not None:
            self.files.heard(did.value, did.threw, did.changed, did.out, did.err)
        if did.out or did.err:
            sys.stdout.write(did.out)
            sys.stderr.write(did.err)
        for place, thing in did.changed:
            if 0 <= place < len(operands):
                write_back(operands[place], self._crossing.decode(thing))
                self._change_by_name(operands[place], thing)
        if did.threw is not None:
            raise self.errors.error_of(did.threw, operation)
        if 0 <= did.same < len(operands):
            return operands[did.same]
        return self._crossing.decode(did.value)

    def _change_by_name(self, operand: object, now: Thing) -> None:
        """What was got by a name, and changed in place by a call, is changed under that name."""
        for name in self._known.of(operand):
            self._asked("set_name", (name, now), {})
            self._known.bind(name, operand, now)

    def _called_back(self, call: CallBack) -> CalledBack:
        if self.files is not None:
            self.files.heard(call.operands, call.keywords)
        return self._crossing.called_back(call)

    @property
    def has_text(self) -> bool:
        """Whether text, or what may hold some, has come from the submission."""
        return self._crossing.has_text

    def can_cross(self, thing: object) -> bool:
        """Whether a thing of the test's can be given to the submission; what cannot stays here."""
        return self._crossing.can_cross(thing)

    def decode(self, thing: Thing) -> Any:  # noqa: ANN401
        """The value of a thing that came from the submission."""
        return self._crossing.decode(thing)

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
        did = self.ask(operation, things, named, self._called_back)
        self._crossing.has_text = self._crossing.has_text or bool(did.out or did.err or did.threw)
        return did
