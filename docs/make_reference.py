"""Writes the references: ``python docs/make_reference.py`` (``make docs``).

``docs/commands.md`` and ``docs/api.md`` are kept beside the other pages and must be fresh, see
``tests/test_reference.py``. The whole of the public rooms, as pages to browse, goes to
``build/docs/``.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import click

import grader
from grader.commandline.main import main

ROOT = Path(__file__).resolve().parents[1]
_COMMANDS = """\
# Commands

What `grader COMMAND --help` says, made from the program by `make docs`.
"""
_NAMES = """\
# Public names

What others may import, made from the program by `make docs`, which also writes pages with all
parameters and attributes to `build/docs/`. Everything else may change without a word. Authors of
cases need `grader.suite` alone; [authoring.md](authoring.md) shows it at work.
"""
_COLUMNS = 80
_SENTENCE = re.compile(r".*?\.(?=\s|$)", re.DOTALL)


def commands() -> str:
    """The command line's reference: the help of every command, as Markdown."""
    parts = [_COMMANDS]
    for name, command, context in _walked(main, "grader", None):
        parts.append(f"## {name}\n\n```\n{command.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


def _walked(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[tuple[str, click.Command, click.Context]]:
    settings = command.context_settings | {"terminal_width": _COLUMNS}
    context = click.Context(command, parent, name.rpartition(" ")[2], **settings)
    yield name, command, context
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None:
                yield from _walked(found, f"{name} {inner}", context)


def names() -> str:
    """The public names with the first sentence of what each is, as Markdown."""
    parts = [_NAMES]
    for room in rooms():
        module = sys.modules[room]
        rows = [
            f"| `{name}` | {_first_sentence(_docstring(name, getattr(module, name)))} |"
            for name in module.__all__
            if not isinstance(getattr(module, name), ModuleType) and name != "__version__"
        ]
        head = f"## {room}\n\n{_first_sentence(module.__doc__ or '')}\n\n| name | what it is |"
        parts.append("\n".join([head, "| --- | --- |", *rows, ""]))
    return "\n".join(parts)


def _docstring(name: str, thing: object) -> str:
    """What a name is: the docstring of a class or function, or the text below an assignment."""
    if isinstance(thing, type | FunctionType):
        return inspect.getdoc(thing) or ""
    from pdoc.doc_ast import walk_tree

    for module in [each for each in sys.modules if each.startswith("grader.")]:
        found = walk_tree(sys.modules[module]).var_docstrings.get(name)
        if found:
            return found
    return ""


def rooms() -> list[str]:
    """The package and its public rooms, with all their names loaded."""
    for name in grader.__all__:  # on demand only; pdoc looks at what is there
        vars(grader)[name] = getattr(grader, name)
    return ["grader", *(f"grader.{room}" for room in grader._ROOMS)]  # noqa: SLF001


def _first_sentence(text: str) -> str:
    paragraph = text.partition("\n\n")[0]
    found = _SENTENCE.match(paragraph)
    sentence = " ".join((found[0] if found else paragraph).split()).replace("``", "`")
    return sentence.removesuffix("::").replace("|", "\\|")


def pages(folder: Path) -> None:
    """Write pages to browse: all public names with their parameters and attributes."""
    import pdoc

    pdoc.render.configure(docformat="google", show_source=False)
    rooms()
    pdoc.pdoc("grader", output_directory=folder)


if __name__ == "__main__":
    (ROOT / "docs" / "commands.md").write_text(commands(), encoding="utf-8")
    (ROOT / "docs" / "api.md").write_text(names(), encoding="utf-8")
    pages(ROOT / "build" / "docs")
    click.echo("written: docs/commands.md, docs/api.md, build/docs/index.html")
