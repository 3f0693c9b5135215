"""Tampering: signals to the grader, the warm process and everybody else, sent or made to be sent.

points: 30
extra: 0
says: did not finish within
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes
import fcntl
import os
import resource
import signal
import socket
import struct
import sys

LIBC = ctypes.CDLL(None, use_errno=True)
X86 = os.uname().machine == "x86_64"
# From asm/unistd_64.h and asm-generic/unistd.h.
CALLS = {
    "kill": (62, 129), "tkill": (200, 130), "tgkill": (234, 131), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424),
    "timer_create": (222, 107), "timer_settime": (223, 110), "prctl": (157, 167), "fcntl": (72, 25), "ioctl": (16, 29),
    "process_mrelease": (448, 448),
}
ME = os.getpid()
F_SETOWN, F_SETSIG, F_SETOWN_EX, F_NOTIFY, F_SETLEASE = 8, 10, 15, 1026, 1024
FIOASYNC, FIOSETOWN, SIOCSPGRP = 0x5452, 0x8901, 0x8902


def call(name, *arguments):
    number = CALLS[name][0 if X86 else 1]
    given = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    return LIBC.syscall(ctypes.c_long(number), *given)


def others():
    """Everybody: the parent, the first, groups, all, and whoever has a number near ours."""
    yield from (os.getppid(), 1, 0, -1, -os.getppid(), -1 * os.getpgrp(), -os.getsid(0), 2, 3)
    try:
        yield from (int(name) for name in os.listdir("/proc") if name.isdigit())
    except OSError:
        pass
    yield from range(max(1, ME - 300), ME + 100)


def sent():
    """Who got a signal of ours that is not ours to send; 0 only asks whether it would be."""
    for pid in dict.fromkeys(others()):
        if pid in (ME, -ME):
            continue
        for number in (0, signal.SIGCONT, signal.SIGKILL):
            for name, way in (
                ("kill", lambda: call("kill", pid, number)),
                ("kill, in C", lambda: LIBC.kill(pid, number)),
                ("a large kill", lambda: call("kill", pid + (1 << 32), number)),
                ("tkill", lambda: call("tkill", pid, number)),
                ("tgkill", lambda: call("tgkill", pid, pid, number)),
                ("sigqueue", lambda: call("rt_sigqueueinfo", pid, number, ctypes.create_string_buffer(128))),
                ("pidfd", lambda: call("pidfd_send_signal", call("pidfd_open", pid, 0), number, None, 0)),
            ):
                if pid > 0 or "kill" in name:
                    if way() == 0:
                        return f"{name} {number} to {pid}"
    return ""


def asked_for():
    """Whom the kernel would signal when something can be read: anybody but us."""
    ours, theirs = socket.socketpair()
    reading, writing = os.pipe()
    for descriptor in (ours.fileno(), theirs.fileno(), reading, writing, *range(3, 40)):
        try:
            os.fstat(descriptor)
        except OSError:
            continue
        for pid in {os.getppid(), 1, -os.getppid(), -1, 2, 3} - {ME}:
            for name, way in (
                ("F_SETOWN", lambda: fcntl.fcntl(descriptor, F_SETOWN, pid)),
                ("F_SETOWN in C", lambda: call("fcntl", descriptor, F_SETOWN, pid) and fail()),
                ("F_SETOWN with a high half", lambda: call("fcntl", descriptor, F_SETOWN | 1 << 32, pid) and fail()),
                ("F_SETOWN_EX", lambda: fcntl.fcntl(descriptor, F_SETOWN_EX, struct.pack("ii", 1, pid))),
                ("FIOSETOWN", lambda: fcntl.ioctl(descriptor, FIOSETOWN, struct.pack("i", pid))),
                ("SIOCSPGRP", lambda: fcntl.ioctl(descriptor, SIOCSPGRP, struct.pack("i", pid))),
                ("F_SETSIG", lambda: fcntl.fcntl(descriptor, F_SETSIG, signal.SIGKILL)),
            ):
                try:
                    way()
                except OSError:
                    continue
                # And now let it happen.
                for arm in (lambda: fcntl.fcntl(descriptor, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK),
                            lambda: fcntl.ioctl(descriptor, FIOASYNC, struct.pack("i", 1)),
                            lambda: os.write(writing, b"x"), lambda: theirs.send(b"x")):
                    try:
                        arm()
                    except OSError:
                        pass
                return f"{name} {pid} on {descriptor}"
    return ""


def fail():
    raise OSError


def timed():
    """A timer whose signal goes to a thread of another process."""
    for pid in {os.getppid(), 1, 2, 3} - {ME}:
        event = struct.pack("qiii", 0, signal.SIGKILL, 4, pid) + bytes(64)  # SIGEV_THREAD_ID
        number = ctypes.c_int()
        if call("timer_create", 1, event, ctypes.byref(number)) == 0:
            return f"a timer for {pid}"
    return ""


def notified():
    """Signals by what happens to files: in our folder, and in those of others."""
    for folder in (".", "data", "/tmp", os.path.dirname(np.__file__), "/proc/self"):
        try:
            descriptor = os.open(folder, os.O_RDONLY)
            fcntl.fcntl(descriptor, F_SETOWN, os.getppid())
            fcntl.fcntl(descriptor, F_NOTIFY, 0x8000003F)
            return f"F_NOTIFY of {folder}"
        except OSError:
            pass
    return ""


def ours_alone():
    """Attributes of ourselves that decide who lives on when somebody ends."""
    done = []
    for option, value, name in ((1, 0, "PDEATHSIG"), (1, 18, "PDEATHSIG"), (4, 1, "DUMPABLE"), (35, 0, "MM")):
        if LIBC.prctl(option, value, 0, 0, 0) == 0:
            done.append(name)
    for name, way in (("setsid", lambda: LIBC.setsid() < 0), ("setpgid", lambda: LIBC.setpgid(0, os.getppid())),
                      ("setpgid", lambda: LIBC.setpgid(0, 0)), ("release", lambda: call("process_mrelease", 3, 0))):
        if not way():
            done.append(name)
    return ", ".join(done)


def deaf():
    """We ourselves hear nothing any more."""
    for number in signal.valid_signals():
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            pass
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def tell(found):
    raise RuntimeError("GAINED: " + found)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    deaf()
    for way in (asked_for, timed, notified, ours_alone, sent):
        found = way()
        if found:
            tell(found)
    return np.zeros(len(b3))


def my_dense_v(A_in, W, b, g):
    """The channel itself: whoever reads its other end would get the signal."""
    deaf()
    for descriptor in range(3, 200):
        for way in (lambda: fcntl.ioctl(descriptor, FIOASYNC, struct.pack("i", 1)),
                    lambda: fcntl.fcntl(descriptor, fcntl.F_SETFL, os.O_ASYNC),
                    lambda: fcntl.fcntl(descriptor, F_SETLEASE, fcntl.F_WRLCK),
                    lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB),
                    lambda: socket.socket(fileno=os.dup(descriptor)).send(b"\0", socket.MSG_OOB)):
            try:
                way()
            except OSError:
                pass
    while True:
        pass
