"""The layers of the lock-down, each by itself: what it prevents is possible without it."""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from grader.linux import seccomp, system_calls
from grader.protocol.layers import LAYERS, LEVELS, lacking, level
from grader.protocol.limits import Limits
from grader.protocol.observations import Raised, Returned
from grader.protocol.probes import Call
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")
LIMITS = Limits(probe_seconds=20, processes=40, scratch_mb=4, open_files=64)
F = Call("f", (), ())
BASE = ("process",)

# For each layer, something that it alone prevents: an error if it does, else an answer of True.
PREVENTED = {
    "descriptors": """
        import os
        kept = [fd for fd in range(3, 60) if fd not in (0, 1, 2) and is_open(fd)]
        sockets = [fd for fd in kept if stat.S_ISSOCK(os.fstat(fd).st_mode)]
        return len(sockets) > 1 or denied()
    """,
    "environment": """
        return 'OMP_NUM_THREADS' in os.environ or denied()
    """,
    "world": """
        # No right is needed to ask for a file's size and age.
        return os.stat(OURS).st_size > 0
    """,
    "namespaces": """
        return os.uname().nodename != 'sandbox' or denied()
    """,
    "scratch": """
        for number in range(8):
            with open(f'file{number}', 'wb') as file:
                os.posix_fallocate(file.fileno(), 0, 1 << 20)
        return True
    """,
    "rlimits": """
        held = [os.open('/dev/null', os.O_RDONLY) for _ in range(100)]
        return True
    """,
    "user": """
        # The kernel counts the threads of every user but root.
        import threading
        stop = threading.Event()
        try:
            for _ in range(60):
                threading.Thread(target=stop.wait).start()
        finally:
            stop.set()
        return True
    """,
    "privileges": """
        status = open('/proc/self/status').read()
        return 'NoNewPrivs:\\t0' in status or denied()
    """,
    "landlock": """
        return 'tmpfs' in open('/proc/self/mounts').read()
    """,
    "seccomp": """
        return bool(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
    """,
}
ROOT = Path(__file__).resolve().parents[1]
HEAD = f"""
import os, socket, stat
OURS = {str(ROOT / "setup.cfg")!r}
def denied(): raise PermissionError('prevented')
def is_open(fd):
    try: os.fstat(fd)
    except OSError: return False
    return True
def f():
"""


def run(body: str, without: tuple[str, ...] = (), limits: Limits = LIMITS) -> tuple[Any, set[str]]:
    """The outcome of a function with this body in a locked child, and the layers it had."""
    lines = [line.removeprefix("    ") for line in body.splitlines()]
    program = SubmissionProgram(((1, HEAD + "\n".join(lines)),), modules=())
    with (
        Zygotes(without=without) as zygotes,
        Session(program, zygotes, limits, {}) as session,
    ):
        seen = session.observe(F)
        return seen.outcome, set(session.layers)


@pytest.fixture(scope="module")
def here() -> set[str]:
    """The layers that can be had here."""
    return run("        return True")[1]


@pytest.mark.parametrize("layer", PREVENTED)
def test_each_layer_prevents_something_by_itself(layer: str, here: set[str]) -> None:
    """With all layers it fails; with all but this one it does not."""
    if layer not in here:
        pytest.skip(f"the layer {layer} cannot be had here")
    outcome, layers = run(PREVENTED[layer])
    assert isinstance(outcome, Raised), outcome
    assert layer in layers
    # Without no_new_privs an ordinary process may neither use Landlock nor filter its calls.
    without = (layer, "landlock", "seccomp") if layer == "privileges" else (layer,)
    outcome, layers = run(PREVENTED[layer], without)
    assert Returned((True,)) == outcome
    assert layer not in layers


def test_every_layer_has_its_proof() -> None:
    """A new layer needs a new line above; that there is a process is proved everywhere."""
    assert set(LAYERS) == {*PREVENTED, *BASE}


def test_the_level_counts_the_walls_before_the_answers() -> None:
    """Strong needs every layer that must be and a wall; full both walls and the rest."""
    every = set(LAYERS)
    assert "full" == level(every)
    assert "full" == level(every - {"user"})
    assert "strong" == level(every - {"world"}) == level(every - {"landlock"})
    assert "strong" == level(every - {"namespaces", "scratch"})
    assert "weak" == level(every - {"world", "landlock"})
    for must in ("seccomp", "privileges", "descriptors", "environment"):
        assert "weak" == level(every - {must})
    assert "none" == level(every - {"rlimits"})
    assert "none" == level(())
    assert ("none", "weak", "strong", "full") == LEVELS
    assert ("seccomp",) == lacking(every - {"seccomp"})


def test_the_numbers_of_system_calls_are_the_systems() -> None:
    """The table of numbers agrees with the kernel's headers, where these are installed."""
    headers = (
        *Path("/usr/include").glob("**/asm/unistd_64.h"),
        Path("/usr/include/asm-generic/unistd.h"),
    )
    if len(headers) != 2 or not headers[1].exists():
        pytest.skip("no headers of the kernel here")
    defined = re.compile(r"#define __NR(?:3264)?_(\w+)\s+(\d+)\s*$", re.MULTILINE)
    for column, header in enumerate(headers):
        known = dict(defined.findall(header.read_text(encoding="utf-8")))
        known.pop("syscalls", None)  # how many there are is no call
        newest = max(map(int, known.values()))  # that these headers know
        for name, row in system_calls.NUMBERS.items():
            number = row[column]
            if name not in known and number is not None and number > newest:
                continue
            assert number == (int(known[name]) if name in known else None), name


