"""The trials: forbidden things that a throw-away submission tries, which has this as its cell.

A trial gets the decoys (see ``decoys``). It fails with an error of the system or by returning
False. It also returns False where only the doctor can see its success (see ``traces``). All trials
are in one file because a cell of a submission cannot import another.
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
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace as Decoys

_FAILURES = (OSError, MemoryError, ImportError, AttributeError)  # refused, or not on this system
_NEWNS, _NEWUSER = 0x00020000, 0x10000000  # linux/sched.h
_SEIZE, _INTERRUPT, _DETACH, _WALL = 0x4206, 0x4207, 17, 0x40000000  # linux/ptrace.h, wait.h
# Newer system calls, which have the same number on every machine; asm-generic/unistd.h.
_IO_URING_SETUP, _CLONE3, _PIDFD_GETFD = 425, 435, 438
_F_SETSIG, _PR_SET_NAME, _IPC_CREAT = 10, 15, 0o1000  # linux/fcntl.h, prctl.h, ipc.h
_LASTS = 20  # seconds that the process which is left behind would run


def succeeds(threat: str, trial: str, decoys: list[list[object]]) -> bool:
    """Whether a trial succeeds.

    Args:
        threat: a title in ``TRIALS``.
        trial: the title of one of its trials.
        decoys: the fields of the decoys, each as its name and its value.
    """
    return _can(TRIALS[threat][trial], Decoys(**{str(name): value for name, value in decoys}))


def _can(attempt: Callable[..., object], argument: object) -> bool:
    """Whether an attempt with this argument succeeds."""
    try:
        return attempt(argument) is not False
    except _FAILURES:
        return False


def _any(attempt: Callable[..., object], arguments: Iterable[object]) -> bool:
    """Whether an attempt succeeds with any of these arguments; all of them are tried."""
    return sum(_can(attempt, argument) for argument in arguments) > 0


def _call(name: str, *arguments: int | bytes | None) -> int:
    """Call a function of the C library, where -1 means an error."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name)
    result: int = function(*(ctypes.c_long(a) if isinstance(a, int) else a for a in arguments))
    if result == -1:
        raise OSError(ctypes.get_errno(), name)
    return result


def _reaches(attempt: Callable[[], object]) -> bool:
    """Whether a call, which fails in any case, reaches the part of the kernel that does it."""
    try:
        attempt()
    except OSError as error:
        return error.errno not in (errno.EPERM, errno.EACCES, errno.ENOSYS)
    return True


def _processes(decoys: Decoys) -> list[int]:
    """The grader's processes by number; in a process list of its own a child knows its parent."""
    known = [decoys.grader, decoys.warm] if decoys.warm else [decoys.grader]
    return known if os.getppid() in known else [os.getppid() or 1]


def _files(decoys: Decoys, name: str) -> list[str]:
    return [f"/proc/{process}/{name}" for process in _processes(decoys)]


def _is_there(path: str) -> bool:
    return Path(path).read_bytes() != b""


def _listed(path: str | Path) -> list[str]:
    return os.listdir(path)  # noqa: PTH208 - iterdir would not ask the system at once


def _make(path: Path) -> None:
    path.open("x").close()
    path.unlink()


def _holds(decoys: Decoys, path: str) -> bool:
    """Whether a file can be read and holds the marker."""
    return str(decoys.marker) in Path(path).read_text(encoding="utf-8")


def _linked(decoys: Decoys, link: Callable[[str, str], None]) -> bool:
    link(decoys.secret, link.__name__)
    return _holds(decoys, link.__name__)


def _through_process(decoys: Decoys) -> bool:
    roots = ["/proc/self/root", *_files(decoys, "root")]
    return _any(lambda root: _holds(decoys, root + decoys.secret), roots)


def _beside(decoys: Decoys) -> bool:
    def look(path: str) -> object:
        return _listed(path) if Path(path).is_dir() else Path(path).read_bytes()

    return _any(look, decoys.beside)


def _watch(decoys: Decoys) -> None:
    watch = _call("inotify_init")
    try:
        _call("inotify_add_watch", watch, os.fsencode(decoys.secret), 1)
    finally:
        os.close(watch)


def _passing(decoys: Decoys) -> bool:
    folder = Path(decoys.folder)
    return folder.name in _listed(folder.parent)


def _connections(decoys: Decoys) -> bool:
    return f":{decoys.tcp:04X} " in Path("/proc/self/net/tcp").read_text(encoding="ascii")


def _connect(family: int, address: str | tuple[str, int]) -> None:
    with socket.socket(family, socket.SOCK_STREAM) as client:
        client.settimeout(1)
        client.connect(address)


def _send(decoys: Decoys) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(b"answers", ("127.0.0.1", decoys.udp))


def _signal(decoys: Decoys) -> bool:
    def by_number(process: int) -> None:
        os.kill(process, signal.SIGUSR1)

    def by_handle(process: int) -> None:
        signal.pidfd_send_signal(os.pidfd_open(process), signal.SIGUSR1)

    if not decoys.warm:  # only the doctor is there, and a signal would end it
        return os.name == "posix" and _can(lambda process: os.kill(process, 0), decoys.grader)
    _any(lambda send: send(decoys.warm), [by_number, by_handle])
    return False  # the doctor sees whether a signal came


