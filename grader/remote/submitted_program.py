"""The submission as a program: imported again, started with other input, or read as text.

Tests of scripts do this: they reload a module under a patched ``input``, or start the file and look
at what it prints. Each such run is one question to the child, which has the text already; what the
test gives it are its input and its arguments.
"""

from __future__ import annotations

import builtins
import glob
import io
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple, Self

from grader.remote.link import Link


class Started:
    """A run of the submission, where ``subprocess`` has a process; it is over when it is asked."""

    def __init__(self, link: Link, command: _Command, settings: dict[str, Any]) -> None:
        """A run that has not begun.

        Args:
            link: to the submission.
            command: what starts it.
            settings: keyword arguments of ``Popen``.
        """
        self.args = command.arguments
        self.pid = 0
        self.returncode: int | None = None
        self._link = link
        self._settings = settings
        names = ("text", "universal_newlines", "encoding", "errors")
        self._is_text = any(settings.get(name) for name in names)
        self.stdin: IO[Any] | None = self._pipe() if settings.get("stdin") == -1 else None
        self._given: Any = command.given
        self._is_merged = command.is_merged or settings.get("stderr") == subprocess.STDOUT
        self._printed: tuple[str, str] = ("", "")

    def communicate(self, input: Any = None, timeout: float | None = None) -> tuple[Any, Any]:  # noqa: A002, ANN401, ARG002 - as Popen has it
        """Run it with this input; what it printed, where that was to be kept."""
        self._given = self._given if input is None else input
        self.wait()
        out, err = self._printed
        if self._is_merged:
            out, err = out + err, ""
        return self._kept("stdout", out), self._kept("stderr", err)

    def wait(self, timeout: float | None = None) -> int:  # noqa: ARG002 - as Popen has it
        """Its exit code."""
        if self.returncode is None:
            given = self._given
            if given is None and isinstance(self.stdin, io.StringIO | io.BytesIO):
                given = self.stdin.getvalue()
            if given is None and hasattr(self._settings.get("stdin"), "read"):
                given = self._settings["stdin"].read()
            text = given.decode() if isinstance(given, bytes) else given or ""
            code, *self._printed = self._link.start(self.args, text)  # type: ignore[assignment]
            self.returncode = code
        return self.returncode

    def poll(self) -> int:
        """Its exit code; a run that is asked about is over."""
        return self.wait()

    def kill(self) -> None:
        """It has ended by itself."""

    terminate = kill

    @property
    def stdout(self) -> IO[Any]:
        """What it printed, to be read."""
        self.wait()
        return self._pipe(self._printed[0])

    @property
    def stderr(self) -> IO[Any]:
        """What it wrote to standard error, to be read."""
        self.wait()
        return self._pipe(self._printed[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.wait()

    def _kept(self, stream: str, text: str) -> Any:  # noqa: ANN401 - text or bytes
        if self._settings.get(stream) is None:
            (sys.stdout if stream == "stdout" else sys.stderr).write(text)
            return None
        return self._pipe(text).read() if self._settings[stream] == subprocess.PIPE else None

    def _pipe(self, text: str = "") -> IO[Any]:
        return _Pipe(text) if self._is_text else _BytesPipe(text.encode())


class _Pipe(io.StringIO):
    """Keeps what was written when it is closed."""

    def close(self) -> None:
        """Nothing: it is read later."""


class _BytesPipe(io.BytesIO):
    """The same for bytes."""

    def close(self) -> None:
        """Nothing: it is read later."""


class _Command(NamedTuple):
    """A start of the submission.

    Attributes:
        arguments: the file's name and those after it.
        given: standard input, where the command itself says it.
        is_merged: whether standard error goes where standard output goes.
    """

    arguments: list[str]
    given: str | None = None
    is_merged: bool = False


@contextmanager
def startable(modules: Sequence[str], link: Link) -> Iterator[None]:
    """What starts the submission's file, or opens it, meanwhile asks the child, or gets its text.

    Its file is there for whoever asks, though it lies nowhere on this side.

    Args:
        modules: the names by which tests import the submission.
        link: to it.
    """
    files = {f"{name.rpartition('.')[2]}.py" for name in modules}
    popen, opened, asked = subprocess.Popen, io.open, os.stat

    def is_submission(file: object) -> bool:
        return isinstance(file, str | os.PathLike) and os.path.basename(file) in files  # noqa: PTH119

    class Popen(popen):  # type: ignore[misc, valid-type]
        def __new__(cls, args: Any, *_: Any, **settings: Any) -> Any:  # noqa: ANN401
            command = _command(args, modules, files)
            return Started(link, command, settings) if command else super().__new__(cls)

    def open_(file: Any, mode: str = "r", *more: Any, **settings: Any) -> Any:  # noqa: ANN401
        if is_submission(file) and not set(mode) & set("wax+"):
            text = link.program.text
            return io.BytesIO(text.encode()) if "b" in mode else io.StringIO(text)
        return opened(file, mode, *more, **settings)

    def stat(path: Any, **settings: Any) -> os.stat_result:  # noqa: ANN401
        try:
            return asked(path, **settings)
        except FileNotFoundError:
            if is_submission(path):
                return asked(sys.executable)  # a file that can be started
            raise

    open_.__name__ = "open"
    subprocess.Popen, builtins.open, io.open = Popen, open_, open_  # type: ignore[misc]
    os.stat = stat
    try:
        yield
    finally:
        subprocess.Popen, builtins.open, io.open = popen, opened, opened  # type: ignore[misc]
        os.stat = asked


def _command(args: Any, modules: Sequence[str], files: set[str]) -> _Command | None:  # noqa: ANN401
    """What these words start, or a shell would for them, if it is the submission."""
    try:
        if not isinstance(args, str):
            arguments = _arguments([os.fspath(word) for word in args], modules, files)
            return _Command(arguments) if arguments else None
        said = shlex.shlex(args, posix=True, punctuation_chars="|<>&;")
        said.whitespace_split = True
        words = list(said)
    except (TypeError, ValueError):
        return None
    given: str | None = None
    is_merged = words[-3:] == ["2", ">&", "1"]
    words = words[:-3] if is_merged else words
    if words[-2:-1] == ["<"]:
        given, words = Path(words[-1]).read_text(encoding="utf-8"), words[:-2]
    if words[:1] == ["echo"] and words.count("|") == 1:
        place = words.index("|")
        given, words = " ".join(words[1:place]) + "\n", words[place + 1 :]
    if any(set(word) <= set("|<>&;") for word in words):
        return None
    names = [name for word in words for name in sorted(glob.glob(word)) or [word]]  # noqa: PTH207 - as a shell writes them
    arguments = _arguments(names, modules, files)
    return _Command(arguments, given, is_merged) if arguments else None


def _arguments(words: list[str], modules: Sequence[str], files: set[str]) -> list[str]:
    """The file and its arguments, if these words start the submission; else nothing."""
    if words and os.path.basename(words[0]) in files:  # noqa: PTH119
        return words
    if not words or not os.path.basename(words[0]).startswith("python"):  # noqa: PTH119
        return []
    rest = words[1:]
    while rest and rest[0].startswith("-") and rest[0] != "-m":
        rest = rest[1:]
    if rest[:1] == ["-m"]:
        return rest[1:] if rest[1:] and rest[1] in modules else []
    return rest if rest and os.path.basename(rest[0]) in files else []  # noqa: PTH119
