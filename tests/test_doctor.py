"""The doctor: what it tries is real, and what it says is so."""

from __future__ import annotations

import errno
import functools
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import worlds
from conftest import ROOT

from grader.assignment import places
from grader.child.tree import orphans
from grader.doctor import remedies, trials
from grader.doctor.checkup import Checkup, as_text, check_up
from grader.doctor.remedies import System
from grader.linux import kernel
from grader.protocol.layers import LAYERS, lacking, level

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the protections are Linux's")
EVERYTHING = tuple(name for name in LAYERS if name != "process")
TRIALS = {what: threat for threat, tries in trials.TRIALS.items() for what in tries}

# For each threat, layers without which it comes true, and something that then must be possible.
COMES_TRUE = {
    "read the answers": ("world", "landlock", "open a file that all may read"),
    "reach the network": ("namespaces", "seccomp", "send by UDP"),
    "signal, trace or read the grader": (
        "world",
        "user",
        "landlock",
        "seccomp",
        "send it a signal",
    ),
    "start programs": ("seccomp", "start a program it wrote"),
    "write outside its folder": ("world", "landlock", "change a file open to all"),
    "see the machine": ("namespaces", "its name"),
    "outlive the grading": ("world", "landlock", "leave a file"),
    "take all memory, files or threads": ("rlimits", "more memory than its limit"),
    "fill the disk": ("rlimits", "write a file above its limit"),
    "gain privileges": ("privileges", "landlock", "seccomp", "use those of other programs"),
}
# What each trial needs to succeed besides: with everything left out the disk's limits are kept by
# looking, and there are none of the kernel's that could be raised.
ALONE = (("scratch",), ("user", "privileges", "landlock", "seccomp"))
SHARED = ("/tmp", "/var/tmp", "/dev/shm")
FACTS = System(
    name="Linux", release="6.18", machine="x86_64", root=False, may_mount=False, closed="",
    switches=(), landlock=7,
)  # fmt: skip
MAIN = """
import sys
from pathlib import Path
from grader.doctor import checkup as doctor
print(doctor.as_text(doctor.check_up(Path("assignment").resolve(), without=tuple(sys.argv[1:]))))
"""
# No process can be forked either, as on macOS.
COLD = "from grader.sandbox import launch\nlaunch.CAN_FORK = False\n" + MAIN
# What the profile of a careful container does: neither namespaces nor Landlock.
CONTAINED = """
import os, sys
from grader.linux import kernel, seccomp
kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
seccomp.install(["unshare", "landlock_create_ruleset"], (), ())
os.execv(sys.executable, [sys.executable, "-m", "grader", "doctor"])
"""


@functools.cache
def without(*layers: str) -> Checkup:
    """A checkup of this machine with layers left out."""
    return check_up(ROOT / places.SUPPORT, without=layers)


@pytest.fixture(scope="module")
def here() -> Checkup:
    """A checkup of this machine as it is."""
    return without()