def _own(decoys: Decoys) -> bool:
    import fcntl

    if not decoys.warm:
        return False
    ours, theirs = os.pipe()
    fcntl.fcntl(ours, fcntl.F_SETOWN, decoys.warm)
    fcntl.fcntl(ours, _F_SETSIG, signal.SIGUSR2)
    fcntl.fcntl(ours, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(theirs, b"now")
    return False  # the doctor sees whether a signal came


def _trace(decoys: Decoys) -> None:
    process = _processes(decoys)[-1]
    _call("ptrace", _SEIZE, process, 0, 0)
    _call("ptrace", _INTERRUPT, process, 0, 0)
    os.waitpid(process, _WALL)
    _call("ptrace", _DETACH, process, 0, 0)


def _memory(decoys: Decoys) -> bool:
    def address(process: int) -> int:
        # In a forked process None lies where it lies here.
        return int(decoys.address) if process == decoys.grader else id(None)

    def read(process: int) -> None:
        with Path(f"/proc/{process}/mem").open("rb", 0) as memory:
            memory.seek(address(process))
            memory.read(8)

    def copy(process: int) -> None:
        buffer = ctypes.create_string_buffer(8)
        to, source = (
            (ctypes.c_size_t * 2)(at, 8) for at in (ctypes.addressof(buffer), address(process))
        )
        _call("process_vm_readv", process, bytes(to), 1, bytes(source), 1, 0)

    return _any(lambda way: _any(way, _processes(decoys)), [read, copy])


def _environment(decoys: Decoys) -> bool:
    return decoys.marker in os.environ.values() or _any(_is_there, _files(decoys, "environ"))


def _take(process: int) -> None:
    _call("syscall", _PIDFD_GETFD, os.pidfd_open(process), 0, 0)


def _limit(process: int) -> None:
    import resource

    resource.prlimit(process, resource.RLIMIT_CORE, resource.prlimit(process, resource.RLIMIT_CORE))


def _channels(decoys: Decoys) -> bool:
    import fcntl

    def is_channel(number: int) -> bool:
        mode = os.fstat(number).st_mode
        # A descriptor opened with O_PATH stands for a name; nothing can be read from it.
        named = fcntl.fcntl(number, fcntl.F_GETFL) & getattr(os, "O_PATH", 0)
        kinds = stat.S_ISSOCK(mode) or stat.S_ISFIFO(mode) or stat.S_ISREG(mode)
        return kinds and not named

    found = sum(_can(is_channel, number) for number in range(3, 64))
    return found > int(decoys.channels)


def _fork(_: Decoys) -> None:
    pid = os.fork()
    if not pid:
        os._exit(0)
    os.waitpid(pid, 0)


def _program(path: str) -> None:
    os.waitpid(os.posix_spawn(path, [path, "--version"], {}), 0)


def _own_program(_: Decoys) -> bool:
    Path("program").write_text("no program", encoding="utf-8")
    Path("program").chmod(0o700)
    return _reaches(lambda: os.execv("./program", ["program"]))  # noqa: S606 - the very question


def _change_mode(decoys: Decoys) -> bool:
    Path(decoys.file).chmod(0o600)
    return False  # the doctor looks afterwards


def _other_processes(decoys: Decoys) -> object:
    return decoys.grader in _processes(decoys) and Path(f"/proc/{decoys.grader}").stat()


def _leave_process(decoys: Decoys) -> bool:
    pid = os.fork()
    if pid:
        os.waitpid(pid, 0)
        return False  # the doctor looks afterwards
    try:
        os.setsid()
        if not os.fork():
            _call("prctl", _PR_SET_NAME, decoys.process.encode())
            os.closerange(0, 256)  # else a reader would wait for the end of its output
            time.sleep(_LASTS)
    finally:
        os._exit(0)


def _leave_file(decoys: Decoys) -> bool:
    _any(lambda folder: Path(folder, decoys.name).touch(), decoys.shared)
    return False  # the doctor looks afterwards


def _leave_memory(decoys: Decoys) -> bool:
    _call("shmget", decoys.key, mmap.PAGESIZE, _IPC_CREAT | 0o600)
    return False  # the doctor looks afterwards


def _open_files(decoys: Decoys) -> None:
    with ExitStack() as opened:
        for _ in range(decoys.open_files):
            opened.callback(os.close, os.open(os.devnull, os.O_RDONLY))


def _threads(decoys: Decoys) -> bool:
    threading.stack_size(1 << 16)
    done = threading.Event()
    started: list[threading.Thread] = []
    try:
        for _ in range(decoys.threads):
            thread = threading.Thread(target=done.wait)
            thread.start()
            started.append(thread)
    except RuntimeError:  # "can't start new thread"
        return False
    finally:
        done.set()
        for thread in started:
            thread.join()
    return True


def _write(files: int, size: int) -> None:
    paths = [Path(f"written{number}") for number in range(files)]
    try:
        for path in paths:
            path.write_bytes(bytes(size))
        time.sleep(1)  # where the grader watches this limit itself, it looks now and then
    finally:
        for path in paths:
            path.unlink(missing_ok=True)


def _raise_limits(_: Decoys) -> bool:
    import resource

    def lift(which: int) -> bool:
        now, most = resource.getrlimit(which)
        try:
            resource.setrlimit(which, (now, most + 1))
        except ValueError:  # "not allowed to raise maximum limit"
            return False
        return most != resource.RLIM_INFINITY

    return _any(lift, [resource.RLIMIT_NOFILE, resource.RLIMIT_CPU, resource.RLIMIT_AS])


def _mount(_: Decoys) -> None:
    Path("mounted").mkdir()
    _call("mount", b"none", b"mounted", b"tmpfs", 0, None)
    _call("umount", b"mounted")


def _other_user(decoys: Decoys) -> None:
    before = os.geteuid()
    os.seteuid(decoys.other_user)
    os.seteuid(before)


TRIALS: dict[str, dict[str, Callable[[Decoys], object]]] = {
    "read the answers": {
        "open a file that all may read": lambda decoys: _holds(decoys, decoys.secret),
        "open it through a link": lambda decoys: _linked(decoys, os.symlink),
        "open it by a second name": lambda decoys: _linked(decoys, os.link),
        "open it through a process": _through_process,
        "list its folder": lambda decoys: _listed(Path(decoys.secret).parent),
        "read what lies beside the student's part": _beside,
        "learn that a file is there": lambda decoys: Path(decoys.secret).stat(),
        "learn when a file is used": _watch,
    },
    "reach the network": {
        "connect by TCP": lambda decoys: _connect(socket.AF_INET, ("127.0.0.1", decoys.tcp)),
        "send by UDP": _send,
        "reach a local service": lambda decoys: _connect(socket.AF_UNIX, decoys.service),
        "reach a service without a file": lambda decoys: _connect(
            socket.AF_UNIX, "\0" + decoys.name
        ),
    },
    "signal, trace or read the grader": {
        "use another channel than its own": _channels,  # first: the others open some
        "send it a signal": _signal,
        "have the kernel signal it": _own,
        "trace it": _trace,
        "read its memory": _memory,
        "read its environment": _environment,
        "read its command line": lambda decoys: _any(_is_there, _files(decoys, "cmdline")),
        "list its open files": lambda decoys: _any(_listed, _files(decoys, "fd")),
        "take one of its open files": lambda decoys: _any(_take, _processes(decoys)),
        "change its limits": lambda decoys: _any(_limit, _processes(decoys)),
    },
    "start programs": {
        "start a process": _fork,
        "start a process by a newer call": lambda _: _reaches(
            lambda: _call("syscall", _CLONE3, None, 0)
        ),
        "start a program of the system": lambda decoys: _any(_program, decoys.programs),
        "start a program it wrote": _own_program,
    },
    "write outside its folder": {
        "make a file in a folder open to all": lambda decoys: _make(
            Path(decoys.folder, decoys.name)
        ),
        "change a file open to all": lambda decoys: Path(decoys.file).open("r+b").close(),
        "remove a file": lambda decoys: Path(decoys.victim).unlink(),
        "change the libraries": lambda decoys: _any(
            lambda folder: _make(Path(folder, decoys.name)), decoys.libraries
        ),
        "change the student's part": lambda decoys: _make(Path(decoys.support, decoys.name)),
        "change who may use a file": _change_mode,
    },
    "see the machine": {
        "the folder for passing files": _passing,
        "its name": lambda decoys: socket.gethostname() == decoys.host,
        "other processes": _other_processes,
        "its connections": _connections,
    },
    "outlive the grading": {
        "leave a process": _leave_process,
        "leave a file": _leave_file,
        "leave shared memory": _leave_memory,
    },
    "take all memory, files or threads": {
        "more memory than its limit": lambda decoys: bytearray(decoys.memory),
        "more address space than its limit": lambda decoys: mmap.mmap(
            -1, decoys.address_space
        ).close(),
        "memory that no limit counts": lambda _: os.close(os.memfd_create("trial")),
        "more open files than its limit": _open_files,
        "more threads than its limit": _threads,
    },
    "fill the disk": {
        "write a file above its limit": lambda decoys: _write(1, decoys.file_size),
        "write more than its limit in all": lambda decoys: _write(decoys.scratch_mb, 1 << 20),
        "write more files than its limit": lambda decoys: _write(decoys.scratch_files, 0),
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
"""For each threat, its trials by title. Trials that change the child itself come last."""

SIGHTS = {
    "learn that a file is there", "learn when a file is used", "read its command line",
    "change who may use a file", "its name", "other processes", "its connections",
    "more threads than its limit",
}  # fmt: skip
"""The trials that may succeed at level ``strong``, since they give no answer away."""
