"""How a command ends: whatever reaches the command line becomes a sentence and an exit code."""

from __future__ import annotations

import io
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import click

from grader.errors import OURS, STOPPED, GraderError, fault

_LOG = logging.getLogger("grader")
_LOG.addHandler(logging.NullHandler())  # silent, unless --verbose asks


class StoppedError(GraderError):
    """Ctrl-C; the message says what is kept."""

    exit_code = STOPPED


class OutputError(GraderError):
    """Standard output takes no more: it is full, or who read it has gone."""


class _Output(io.TextIOWrapper):
    """Standard output whose failures are told from those of any other file."""

    def write(self, text: str, /) -> int:
        with _told():
            return super().write(text)

    def flush(self) -> None:
        with _told():
            super().flush()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        words = f"not all could be written to standard output: {error.strerror or error}"
        raise OutputError(words) from error


def prepare_streams() -> None:
    """Make standard output and standard error fit for a learner's text, and for being closed.

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
        old = sys.stdout
        encoding, lines = old.encoding, old.line_buffering
        sys.stdout = _Output(old.detach(), encoding, "replace", line_buffering=lines)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a learner's text may hold any character
            stream.reconfigure(errors="replace")


@contextmanager
def ending() -> Iterator[None]:
    """Turn every exception into a sentence on standard error and an exit code.

    What click says by itself, of options and arguments, it says as it does.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()  # while it can still be said that this failed
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except GraderError as error:
        _LOG.debug("The command ended with an error.", exc_info=error)
        if isinstance(error, OutputError):
            _discard_output()
        _end(str(error), error.exit_code)
    except KeyboardInterrupt:
        _end("stopped", STOPPED)
    except Exception as error:  # noqa: BLE001 - the last place where it can be told in a sentence
        _LOG.debug("The grader failed.", exc_info=error)
        _end(fault(error, "yours"), OURS)


def log_to_stderr() -> None:
    """Say on standard error what the grader logs, with tracebacks."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.DEBUG)


def _discard_output() -> None:
    """Send what still waits for standard output nowhere, or Python would try it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _end(message: str, code: int) -> NoReturn:
    with suppress(OSError):  # nothing is left to say it to
        click.echo(f"grader: {message}", err=True)
    sys.exit(code)
