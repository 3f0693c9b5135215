"""Formats of other packages: one that works, to copy, and wrong ones, told by name."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import sys
import types
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from click.testing import CliRunner
from make_formats import example

from grader.commandline.main import main
from grader.export import (
    Format,
    PluginError,
    UnknownFormatError,
    all_formats,
    broken_formats,
    format_named,
    plugins,
)

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "format_plugin"


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The example package on the path, with the metadata that installing it writes."""
    information = tmp_path / "grader_format_slack-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: grader-format-slack\nVersion: 1.0\n"
    )
    text = (EXAMPLE / "pyproject.toml").read_text(encoding="utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith("slack = ")]
    (information / "entry_points.txt").write_text(
        f"[grader.formats]\n{line.replace(chr(34), '')}\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(EXAMPLE))
    yield
    sys.modules.pop("grader_format_slack", None)


def broken_entry(monkeypatch: pytest.MonkeyPatch, made: object, name: str = "mine") -> EntryPoint:
    """An entry point that leads to this object."""
    module = types.ModuleType("a_broken_plugin")
    module.FORMAT = made
    monkeypatch.setitem(sys.modules, "a_broken_plugin", module)
    return EntryPoint(name, "a_broken_plugin:FORMAT", plugins.GROUP)


def test_the_example_package_works(installed: None) -> None:
    """The package in examples/ is found, listed, and writes what it says."""
    form = format_named("slack")
    assert {"text": "submit, =1+1.ipynb: 15 of 20 points"} == json.loads(form.write(example()))
    assert "slack" in [format_.name for format_ in all_formats()]
    assert [] == broken_formats()
    listing = CliRunner().invoke(main, ["formats"])
    assert 0 == listing.exit_code
    assert "one line" in listing.output


def test_others_are_given_a_students_view() -> None:
    """A format of another package cannot tell what it does not get, unless it is for instructors."""
    assert "SECRET" not in Format("mine", "about", repr).write(example())
    assert "SECRET" in Format("mine", "about", repr, for_instructors=True).write(example())


def test_a_near_name_of_another_package_is_suggested(installed: None) -> None:
    """Names of other packages' formats are known, too."""
    with pytest.raises(UnknownFormatError, match="did you mean slack"):
        format_named("slak")


def _one(report: object) -> str:
    return ""


def _none() -> str:
    return ""


@pytest.mark.parametrize(
    ("made", "wrong"),
    [
        (Format, "is Format, not a grader.export.Format"),
        ("text", "is a str, not a grader.export.Format"),
        (Format("My Format", "about", _one), "has the name 'My Format'"),
        (Format("other", "about", _one), "calls itself 'other'"),
        (Format("mine", " ", _one), "about is empty"),
        (Format("mine", "about", None), "make must take 1 argument"),
        (Format("mine", "about", _none), "make must take 1 argument"),
        (Format("mine", "about", _one, stdout=_one), "stdout must take 2 arguments"),
        (Format("mine", "about", _one, together="x"), "together must take 1 argument"),
    ],
)
def test_a_wrong_format_is_refused_by_name(
    made: object, wrong: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong is said when it is loaded, with the entry point's name and where it leads."""
    entry = broken_entry(monkeypatch, made)
    with pytest.raises(PluginError) as caught:
        plugins.load_plugin(entry, taken=("json",))
    assert wrong in str(caught.value)
    assert "'mine'" in str(caught.value)
    assert "a_broken_plugin:FORMAT" in str(caught.value)


def test_a_format_cannot_take_the_name_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else's ``json`` is ever used or listed."""
    entry = broken_entry(monkeypatch, Format("json", "mine", _one), name="json")
    with pytest.raises(PluginError, match="built in"):
        plugins.load_plugin(entry, taken=("json",))


def test_a_format_that_cannot_be_imported_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """An import that fails is a sentence; other formats are listed all the same."""
    entry = EntryPoint("mine", "no_such_module_anywhere:FORMAT", plugins.GROUP)
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: [entry])
    assert importlib.util.find_spec("no_such_module_anywhere") is None
    result = CliRunner().invoke(main, ["formats"])
    assert 2 == result.exit_code
    assert "gradescope" in result.stdout
    assert "'mine' of an unknown package" in result.stderr
    assert "cannot be imported" in result.stderr
    refused = CliRunner().invoke(main, ["x.ipynb", "--to", "mine"])
    assert 2 == refused.exit_code
    assert "cannot be imported" in refused.output
