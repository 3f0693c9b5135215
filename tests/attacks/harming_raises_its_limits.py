"""Harming: lifts every limit as far as it goes, and uses what is there then.

points: 30
extra: 0
says: writes a larger file than a submission may write
says: Your `my_dense_v` did not finish within 2 s
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes
import os
import resource
import signal
import time

LIBC = ctypes.CDLL(None, use_errno=True)
MOST = {"memory": 1536, "file": 8, "files": 128}  # what the tests allow
NAMES = [name for name in dir(resource) if name.startswith("RLIMIT_")]


def lift():
    for name in NAMES:
        which = getattr(resource, name)
        soft, hard = resource.getrlimit(which)
        for wanted in ((-1, -1), (-1, hard), (hard, -1), (2**62, 2**62), (hard, hard)):
            try:
                resource.setrlimit(which, wanted)
            except (OSError, ValueError, OverflowError):
                pass
            try:
                resource.prlimit(0, which, wanted)
                resource.prlimit(os.getpid(), which, wanted)
            except (OSError, ValueError, OverflowError):
                pass
    for option in (1, 4, 8, 9, 23, 35, 36):  # and privileges, by prctl
        LIBC.prctl(option, 0, 0, 0, 0)
    for way in (lambda: os.setuid(0), lambda: os.setresuid(0, 0, 0), lambda: os.setgroups([0]), lambda: LIBC.unshare(0x10000000)):
        try:
            way()
        except OSError:
            pass


def tell(what):
    raise RuntimeError("GAINED: " + what)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    lift()
    held = []
    try:
        while True:
            held.append(np.zeros(64 << 17))
            if len(held) * 64 > MOST["memory"] + 64:
                tell("memory")
    except MemoryError:
        held.clear()
    try:
        while True:
            held.append(os.open("/dev/null", os.O_RDONLY))
            if len(held) > MOST["files"]:
                tell("open files")
    except OSError:
        for one in held:
            os.close(one)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open("attack_large", "wb", buffering=0) as file:
        for number in range(MOST["file"] + 2):
            file.write(bytes(1 << 20))
            if number > MOST["file"]:
                tell("a large file")
    return np.zeros(len(b3))


def my_dense_v(A_in, W, b, g):
    """Processor time: the signal is not heard, the limit is lifted, and the clock stands still."""
    lift()
    signal.signal(signal.SIGXCPU, lambda *_: lift())
    time.monotonic = time.time = lambda: 0.0
    while True:
        lift()
