"""The notebook as a program: a namespace in which cells are run one by one, and IPython on demand.

Plain cells need no IPython at all; it starts only when a cell really uses it (``%matplotlib``).
"""

from __future__ import annotations
import __future__

import ast
import builtins
import contextlib
import functools
import inspect
import linecache
import operator
import sys
import types
from collections.abc import Callable
from typing import Any, NoReturn

from grader.answering.exception_data import absent, cell_file, describe_error
from grader.answering.output import CappedText, captured_apart
from grader.protocol.bounds import MAX_CELL_OUTPUT
from grader.protocol.observations import CellOutput, Raised
from grader.protocol.values import plain_text

_MOST_ABSENT = 1000  # names
_FUTURE = functools.reduce(
    operator.or_, (getattr(__future__, name).compiler_flag for name in __future__.all_feature_names)
)


class NotWhileGradingError(RuntimeError):
    """The submission needs a person or a terminal, and grading has neither."""


class RunningNotebook:
    """A submission's namespace and the cells that fill it."""

    def __init__(self, output_limit: int = MAX_CELL_OUTPUT) -> None:
        self._module = types.ModuleType("__main__")
        self.namespace: dict[str, Any] = self._module.__dict__
        self._output_limit = min(output_limit, MAX_CELL_OUTPUT)
        self._shown: CappedText | None = None  # what the present cell shows, if it is looked at
        self._shell: Any = None
        self._future = 0  # what the notebook has imported from __future__

    def install(self) -> None:
        """Make the namespace the process's main program, with the names that every notebook has.

        ``input`` fails with a sentence, ``display`` makes text, ``get_ipython`` works.
        """
        sys.modules["__main__"] = self._module
        builtins.input = _no_keyboard
        builtins.display = self._show  # type: ignore[attr-defined]
        builtins.get_ipython = self._get_ipython  # type: ignore[attr-defined]

    def run(
        self, number: int, source: str, *, shows: bool = False
    ) -> tuple[Raised | None, CellOutput]:
        """Run one cell: how it stopped (None at its end), and what it printed and showed.

        Args:
            number: of the cell.
            source: of the cell.
            shows: whether what it shows is made text; else nothing is asked for its ``repr``.
        """
        name = cell_file(number)
        # For tracebacks and inspect.getsource: the cell is in no file.
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        stopped: Raised | None = None
        self._shown = CappedText(self._output_limit) if shows else None
        with captured_apart(self._output_limit) as (out, err):
            try:
                body = ast.parse(source, name).body
                last = None if source.rstrip().endswith(";") else body[-1:]
                for statement in body:
                    try:
                        result = self._execute(statement, name)
                        if [statement] == last and result is not None:
                            self._show(result)
                    except ModuleNotFoundError as error:
                        # Its module lay beside the notebook at home: code that needs it will fail.
                        stopped = stopped or describe_error(error)
                        if not isinstance(statement, ast.Import | ast.ImportFrom):
                            break
                        self._note_absent(statement, error)
            except BaseException as error:  # noqa: BLE001 - sys.exit() ends a cell, not the grading
                stopped = stopped or describe_error(error)
        shown, self._shown = self._shown.text() if self._shown else "", None
        return stopped, CellOutput(out.text(), err.text(), shown)

    def _show(self, *things: object, **_: object) -> None:
        """Turn objects that a notebook would show into text, if they are kept."""
        if self._shown is not None:
            for thing in things:
                with contextlib.suppress(Exception):  # making the text may raise
                    self._shown.write(f"{thing!r}\n")

    def _note_absent(
        self, statement: ast.Import | ast.ImportFrom, error: ModuleNotFoundError
    ) -> None:
        """Remember the names that a failed import should have bound."""
        for alias in statement.names:
            name = alias.asname or alias.name.partition(".")[0]
            if name not in self.namespace and len(absent) < _MOST_ABSENT:
                absent[name] = plain_text(str(error.name), 100)

    def _execute(self, statement: ast.stmt, name: str) -> object:
        """Run a statement; return its value if it is an expression."""
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT | self._future
        # It is not our code, and so inherits nothing of it.
        if isinstance(statement, ast.Expr):
            expression = ast.Expression(statement.value)
            code = compile(expression, name, "eval", flags=flags, dont_inherit=True)
        else:
            module = ast.Module([statement], [])
            code = compile(module, name, "exec", flags=flags, dont_inherit=True)
        self._future |= code.co_flags & _FUTURE
        result = eval(code, self.namespace)  # noqa: S307 - running it is the purpose
        if code.co_flags & inspect.CO_COROUTINE:
            import asyncio  # slow to import and seldom needed

            result = asyncio.run(result)
        return result

    def _get_ipython(self) -> Any:  # noqa: ANN401 - IPython's shell
        if self._shell is None:
            self._shell = _quiet_shell(self._module, self._show)
        return self._shell


def _no_keyboard(*_: object) -> NoReturn:
    message = "input() cannot be answered while grading: put the value into the code instead"
    raise NotWhileGradingError(message)


def _quiet_shell(module: types.ModuleType, show: Callable[..., None]) -> Any:  # noqa: ANN401
    """IPython's shell around the namespace: no history file, no commands of the system."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Shell(InteractiveShell):
        def system(self, _: str) -> None:
            print("[commands of the system are not run while grading]")  # noqa: T201

        def getoutput(self, *_: object, **__: object) -> list[str]:
            return []

        def ask_exit(self) -> NoReturn:
            raise SystemExit  # where quit() and exit() lead

        def enable_gui(self, gui: str | None = None) -> None:
            pass

        def run_line_magic(self, magic_name: str, line: str, _stack_depth: int = 1) -> Any:  # noqa: ANN401
            try:
                return super().run_line_magic(magic_name, line, _stack_depth)
            except Exception as error:  # noqa: BLE001 - a magic must not cost points
                print(f"[%{magic_name} was not run: {error}]")  # noqa: T201
                return None

    config = Config()
    config.HistoryManager.enabled = False
    shell = Shell.instance(config=config, user_module=module, user_ns=module.__dict__)
    builtins.display = show  # type: ignore[attr-defined]  # IPython has put its own in
    sys.modules["__main__"] = module
    return shell
