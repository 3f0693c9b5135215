"""The sandbox: whatever a submission does, the grader notes it and goes on."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import msgspec
import numpy as np
import pytest

from grader.grading.grader import Grader
from grader.protocol.limits import Limits
from grader.protocol.observations import (
    Died,
    Exceeded,
    Garbled,
    Missing,
    NotAsked,
    Observation,
    Raised,
    Returned,
    TimedOut,
)
from grader.protocol.probes import Call, StandIn
from grader.protocol.values import Items, array
from grader.sandbox import launch
from grader.sandbox.channel import Channel
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.sandbox_error import SandboxError
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes
from grader.submissions.reading import of_sources
from grader.suite import Suite

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
PROJECT = Path(__file__).resolve().parents[1]
LIMITS = Limits(cell_seconds=5.0, probe_seconds=5.0, total_seconds=60.0)
F = Call("f", (), ())


@pytest.fixture(scope="module")
def warm() -> Iterator[Zygotes]:
    """One set of warm processes for all tests here."""
    with Zygotes() as zygotes:
        yield zygotes


@pytest.fixture
def session(warm: Zygotes) -> Iterator[Callable[..., Session]]:
    """Opens sessions on cells, and closes them at the end."""
    opened: list[Session] = []

    def start(
        *cells: str,
        limits: Limits = LIMITS,
        stand_ins: Mapping[str, Callable[..., Any]] | None = None,
        zygotes: Zygotes = warm,
        **more: Any,
    ) -> Session:
        program = SubmissionProgram(tuple(enumerate(cells, 1)), **more)
        opened.append(Session(program, zygotes, limits, stand_ins or {}))
        return opened[-1]

    yield start
    for session in opened:
        session.close()


def value(seen: Observation) -> Any:
    """The one value that came back."""
    assert isinstance(seen.outcome, Returned), seen.outcome
    (only,) = seen.outcome.values
    if isinstance(only, Items):
        return [value.values if isinstance(value, Items) else value for value in only.values]
    return only


def children() -> list[int]:
    """The processes that this one has started."""
    task = Path(f"/proc/{os.getpid()}/task")
    return [int(pid) for path in task.iterdir() for pid in (path / "children").read_text().split()]


def alive(marker: str) -> list[str]:
    """The processes whose command line holds the marker."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if marker.encode() in (folder / "cmdline").read_bytes():
                found.append(folder.name)
        except OSError:
            continue
    return found


def test_cells_run_and_probes_are_answered(session: Any) -> None:
    """Cells run in order in one namespace; a probe calls a function of it."""
    one = session("import numpy as np\nk = 2", "def f(a):\n    print('hi')\n    return k * a")
    seen = one.observe(Call("f", ("a",), (array([1.0, 2.0]),)))
    assert [2.0, 4.0] == value(seen).numpy().tolist()
    assert "hi\n" == seen.printed
    assert {} == one.trouble
    near = session("def my_dens(): pass").observe(Call("my_dense", (), ()))
    assert Missing("function", near=("my_dens",)) == near.outcome


def test_a_cell_that_fails_is_noted_and_the_next_one_runs(session: Any) -> None:
    """An error in a cell is known with its line; what it did before stays done."""
    one = session("k = 3\nk / 0\nk = 4", "def f(): return k", "import sys; sys.exit(0)")
    assert 3 == value(one.observe(F))
    assert {1, 3} == set(one.trouble)
    assert Raised("ZeroDivisionError", "division by zero", 1, 2, "k / 0") == one.trouble[1]
    assert "SystemExit" == one.trouble[3].kind


def test_an_exception_is_an_answer(session: Any) -> None:
    """An exception comes back with the learner's own innermost line and no frame of ours."""
    one = session("def g():\n    return [][1]\ndef f():\n    return g()")
    expected = Raised("IndexError", "list index out of range", 1, 2, "return [][1]")
    assert expected == one.observe(F).outcome