@pytest.fixture
def temporary() -> Iterator[Path]:
    """An empty folder for temporary files, which others may enter as they may enter any such."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def possible(checkup: Checkup) -> set[str]:
    """All that was possible."""
    return {what for threat in checkup.threats for what in threat.possible}


def skip_unless_all(here: Checkup) -> None:
    """A layer can be left out only where it can be had."""
    if "full" != here.level_of_layers or os.getuid() != 0:
        pytest.skip(f"the layers {', '.join(lacking(here.layers))} cannot be had here")


def beyond_everybody() -> set[str]:
    """What nothing here makes possible."""
    never = {"leave a process"}  # the warm process ends all that comes from a child
    capabilities = Path("/proc/self/status").read_text(encoding="utf-8").partition("CapEff:")[2]
    if not int(capabilities.split()[0], 16) >> 24 & 1:  # CAP_SYS_RESOURCE of linux/capability.h
        never.add("raise its limits")
    switch = Path("/proc/sys/kernel/io_uring_disabled")
    if switch.exists() and switch.read_text(encoding="ascii").strip() == "2":
        never.add("go around the filter")
    return never


def has_ended(pid: int) -> bool:
    """Whether a process that came to us has ended; one that is just ending is given a moment."""
    for _ in range(50):
        if os.waitpid(pid, os.WNOHANG) != (0, 0):
            return True
        time.sleep(0.02)
    return False


def strays(*folders: str | Path) -> set[str]:
    """Files called as trials call theirs."""
    paths = (path for folder in folders for path in Path(folder).glob("grader-doctor-*"))
    return {path.name for path in paths if re.fullmatch("grader-doctor-[0-9a-f]{12}", path.name)}


def run(
    arguments: list[str], prefix: tuple[str, ...] = (), **more: str
) -> subprocess.CompletedProcess[str]:
    """Python with these arguments as a program of its own, its output in a pipe."""
    environment = {**os.environ, "TERM": "xterm-256color", **more}
    return subprocess.run(
        [*prefix, sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True,
        text=True, check=False, timeout=120,
    )  # fmt: skip


def test_the_level_is_what_the_layers_say(here: Checkup) -> None:
    """Where the layers hold what they say, the level is theirs, and at full nothing is possible."""
    assert level(here.layers) == here.level_of_layers
    assert set() == possible(here) - trials.SIGHTS
    assert [] == [sign for threat in here.threats for sign in threat.unknown]
    if here.level == "full":
        assert set() == possible(here)
    assert set(TRIALS) == {what for threat in here.threats for what in threat.tried}


@pytest.mark.parametrize("threat", trials.TRIALS)
def test_each_threat_comes_true_without_its_layers(threat: str, here: Checkup) -> None:
    """What is prevented is possible as soon as the layers that prevent it are left out."""
    skip_unless_all(here)
    *layers, what = COMES_TRUE[threat]
    checkup = without(*layers)
    (found,) = [one for one in checkup.threats if one.title == threat]
    assert what in found.possible
    assert what not in possible(here)
    assert set(layers) <= {name for group in checkup.missing for name in group.layers}


def test_every_trial_is_real(here: Checkup) -> None:
    """Each single thing that is tried succeeds where nothing prevents it."""
    skip_unless_all(here)
    succeeded = set().union(*(possible(without(*one)) for one in (EVERYTHING, *ALONE)))
    assert beyond_everybody() == set(TRIALS) - succeeded
    assert [] == [sign for threat in without(*EVERYTHING).threats for sign in threat.unknown]


def test_without_walls_the_level_is_weak(here: Checkup) -> None:
    """Where a submission can read a file that is none of its business, private cases are not run."""
    skip_unless_all(here)
    checkup = without("world", "landlock", "user")
    assert {
        "open a file that all may read",
        "read what lies beside the student's part",
    } <= possible(checkup)
    assert "weak" == checkup.level
    assert "none" == without("rlimits").level


def test_a_layer_that_does_not_hold_lowers_the_level(here: Checkup) -> None:
    """What the layers promise does not count where a trial shows that it is not so."""
    skip_unless_all(here)
    checkup = without("scratch")
    assert ("weak", "strong") == (checkup.level, checkup.level_of_layers)
    assert "weak, although the layers say strong" in as_text(checkup)
    sight = without("namespaces")
    assert ("strong", "strong") == (sight.level, sight.level_of_layers)


def test_what_may_be_seen_at_strong_is_tried() -> None:
    """Each name of a trial is used once, and the list of what may be possible names no other."""
    assert len(TRIALS) == sum(map(len, trials.TRIALS.values()))
    assert set() == trials.SIGHTS - set(TRIALS)
    assert set(trials.TRIALS) == set(COMES_TRUE)


@pytest.mark.parametrize("layers", [(), EVERYTHING, ("world", "landlock", "user")])
def test_it_fits_on_a_screen(layers: tuple[str, ...], here: Checkup) -> None:
    """There are at most 80 columns of plain characters, and 24 lines where all is well."""
    skip_unless_all(here)
    shown = as_text(without(*layers))
    lines = shown.splitlines()
    assert 80 >= max(map(len, lines))
    assert [] == [c for c in shown if not c.isprintable() and c != "\n"]
    assert lines[-2 if "Level" in lines[-2] else -1].startswith("Level: ")
    if not layers:
        assert 24 >= len(lines)
        assert len(trials.TRIALS) == sum("prevented" in line for line in lines)


@pytest.mark.parametrize("name", worlds.NAMES)
def test_the_command_in_each_world(name: str, tmp_path: Path) -> None:
    """As root, as an ordinary user and in a container it says the level and how to get more."""
    tmp_path.chmod(0o755)
    where = worlds.world(name, tmp_path)
    done = run(["-m", "grader", "doctor"], where.prefix)
    assert (0, "") == (done.returncode, done.stderr)
    assert f"Level: {where.level}. " in done.stdout
    assert (where.level == "strong") == ("Missing: world, namespaces, scratch. " in done.stdout)
    assert 30 >= len(done.stdout.splitlines())
    assert 80 >= max(map(len, done.stdout.splitlines()))
    assert [] == [c for c in done.stdout if not c.isprintable() and c != "\n"]


def test_below_strong_the_command_fails() -> None:
    """Where neither wall can be had the exit code is 1, and the screen says what is in the way."""
    done = run(["-c", CONTAINED])
    assert (1, "") == (done.returncode, done.stderr)
    assert "Level: weak. " in done.stdout
    said = " ".join(done.stdout.split())
    assert "POSSIBLE: open a file that all may read; " in said
    assert "The container's profile forbids Landlock" in said


def test_json_is_for_machines(here: Checkup) -> None:
    """``--json`` prints what was found as one JSON text of the documented structure."""
    done = run(["-m", "grader", "doctor", "--json"])
    checkup = msgspec.json.decode(done.stdout, type=Checkup)
    assert (here.level, here.layers) == (checkup.level, checkup.layers)
    assert list(trials.TRIALS) == [threat.title for threat in checkup.threats]
    assert 1 == checkup.schema_version


def test_an_assignment_that_is_not_there(tmp_path: Path) -> None:
    """A folder without an assignment is a sentence and exit code 2; none at all is no matter."""
    done = run(["-m", "grader", "doctor", "--assignment", str(tmp_path)])
    assert (2, True) == (done.returncode, "no assignment in" in done.stderr)


@pytest.mark.parametrize("layers", [(), EVERYTHING])
@pytest.mark.parametrize("code", [MAIN, COLD], ids=["forked", "cold"])
def test_nothing_is_left_behind(code: str, layers: tuple[str, ...], temporary: Path) -> None:
    """After a checkup there is no file, no process and no shared memory, whatever was possible."""
    # What outlives its parent becomes ours, so that it can be seen.
    kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)
    before = set(orphans(os.getpid(), set()))
    memory = Path("/proc/sysvipc/shm").read_text(encoding="ascii")
    try:
        done = run(["-c", code, *layers], TMPDIR=str(temporary))
        left = [pid for pid in orphans(os.getpid(), before) if not has_ended(pid)]
    finally:
        kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 0)
    assert (0, "") == (done.returncode, done.stderr)
    assert "NOT TRIED" not in done.stdout, done.stdout
    if code == COLD and layers:  # where a process can be left, it is seen and ended
        assert "leave a process; leave a file; leave shared memory" in " ".join(done.stdout.split())
    assert [] == left
    assert [] == list(temporary.iterdir())
    assert memory == Path("/proc/sysvipc/shm").read_text(encoding="ascii")
    folders = (*SHARED, ROOT / "assignment", Path(os.__file__).parent)
    assert set() == strays(*folders)


@pytest.mark.parametrize(
    ("layer", "facts", "says"),
    [
        ("seccomp", {"name": "Darwin"}, "WSL2"),
        (
            "world",
            {"switches": ("user.max_user_namespaces=10000",)},
            "sysctl user.max_user_namespaces=10000",
        ),
        ("scratch", {}, "outside of the container or in a virtual machine"),
        ("namespaces", {"root": True}, "--cap-add SYS_ADMIN"),
        ("world", {"root": True, "may_mount": True}, "Linux 5.12"),
        ("landlock", {"landlock": -errno.ENOSYS}, "Linux 5.13"),
        ("landlock", {"landlock": -errno.EOPNOTSUPP}, "lsm="),
        ("landlock", {"landlock": -errno.EPERM}, "profile"),
        ("seccomp", {"machine": "riscv64"}, "x86_64 and aarch64 alone"),
        ("seccomp", {}, "CONFIG_SECCOMP_FILTER"),
        ("user", {}, "Root alone"),
        ("user", {"root": True, "closed": "/root"}, "chmod o+x /root"),
        ("user", {"root": True}, "o+rX"),
        ("environment", {}, "please report"),
    ],
)
def test_each_missing_layer_has_a_remedy(layer: str, facts: dict, says: str) -> None:
    """What is missing comes with the way to get it on this very system."""
    values = {name: getattr(FACTS, name) for name in FACTS.__struct_fields__}
    (missing,) = remedies.missing([layer], System(**{**values, **facts}))
    assert (layer,) == missing.layers
    assert says in missing.remedy


def test_layers_with_one_remedy_are_said_once() -> None:
    """What is missing for the same reason is one entry, in the order of the layers."""
    missing = remedies.missing(["world", "namespaces", "user", "scratch"], FACTS)
    assert [("world", "namespaces", "scratch"), ("user",)] == [group.layers for group in missing]
