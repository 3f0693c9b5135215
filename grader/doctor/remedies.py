"""How to get the protections that a system does not give."""

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
from grader.linux.numbers import MACHINES

_CAP_SYS_ADMIN = 21  # linux/capability.h
_NAMESPACES = ("world", "namespaces", "scratch")  # what needs them
_SYSCTLS = (
    ("user/max_user_namespaces", "0", "user.max_user_namespaces=10000"),
    ("kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone=1"),
    ("kernel/apparmor_restrict_unprivileged_userns", "1",
     "kernel.apparmor_restrict_unprivileged_userns=0"),
)  # fmt: skip
"""Switches that keep ordinary users from namespaces: the file, when it does, what undoes it."""


class Missing(msgspec.Struct, frozen=True):
    """Protections that are not there.

    Attributes:
        layers: their names.
        remedy: how to get them.
    """

    layers: tuple[str, ...]
    remedy: str


class System(msgspec.Struct, frozen=True):
    """What decides about the protections here.

    Attributes:
        name: the operating system's.
        release: its version.
        machine: the processor's architecture.
        root: whether this process is root's.
        may_mount: whether it has the right to mount.
        closed: a folder on the way to Python or to temporary files that others may not enter;
            empty if there is none.
        switches: what would let ordinary users have namespaces, as arguments of sysctl.
        landlock: the version of Landlock; the negative number of the error if there is none.
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
    """The system this runs on."""
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


def missing(layers: Iterable[str], system: System) -> tuple[Missing, ...]:
    """How to get these layers; those with the same remedy together.

    Args:
        layers: the layers that are missing.
        system: where.
    """
    together: dict[str, list[str]] = {}
    for layer in layers:
        together.setdefault(_remedy(layer, system), []).append(layer)
    return tuple(Missing(tuple(names), remedy) for remedy, names in together.items())


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
    for needed in (sys.prefix, sys.base_prefix, tempfile.gettempdir()):
        path = Path(needed).resolve()
        for folder in [*reversed(path.parents), path]:
            if not folder.stat().st_mode & stat.S_IXOTH:
                return str(folder)
    return ""


def _capabilities() -> int:
    _, _, rest = _read("/proc/self/status").partition("CapEff:")
    return int(rest.split()[0], 16) if rest else 0


def _landlock() -> int:
    try:
        return landlock.version()
    except OSError as error:
        return -(error.errno or errno.ENOSYS)


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError:
        return ""
