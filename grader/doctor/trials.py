"""What a throw-away submission tries although it must not: ``grader doctor`` runs this as a cell.

A trial gets what the doctor has laid out (``bait.Bait``). It fails by an error of the system or by
the answer False, which it also gives where the doctor alone can see what came of it. All is in one
file because a cell cannot import another.
"""

import ctypes
import errno
import mmap
import os
import signal
import socket
import stat
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from types import SimpleNamespace as Bait

_FAILURES = (OSError, MemoryError, ImportError, AttributeError)  # refused, or not on this system
_NEWNS, _NEWUSER = 0x00020000, 0x10000000  # linux/sched.h
_SEIZE, _INTERRUPT, _DETACH, _WALL = 0x4206, 0x4207, 17, 0x40000000  # linux/ptrace.h, wait.h
# Of the newer system calls, which have one number on every machine; asm-generic/unistd.h.
_IO_URING_SETUP, _CLONE3, _PIDFD_GETFD = 425, 435, 438
_F_SETSIG, _PR_SET_NAME, _IPC_CREAT = 10, 15, 0o1000  # linux/fcntl.h, prctl.h, ipc.h
_LASTS = 20  # seconds for which what was left behind would run


def tried(fear: str, what: str, bait: list[list[object]]) -> bool:
    """Whether it can be done.

    Args:
        fear: one of ``TRIALS``.
        what: what is tried of it.
        bait: the fields of what is laid out, each as its name and its value.
    """
    return _can(TRIALS[fear][what], Bait(**{str(name): value for name, value in bait}))


def _can(attempt: Callable[..., object], what: object) -> bool:
    try:
        return attempt(what) is not False
    except _FAILURES:
        return False


def _any(attempt: Callable[..., object], things: Iterable[object]) -> bool:
    return sum(_can(attempt, thing) for thing in things) > 0  # all are tried


def _call(name: str, *arguments: int | bytes | None) -> int:
    """A function of the C library; -1 is an error."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    result: int = function(*(ctypes.c_long(a) if isinstance(a, int) else a for a in arguments))
    if result == -1:
        raise OSError(ctypes.get_errno(), name)
    return result


def _reaches(attempt: Callable[[], object]) -> bool:
    """Whether a call that has to fail comes as far as the part of the kernel that would do it."""
    try:
        attempt()
    except OSError as error:
        return error.errno not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
    return True


def _processes(bait: Bait) -> list[int]:
    """The grader's, by number; in a list of its own a child can name the first one alone."""
    known = [bait.grader, bait.warm] if bait.warm else [bait.grader]
    return known if os.getppid() in known else [os.getppid() or 1]


def _files(bait: Bait, name: str) -> list[str]:
    return [f"/proc/{process}/{name}" for process in _processes(bait)]


def _is_there(path: str) -> bool:
    return Path(path).read_bytes() != b""


def _listed(path: str | Path) -> list[str]:
    return os.listdir(path)  # noqa: PTH208 - at once; iterdir would not have asked yet


def _make(path: Path) -> None:
    path.open("x").close()
    path.unlink()


def _holds(bait: Bait, path: str) -> bool:
    return str(bait.marker) in Path(path).read_text(encoding="utf-8")


def _linked(bait: Bait, link: Callable[[str, str], None]) -> bool:
    link(bait.secret, link.__name__)
    return _holds(bait, link.__name__)


def _through_process(bait: Bait) -> bool:
    roots = ["/proc/self/root", *_files(bait, "root")]
    return _any(lambda root: _holds(bait, root + bait.secret), roots)


def _beside(bait: Bait) -> bool:
    def look(path: str) -> object:
        return _listed(path) if Path(path).is_dir() else Path(path).read_bytes()

    return _any(look, bait.beside)


def _watch(bait: Bait) -> None:
    watch = _call("inotify_init")
    try:
        _call("inotify_add_watch", watch, os.fsencode(bait.secret), 1)
    finally:
        os.close(watch)


def _passing(bait: Bait) -> bool:
    folder = Path(bait.folder)
    return folder.name in _listed(folder.parent)


def _connections(bait: Bait) -> bool:
    return f":{bait.tcp:04X} " in Path("/proc/self/net/tcp").read_text(encoding="ascii")


def _connect(family: int, address: str | tuple[str, int]) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as one:
        one.settimeout(1)
        one.connect(address)


def _send(bait: Bait) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"answers", ("127.0.0.1", bait.udp))


def _signal(bait: Bait) -> bool:
    def by_handle(one: int) -> None:
        signal.pidfd_send_signal(os.pidfd_open(one), signal.SIGUSR1)

    if not bait.warm:  # there is the doctor alone, who would be ended by it
        return os.name == "posix" and _can(lambda one: os.kill(one, 0), bait.grader)
    _any(lambda send: send(bait.warm), [lambda one: os.kill(one, signal.SIGUSR1), by_handle])
    return False  # the doctor sees whether one came


