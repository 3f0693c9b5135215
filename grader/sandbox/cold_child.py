"""A child as a program of its own, for systems that cannot fork a warm process."""

from __future__ import annotations

import os
import socket
import subprocess
from contextlib import suppress

from grader.protocol.messages import ProcessEnding
from grader.sandbox import launch
from grader.sandbox.channel import Channel
from grader.sandbox.endings import stopped_with
from grader.sandbox.links import close_all, pipes, shut, streams


def cold_child(support: tuple[str, ...]) -> Channel:
    """A child as a program of its own: slower to start, and the only kind on macOS and Windows."""
    if os.name == "nt":
        process, link = launch.start_cold_child(support), None
        reader, writer = pipes(process)
    else:  # a socket can be shut from here even if other processes hold its other end
        link, theirs = socket.socketpair()
        with theirs:
            process = launch.start_cold_child(support, theirs.fileno())
        reader, writer = streams(link)

    def abort() -> None:
        _kill_tree(process)
        if link is not None:
            shut(link)

    def end() -> ProcessEnding:
        abort()
        process.wait()
        close_all(reader, writer, *((link,) if link else ()))
        return stopped_with(process.returncode)

    return Channel(reader, writer, abort=abort, end=end)


def _kill_tree(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(command, check=False, capture_output=True)  # noqa: S603
        return
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, 9)
    process.kill()
