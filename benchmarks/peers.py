"""Set up the peers, each in a virtual environment of its own.

    python benchmarks/peers.py setup                 all of them, once; takes some minutes
    python benchmarks/peers.py setup --only nbgrader
    python benchmarks/peers.py list                  what is there

The environments are kept in $GRADER_BENCH_DIR, by default ~/.cache/grader-benchmarks.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import subprocess
import sys
import venv

from contestant import Peer
from peer_autograder_py import AutograderPy
from peer_dlai import Dlai
from peer_nbgrader import Nbgrader
from peer_otter import Otter

PEERS: tuple[type[Peer], ...] = (AutograderPy, Nbgrader, Otter, Dlai)


def tensorflow() -> str:
    """The smaller build has wheels for Linux and Windows on x86 only."""
    small = sys.platform != "darwin" and platform.machine() in {"x86_64", "AMD64"}
    return ("tensorflow-cpu" if small else "tensorflow") + "==2.21.*"


def choose(names: str | None) -> list[Peer]:
    """Turn a comma-separated list into peers; exit with a sentence on an unknown name."""
    peers = [make() for make in PEERS]
    if names is None:
        return peers
    known = {peer.name: peer for peer in peers}
    chosen = [name.strip() for name in names.split(",") if name.strip()]
    unknown = [name for name in chosen if name not in known]
    if unknown:
        raise SystemExit(f"No peer named {', '.join(unknown)}. There are: {', '.join(known)}.")
    return [known[name] for name in chosen]


def set_up(peer: Peer) -> None:
    """Make one environment; `ready` is written last, so that half a set-up counts as none."""
    ready = peer.environment / "ready"
    if ready.is_file() and ready.read_text(encoding="utf-8") == peer.requirement:
        print(f"{peer.name}: there already")
        return
    shutil.rmtree(peer.environment, ignore_errors=True)
    print(f"{peer.name}: installing {peer.requirement} and {tensorflow()}", flush=True)
    venv.create(peer.environment, with_pip=True)
    done = subprocess.run(
        [
            peer.program("python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            peer.requirement,
            *peer.also,
            "numpy",
            tensorflow(),
        ],
        check=False,
    )
    if done.returncode == 0:
        ready.write_text(peer.requirement, encoding="utf-8")
    else:
        print(f"{peer.name}: pip could not install it; the benchmark will leave it out")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("action", choices=["setup", "list"])
    parser.add_argument("--only", metavar="NAMES", help="comma-separated names of peers")
    options = parser.parse_args()
    for peer in choose(options.only):
        if options.action == "setup":
            set_up(peer)
        else:
            print(f"{peer.name:15} {peer.unable('numpy') or peer.requirement}")


if __name__ == "__main__":
    main()
