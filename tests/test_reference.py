"""The references are what the program says today; ``make docs`` writes them."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

import grader

DOCS = Path(__file__).resolve().parents[1] / "docs"


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The script that writes the references."""
    spec = importlib.util.spec_from_file_location("make_reference", DOCS / "make_reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_commands_are_described_as_they_are(reference: ModuleType) -> None:
    """docs/commands.md is the help of every command; after a change run make docs."""
    assert reference.commands() == (DOCS / "commands.md").read_text(encoding="utf-8")


def test_every_command_is_there(reference: ModuleType) -> None:
    """Commands and the commands below them have a section each."""
    heads = [line for line in reference.commands().splitlines() if line.startswith("## ")]
    assert {"## grader grade", "## grader verify", "## grader gradebook explain"} <= set(heads)
    assert len(heads) == len(set(heads))


def test_the_public_names_are_described_as_they_are(reference: ModuleType) -> None:
    """docs/api.md is every public name with what it is; after a change run make docs."""
    pytest.importorskip("pdoc", reason="make docs needs it: pip install .[dev]")
    assert reference.names() == (DOCS / "api.md").read_text(encoding="utf-8")
    for line in reference.names().splitlines():
        if line.startswith("| `"):
            assert line.count("|") == 3, line
            assert line.rstrip("| ").rpartition("|")[2].strip(), f"what is {line}?"


def test_the_pages_are_made_without_a_warning(reference: ModuleType, tmp_path: Path) -> None:
    """The generator finds every public name, and nothing that is not public."""
    pytest.importorskip("pdoc", reason="make docs needs it: pip install .[dev]")
    reference.pages(tmp_path)
    made = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    rooms = {f"grader/{room}.html" for room in grader._ROOMS}
    assert {"index.html", "grader.html", *rooms} == made
    text = (tmp_path / "grader" / "suite.html").read_text(encoding="utf-8")
    assert [] == [name for name in grader.suite.__all__ if f'id="{name}"' not in text]
