"""What the lock-down costs: children with all layers and with none, in turns.

    python benchmarks/lockdown.py --children 200

Each child starts, runs a cell, answers one question and is ended; its folder is removed. The times
are wall milliseconds for the whole of that.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grader.protocol.layers import LAYERS
from grader.protocol.limits import Limits
from grader.protocol.observations import Returned
from grader.protocol.probes import Call
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

LIBRARIES = {"NumPy": ("numpy",), "TensorFlow": ("numpy", "tensorflow", "keras")}
CELLS = ((1, "def f():\n    return 1"),)


def milliseconds(zygotes: Zygotes, modules: tuple[str, ...]) -> float:
    """The time of one child from its fork to its end."""
    began = time.perf_counter()
    with Session(SubmissionProgram(CELLS, modules), zygotes, Limits(), {}) as session:
        outcome = session.observe(Call("f", (), ())).outcome
    took = (time.perf_counter() - began) * 1000
    assert outcome == Returned((1,)), outcome
    return took


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--children", type=int, default=200, help="of each kind")
    count = parser.parse_args().children
    print(f"{'libraries':<12}{'locked':>10}{'not':>10}{'cost':>10}   median ms of {count} each")
    for name, modules in LIBRARIES.items():
        with Zygotes() as locked, Zygotes(without=tuple(LAYERS)) as bare:
            for warming in (locked, bare):
                milliseconds(warming, modules)
            pairs = [
                (milliseconds(locked, modules), milliseconds(bare, modules)) for _ in range(count)
            ]
        medians = [statistics.median(column) for column in zip(*pairs, strict=True)]
        cost = medians[0] - medians[1]
        print(f"{name:<12}{medians[0]:>10.2f}{medians[1]:>10.2f}{cost:>10.2f}")


if __name__ == "__main__":
    main()
