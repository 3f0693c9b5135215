"""Harming: prints, logs and warns gigabytes, by every way out, with and without line ends.

points: 30
extra: 0
says: printed: 
says: Your `my_dense_v` did not finish within 2 s
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import faulthandler
import logging
import os
import stat
import sys
import threading
import warnings


def is_no_socket(descriptor):
    """Whether it is something else than the channel, whose flood ends the question."""
    try:
        return not stat.S_ISSOCK(os.fstat(descriptor).st_mode)
    except OSError:
        return False


def ways():
    """Every way out of a process."""
    yield lambda text: print(text)
    yield lambda text: print(text, file=sys.stderr, end="\r\x1b[2J")
    yield lambda text: sys.stdout.write(text)
    yield lambda text: sys.__stdout__ and sys.__stdout__.write(text)
    yield lambda text: sys.__stderr__ and sys.__stderr__.write(text)
    for descriptor in filter(is_no_socket, range(8)):
        yield lambda text, number=descriptor: os.write(number, text.encode("utf-8", "replace"))
    yield lambda text: logging.getLogger(text[:9]).critical(text)
    yield lambda text: warnings.warn(text[:99_999])
    yield lambda text: faulthandler.dump_traceback(file=sys.__stderr__ or 2)
    yield lambda text: os.write(os.open("/dev/null", os.O_WRONLY), text.encode("utf-8", "replace"))


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    logging.basicConfig(level=0)
    text = "\U0001f600\x1b[31m\x00\ud800\u202e" * 20_000
    for _ in range(4):
        for way in ways():
            try:
                way(text)
            except Exception:
                pass
    return np.zeros(len(b3))


def my_dense_v(A_in, W, b, g):
    def flood():
        while True:
            print("x" * 100_000, flush=True)
            for descriptor in (1, 2):
                os.write(descriptor, b"y" * 100_000)

    for _ in range(3):
        threading.Thread(target=flood, daemon=True).start()
    flood()
