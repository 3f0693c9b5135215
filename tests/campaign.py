"""All attacks graded at once in one world, and what became of it."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import msgspec
import worlds
from conftest import ROOT

from grader.protocol.layers import Level
from grader.report import Report

LIMITS = {
    "cell_seconds": 10, "probe_seconds": 2, "total_seconds": 40, "cell_cpu_seconds": 15,
    "probe_cpu_seconds": 6, "total_cpu_seconds": 60, "memory_mb": 1536, "output_kb": 16,
    "frame_mb": 4, "file_mb": 8, "open_files": 128, "scratch_mb": 32, "scratch_files": 500,
    "processes": 128,
}  # fmt: skip
# Always the same, and so the private inputs: an answer that was guessed is not right by chance.
_CANARIES = {
    "GRADER_KEY": "a-key-that-nobody-sees-5f1c",
    "ATTACK_CANARY": "a-bird-underground-9e27",
}
FOLDER = "attacked-"  # how the folders of campaigns begin
_EACH = 4  # an honest submission after so many attacks
_NEIGHBOUR = "neighbour_"
_AT_MOST = "at most "
_PRINTED = "# %% printed by\n"
_LONG = 30  # characters of a line that is nobody else's by chance
_PARTS = ("grader", "public_tests", "assignment", "solutions")
_SHARED = (tempfile.gettempdir(), "/tmp", "/var/tmp", "/dev/shm", "/dev/mqueue", sys.prefix)
_HONEST = """\
import numpy as np
from autils import sigmoid

def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)

def my_sequential(x, W1, b1, W2, b2, W3, b3):
    a1 = my_dense(x, W1, b1, sigmoid)
    a2 = my_dense(a1, W2, b2, sigmoid)
    return my_dense(a2, W3, b3, sigmoid)

def my_dense_v(A_in, W, b, g):
    return g(np.matmul(A_in, W) + np.ravel(b))
"""


@dataclass(frozen=True)
class Attack:
    """What a file says of itself.

    Attributes:
        points: what its honest part is worth; None if it is not graded at all.
        extra: what its honest part is worth of the extra exercise.
        says: what must be in the student's text, or on standard error if it is not graded.
        never: what may not be in what the student sees.
        promised: the lowest level at which it is promised that the attack gains nothing.
        harms_itself: it races with its own honest part, which may lose points by that.
    """

    points: int | None
    extra: float
    says: tuple[str, ...]
    never: tuple[str, ...] = ()
    promised: Level = "strong"
    harms_itself: bool = False

    def allows(self, points: float, extra: float) -> bool:
        """Whether a mark is what the honest part is worth, or less where it harms itself."""
        if self.harms_itself:
            return points <= (self.points or 0) and extra <= self.extra
        return (points, extra) == (self.points, self.extra)


@dataclass(frozen=True)
class Campaign:
    """All attacks graded in one world.

    Attributes:
        where: the world.
        folder: what the grader wrote; a report is called like its submission.
        ended: how the run ended.
        secrets: what must not come out, by what it is.
        files: the attacks.
        neighbours: the names of the honest submissions.
        touched: what was changed, made or removed besides the reports, where the grader ran.
        found: files that the attacks left elsewhere.
    """

    where: worlds.World
    folder: Path
    ended: worlds.Ended
    secrets: dict[str, str]
    files: tuple[Path, ...]
    neighbours: tuple[str, ...]
    touched: tuple[str, ...]
    found: tuple[str, ...]

    def report(self, name: str) -> Report:
        """The whole report of a submission."""
        path = self.folder / f"{name}.json"
        assert path.exists(), f"no report: {self.ended.errors[-2000:]}"
        # What a submission may print and answer is limited, so what is said of it is, too.
        assert path.stat().st_size <= 4 << 20, "its report is a flood"
        return msgspec.json.decode(path.read_bytes(), type=Report)


def read(path: Path) -> Attack:
    """The head of an attack."""
    if path.suffix == ".ipynb":
        head = "".join(json.loads(path.read_text(encoding="utf-8"))["cells"][0]["source"])
    else:
        head = path.read_text(encoding="utf-8", errors="replace").split('"""')[1]
    lines = [line.strip().partition(": ") for line in head.splitlines()]
    said = {key: value for key, _, value in lines}
    refused = tuple(value for key, _, value in lines if key == "refused")
    if refused:
        return Attack(None, 0, refused)
    says, never = (
        tuple(value for key, _, value in lines if key == wanted) for wanted in ("says", "never")
    )
    promised = msgspec.convert(said.get("promised", "strong"), Level)
    points = said["points"].removeprefix(_AT_MOST)
    return Attack(
        points=int(points),
        extra=float(said.get("extra", "0")),
        says=says,
        never=never,
        promised=promised,
        harms_itself=points != said["points"],
    )


