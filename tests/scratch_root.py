"""A root of its own in which a platform's folder lies where the platform has it.

As root on Linux it is a real root: a mount namespace of its own in which this machine's folders
are bound, and a ``chroot``. Elsewhere the scripts are told the folder in ``GRADER_ROOT``.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SCRIPT = r"""
set -e
root=$1; folder=$2; place=$3; where=$4; shift 4
mount --make-rprivate /
mount -t tmpfs none "$root"
for one in /*; do
  name=${one#/}
  if [ -L "$one" ]; then cp -a "$one" "$root/"
  elif [ -d "$one" ]; then mkdir "$root/$name"; mount --rbind "$one" "$root/$name"; fi
done
mkdir -p "$root$place"; mount --bind "$folder" "$root$place"
exec chroot "$root" /usr/bin/env -i "PATH=$PATH" HOME=/root sh -c 'cd "$0"; exec env "$@"' "$where" "$@"
"""


def can_be_real() -> bool:
    """Whether a root of its own can be made here."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("unshare"):
        return False
    return subprocess.run(["unshare", "--mount", "mount", "--make-rprivate", "/"],
                          capture_output=True, check=False).returncode == 0  # fmt: skip


def run(
    folder: Path, place: str, command: list[str], *, where: str = "/", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a platform's command with nothing but the platform's environment.

    Args:
        folder: what lies at ``place``.
        place: the platform's folder, ``/autograder``.
        command: what the platform starts; paths begin with ``place``.
        where: the working folder.
        environment: the variables that the platform sets.
    """
    python = folder.parent / "bin" / "python"
    python.parent.mkdir(exist_ok=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    given = {"GRADER_PYTHON": str(python), "GRADER_HOME": str(folder.parent), **environment}
    if can_be_real():
        root = folder.parent / "root"
        root.mkdir(exist_ok=True)
        settings = [f"{name}={value}" for name, value in given.items()]
        whole = [
            "unshare",
            "--mount",
            "sh",
            "-c",
            SCRIPT,
            "sh",
            str(root),
            str(folder),
            place,
            where,
            *settings,
            *command,
        ]
        return subprocess.run(whole, capture_output=True, text=True, check=False, timeout=300)
    moved = [part.replace(place, str(folder), 1) for part in command]
    given |= {"GRADER_ROOT": str(folder), "PATH": os.environ["PATH"], "HOME": str(folder.parent)}
    home = where.replace(place, str(folder), 1) if where.startswith(place) else "/"
    return subprocess.run(
        moved, capture_output=True, text=True, check=False, cwd=home, env=given, timeout=300
    )
