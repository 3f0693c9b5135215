"""Whether TensorFlow hangs in a forked, locked child: many children that each train a small model.

    python benchmarks/children.py --children 400

Each child is forked from the warm process, locked down, builds, fits and asks a Keras model, and
is ended. A fork that is made at the wrong moment hangs one time in many, so one child proves
nothing. The seconds are wall time from the fork to the end; the exit code is 1 if a child hung,
died or predicted something else than the others.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grader.assignment import loading, places
from grader.protocol.layers import level
from grader.protocol.limits import Limits
from grader.protocol.observations import Outcome, Returned, TimedOut
from grader.protocol.probes import Call
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

FIT = """
import numpy as np
import tensorflow as tf
def f():
    X = np.linspace(-1, 1, 20, dtype="float32").reshape(-1, 1)
    model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1, "sigmoid")])
    model.compile("adam", "binary_crossentropy")
    model.fit(X, X > 0, epochs=2, verbose=0)
    return model.predict(X, verbose=0)
"""


class Tally:
    """What became of the children."""

    def __init__(self, program: SubmissionProgram, zygotes: Zygotes) -> None:
        self._program = program
        self._zygotes = zygotes
        self.level = ""
        self.seconds: list[float] = []
        self.ends: Counter[str] = Counter()
        self.answers: Counter[Outcome] = Counter()

    def one(self, _: int) -> None:
        """One child from its fork to its end."""
        began = time.perf_counter()
        with Session(self._program, self._zygotes, Limits(), {}) as session:
            outcome = session.observe(Call("f", (), ())).outcome
            self.level = level(session.layers)
        self.seconds.append(time.perf_counter() - began)
        if session.stood_still or isinstance(outcome, TimedOut):
            self.ends["hung"] += 1
        elif isinstance(outcome, Returned):
            self.answers[outcome] += 1
        else:
            self.ends["died"] += 1
            print(outcome, file=sys.stderr)


def main() -> None:
    """Run and print a line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--children", type=int, default=400, help="how many")
    parser.add_argument("--at-a-time", type=int, default=2, help="how many side by side")
    given = parser.parse_args()
    modules = ("numpy", "numpy.random", *loading.load_assignment(places.find_assignment()).preload)
    with Zygotes() as zygotes:
        tally = Tally(SubmissionProgram(((1, FIT),), modules), zygotes)
        tally.one(0)  # the first one waits for TensorFlow
        tally.seconds.clear()
        with ThreadPoolExecutor(given.at_a_time) as pool:
            list(pool.map(tally.one, range(given.children)))
    slow = statistics.quantiles(tally.seconds, n=20)[-1]
    others = len(tally.answers) - 1
    print(
        f"{given.children} children, {given.at_a_time} at a time, level {tally.level}: "
        f"{tally.ends['hung']} hung, {tally.ends['died']} died, {max(others, 0)} other answers; "
        f"{statistics.median(tally.seconds):.2f} s median, {slow:.2f} s at 95%"
    )
    sys.exit(bool(tally.ends) or others != 0)


if __name__ == "__main__":
    main()