def test_a_flood_of_output_is_cut(session: Any) -> None:
    """Printed text is kept up to its limit, and marked where it was cut."""
    one = session(
        "def f():\n    for _ in range(3000): print('x' * 999)", limits=Limits(output_kb=1)
    )
    printed = one.observe(F).printed
    assert 1024 == printed.count("x") + printed.count("\n") - 1
    assert printed.endswith("[...]")


def test_text_that_is_no_unicode_comes_back(session: Any) -> None:
    """Half a surrogate pair, printed, returned or raised, costs nobody the process."""
    one = session(
        "print('\\ud800')",
        "def f():\n    print('\\ud800')\n    return '\\ud800'\n"
        "def g():\n    raise ValueError('\\ud800')",
    )
    seen = one.observe(F)
    assert ("?", "?\n") == (value(seen), seen.printed)
    assert "?" == one.observe(Call("g", (), ())).outcome.message
    assert {} == one.trouble


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("import os; os._exit(0)", "exit code 0"),
        ("import os; os._exit(7)", "exit code 7"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "SIGSEGV"),
        ("import ctypes; ctypes.string_at(0)", "SIGSEGV"),
    ],
)
def test_a_child_that_dies_is_told_with_how(session: Any, code: str, how: str) -> None:
    """The end of the process is an observation, and the next probe is answered by a fresh one."""
    one = session(f"def f():\n    {code}\ndef g(): return 1")
    seen = one.observe(F).outcome
    assert isinstance(seen, Died)
    assert how in seen.how
    assert 1 == value(one.observe(Call("g", (), ())))


def test_a_cell_that_kills_the_child_is_left_out(session: Any) -> None:
    """A cell that ends the process is noted, and the others run again without it."""
    one = session("def f(): return 1", "import os; os._exit(0)", "k = 1")
    assert 1 == value(one.observe(F))
    assert {2: Died("exit code 0")} == one.trouble


def test_no_answer_is_a_time_out_and_the_next_probe_works(session: Any) -> None:
    """A probe without an end is given up, whatever the child catches, and a fresh child asked."""
    code = (
        "import signal\nfor s in (2, 15): signal.signal(s, signal.SIG_IGN)\n"
        "def f():\n    while True:\n        try:\n            while True: pass\n"
        "        except BaseException: pass\ndef g(): return 1"
    )
    one = session(code, limits=Limits(probe_seconds=1.0))
    assert TimedOut(1.0) == one.observe(F).outcome
    assert 1 == value(one.observe(Call("g", (), ())))


def test_a_cell_without_end_is_left_out(session: Any) -> None:
    """A cell that does not end is noted, and the others run again without it."""
    one = session("def f(): return 1", "while True: pass", limits=Limits(cell_seconds=1.0))
    assert 1 == value(one.observe(F))
    assert {2: TimedOut(1.0)} == one.trouble


def test_all_the_time_used_up_is_no_answer(session: Any) -> None:
    """When the time for the whole is over, the questions left are not put."""
    one = session(
        "import time", "def f(): time.sleep(9)", limits=Limits(total_seconds=0.5, probe_seconds=5)
    )
    assert Exceeded("used up the time for the whole notebook, 0.5 s,") == one.observe(F).outcome
    assert isinstance(one.observe(F).outcome, NotAsked)


FORGE = """
import os, struct
RETURNED = {returned}
def frame(payload): return struct.pack(">I", len(payload)) + payload
def f():
    for fd in range(256):
        for _ in range({times}):
            try: os.write(fd, {payload})
            except OSError: break
    return 1
def g(): return 2
"""


def forged(number: int) -> bytes:
    """An answer that says 99, to a question of this number."""
    import msgspec

    from grader.protocol.messages import Answer

    return msgspec.msgpack.encode(Answer(number, Returned((99,))))


