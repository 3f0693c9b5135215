"""The submission as a program: imported again, started with other input, or read as text.

Tests of scripts do this: they reload a module under a patched ``input``, or start the file and look
at what it prints. Each such run is one question to the child, which has the text already; what the
test gives it are its input and its arguments.
"""

from __future__ import annotations

import builtins
import io
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any, Self

from grader.remote.link import Link


class Started:
    """A run of the submission, where ``subprocess`` has a process; it is over when it is asked."""

    def __init__(self, link: Link, arguments: Sequence[str], settings: dict[str, Any]) -> None:
        """A run that has not begun.

        Args:
            link: to the submission.
            arguments: the file's name and those after it.
            settings: keyword arguments of ``Popen``.
        """
        self.args = list(arguments)
        self.pid = 0
        self.returncode: int | None = None
        self._link = link
        self._settings = settings
        names = ("text", "universal_newlines", "encoding", "errors")
        self._is_text = any(settings.get(name) for name in names)
        self.stdin: IO[Any] | None = self._pipe() if settings.get("stdin") == -1 else None
        self._given: Any = None
        self._printed: tuple[str, str] = ("", "")

    def communicate(self, input: Any = None, timeout: float | None = None) -> tuple[Any, Any]:  # noqa: A002, ANN401, ARG002 - as Popen has it
        """Run it with this input; what it printed, where that was to be kept."""
        self._given = input
        self.wait()
        out, err = self._printed
        if self._settings.get("stderr") == subprocess.STDOUT:
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


@contextmanager
def startable(modules: Sequence[str], link: Link) -> Iterator[None]:
    """What starts the submission's file, or opens it, meanwhile asks the child, or gets its text.

    Args:
        modules: the names by which tests import the submission.
        link: to it.
    """
    files = {f"{name.rpartition('.')[2]}.py" for name in modules}
    popen, opened = subprocess.Popen, io.open

    class Popen(popen):  # type: ignore[misc, valid-type]
        def __new__(cls, args: Any, *_: Any, **settings: Any) -> Any:  # noqa: ANN401
            arguments = _started(args, modules, files)
            return Started(link, arguments, settings) if arguments else super().__new__(cls)

    def open_(file: Any, mode: str = "r", *more: Any, **settings: Any) -> Any:  # noqa: ANN401
        is_name = isinstance(file, str | os.PathLike)
        if is_name and os.path.basename(file) in files and not set(mode) & set("wax+"):  # noqa: PTH119
            text = link.program.started
            return io.BytesIO(text.encode()) if "b" in mode else io.StringIO(text)
        return opened(file, mode, *more, **settings)

    open_.__name__ = "open"
    subprocess.Popen, builtins.open, io.open = Popen, open_, open_  # type: ignore[misc]
    try:
        yield
    finally:
        subprocess.Popen, builtins.open, io.open = popen, opened, opened  # type: ignore[misc]


def _started(args: Any, modules: Sequence[str], files: set[str]) -> list[str]:  # noqa: ANN401
    """The file and its arguments, if these words start the submission; else nothing."""
    try:
        words = shlex.split(args) if isinstance(args, str) else [os.fspath(word) for word in args]
    except (TypeError, ValueError):
        return []
    if not words or not os.path.basename(str(words[0])).startswith("python"):  # noqa: PTH119
        return []
    rest = [str(word) for word in words[1:]]
    while rest and rest[0].startswith("-") and rest[0] != "-m":
        rest = rest[1:]
    if rest[:1] == ["-m"]:
        return rest[1:] if rest[1:] and rest[1] in modules else []
    return rest if rest and os.path.basename(rest[0]) in files else []  # noqa: PTH119
