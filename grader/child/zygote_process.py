"""The zygote: a warm process without secrets that forks a child for each submission.

It has imported the slow libraries and used none of them: a fork after a first operation of
TensorFlow's hangs. It reads no submission and no answers, so a child finds none in its memory.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
from contextlib import suppress
from typing import Any

import msgspec

from grader import training
from grader.child import harmless, tree
from grader.child.child_process import main_forked
from grader.child.numbering import Numbering, PidNamespace
from grader.child.world import World, settle
from grader.linux import kernel, namespaces
from grader.protocol import frames
from grader.protocol.library_names import library_of
from grader.protocol.messages import (
    Fork,
    Forked,
    Prepare,
    ProcessEnding,
    Stop,
    ToZygote,
    Usage,
    Used,
    Warm,
)

_LARGEST_MESSAGE = 1 << 16
_SWEEPS = 100  # a process that forks while it is being ended needs more than one


def main(control: int, support: tuple[str, ...], private: bool) -> None:  # noqa: FBT001
    """Import what the grader names and fork on demand, until the grader hangs up.

    Args:
        control: the descriptor of the link to the grader.
        support: files and folders of the assignment that children may see.
        private: whether they see nothing else but the libraries, if the system allows it.
    """
    link = socket.socket(fileno=control)
    with suppress(OSError):  # processes that a submission leaves running become ours
        kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    gc.disable()  # what an import makes is kept for good: there is nothing to collect
    # From here on there are only the libraries: a child cannot see more than its zygote.
    world = settle(support, private=private, unneeded=[control])
    kernel.not_dumpable()
    _Zygote(link, world, Numbering(control) if world.private else None).serve()


def _warm(modules: tuple[str, ...], world: World) -> Warm:
    for name in modules:
        try:
            __import__(name)
        except Exception as error:  # noqa: BLE001 - a broken installation may raise anything
            return Warm(f"{name} could not be imported: {type(error).__name__}: {error}"[:2000])
    harmless.silence_keras()
    training.install_fit()  # if one of them is Keras
    library_of(None)  # finds out what there is, before a submission can change it
    gc.freeze()  # children share this memory as long as it is not written to
    return Warm(private=world.private)


class _Zygote:
    def __init__(self, link: socket.socket, world: World, numbering: Numbering | None) -> None:
        self._link = link
        self._writer = link.makefile("wb")
        self._world = world
        self._numbering = numbering
        self._live: set[int] = set()
        self._spaces: dict[int, PidNamespace] = {}  # by the child that is in it
        self._decoder: frames.Decoder[Any] = frames.Decoder(ToZygote)

    def serve(self) -> None:
        try:
            while True:
                message, descriptor = self._receive()
                if isinstance(message, Prepare):
                    frames.send(self._writer, _warm(message.modules, self._world))
                elif isinstance(message, Fork):
                    frames.send(self._writer, Forked(self._fork(descriptor)))
                elif isinstance(message, Stop):
                    frames.send(self._writer, self._stop(message.pid))
                elif isinstance(message, Usage):
                    frames.send(self._writer, Used(tree.cpu_seconds(message.pid)))
        except (frames.EndOfStream, OSError):
            pass
        finally:
            for pid in list(self._live):
                self._stop(pid)
            os._exit(0)  # taking the libraries down in order is work for nothing

    def _receive(self) -> tuple[Any, int]:
        """A message, and the descriptor that came beside it (-1 if none did)."""
        first, received, _, _ = socket.recv_fds(self._link, 4, 1)
        rest = frames.SocketReader(self._link, first)
        return self._decoder.receive(rest, _LARGEST_MESSAGE), received[0] if received else -1

    def _fork(self, descriptor: int) -> int:
        if descriptor < 0 or _threads() != 1:  # a lock another thread holds would stay locked
            return 0
        world, space = self._world, self._numbering.take() if self._numbering else None
        if space:
            namespaces.number_children_in(space.descriptor)
            os.close(space.descriptor)
            world = msgspec.structs.replace(world, own_pid_namespace=True)
        pid = os.fork()
        if pid == 0:
            gc.enable()
            main_forked(descriptor, world)
        os.close(descriptor)
        self._live.add(pid)
        if space:
            self._spaces[pid] = space
        return pid

    def _stop(self, pid: int) -> ProcessEnding:
        if pid not in self._live:
            return ProcessEnding(0)
        stopped = tree.killed(pid, *tree.descendants(pid))
        self._live.discard(pid)
        space = self._spaces.pop(pid, None)
        if space:
            space.end()
        self._sweep()
        return stopped

    def _sweep(self) -> None:
        """End the processes that outlived their parent and so became children of the zygote."""
        known = {*self._live, *((self._numbering.process,) if self._numbering else ())}
        for _ in range(_SWEEPS):
            strays = tree.orphans(os.getpid(), known)
            if not strays:
                break
            for stray in strays:
                with suppress(ProcessLookupError, ChildProcessError):
                    os.kill(stray, signal.SIGKILL)
                    os.waitpid(stray, 0)


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208 - names alone
    except OSError:
        return 1
