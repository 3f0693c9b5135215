"""The layers of protection that a child can have, and the level that they give together."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

Level = Literal["full", "strong", "weak", "none"]
LEVELS: tuple[Level, ...] = ("none", "weak", "strong", "full")

LAYERS = {
    "process": "a process of its own, of which only data comes back",
    "descriptors": "no file or connection but its channel",
    "environment": "a clean environment",
    "world": "a file system and a process list of its own, without the answers",
    "namespaces": "no network, host name or shared memory of the machine",
    "scratch": "a folder of limited size to work in",
    "rlimits": "limits on memory, processor time, files and threads",
    "user": "a user of its own that owns nothing",
    "privileges": "no capabilities and no way to new ones",
    "landlock": "no file but the libraries' and its own, no port, nobody to signal",
    "seccomp": "no call of the kernel that starts, traces, signals, mounts or connects",
}
"""Each layer, in the order in which a child puts it on, with what it has or lacks then."""

_MUST = {"process", "descriptors", "environment", "rlimits", "privileges", "seccomp"}
_WALLS = {"world", "landlock"}
"""Each keeps the answers out of reach by itself. Another user does not: they may be open to all."""


def level(layers: Collection[str]) -> Level:
    """The level that these layers give together.

    ``strong`` is every layer that must be, and a wall before the answers; ``full`` is both walls,
    and the namespaces and the scratch besides; ``weak`` is limits at least.
    """
    have = set(layers)
    walls = len(have & _WALLS)
    if have >= _MUST and walls:
        return "full" if walls > 1 and have >= {"namespaces", "scratch"} else "strong"
    return "weak" if "rlimits" in have else "none"


def lacking(layers: Collection[str]) -> tuple[str, ...]:
    """The layers that are missing, in order."""
    return tuple(name for name in LAYERS if name not in layers)