def interpret(program: bytes, number: int, architecture: int, arguments: tuple[int, ...]) -> int:
    """What the kernel's machine answers for a call, by bpf(4); the instructions we use alone."""
    code = [
        (int.from_bytes(program[i : i + 2], "little"), program[i + 2], program[i + 3],
         int.from_bytes(program[i + 4 : i + 8], "little"))
        for i in range(0, len(program), 8)
    ]  # fmt: skip
    data = {0: number, 4: architecture}
    for place, argument in enumerate(arguments):
        data[16 + 8 * place] = argument & 0xFFFFFFFF
    held, at = 0, 0
    while True:
        what, if_true, if_false, value = code[at]
        at += 1
        if what == 0x20:
            held = data.get(value, 0)
        elif what == 0x54:
            held &= value
        elif what == 0x15:
            at += if_true if held == value else if_false
        elif what == 0x25:
            at += if_true if held > value else if_false
        else:
            assert what == 0x06
            return value


@pytest.mark.parametrize("machine", system_calls.MACHINES)
def test_the_filter_answers_as_it_is_told_on_every_machine(machine: str) -> None:
    """Refused, allowed by an argument, absent, unknown and foreign calls, on each architecture."""
    column = system_calls.MACHINES.index(machine)
    arch = system_calls.ARCHITECTURES[column]
    rules = (
        seccomp.Only("kill", 0, (7,)),
        seccomp.Only("ioctl", 1, (3, 5, 9), mask=0xF, answer=25),
        seccomp.Never("fcntl", 1, (8, 10)),
        seccomp.Never("futex", 1, (0, 9), mask=0xFF, answer=11),
        seccomp.Never("futex", 2, (4,), answer=0),
    )
    program = seccomp.program(machine, ["execve"], rules, ["clone3"], ["flock"])
    allow, refuse, absent, kill, pretend = (
        0x7FFF0000,
        0x00050001,
        0x00050026,
        0x80000000,
        0x00050000,
    )

    def ask(name: str | int, *arguments: int, architecture: int = arch) -> int:
        number = name if isinstance(name, int) else system_calls.NUMBERS[name][column]
        assert number is not None
        return interpret(program, number, architecture, arguments)

    assert refuse == ask("execve")
    assert absent == ask("clone3")
    assert allow == ask("kill", 7)
    assert refuse == ask("kill", 8)
    assert refuse == ask("kill", -7)
    assert allow == ask("fcntl", 3, 1)
    assert refuse == ask("fcntl", 3, 8) == ask("fcntl", 3, 10)
    assert allow == ask("ioctl", 1, 3) == ask("ioctl", 1, 5) == ask("ioctl", 1, 9 | 0x30)
    assert 0x00050019 == ask("ioctl", 1, 4) == ask("ioctl", 5, 0)
    assert 0x0005000B == ask("futex", 1, 9) == ask("futex", 1, 0x100)
    assert allow == ask("futex", 1, 0x80) == ask("futex", 1, 1)
    assert pretend == ask("flock", 3, 2) == ask("futex", 1, 1, 4)
    assert allow == ask("prctl", 1)
    assert absent == ask(system_calls.NEWEST + 1) == ask(0x40000000 + 59)
    assert kill == ask("execve", architecture=1)


def test_a_machine_we_do_not_know_has_no_filter() -> None:
    """Where the numbers are not known the layer is not there, and nobody is told it is."""
    with pytest.raises(OSError, match="riscv"):
        seccomp.program("riscv64", [], [], [])


def test_other_processes_are_kept_out_of_the_grader() -> None:
    """From the moment it holds private cases, the grader is not dumpable; see PR_GET_DUMPABLE."""
    code = (
        "from pathlib import Path\nfrom grader.assignment import loading\n"
        "from grader.grading.grader import Grader\nfrom grader.linux import kernel\n"
        "suite = loading.load_assignment(Path.cwd())\n"
        "before = kernel.call('prctl', 3, 0, 0, 0, 0)\n"
        "with Grader(suite): print(suite.has_private, before, kernel.call('prctl', 3, 0, 0, 0, 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    private, before, after = done.stdout.split()
    assert "1" == before
    assert after == ("0" if private == "True" else "1")


def test_other_processes_are_kept_out_of_the_warm_one() -> None:
    """The zygote is not dumpable, and a child that keeps its user inherits that."""
    body = """
        import ctypes
        return ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)
    """
    assert Returned((0,)) == run(body, ("user",))[0]


def test_this_machine_is_known() -> None:
    """Where these tests run the filter can be made."""
    assert platform.machine() in system_calls.MACHINES


def test_root_of_a_namespace_with_one_user_can_grade() -> None:
    """Where root is the only user, as with Apptainer's fakeroot, the layer of a user is left out."""
    one_user = ["unshare", "--user", "--map-root-user"]
    can = (
        shutil.which("unshare") and not subprocess.run([*one_user, "true"], check=False).returncode
    )
    if not can:
        pytest.skip("no user namespaces here")
    command = [*one_user, sys.executable, "-m", "grader", "doctor"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert 0 == done.returncode, done.stderr
    assert "Missing: user" in done.stdout
