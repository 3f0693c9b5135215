"""What others may import: it is listed in one place, and what others write needs nothing else."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import grader

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {f"grader.{name}" for name in ("checks", "export", "report", "suite")}
# What others write, or copy: an assignment's cases and references, the examples.
FILES = [
    path
    for folder in ("public_tests", "solutions/private_tests", "examples")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if "mistakes" not in path.parts  # an entry of a catalogue names the facts that it looks at
] + sorted((ROOT / "solutions").glob("*.py"))
# A module of the grader itself, in docs/authoring.md; it may know its room.
_OURS = re.compile(r"^```python new grader/.*?^```$", re.MULTILINE | re.DOTALL)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def modules(source: str) -> set[str]:
    """The modules of the grader that a source imports from."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return {name for name in found if name.partition(".")[0] == "grader"}


@pytest.mark.parametrize("name", grader.__all__)
def test_a_public_name_is_there(name: str) -> None:
    """Every name that the package lists can be had from it."""
    assert getattr(grader, name) is not None


def test_types_and_names_are_the_same() -> None:
    """What type checkers see of the package is what can be had when it runs."""
    tree = ast.parse((ROOT / "grader" / "__init__.py").read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.name: node.module
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert seen == grader._MODULES | dict.fromkeys(grader._ROOMS, "grader")
    assert set(grader.__all__) == {*seen, "__version__"}


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelt name fails as it does with any module."""
    with pytest.raises(AttributeError, match="module 'grader' has no attribute 'grad'"):
        grader.grad


def test_importing_the_package_loads_no_room() -> None:
    """The names are loaded on demand: the child's side imports the package, too."""
    code = "import sys, grader; print([n for n in sys.modules if n.startswith('grader.')])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.strip()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_others_write_needs_public_rooms_alone(path: Path) -> None:
    """Cases, references and examples import from the package and its public rooms only."""
    assert modules(path.read_text(encoding="utf-8")) <= {"grader", *ROOMS}


def test_the_public_rooms_are_named_in_one_place() -> None:
    """The package's docstring names the public rooms, and they have lists of their names."""
    named = set(re.findall(r"^``(grader[.\w]*)``$", grader.__doc__ or "", re.MULTILINE))
    assert {"grader", *ROOMS} == named
    for room in grader._ROOMS:
        assert getattr(grader, room).__all__


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pages_import_what_is_public(path: Path) -> None:
    """Code that the README and the docs show imports public names that are there."""
    text = _OURS.sub("", path.read_text(encoding="utf-8"))
    for module, names in re.findall(r"^ *from (grader[.\w]*) import ([\w, ]+)", text, re.MULTILINE):
        assert module in {"grader", *ROOMS}
        room = grader if module == "grader" else getattr(grader, module.partition(".")[2])
        for name in names.split(","):
            assert name.strip() in room.__all__, f"{module}: {name}"