@pytest.mark.parametrize(
    ("payload", "times"),
    [
        ("frame(RETURNED)", 1),
        ("frame(RETURNED)", 200),
        ("b'garbage' * 10", 1),
        ("b'\\xff\\xff\\xff\\xff' + b'x' * 100", 1),
        ("struct.pack('>I', 2**31) + b'x'", 1),
        ("frame(b'\\x80')", 1),
        ("frame(b'cos\\nsystem\\n(S\"true\"\\ntR.')", 1),
        ("frame(b'\\x91' * 5000)", 1),
        ("frame(b'')", 1),
        ("b'\\0\\0\\0'", 1),
    ],
    ids=[
        "forged",
        "flood",
        "garbage",
        "length",
        "2 GB",
        "empty map",
        "pickle",
        "deep",
        "empty",
        "cut",
    ],
)
def test_forged_answers_have_no_effect(session: Any, payload: str, times: int) -> None:
    """What a child writes on any descriptor is discarded or ends it; the grader goes on."""
    code = FORGE.format(returned=forged(12345), payload=payload, times=times)
    one = session(code, limits=Limits(probe_seconds=1.0))
    seen = one.observe(F).outcome
    if isinstance(seen, Returned):
        assert (1,) == seen.values
    else:
        assert isinstance(seen, Garbled | TimedOut)
    after = one.observe(Call("g", (), ())).outcome
    assert Returned((2,)) == after


def test_a_giant_answer_is_named_and_not_carried(session: Any) -> None:
    """An array beyond the limit of one answer comes back as its size alone."""
    one = session(
        "import numpy as np\ndef f(): return np.zeros(1 << 20)", limits=Limits(frame_mb=1)
    )
    assert "too large" in value(one.observe(F)).reason


@linux
@pytest.mark.parametrize("way", ["in a cell", "in an answer", "at a time-out"])
def test_nothing_outlives_the_session(session: Any, way: str) -> None:
    """A child's own children, a daemon in a session of its own included, end with it."""
    marker = uuid.uuid4().hex
    start = (
        "import os, subprocess, sys, time\n"
        "def start():\n"
        f"    command = [sys.executable, '-c', 'import time; time.sleep(600)', '{marker}']\n"
        "    try: subprocess.Popen(command)\n"
        "    except OSError: return\n"
        "    if os.fork() == 0:\n"
        "        os.setsid()\n"
        "        if os.fork() == 0:\n"
        "            os.execv(sys.executable, command)\n"
        "        os._exit(0)\n"
        "    os.wait()\n"
        "    time.sleep(0.2)\n"
    )
    body = {
        "in a cell": "1",
        "in an answer": "start()",
        "at a time-out": "start() or time.sleep(9)",
    }
    cells = (start, "start()" if way == "in a cell" else "", f"def f():\n    return {body[way]}")
    one = session(*cells, limits=Limits(probe_seconds=0.8))
    one.observe(F)
    one.close()
    ends = time.monotonic() + 5  # a killed process may be in the list for a moment
    while alive(marker) and time.monotonic() < ends:
        time.sleep(0.02)
    assert [] == alive(marker)


