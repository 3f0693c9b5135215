"""Running a submission's text once more: as an import does, or as a program that is started."""

from __future__ import annotations

import builtins
import io
import sys
import types
from collections.abc import Sequence
from typing import Any

from grader.protocol.values import type_name

_FILE = "<the submission>"


def rerun(source: str, namespace: dict[str, Any]) -> None:
    """Run it in the names that it has, as a reloaded module does; raises what it raises."""
    exec(compile(source, _FILE, "exec", dont_inherit=True), namespace)  # noqa: S102 - the purpose


def start(source: str, arguments: Sequence[str], given: str) -> int:
    """Run it as a program of its own, with names of its own; its exit code.

    Args:
        source: the text.
        arguments: ``sys.argv``.
        given: standard input.
    """
    old = sys.stdin, builtins.input
    sys.stdin, builtins.input = io.StringIO(given), _line_of_input
    try:
        run_as(source, "__main__", arguments)
    except SystemExit as error:
        if error.code is None or isinstance(error.code, int):
            return int(error.code or 0)
        print(error.code, file=sys.stderr)  # noqa: T201 - as Python does
        return 1
    except BaseException as error:  # noqa: BLE001 - a program may end with whatever it likes
        print(f"{type_name(error)}: {error}", file=sys.stderr)  # noqa: T201
        return 1
    finally:
        sys.stdin, builtins.input = old
    return 0


def run_as(source: str, name: str, arguments: Sequence[str]) -> dict[str, Any]:
    """Run it under a name, with names of its own, which are returned; raises what it raises.

    Args:
        source: the text.
        name: what ``__name__`` is; by ``__main__`` it is the program meanwhile.
        arguments: ``sys.argv``.
    """
    module = types.ModuleType(name)
    module.__file__ = str(arguments[0])
    old = sys.modules["__main__"], sys.argv
    sys.argv = list(arguments)
    if name == "__main__":
        sys.modules[name] = module
    try:
        rerun(source, module.__dict__)
    finally:
        sys.modules["__main__"], sys.argv = old
    return {name: thing for name, thing in vars(module).items() if not name.startswith("__")}


def _line_of_input(prompt: object = "") -> str:
    sys.stdout.write(str(prompt))
    line = sys.stdin.readline()
    if not line:
        raise EOFError("EOF when reading a line")
    return line.removesuffix("\n")
