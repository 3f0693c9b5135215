"""How a command ends: its exit codes, and the sentence that goes with a failure."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

GRADED, BELOW, USAGE, OURS = 0, 1, 2, 3


def fail(message: str, code: int = USAGE) -> NoReturn:
    """End the command with a sentence on standard error."""
    click.echo(f"grader: {message}", err=True)
    sys.exit(code)
