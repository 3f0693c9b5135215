"""Sockets between processes: their two directions as streams, and ending both at once."""

from __future__ import annotations

import os
import socket
import subprocess
from contextlib import suppress
from typing import IO, BinaryIO, Protocol


class Closable(Protocol):
    """A stream or a socket."""

    def close(self) -> None:
        """Close it."""


def streams(link: socket.socket) -> tuple[BinaryIO, BinaryIO]:
    """A socket's two directions; ``makefile`` does the same in Python and takes twice as long."""
    number = link.fileno()
    return os.fdopen(number, "rb", closefd=False), os.fdopen(number, "wb", closefd=False)


def pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    """The output and the input of a process that was started with pipes for both."""
    assert process.stdout, "started without a pipe"  # noqa: S101 - for the type checker
    assert process.stdin, "started without a pipe"  # noqa: S101
    return process.stdout, process.stdin


def close_all(*parts: Closable) -> None:
    """Close streams and sockets; what cannot be written any more is lost."""
    for part in parts:
        with suppress(OSError):
            part.close()


def shut(link: socket.socket) -> None:
    """End reading and writing at this socket, here and at its other end."""
    with suppress(OSError):
        link.shutdown(socket.SHUT_RDWR)