def test_the_scratch_folder_is_its_own_and_goes_away(
    session: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The child works in a new folder that nobody else sees, and the folder is gone with it.

    Where it has a file system of its own there is nothing outside that a killed grader could leave.
    """
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    code = "import os, tempfile\ndef f():\n    open('x', 'a').write('1')\n"
    code += (
        "    return [os.getcwd(), tempfile.gettempdir(), os.path.expanduser('~'), open('x').read()]"
    )
    for left_out in ((), ("world", "namespaces", "scratch")):
        before = set(Path(tempfile.gettempdir()).glob("grader-*"))
        with Zygotes(without=left_out) as zygotes:
            one, other = session(code, zygotes=zygotes), session(code, zygotes=zygotes)
            here, temporary, home, content = value(one.observe(F))
            assert here == temporary == home
            assert "1" == content == value(other.observe(F))[3]
            made = set(Path(tempfile.gettempdir()).glob("grader-*")) - before
            assert bool(made) == ("world" not in one.layers)
            one.close()
            other.close()
        assert before == set(Path(tempfile.gettempdir()).glob("grader-*"))


@linux
def test_nothing_of_the_grader_is_in_reach(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Environment, descriptors, command line, modules and path hold nothing of the grader's."""
    monkeypatch.setenv("GRADER_KEY", "secret-of-the-instructor")
    monkeypatch.setenv("SECRET_TOKEN", "secret-token")
    code = """
import os, sys
def environment(): return repr(dict(os.environ))
def descriptors():
    found = []
    for fd in os.listdir('/proc/self/fd'):
        try: found.append(os.readlink('/proc/self/fd/' + fd))
        except OSError: pass
    return found
def command(): return open('/proc/self/cmdline').read()
def path(): return sys.path
def modules(): return sorted(name for name in sys.modules if name.split('.')[0] in
                             ('grader', 'solutions', 'public_tests', 'tests', 'pytest'))
"""
    with Zygotes() as fresh:
        one = session(code, zygotes=fresh)
        answers = {
            name: value(one.observe(Call(name, (), ())))
            for name in ("environment", "descriptors", "command", "path", "modules")
        }
        one.close()
    assert "secret" not in answers["environment"].lower()
    assert "GRADER" not in answers["environment"]
    kinds = sorted(target.partition(":")[0] for target in answers["descriptors"])
    assert ["/dev/null"] * 3 + ["socket"] == [kind for kind in kinds if "/proc" not in kind]
    assert "secret" not in answers["command"]
    assert "solutions" not in answers["command"]
    assert str(PROJECT) not in answers["path"]
    assert "" not in answers["path"]
    parts = {tuple(name.split(".")[:2]) for name in answers["modules"]}
    rooms = ("protocol", "answering", "training", "plain_keras", "child", "linux")
    allowed = {("grader",), *(("grader", room) for room in rooms)}
    assert parts <= allowed


@pytest.mark.parametrize(
    "name", ["solutions", "solutions.reference", "public_tests", "tests", "conftest"]
)
def test_the_instructors_modules_cannot_be_imported(session: Any, name: str) -> None:
    """The project's folder is not on the child's path, so nothing in it is found by name."""
    one = session(f"def f():\n    import {name}")
    assert "ModuleNotFoundError" == one.observe(F).outcome.kind


def test_the_modules_beside_the_notebook_can(session: Any, tmp_path: Path) -> None:
    """Helpers and data of the assignment are there; stubbed modules do nothing at all."""
    (tmp_path / "helpers.py").write_text("k = 5\n")
    (tmp_path / "numbers.npy").write_bytes(b"")
    np.save(tmp_path / "numbers.npy", np.array([1.0]))
    (tmp_path / "checks.py").write_text("raise SystemExit")
    one = session(
        "from helpers import k\nfrom checks import *\nimport checks\nimport numpy as np",
        "test_c1(k); checks.test_c9(k)",
        "def f(): return k",
        support=tmp_path,
        stubbed={"checks": ("test_c1",)},
    )
    assert 5 == value(one.observe(F))
    assert {} == one.trouble


def test_stand_ins_are_answered_by_the_grader(session: Any) -> None:
    """A stand-in's data arguments go to the grader; its number goes through the learner's g."""
    call = Call("f", ("x",), (array([1.0, 2.0]),), stand_ins=(StandIn("h", ("a", "g"), "g"),))
    code = "def h(a, g): return None\ndef f(x): return h(x, lambda z: z + 0.5)"
    one = session(code, stand_ins={"h": lambda a: a * 10})
    seen = one.observe(call)
    assert [10.5, 20.5] == value(seen).numpy().tolist()
    assert ["h"] == [use.name for use in seen.stand_ins]
    assert (array([1.0, 2.0]),) == seen.stand_ins[0].arguments
    assert value(one.observe(Call("f", ("x",), (1,)))) is None


@pytest.mark.parametrize("error", [ValueError, TypeError, IndexError])
def test_a_stand_ins_error_is_the_learners_error(session: Any, error: type[Exception]) -> None:
    """What the instructor's function raises is an error of that kind, in words that are not its."""

    def fails(_: Any) -> Any:
        raise error("affine() in reference.py: it expects 5")

    call = Call("f", ("x",), (array([1.0]),), stand_ins=(StandIn("h", ("a",)),))
    one = session("def f(x):\n    return h(x)", stand_ins={"h": fails})
    seen = one.observe(call).outcome
    words = "h has no answer for these arguments"
    assert (error.__name__, words, 2) == (seen.kind, seen.message, seen.line)


def test_shapes_that_do_not_fit_are_told_in_numpys_words(session: Any) -> None:
    """What NumPy says of the shapes that were passed holds nothing else, and goes through."""
    call = Call("f", ("x",), (array([1.0]),), stand_ins=(StandIn("h", ("a", "b")),))
    code = "import numpy as np\ndef f(x): return h(np.ones((2, 3)), np.ones((4, 5)))"
    for function in (lambda a, b: a @ b, lambda a, b: a + b):
        with pytest.raises(ValueError) as caught:
            function(np.ones((2, 3)), np.ones((4, 5)))
        seen = session(code, stand_ins={"h": function}).observe(call).outcome
        assert str(caught.value).strip() == seen.message.strip()


@pytest.mark.parametrize(
    ("weights", "answered"),
    [
        ("W", True), ("W.T", True), ("W[:, 1:]", True), ("W.astype('float32')", True),
        ("W.tolist()", True), ("W * 2", False), ("W + 1e-3", False), ("W[0, 0] * W", False),
        ("[[1.0, 'a']]", False), ("None", False), ("np.zeros((2, 2))", False),
    ],
)  # fmt: skip
def test_a_stand_in_answers_for_the_questions_own_weights(
    session: Any, weights: str, answered: bool
) -> None:
    """Other weights, and calls that are questions themselves, are for the submission's own function."""
    given = (array([1.0, 2.0]), array([[3.0, 4.0], [5.0, 6.5]]))
    stand_in = StandIn("h", ("a", "W", "g"), "g", weights=("W",))
    call = Call("f", ("a", "W"), given, stand_ins=(stand_in,))
    code = f"import numpy as np\ndef h(a, W, g): return 'own'\ndef f(a, W): return h(a, {weights}, abs)"
    one = session(code, stand_ins={"h": lambda a, W: 7})
    assert (7 if answered else "own") == value(one.observe(call))
    if weights == "W":
        assert "own" == value(one.ask(call, reserved={("h", given)}))


def test_where_no_own_function_is_a_call_fails_as_in_python(session: Any) -> None:
    """Nobody answers a call with other weights if the submission has no function of that name."""
    stand_in = StandIn("h", ("W",), weights=("W",))
    call = Call("f", (), (), stand_ins=(stand_in,))
    seen = session("def f(): return h(2)", stand_ins={"h": lambda W: W}).observe(call).outcome
    assert ("NameError", "name 'h' is not defined") == (seen.kind, seen.message)


def test_a_wrong_call_of_a_stand_in_fails_as_a_function_does(session: Any) -> None:
    """A missing argument is Python's own TypeError, and strange arguments do not cross."""
    call = Call("f", ("x",), (array([1.0]),), stand_ins=(StandIn("h", ("a", "b")),))
    one = session("def f(x): return h(x)", stand_ins={"h": lambda a, b: a})
    assert "missing 1 required positional argument: 'b'" in one.observe(call).outcome.message
    one = session("def f(x): return h(x, {})", stand_ins={"h": lambda a, b: a})
    assert "TypeError" == one.observe(call).outcome.kind


def test_stand_ins_cannot_be_called_without_end(session: Any) -> None:
    """After so many calls in one question a stand-in answers with an error."""
    call = Call("f", (), (), stand_ins=(StandIn("h", ("a",)),))
    code = "def f():\n    for n in range(100): h(n)"
    one = session(code, stand_ins={"h": lambda a: a}, limits=Limits(stand_in_calls=10))
    assert "too many calls" == one.observe(call).outcome.message


def test_the_legacy_mode_does_as_older_libraries_did(session: Any) -> None:
    """In legacy mode an array of one element is taken for a number, and only there."""
    code = (
        "import numpy as np, math\n\n"
        "def f():\n    a = np.zeros(2)\n    a[0] = np.array([1.5])\n"
        "    a[1] = math.exp(np.array([[0.0]]))\n    return a"
    )
    assert [1.5, 1.0] == value(session(code, legacy=True).observe(F)).numpy().tolist()


PROBES = (F, Call("g", ("a",), (array([3.0]),)), Call("absent", (), ()), Call("h", (), ()))
CODE = "def f():\n    print('p')\n    return [1, 'a']\ndef g(a):\n    a += 1\n    return a\ndef h():\n    return 1 / 0"


def test_the_cold_child_observes_the_same(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be forked, a child started on its own gives the same observations."""
    forked = session(CODE, "1 / 0")
    warm_ones = [forked.observe(probe) for probe in PROBES]
    monkeypatch.setattr(launch, "CAN_FORK", False)
    with Zygotes() as none:
        cold = session(CODE, "1 / 0", zygotes=none)
        assert warm_ones == [cold.observe(probe) for probe in PROBES]
        assert forked.trouble == cold.trouble
        cold.close()


def test_the_cold_child_can_die_and_hang(session: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cold child that ends or hangs is noted in the same words, and replaced."""
    monkeypatch.setattr(launch, "CAN_FORK", False)
    code = "import os\ndef f(): os._exit(3)\ndef g():\n    while True: pass\ndef h(): return 1"
    with Zygotes() as none:
        one = session(code, zygotes=none, limits=Limits(probe_seconds=1.0))
        assert Died("exit code 3") == one.observe(F).outcome
        assert isinstance(one.observe(Call("g", (), ())).outcome, TimedOut)
        assert 1 == value(one.observe(Call("h", (), ())))
        one.close()


@linux
def test_a_daemon_of_the_cold_child_holds_up_nobody(
    session: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever keeps the child's end of the channel open, the grader goes on at the deadline."""
    monkeypatch.setattr(launch, "CAN_FORK", False)
    code = (
        "import os, time\ndef f():\n    if os.fork() == 0:\n        os.setsid()\n"
        "        time.sleep(20)\n        os._exit(0)\n    time.sleep(20)"
    )
    with Zygotes(without=("seccomp",)) as none:
        one = session(code, zygotes=none, limits=Limits(probe_seconds=1.0))
        began = time.monotonic()
        assert isinstance(one.observe(F).outcome, TimedOut)
        one.close()
        assert time.monotonic() - began < 15


@linux
@pytest.mark.skipif(os.geteuid() != 0, reason="only root has a user to throw away")
def test_a_folder_that_is_closed_to_others_is_no_obstacle(
    session: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where temporary files lie below a closed folder the throw-away user alone is left out."""
    closed = tmp_path / "closed"
    (closed / "tmp").mkdir(parents=True)
    closed.chmod(0o700)
    monkeypatch.setattr(tempfile, "tempdir", str(closed / "tmp"))
    with Zygotes(without=("world", "namespaces", "scratch")) as bare:
        one = session("def f():\n    open('x', 'w').write('a')\n    return 1", zygotes=bare)
        assert 1 == value(one.observe(F))
        assert {"landlock", "seccomp"} <= set(one.layers)
        assert "user" not in one.layers
        one.close()


@linux
def test_files_of_others_keep_their_rights_and_their_secrets(session: Any, tmp_path: Path) -> None:
    """Where other files can be seen, what Landlock does not know changes nothing and tells nothing."""
    theirs = tmp_path / "theirs"
    theirs.write_text("x", encoding="utf-8")
    theirs.chmod(0o640)
    before = theirs.stat()
    code = f"""
import ctypes, os
def f():
    path, done = {str(theirs)!r}, []
    for what in (
        lambda: os.chmod(path, 0o777),
        lambda: os.chown(path, os.getuid(), -1), lambda: os.setxattr(path, 'user.a', b'x'),
    ):
        try: what()
        except OSError as error: done.append(error.errno)
    return [*done, ctypes.CDLL(None).inotify_init1(0)]
"""
    with Zygotes(without=("world", "namespaces", "scratch", "user")) as bare:
        one = session(code, zygotes=bare)
        assert [1, -1] == value(one.observe(F))
        one.close()
    after = theirs.stat()
    assert (before.st_mode, before.st_uid) == (after.st_mode, after.st_uid)


def test_a_library_that_is_not_there_is_our_fault(session: Any) -> None:
    """A warm process that cannot import what it should says so in a SandboxError."""
    with Zygotes() as broken:
        for _ in range(3):  # nobody waits for a second word
            with pytest.raises(SandboxError, match="no_such_library"):
                session("def f(): pass", modules=("no_such_library",), zygotes=broken).observe(F)


def test_one_child_leaves_nothing_to_the_next(session: Any) -> None:
    """Patched libraries, random numbers and globals of one submission are not in the next."""
    session(
        "import numpy as np, builtins, json\nnp.exp = lambda z: 0\nbuiltins.k = 1\nnp.random.rand(9)"
        "\ndef f(): return 1"
    ).observe(F)
    code = "import numpy as np, builtins\ndef f(): return [np.exp(0.0), hasattr(builtins, 'k'), np.random.rand()]"
    one, same = value(session(code, seed=3).observe(F)), value(session(code, seed=3).observe(F))
    assert 1.0 == one[0].numpy()
    assert one[1] is False
    assert one == same


@pytest.mark.skipif(os.name != "posix", reason="resource limits are POSIX's")
def test_a_file_too_large_is_cut_off(session: Any) -> None:
    """A submission cannot fill the disk with one file."""
    code = "def f():\n    with open('x', 'wb') as file:\n        file.write(bytes(3 << 20))"
    outcome = session(code, limits=Limits(file_mb=1)).observe(F).outcome
    assert isinstance(outcome, Raised | Died)


@linux
def test_a_warm_process_that_dies_is_our_fault_and_is_replaced(session: Any) -> None:
    """If the warm process is killed, the submission is not blamed and the next one is graded."""
    before = set(children())
    with Zygotes() as zygotes:
        victim = session("def f(): return 1", zygotes=zygotes)
        assert 1 == value(victim.observe(F))
        for pid in set(children()) - before:
            os.kill(pid, signal.SIGKILL)
        ends = time.monotonic() + 60
        with pytest.raises(SandboxError):
            while time.monotonic() < ends:  # what it started ends after it
                victim.observe(F)
        assert 7 == value(session("def f():\n    return 7", zygotes=zygotes).observe(F))


@linux
def test_a_users_other_processes_do_not_count(session: Any) -> None:
    """The limit on processes leaves room for threads although the user runs many others."""
    code = "import threading\ndef f():\n    made = [threading.Thread(target=print) for _ in range(20)]\n"
    code += "    [one.start() for one in made]\n    [one.join() for one in made]\n    return 20"
    assert 20 == value(
        session(code, limits=msgspec.structs.replace(LIMITS, processes=64)).observe(F)
    )


@linux
def test_a_grader_takes_its_children_from_whom_it_is_told(suite: Suite) -> None:
    """Children may come from elsewhere than a grader's own warm processes; it ends them at last."""

    class Counted(Zygotes):
        asked: ClassVar[list[str]] = []

        def child(self, modules: tuple[str, ...], support: Path | None = None) -> Channel:
            self.asked.append("child")
            return super().child(modules, support)

        def close(self) -> None:
            self.asked.append("close")
            super().close()

    with Grader(suite, zygotes=Counted()) as grader:
        grader.grade_submission(of_sources("one.py", ("def f():\n    return 1",)))
    assert ["child", "close"] == Counted.asked
