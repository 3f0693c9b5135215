"""A copy of this assignment, for tests that spoil one."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def copied(target: Path) -> Path:
    """Copy the assignment; without the known mistakes, whose hints take a while to make."""
    for folder in ("assignment", "public_tests", "solutions"):
        junk = shutil.ignore_patterns("__pycache__", "mistakes")
        shutil.copytree(ROOT / folder, target / folder, ignore=junk)
    return target
