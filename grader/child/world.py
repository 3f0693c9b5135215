"""The file system as a child sees it: the libraries and a few files of the system, no more.

Where the system allows it the zygote enters namespaces in which nothing else exists; Landlock holds
the child to the same list.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

import msgspec

from grader.linux import namespaces

SCRATCH = "/scratch"  # where a private world has its empty folder
SEMAPHORES = "/dev/shm"  # noqa: S108 - and what pools of threads need: see sem_overview(7)
_LIBRARIES = ("lib", "lib64", "share")
_SYSTEM = (
    "/etc/ld.so.cache",  # where the loader finds shared libraries
    "/etc/alternatives",  # where Debian's links to some of them lead
    "/etc/localtime",
    # How many processors there are; what they do just now is in files beside these.
    "/sys/devices/system/cpu/online",
    "/sys/devices/system/cpu/possible",
    "/sys/devices/system/cpu/present",
)
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")
# Files in which a process reads about itself. Left out are those that tell of others: connections,
# and pages of memory that other processes have mapped, too.
ITSELF = tuple(
    f"/proc/self/{name}"
    for name in ("cmdline", "comm", "stat", "statm", "status", "maps", "fd", "auxv", "limits")
)
# Files that stay the same whatever the machine does.
_OF_PROCESSES = ("/proc/filesystems", "/proc/sys/vm/overcommit_memory")


class World(msgspec.Struct, frozen=True):
    """The paths that a child may see.

    Attributes:
        readable: the files and folders that may be read.
        devices: those that may be written, too.
        private: whether nothing else exists for the child.
        own_pid_namespace: whether the child has a PID namespace of its own.
        open_to_all: whether a user who owns nothing can read the libraries.
    """

    readable: tuple[str, ...]
    devices: tuple[str, ...] = _DEVICES
    private: bool = False
    own_pid_namespace: bool = False
    open_to_all: bool = False


def settle(support: Iterable[str], *, private: bool, unneeded: Iterable[int] = ()) -> World:
    """Enter the world in which this process, and all that it forks, lives; return it.

    Args:
        support: files and folders of the assignment that a notebook may use.
        private: whether to go into namespaces if the system allows it.
        unneeded: descriptors that processes which only wait have to close.
    """
    shown = _outermost([*_libraries(), *support, *_SYSTEM, *_DEVICES])
    inside = (
        private
        and sys.platform == "linux"
        and namespaces.enter(shown, (SCRATCH, SEMAPHORES), unneeded=unneeded)
    )
    if inside:
        # TensorFlow wants a place to write as it is imported, and Keras notes where its folder is.
        os.environ.update({"TMPDIR": SCRATCH, "KERAS_HOME": SCRATCH})
    return World(
        readable=(*shown, *_OF_PROCESSES),
        private=inside,
        open_to_all=all(_open_to_all(path, private=inside) for path in shown),
    )


def _libraries() -> list[str]:
    """The folders of Python and of all libraries, wherever Python is installed."""
    prefixes = {sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix}
    prefixes |= {"/usr", "/usr/local", "/"}
    folders = [os.path.join(prefix, name) for prefix in prefixes for name in _LIBRARIES]  # noqa: PTH118 - plain names
    return [*folders, *sys.path]


def _outermost(paths: Iterable[str]) -> tuple[str, ...]:
    """The existing paths and the targets of links among them, without those inside another."""
    known = {path for path in paths if path and os.path.exists(path)}  # noqa: PTH110
    known |= {os.path.realpath(path) for path in known}
    outer: list[str] = []
    for path in sorted(known, key=lambda path: (len(path), path)):
        if not any(path.startswith(f"{folder}/") for folder in outer):
            outer.append(path)
    return tuple(outer)


def can_be_reached(path: str) -> bool:
    """Whether every user may pass through the folders above a path."""
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in Path(path).parents)


def _open_to_all(path: str, *, private: bool) -> bool:
    """Whether every user can read a path; in a private world the folders above it are open."""
    mode = Path(path).stat().st_mode
    wanted = stat.S_IROTH | (stat.S_IXOTH if stat.S_ISDIR(mode) else 0)
    return mode & wanted == wanted and (private or can_be_reached(path))
