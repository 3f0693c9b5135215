"""Forging: keeps questions and answers for the next call, the next process and the next run.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import builtins
import functools
import os
import pickle
import sys
import tempfile

PLACES = [os.path.join(folder, "attack_answers.pkl") for folder in (
    ".", tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm", os.path.dirname(np.__file__),
    os.path.expanduser("~"), os.path.realpath("data"), os.path.dirname(sys.executable))]


def load():
    for place in PLACES:
        try:
            with open(place, "rb") as file:
                return pickle.load(file)
        except Exception:
            pass
    return getattr(builtins, "attack_answers", getattr(np, "attack_answers", {}))


def save(known):
    builtins.attack_answers = np.attack_answers = known
    for place in PLACES:
        try:
            with open(place, "wb") as file:
                pickle.dump(known, file)
        except Exception:
            pass


KNOWN = load()
# Nothing can be known yet; whoever knows something has it from an earlier process.
EARLIER = dict(KNOWN)


def tell(size):
    raise RuntimeError(f"GAINED: {size} answers of an earlier process")


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    if EARLIER:
        tell(len(EARLIER))
    key = (x.tobytes(), W3.tobytes())
    if key in KNOWN:
        return KNOWN[key]
    KNOWN[key] = functools.reduce(np.add, [layer.sum(0) for layer in (W1, W2, W3)][-1:]) + b3
    save(KNOWN)
    if len(KNOWN) in (4, 8):
        # The next process is to begin with what this one has kept.
        os.kill(os.getpid(), 9)
    return KNOWN[key]
