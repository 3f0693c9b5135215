"""What the kernel keeps for all processes together: a child can neither leave a sign there nor see one."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator

import pytest

from grader.protocol.limits import Limits
from grader.protocol.observations import Returned
from grader.protocol.probes import Call
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the calls are Linux's")
# Where there is a world of its own, and where the filter and Landlock are all there is.
WORLDS = {"private": (), "shared": ("world", "namespaces", "scratch", "user")}
HEAD = """
import ctypes, errno, fcntl, mmap, os, resource, socket, struct, tempfile, threading, time
import numpy
FILE = numpy.__file__
LIBC = ctypes.CDLL(None, use_errno=True)
NUMBER = 0 if os.uname().machine == "x86_64" else 1
def call(numbers, *arguments):
    given = [ctypes.c_long(a) if isinstance(a, int) else a for a in arguments]
    result = LIBC.syscall(ctypes.c_long(numbers[NUMBER]), *given)
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return result
def room(size=4096):
    return ctypes.create_string_buffer(size)
def opened():
    return os.open(FILE, os.O_RDONLY)
def mapped(size=4096):
    LIBC.mmap.restype = ctypes.c_void_p
    return LIBC.mmap(None, ctypes.c_size_t(size), 1, 1, opened(), ctypes.c_long(0))
