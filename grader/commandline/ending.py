"""The end of a command: an error that reaches it becomes a sentence and an exit code."""

from __future__ import annotations

import errno
import io
import logging
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn, TypeGuard

import click

from grader.commandline.extras import missing_extra
from grader.commandline.terminal import OutputError, discard_output, say
from grader.errors import OURS, STOPPED, USAGE, GraderError, fault, is_ours

_DISK = (errno.ENOSPC, errno.EFBIG, errno.EIO, getattr(errno, "EDQUOT", errno.ENOSPC))
_LOG = logging.getLogger("grader")


class StoppedError(GraderError):
    """The command was stopped by Ctrl-C; the message says which results are kept."""

    exit_code = STOPPED


@contextmanager
def ending() -> Iterator[None]:
    """Turn every exception into a sentence on standard error and an exit code.

    Errors about options and arguments are shown in click's own words.
    """
    try:
        try:
            yield
        finally:
            sys.stdout.flush()  # while it can still be said that this failed
    except click.ClickException as error:
        words = io.StringIO()
        error.show(words)
        say(words.getvalue(), error=True, newline=False)
        sys.exit(error.exit_code)
    except SystemExit as error:
        if is_ours(error):
            raise
        _fail(error)  # an author's module, or a library, has no say in how the command ends
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the last place to tell it
        _fail(error)


def log_to_stderr() -> None:
    """Write the grader's log to standard error, with tracebacks."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    _LOG.addHandler(handler)
    _LOG.setLevel(logging.DEBUG)


def _fail(error: BaseException) -> NoReturn:
    """End with the error's sentence and its exit code."""
    _LOG.debug("the command ended with an error", exc_info=error)
    if isinstance(error, OutputError):
        discard_output()
    with suppress(OSError):  # nothing is left to say it to
        say(f"grader: {_sentence(error)}", error=True)
    sys.exit(_exit_code(error))


def _sentence(error: BaseException) -> str:
    if isinstance(error, OutputError):
        return str(error)
    if any(map(_is_of_the_disk, _behind(error))):
        again = "make room on the disk and run the same command again"
        return f"{_what_failed(error)}: {again}; a gradebook keeps what is graded"
    return _what_failed(error)


def _what_failed(error: BaseException) -> str:
    if isinstance(error, GraderError):
        return str(error)
    if _is_interrupt(error):
        return "stopped"
    if _is_of_a_file(error):
        return f"{error.filename} cannot be used: {error.strerror}"
    return missing_extra(error) or fault(error, "yours")


def _exit_code(error: BaseException) -> int:
    if any(map(_is_of_the_disk, _behind(error))):
        return OURS
    if isinstance(error, GraderError):
        return error.exit_code
    if _is_interrupt(error):
        return STOPPED
    return USAGE if _is_of_a_file(error) or missing_extra(error) else OURS


def _is_of_a_file(error: BaseException) -> TypeGuard[OSError]:
    """Whether the system refused the use of a file or folder."""
    return isinstance(error, OSError) and error.filename is not None


def _is_interrupt(error: BaseException) -> bool:
    """Whether the error is Ctrl-C, or came from it, as in libraries that are interrupted."""
    return any(isinstance(reason, KeyboardInterrupt) for reason in _behind(error))


def _is_of_the_disk(error: BaseException) -> bool:
    """Whether a disk is full or broken, which is no fault of the command's arguments."""
    if isinstance(error, OSError):
        return error.errno in _DISK
    return isinstance(error, sqlite3.Error) and (
        getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
    )


def _behind(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and the errors that it came from."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        yield error
        seen.add(id(error))
        error = error.__cause__ or error.__context__