def _own(bait: Bait) -> bool:
    import fcntl

    if not bait.warm:
        return False
    ours, theirs = os.pipe()
    fcntl.fcntl(ours, fcntl.F_SETOWN, bait.warm)
    fcntl.fcntl(ours, _F_SETSIG, signal.SIGUSR2)
    fcntl.fcntl(ours, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(theirs, b"now")
    return False  # likewise


def _trace(bait: Bait) -> None:
    one = _processes(bait)[-1]
    _call("ptrace", _SEIZE, one, 0, 0)
    _call("ptrace", _INTERRUPT, one, 0, 0)
    os.waitpid(one, _WALL)
    _call("ptrace", _DETACH, one, 0, 0)


def _memory(bait: Bait) -> bool:
    def place(one: int) -> int:
        return int(bait.address) if one == bait.grader else id(None)  # where it is in a fork, too

    def read(one: int) -> None:
        with Path(f"/proc/{one}/mem").open("rb", 0) as memory:
            memory.seek(place(one))
            memory.read(8)

    def copy(one: int) -> None:
        room = ctypes.create_string_buffer(8)
        to, source = ((ctypes.c_size_t * 2)(at, 8) for at in (ctypes.addressof(room), place(one)))
        _call("process_vm_readv", one, bytes(to), 1, bytes(source), 1, 0)

    return _any(lambda way: _any(way, _processes(bait)), [read, copy])


def _environment(bait: Bait) -> bool:
    return bait.marker in os.environ.values() or _any(_is_there, _files(bait, "environ"))


def _take(one: int) -> None:
    _call("syscall", _PIDFD_GETFD, os.pidfd_open(one), 0, 0)


def _limit(one: int) -> None:
    import resource

    resource.prlimit(one, resource.RLIMIT_CORE, resource.prlimit(one, resource.RLIMIT_CORE))


def _channels(bait: Bait) -> bool:
    import fcntl

    def is_channel(number: int) -> bool:
        mode = os.fstat(number).st_mode
        # With O_PATH it stands for a name alone; nothing can be read from it.
        named = fcntl.fcntl(number, fcntl.F_GETFL) & getattr(os, "O_PATH", 0)
        kinds = stat.S_ISSOCK(mode) or stat.S_ISFIFO(mode) or stat.S_ISREG(mode)
        return kinds and not named

    found = sum(_can(is_channel, number) for number in range(3, 64))
    return found > int(bait.channels)


def _fork(_: Bait) -> None:
    pid = os.fork()
    if not pid:
        os._exit(0)
    os.waitpid(pid, 0)


def _program(path: str) -> None:
    os.waitpid(os.posix_spawn(path, [path, "--version"], {}), 0)


def _own_program(_: Bait) -> bool:
    Path("program").write_text("no program", encoding="utf-8")
    Path("program").chmod(0o700)
    return _reaches(lambda: os.execv("./program", ["program"]))  # noqa: S606 - the very question


def _change_mode(bait: Bait) -> bool:
    Path(bait.file).chmod(0o600)
    return False  # likewise


def _other_processes(bait: Bait) -> object:
    return bait.grader in _processes(bait) and Path(f"/proc/{bait.grader}").stat()


def _leave_process(bait: Bait) -> bool:
    pid = os.fork()
    if pid:
        os.waitpid(pid, 0)
        return False  # the doctor looks afterwards
    try:
        os.setsid()
        if not os.fork():
            _call("prctl", _PR_SET_NAME, bait.process.encode())
            os.closerange(0, 256)  # nobody shall wait for the end of what it could write
            time.sleep(_LASTS)
    finally:
        os._exit(0)


def _leave_file(bait: Bait) -> bool:
    _any(lambda folder: Path(folder, bait.name).touch(), bait.shared)
    return False  # likewise


def _leave_memory(bait: Bait) -> bool:
    _call("shmget", bait.key, mmap.PAGESIZE, _IPC_CREAT | 0o600)
    return False  # likewise


def _open_files(bait: Bait) -> None:
    held: list[int] = []
    try:
        held.extend(os.open(os.devnull, os.O_RDONLY) for _ in range(bait.open_files))
    finally:
        for content in held:
            os.close(content)


def _threads(bait: Bait) -> bool:
    threading.stack_size(1 << 16)
    done = threading.Event()
    started: list[threading.Thread] = []
    try:
        for _ in range(bait.threads):
            one = threading.Thread(target=done.wait)
            one.start()
            started.append(one)
    except RuntimeError:  # "can't start new thread"
        return False
    finally:
        done.set()
        for process in started:
            process.join()
    return True


def _write(files: int, size: int) -> None:
    made = [Path(f"written{number}") for number in range(files)]
    try:
        for path in made:
            path.write_bytes(bytes(size))
        time.sleep(1)  # a grader that has to look for itself needs a moment
    finally:
        for path in made:
            path.unlink(missing_ok=True)


def _raise_limits(_: Bait) -> bool:
    import resource

    def lift(which: int) -> bool:
        now, most = resource.getrlimit(which)
        try:
            resource.setrlimit(which, (now, most + 1))
        except ValueError:  # "not allowed to raise maximum limit"
            return False
        return most != resource.RLIM_INFINITY

    return _any(lift, [resource.RLIMIT_NOFILE, resource.RLIMIT_CPU, resource.RLIMIT_AS])


def _mount(_: Bait) -> None:
    Path("mounted").mkdir()
    _call("mount", b"none", b"mounted", b"tmpfs", 0, None)
    _call("umount", b"mounted")


def _other_user(bait: Bait) -> None:
    before = os.geteuid()
    os.seteuid(bait.somebody)
    os.seteuid(before)


TRIALS: dict[str, dict[str, Callable[[Bait], object]]] = {
    "read the answers": {
        "open a file that all may read": lambda bait: _holds(bait, bait.secret),
        "open it through a link": lambda bait: _linked(bait, os.symlink),
        "open it by a second name": lambda bait: _linked(bait, os.link),
        "open it through a process": _through_process,
        "list its folder": lambda bait: _listed(Path(bait.secret).parent),
        "read what lies beside the student's part": _beside,
        "learn that a file is there": lambda bait: Path(bait.secret).stat(),
        "learn when a file is used": _watch,
    },
    "reach the network": {
        "connect by TCP": lambda bait: _connect(socket.AF_INET, ("127.0.0.1", bait.tcp)),
        "send by UDP": _send,
        "reach a local service": lambda bait: _connect(socket.AF_UNIX, bait.service),
        "reach a service without a file": lambda bait: _connect(socket.AF_UNIX, "\0" + bait.name),
    },
    "signal, trace or read the grader": {
        "use another channel than its own": _channels,  # first: the others open some
        "send it a signal": _signal,
        "have the kernel signal it": _own,
        "trace it": _trace,
        "read its memory": _memory,
        "read its environment": _environment,
        "read its command line": lambda bait: _any(_is_there, _files(bait, "cmdline")),
        "list its open files": lambda bait: _any(_listed, _files(bait, "fd")),
        "take one of its open files": lambda bait: _any(_take, _processes(bait)),
        "change its limits": lambda bait: _any(_limit, _processes(bait)),
    },
    "start programs": {
        "start a process": _fork,
        "start a process by a newer call": lambda _: _reaches(
            lambda: _call("syscall", _CLONE3, None, 0)
        ),
        "start a program of the system": lambda bait: _any(_program, bait.programs),
        "start a program it wrote": _own_program,
    },
    "write outside its folder": {
        "make a file in a folder open to all": lambda bait: _make(Path(bait.folder, bait.name)),
        "change a file open to all": lambda bait: Path(bait.file).open("r+b").close(),
        "remove a file": lambda bait: Path(bait.victim).unlink(),
        "change the libraries": lambda bait: _any(
            lambda folder: _make(Path(folder, bait.name)), bait.libraries
        ),
        "change the student's part": lambda bait: _make(Path(bait.support, bait.name)),
        "change who may use a file": _change_mode,
    },
    "see the machine": {
        "the folder for passing files": _passing,
        "its name": lambda bait: socket.gethostname() == bait.host,
        "other processes": _other_processes,
        "its connections": _connections,
    },
    "outlive the grading": {
        "leave a process": _leave_process,
        "leave a file": _leave_file,
        "leave shared memory": _leave_memory,
    },
    "take all memory, files or threads": {
        "more memory than its limit": lambda bait: bytearray(bait.memory),
        "more address space than its limit": lambda bait: mmap.mmap(-1, bait.address_space).close(),
        "memory that no limit counts": lambda _: os.close(os.memfd_create("trial")),
        "more open files than its limit": _open_files,
        "more threads than its limit": _threads,
    },
    "fill the disk": {
        "write a file above its limit": lambda bait: _write(1, bait.file_size),
        "write more than its limit in all": lambda bait: _write(bait.scratch_mb, 1 << 20),
        "write more files than its limit": lambda bait: _write(bait.scratch_files, 0),
    },
    "gain privileges": {
        "use those of other programs": lambda _: (
            "NoNewPrivs:\t0" in Path("/proc/self/status").read_text(encoding="utf-8")
        ),
        "raise its limits": _raise_limits,
        "go around the filter": lambda _: _reaches(
            lambda: _call("syscall", _IO_URING_SETUP, 0, None)
        ),
        "make a device": lambda _: os.mknod("device", stat.S_IFCHR, os.makedev(1, 3)),
        "mount a file system": _mount,
        "become root": lambda _: os.setresuid(0, 0, 0),
        "become another user": _other_user,
        "enter new namespaces": lambda _: _any(
            lambda flags: _call("unshare", flags), [_NEWNS, _NEWUSER]
        ),
        "change its root folder": lambda _: os.chroot("."),
    },
}
"""What people fear, what is tried of it, and how. What changes the child itself comes last."""

SIGHTS = {
    "learn that a file is there", "learn when a file is used", "read its command line",
    "change who may use a file", "its name", "other processes", "its connections",
    "more threads than its limit",
}  # fmt: skip
"""What can be possible at ``strong``, where it gives no answer away; all else must not."""
