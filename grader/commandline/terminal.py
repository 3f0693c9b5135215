"""Output for people: the texts of commands, and the two streams to which they go.

It contains names of files and students, and output of their code: so every command prints through
``say``, which leaves nothing in a text that could steer a terminal.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from grader.errors import OURS, GraderError
from grader.texts import printable, printable_lines

_BEGIN_AGAIN = "\r\x1b[K"  # to the line's beginning, and clear it (ECMA-48, EL)
_WIDTH = 100


class OutputError(GraderError):
    """Standard output takes no more: the disk is full, or the reading program has ended."""

    exit_code = OURS


class _Output(io.TextIOWrapper):
    """Standard output whose errors differ from those of any other file.

    On a terminal it shows no control characters, not even from a format's text.
    """

    def write(self, text: str, /) -> int:
        try:
            return super().write(printable_lines(text) if self.isatty() else text)
        except OSError as error:
            raise _told(error) from error

    def flush(self) -> None:
        # Python flushes once more at its very end, when this module's names may be gone already.
        try:
            super().flush()
        except OSError as error:
            raise _told(error) from error


def _told(error: OSError) -> OutputError:
    return OutputError(f"not all could be written to standard output: {error.strerror or error}")


def say(text: str, *, error: bool = False, newline: bool = True) -> None:
    """Print a text for people.

    Args:
        text: the text; each of its lines is made printable.
        error: whether it goes to standard error.
        newline: whether a line feed follows it.

    Raises:
        OutputError: standard output takes no more.
    """
    click.echo(printable_lines(text), err=error, nl=newline)


@contextmanager
def one_line() -> Iterator[Callable[[str], None]]:
    """One line of standard error that is rewritten; only on a terminal, so nothing in a log."""
    terminal = sys.stderr.isatty()

    def rewrite(text: str) -> None:
        if terminal:
            sys.stderr.write(f"{_BEGIN_AGAIN}{printable(text)[:_WIDTH]}")
            sys.stderr.flush()

    try:
        yield rewrite
    finally:
        rewrite("")


def prepare_streams() -> None:
    """Prepare standard output and standard error for any text, and for being closed.

    Raises:
        OutputError: standard output is closed.
    """
    nowhere = Path(os.devnull)
    if sys.stderr is None:
        sys.stderr = nowhere.open("w", encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = nowhere.open("w", encoding="utf-8")
        raise OutputError("standard output is closed: send it to /dev/null if nobody wants it")
    if sys.stdout is sys.__stdout__ and type(sys.stdout) is io.TextIOWrapper:
        encoding, buffering = sys.stdout.encoding, sys.stdout.line_buffering
        sys.stdout = _Output(sys.stdout.detach(), encoding, line_buffering=buffering)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a learner's text may hold any character
            stream.reconfigure(errors="replace")


def discard_output() -> None:
    """Drop the text that waits for standard output, or Python would write it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
