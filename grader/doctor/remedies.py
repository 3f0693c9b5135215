"""Ways to get the protections that are missing on this system."""

from __future__ import annotations

import errno
import os
import platform
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from grader.linux import landlock
from grader.linux.system_calls import MACHINES

_CAP_SYS_ADMIN = 21  # linux/capability.h
_NAMESPACES = ("world", "namespaces", "scratch")  # the layers that need namespaces
_SYSCTLS = (
    ("user/max_user_namespaces", "0", "user.max_user_namespaces=10000"),
    ("kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone=1"),
    ("kernel/apparmor_restrict_unprivileged_userns", "1",
     "kernel.apparmor_restrict_unprivileged_userns=0"),
)  # fmt: skip
"""Switches that keep ordinary users from namespaces: file, value that does so, way to undo it."""


class MissingLayers(msgspec.Struct, frozen=True):
    """Layers that are not in force, with their common remedy.

    Attributes:
        layers: the names of the layers.
        remedy: the way to get them.
    """

    layers: tuple[str, ...]
    remedy: str


class System(msgspec.Struct, frozen=True):
    """The facts about this system that decide which protections it gives.

    Attributes:
        name: the name of the operating system.
        release: the version of its kernel.
        machine: the processor's architecture.
        root: whether this process runs as root.
        may_mount: whether it has the right to mount.
        closed: a folder on the way to Python or to temporary files that other users may not
            enter; empty if there is none.
        switches: arguments of sysctl that would allow namespaces to ordinary users.
        landlock: the version of Landlock, or the negated number of the error.
    """

    name: str
    release: str
    machine: str
    root: bool
    may_mount: bool
    closed: str
    switches: tuple[str, ...]
    landlock: int

    def __str__(self) -> str:
        who = "root" if self.root else "an ordinary user"
        return f"{self.name} {self.release} on {self.machine}, as {who}"


def here() -> System:
    """The facts about the system on which this runs."""
    return System(
        name=platform.system(),
        release=platform.release(),
        machine=platform.machine(),
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
        may_mount=_capabilities() >> _CAP_SYS_ADMIN & 1 == 1,
        closed=_closed(),
        switches=tuple(
            undone for file, blocks, undone in _SYSCTLS if _read(f"/proc/sys/{file}") == blocks
        ),
        landlock=_landlock(),
    )


def missing(layers: Iterable[str], system: System) -> tuple[MissingLayers, ...]:
    """The remedies for missing layers; layers with the same remedy stand together.

    Args:
        layers: the names of the missing layers.
        system: the facts about the system.
    """
    by_remedy: dict[str, list[str]] = {}
    for layer in layers:
        by_remedy.setdefault(_remedy(layer, system), []).append(layer)
    return tuple(MissingLayers(tuple(names), remedy) for remedy, names in by_remedy.items())


def _remedy(layer: str, system: System) -> str:
    if system.name != "Linux":
        return (
            f"{system.name} has nothing of the kind. Students need none of it; for private cases "
            "use Linux, a virtual machine with it, or WSL2."
        )
    special = {"landlock": _landlock_remedy, "user": _user, "seccomp": _filter}
    special |= dict.fromkeys(_NAMESPACES, _namespaces)
    if layer in special:
        return special[layer](system)
    return "Every Linux has this: please report what keeps it from working here."


def _namespaces(system: System) -> str:
    if not system.root and system.switches:
        return f"Namespaces are off for ordinary users. As root: sysctl {' '.join(system.switches)}"
    if not system.root:
        return (
            "The profile of a container, or the system, keeps ordinary users from namespaces: "
            "run it outside of the container or in a virtual machine."
        )
    if not system.may_mount:
        return (
            "Root here may not mount. Start the container with --cap-add SYS_ADMIN "
            "--security-opt apparmor=unconfined, or use a virtual machine or an ordinary user "
            "outside of a container."
        )
    return (
        "It needs Linux 5.12; where that is there, the profile of a container or a security module "
        "is in the way."
    )


def _landlock_remedy(system: System) -> str:
    if system.landlock == -errno.EOPNOTSUPP:
        return 'Landlock is off: add it to "lsm=" among the parameters with which Linux is booted.'
    if system.landlock == -errno.EPERM:
        return "The container's profile forbids Landlock: Docker's does not, from version 23."
    return (
        "Landlock needs Linux 5.13 (6.12 for signals and sockets without a file), "
        "built with CONFIG_SECURITY_LANDLOCK."
    )


def _user(system: System) -> str:
    if not system.root:
        return "Root alone can give a submission a user of its own. Full does without."
    if system.closed:
        return (
            f"Nobody but its owner may enter {system.closed}: chmod o+x {system.closed}, "
            "or have Python and TMPDIR elsewhere."
        )
    return "A user who owns nothing cannot read all libraries: chmod -R o+rX them."


def _filter(system: System) -> str:
    if system.machine not in MACHINES:
        return f"The calls of the kernel are known for {' and '.join(MACHINES)} alone."
    return (
        "The kernel (CONFIG_SECCOMP_FILTER) or the profile of a container does not allow it; "
        "Docker's own profile does."
    )


def _closed() -> str:
    """The first folder on the way to Python or temporary files that other users may not enter."""
    for needed in (sys.prefix, sys.base_prefix, tempfile.gettempdir()):
        path = Path(needed).resolve()
        for folder in [*reversed(path.parents), path]:
            if not folder.stat().st_mode & stat.S_IXOTH:
                return str(folder)
    return ""


def _capabilities() -> int:
    """The effective capabilities of this process, as a set of bits."""
    _, _, rest = _read("/proc/self/status").partition("CapEff:")
    return int(rest.split()[0], 16) if rest else 0


def _landlock() -> int:
    """The version of Landlock, or the negated number of the error."""
    try:
        return landlock.version()
    except OSError as error:
        return -(error.errno or errno.ENOSYS)


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError:
        return ""
