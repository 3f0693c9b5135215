"""Tampering: leaves the process in a state in which nobody else's code works: seeds, folders, files, limits.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import builtins
import decimal
import gc
import io
import locale
import os
import random
import socket
import sys
import warnings

BROKEN = []


def spoil():
    """Everything that a process has one of."""
    for way in (
        lambda: np.random.seed(0), lambda: random.seed(0), lambda: setattr(np.random, "default_rng", None),
        lambda: np.seterr(all="raise"), lambda: np.set_printoptions(threshold=0, precision=0, linewidth=1),
        lambda: np.seterrcall(lambda *_: os._exit(1)), lambda: decimal.getcontext().clear_traps(),
        lambda: setattr(decimal.getcontext(), "prec", 1), lambda: locale.setlocale(locale.LC_ALL, "tr_TR.UTF-8"),
        lambda: warnings.simplefilter("error"), lambda: gc.disable(), lambda: sys.set_int_max_str_digits(640),
        lambda: os.environ.clear(), lambda: os.umask(0o777), lambda: os.environ.update(HOME="/", TMPDIR="/nowhere"),
        lambda: os.mkdir("gone"), lambda: os.chdir("gone"), lambda: os.rmdir("../gone"),
        lambda: sys.path.clear(), lambda: sys.path_hooks.clear(), lambda: sys.path_importer_cache.clear(),
        lambda: [sys.modules.pop(name) for name in list(sys.modules) if name.split(".")[0] in ("json", "difflib", "random")],
        lambda: setattr(sys, "stdout", None), lambda: setattr(sys, "stderr", 7), lambda: setattr(sys, "__stdout__", io.BytesIO()),
        lambda: setattr(builtins, "print", None), lambda: setattr(builtins, "__import__", None),
        lambda: setattr(builtins, "type", None), lambda: setattr(builtins, "isinstance", None),
        lambda: setattr(builtins, "callable", lambda thing: False), lambda: delattr(builtins, "__build_class__"),
        lambda: socket.setdefaulttimeout(0.0), lambda: sys.setrecursionlimit(60),
        lambda: globals().__setitem__("my_dense_v", my_sequential), lambda: globals().pop("my_dense"),
    ):
        try:
            way()
        except BaseException as error:
            BROKEN.append(error)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """It asks for the stand-in once more in a state in which that cannot be made."""
    spoil()
    return my_dense(x, W1, b1, None)


def my_dense_v(A_in, W, b, g):
    # Its own sense of what is public is gone; the process goes with it.
    spoil()
    os.closerange(0, 1000)
    for descriptor in range(20):
        try:
            os.dup2(os.open("/dev/null", os.O_RDWR), descriptor)
        except OSError:
            pass
    return g(A_in)