"""
# What would be a sign, or show one. Each ends with an error.
REFUSED = {
    "which pages of a file are in memory": "call((27, 232), mapped(), 4096, room())",
    "how many pages of a file are in memory": "call((451, 451), opened(), room(), room(), 0)",
    "reading what is in memory alone": "os.preadv(opened(), [bytearray(1)], 0, os.RWF_NOWAIT)",
    "reading so in other words": "call((327, 286), opened(), room(), 1, 0, 0, 8)",
    "reading so in the background": "call((206, 0), 8, room())",
    "opening what is in memory alone": "call((437, 437), -100, FILE.encode(), struct.pack('QQQ', 0, 0, 0x20), 24)",
    "to be told of openings": "call((294, 26), 0)",
    "to be told of openings, in another way": "call((300, 262), 0, 0)",
    "to be told of a folder's changes": "fcntl.fcntl(os.open(os.path.dirname(FILE), os.O_RDONLY), 1026, 0x20)",
    "to be asked before others write": "fcntl.fcntl(opened(), 1024, fcntl.F_RDLCK)",
    "whether others may write": "fcntl.fcntl(opened(), 1025)",
    "how long a file will be needed": "fcntl.fcntl(opened(), 1036, struct.pack('Q', 5))",
    "larger pipes than others have": "fcntl.fcntl(os.pipe()[1], 1031, 1 << 20)",
    "how much memory is free": "call((99, 179), room())",
    "how much memory is free, as a file": "open('/proc/meminfo').read()",
    "how busy the machine is": "os.getloadavg()",
    "how long processors were idle": "open('/proc/stat').read()",
    "how fast a processor runs": "os.listdir('/sys/devices/system/cpu/cpu0')",
    "who else maps these pages": "open('/proc/self/smaps').read()",
    "who else maps these pages, in bits": "open('/proc/self/pagemap', 'rb').read(8)",
    "memory that is compared with that of others": "LIBC.prctl(67, 1, 0, 0, 0) == 0 or refused()",
    "large pages, of which there are few": "mmap.mmap(-1, 2 << 20, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x40000)",
    "a number that is counted for all sockets": "socket.socketpair()[0].getsockopt(socket.SOL_SOCKET, 57, 8)",
    "descriptors in flight": "socket.send_fds(socket.socketpair()[0], [b'1'], [0])",
    "processor time of others": "[time.clock_gettime(~n << 3 | 2) for n in range(3, 3000)]",
    "priorities of others": "[os.getpriority(os.PRIO_PROCESS, n) for n in range(3, 3000)]",
    "priorities of a user's others": "call((252, 31), 3, os.getuid())",
    "others' kind of priority": "[os.sched_getscheduler(n) for n in range(3, 3000)]",
    "groups of others": "[os.getpgid(n) for n in range(3, 3000)]",
    "locks of others": "[call((274, 100), n, room(), room()) for n in range(3, 3000)]",
    "keys": "call((248, 217), b'user', b'name', b'value', 5, -4)",
    "queues of messages": "call((68, 186), 7, 0o1666)",
    "queues with names": "call((240, 180), b'name', 0o102, 0o600, None)",
    "attributes taken from a file": "call((199, 16), opened(), b'user.name')",
    "marks of a file": "fcntl.ioctl(opened(), 0x40086602, struct.pack('i', 0x40))",
    "a file that nobody can change any more": "fcntl.ioctl(opened(), 0x40806685, bytes(128))",
}
# What seems to succeed, and leaves and says nothing: the answer is True.
PRETENDED = {
    "a lock is had by everybody": """
        first, second = opened(), opened()
        fcntl.flock(first, fcntl.LOCK_EX); fcntl.flock(second, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True""",
    "a lock of a part is had by everybody": """
        first, second = opened(), opened()
        whole = struct.pack('hhqqi4x', fcntl.F_RDLCK, 0, 0, 0, 0)
        [fcntl.fcntl(fd, command, whole) for fd in (first, second) for command in (6, 7, 37, 38)]
        found = fcntl.fcntl(first, fcntl.F_GETLK, struct.pack('hhqqi4x', fcntl.F_WRLCK, 0, 0, 0, 0))
        return struct.unpack('hhqqi4x', found)[0] == fcntl.F_UNLCK""",
    "nothing is put out of memory": """
        page = mapped()
        os.posix_fadvise(opened(), 0, 0, os.POSIX_FADV_DONTNEED)
        return [call((28, 233), page, 4096, advice) for advice in (12, 20, 21)] == [0, 0, 0]""",
    "nobody is woken at a library's page": """
        page, woken = mapped(), []
        value = ctypes.c_uint.from_address(page).value
        wait = lambda: LIBC.syscall(ctypes.c_long((202, 98)[NUMBER]), ctypes.c_void_p(page), 0, value, None, None, 0)
        thread = threading.Thread(target=wait)
        thread.start(); thread.join(5)
        return not thread.is_alive() and call((202, 98), ctypes.c_void_p(page), 1, 9) == 0""",
    "no file says when it was read": """
        before = os.stat(FILE).st_atime_ns
        open(FILE).read()
        return before == os.stat(FILE).st_atime_ns""",
}
# What depends on namespaces, so that it can be promised in a world of its own alone.
OF_A_WORLD = {
    "processes are counted from one": "return os.getpid() == 2",
    "threads are counted by themselves": """
        def number():
            thread = threading.Thread(target=int); thread.start(); thread.join()
            return thread.native_id
        first, *_, last = [number() for _ in range(50)]
        return last - first == 49""",
    "no number is that of another": """
        return [n for n in range(3, 5000) if os.path.exists(f'/proc/{n}') and n != threading.get_native_id()] == []""",
    "a semaphore that two threads want": """
        import multiprocessing
        lock, count = multiprocessing.Lock(), []
        def work():
            for _ in range(200):
                with lock: count.append(1)
        threads = [threading.Thread(target=work) for _ in range(4)]
        [t.start() for t in threads]; [t.join() for t in threads]
        return len(count) == 800""",
    "a pool of threads": """
        from multiprocessing.pool import ThreadPool
        with ThreadPool(4) as pool: return pool.map(abs, [-1, -2]) == [1, 2]""",
}
# What libraries need all the same.
WORKING = {
    "a database": """
        import sqlite3
        with sqlite3.connect('data.db') as base:
            base.execute('create table t (n)'); base.execute('insert into t values (7)')
        with sqlite3.connect('data.db') as other:
            return other.execute('select n from t').fetchone() == (7,)""",
    "arrays in a file": """
        h5py = __import__('h5py')
        with h5py.File('a.h5', 'w') as file: file['x'] = [1, 2]
        with h5py.File('a.h5', 'r') as file: return bool(file['x'][1] == 2)""",
    "packed files in a passing folder": """
        import zipfile
        with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile(dir=folder) as file:
            with zipfile.ZipFile(file, 'w') as packed: packed.writestr('a', 'b')
            return zipfile.ZipFile(file.name).read('a') == b'b'""",
    "a loop of events": """
        import asyncio
        async def late(): await asyncio.sleep(0.01); return await asyncio.to_thread(int, '7')
        return asyncio.run(late()) == 7""",
    "what time it took": "return time.process_time() >= 0 and time.thread_time() >= 0 and resource.getrusage(0)[0] >= 0",
    "how many processors there are": "return os.cpu_count() > 0 and len(os.sched_getaffinity(0)) > 0",
}


def _refused(attempt: str) -> str:
    """The body of a function that is true if the attempt ends with an error of the system."""
    return f"""
        def refused(): raise OSError(1, 'refused')
        try: {attempt}
        except OSError: return True
        return False"""


CASES = {
    **{name: (body, tuple(WORLDS)) for name, body in {**PRETENDED, **WORKING}.items()},
    **{name: (body, ("private",)) for name, body in OF_A_WORLD.items()},
    **{name: (_refused(attempt), tuple(WORLDS)) for name, attempt in REFUSED.items()},
}


@pytest.fixture(scope="module", params=WORLDS)
def child(request: pytest.FixtureRequest) -> Iterator[tuple[str, Session, set[str]]]:
    """A locked child that knows all functions, one for each case."""
    functions = [
        f"def f{number}():\n{textwrap.indent(textwrap.dedent(body).strip(), '    ')}\n"
        for number, (body, _) in enumerate(CASES.values())
    ]
    limits = Limits(probe_seconds=30)
    with (
        Zygotes(without=WORLDS[request.param]) as zygotes,
        Session(
            SubmissionProgram(((1, HEAD + "".join(functions)),)), zygotes, limits, {}
        ) as session,
    ):
        session.open()
        assert {} == session.trouble
        yield request.param, session, set(session.layers)


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_shared(name: str, child: tuple[str, Session, set[str]]) -> None:
    """What would carry a sign to a neighbour is refused or pretended; what libraries need works."""
    world, session, layers = child
    if world not in CASES[name][1]:
        pytest.skip("cannot be had without a world of its own")
    needed = {"seccomp", "landlock"} | ({"world", "namespaces"} if world == "private" else set())
    if not needed <= layers:
        pytest.skip(f"there is no {', '.join(sorted(needed - layers))} here")
    seen = session.observe(Call(f"f{list(CASES).index(name)}", (), ()))
    assert Returned((True,)) == seen.outcome
