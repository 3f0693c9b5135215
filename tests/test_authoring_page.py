"""docs/authoring.md is true: what it writes works, and its commands print what it shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "authoring.md"
_BLOCK = re.compile(r"^( *)```(python [^\n]+|console)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
pytestmark = pytest.mark.skipif(not (ROOT / "solutions").is_dir(), reason="the instructor's part")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tree, to write into."""
    ignored = shutil.ignore_patterns("__pycache__")
    for folder in ("grader", "public_tests", "assignment", "solutions"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    for file in ("tests/platforms.py", "tests/golden/plain_script/submit.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    return tmp_path


def written(copy: Path, where: str, text: str) -> None:
    """Write a block of the page to the place that its head names."""
    how, _, file = where.rpartition(" ")
    path = copy / file
    path.parent.mkdir(parents=True, exist_ok=True)
    before = "" if how == "new" else path.read_text(encoding="utf-8")
    if how == "new":
        assert not path.exists(), f"{file} is not new"
        made = text
    elif how == "end of":
        made = before + text
    elif how == "in CASES of":
        at = before.rindex(")\n")
        made = f"{before[:at]}{textwrap.indent(text.rstrip(), '    ')},\n{before[at:]}"
    elif how == "before CHECKS of":
        at = before.index("CHECKS: ")
        made = f"{before[:at]}{text}\n\n{before[at:]}"
    else:
        old = how.removeprefix("instead of ").removesuffix(" in")
        assert 1 == before.count(f"{old}\n"), old
        made = before.replace(f"{old}\n", text)
    path.write_text(made, encoding="utf-8")


def printed(copy: Path, command: str) -> str:
    """What a command prints, standard error included, without the lines that show progress."""
    program, *arguments = command.split()
    assert "grader" == program
    done = subprocess.run(
        [sys.executable, "-m", "grader", *arguments],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy), "GRADER_ASSIGNMENT": str(copy)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if line.startswith("grader:")]
    return done.stdout + "".join(f"{line}\n" for line in lines)


def matches(shown: str, text: str) -> bool:
    """Whether a text is what is shown; a line of three dots stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*?".join(parts), text) is not None


def test_the_page_works_from_empty_to_green(copy: Path) -> None:
    """Each file of the page is written in turn, and each command prints what stands below it."""
    commands = 0
    for indent, head, block in _BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        text = textwrap.dedent(block) if indent else block
        if head != "console":
            written(copy, head.removeprefix("python "), text)
            continue
        for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            got = printed(copy, command)
            assert matches(shown, got), f"$ {command}\n{got}"
            commands += 1
    assert commands >= 8


def test_a_line_of_dots_stands_for_lines_only() -> None:
    """The comparison is no looser than it says."""
    assert matches("a\n...\nb\n", "a\n1\n2\nb\n")
    assert matches("a\nb\n", "a\nb\n")
    assert not matches("a\n...\nb\n", "a\n1\nc\n")
    assert not matches("a\n", "a\nb\n")