def submission_of(path: Path) -> bytes:
    """What an attack hands in: its file, with what the cells titled ``printed by`` print.

    So thousands of lines that differ in a number are two lines that print them.
    """
    content = path.read_bytes()
    if _PRINTED.encode() not in content:
        return content
    cells = re.split("^(?=# %%)", content.decode(), flags=re.MULTILINE)
    return "".join(map(_printed, cells)).encode()


def _printed(cell: str) -> str:
    if not cell.startswith(_PRINTED):
        return cell
    with redirect_stdout(io.StringIO()) as printed:
        exec(cell.removeprefix(_PRINTED), {})
    return f"# %%\n{printed.getvalue()}"


def graded(where: worlds.World, base: Path, chosen: list[Path]) -> Campaign:
    """Grade attacks in a world.

    Args:
        where: the world.
        base: a folder that everybody may enter; what the campaign tells of is in it.
        chosen: the attacks.
    """
    submissions = _laid_out(where, base, chosen)
    command = [sys.executable, "-m", "grader", *map(str, submissions), "--jobs=2"]
    command += [f"--to=json={base}/out/{{}}.json"]
    command += [f"--{name.replace('_', '-')}={value}" for name, value in LIMITS.items()]
    before, others = _digests(base), _stray()
    longest = len(submissions) * LIMITS["total_seconds"]
    ended = worlds.run(where, command, base / "project", environment(base), longest)
    after = _digests(base)
    reports = {str(base / "out" / f"{submission.stem}.json") for submission in submissions}
    own = {*reports, str(base / "project" / "stderr")}
    return Campaign(
        where=where,
        folder=base / "out",
        ended=ended,
        secrets={**_CANARIES, **_answers()},
        files=tuple(chosen),
        neighbours=tuple(
            submission.stem for submission in submissions if submission.stem.startswith(_NEIGHBOUR)
        ),
        touched=tuple(sorted({name for name, _ in before.items() ^ after.items()} - own)),
        found=tuple(_stray() - others),
    )


def _laid_out(where: worlds.World, base: Path, chosen: list[Path]) -> list[Path]:
    """A checkout of the user's own, and the submissions, honest ones among the attacks."""
    check_out(base)
    submissions = []
    for number, file in enumerate(chosen):
        if number % _EACH == 0:
            submissions.append(base / "in" / f"{_NEIGHBOUR}{number}.py")
            submissions[-1].write_text(_HONEST, encoding="utf-8")
        submissions.append(base / "in" / file.name)
        submissions[-1].write_bytes(submission_of(file))
    own(where, base)
    return submissions


def check_out(base: Path) -> None:
    """A checkout in ``project``, and the folders in, out and tmp beside it."""
    for part in _PARTS:
        left_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / part, base / "project" / part, ignore=left_out)
    for name in ("in", "out", "tmp"):
        (base / name).mkdir()


def own(where: worlds.World, base: Path) -> None:
    """Make a folder with all that is in it the user's of a world."""
    for path in (base, *base.rglob("*")):
        os.chown(path, where.user, -1)


def environment(base: Path) -> dict[str, str]:
    """The environment of the command, with secrets in it that must not come out."""
    return {
        "PATH": os.environ["PATH"], "HOME": str(base / "tmp"), "TMPDIR": str(base / "tmp"),
        "PYTHONDONTWRITEBYTECODE": "1", **_CANARIES,
    }  # fmt: skip


def _digests(folder: Path) -> dict[str, str]:
    """The digest of each file, and that a folder is there; Python's own compiled files aside."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "a folder"
        for path in folder.rglob("*")
        if "__pycache__" not in path.parts
    }


def _stray() -> set[str]:
    """Files called as attacks call theirs, where everybody may write or Python looks."""
    found = set()
    for top in {Path(top).resolve() for top in _SHARED}:
        for folder, folders, files in os.walk(top):
            found |= {
                f"{folder}/{name}" for name in (*folders, *files) if name.startswith("attack_")
            }
            # Campaigns, of which another may be going on, look after their own.
            folders[:] = [name for name in folders if not name.startswith(FOLDER)]
    return found


def _answers() -> dict[str, str]:
    """The key, and each longer line of the instructor's sources, by where it stands.

    Titles and sentences of help are for the student, too: lines of text alone are left out.
    """
    secret = ROOT / "solutions"
    found = {"key.txt": (secret / "key.txt").read_text(encoding="utf-8").strip()}
    for path in (secret / "reference.py", *(secret / "private_tests").glob("*.py")):
        lines = map(str.strip, path.read_text(encoding="utf-8").splitlines())
        for number, line in enumerate(lines, 1):
            if len(line) > _LONG and not line.startswith(('"', "from ")):
                found[f"{path.name}, line {number}"] = line
    return found
