"""Two submissions of one class: what one is asked comes to the other by no channel.

Adding a channel is adding a file to ``tests/attacks/pairs``; see the README beside it.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec
import pairs
import pytest
import worlds
from campaign import FOLDER, check_out, environment, own
from pairs import AFTER, AT_ONCE, Channel

from grader.grading.grader import Grader, Options
from grader.protocol.layers import LAYERS, LEVELS, Level
from grader.protocol.limits import Limits
from grader.report import Report
from grader.submissions.reading import of_sources
from grader.suite import Suite

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the protections are Linux's")
CHANNELS = [pairs.read(path) for path in sorted(Path(__file__).parent.glob("attacks/pairs/*.py"))]
LIMITS = Limits(probe_seconds=20, total_seconds=60)
_TRIES = 3  # where nothing is in the way, and the machine is busy
_SHORTEST = pairs.ALL_TOGETHER * pairs.BITS * 1.5  # seconds: a whole message is among it


@dataclass(frozen=True)
class Talk:
    """What came of two submissions in a world.

    Attributes:
        level: what the sandbox amounts to there.
        shown: what the listener's student sees.
        kept: what the instructor sees of the speaker.
    """

    level: Level
    shown: str
    kept: str


@pytest.fixture(scope="module", params=worlds.NAMES)
def talks(request: pytest.FixtureRequest, suite: Suite) -> Iterator[dict[str, Talk]]:
    """All channels tried in one world, at once and one after the other."""
    base = Path(tempfile.mkdtemp(prefix=FOLDER))
    base.chmod(0o755)
    try:
        (base / "aside").mkdir()
        where = worlds.world(request.param, base / "aside")
        check_out(base)
        yield {order: _talk(where, base, order, suite) for order in (AFTER, AT_ONCE)}
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _talk(where: worlds.World, base: Path, order: str, suite: Suite) -> Talk:
    files = [base / "in" / name for name in ("first_speaker.py", "then_listener.py")]
    for file, source in zip(
        files, pairs.submissions(CHANNELS, order, suite, pairs.ALL_TOGETHER), strict=True
    ):
        file.write_text(source, encoding="utf-8")
    own(where, base)
    jobs = 2 if order == AT_ONCE else 1
    command = [sys.executable, "-m", "grader", *map(str, files), f"--jobs={jobs}"]
    command += [
        f"--to=json={base}/out/{{}}.json",
        "--probe-seconds=20",
        "--total-seconds=60",
        "--run-all",
    ]
    ended = worlds.run(where, command, base / "project", environment(base), 120)
    assert 0 == ended.code, ended.errors
    speaker, listener = (
        msgspec.json.decode((base / "out" / f"{file.stem}.json").read_bytes(), type=Report)
        for file in files
    )
    return _of(speaker, listener)


def _of(speaker: Report, listener: Report) -> Talk:
    shown = msgspec.json.encode(_answers(listener.for_student())).decode()
    kept = msgspec.json.encode(_answers(speaker)).decode()
    return Talk(listener.provenance.level, shown, kept)


def _answers(report: Report) -> tuple[object, ...]:
    """What is said of the exercise with the channels; not its source."""
    cases = [
        case
        for exercise in report.exercises
        if exercise.name == "my_dense"
        for case in exercise.cases
    ]
    return tuple((case.title, case.got, case.help, case.printed) for case in cases)


def _span(words: str, text: str) -> tuple[float, float]:
    found = re.search(words + r".*? from ([\d.]+) to ([\d.]+)", text)
    assert found, f"{words} is not in {text}"
    return float(found[1]), float(found[2])


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.name)
def test_nothing_comes_through(channel: Channel, talks: dict[str, Talk]) -> None:
    """No student sees a number that was another submission's, whatever the two agreed upon."""
    talk = talks[channel.order]
    if LEVELS.index(talk.level) < LEVELS.index(channel.promised):
        pytest.skip(f"promised at level {channel.promised}, and this is {talk.level}")
    assert f"{channel.name} " not in talk.shown.partition("LEAKED")[2]


def test_they_had_their_chance(talks: dict[str, Talk]) -> None:
    """Both came to their question, and one listened while the other spoke, or after it."""
    for order, talk in talks.items():
        assert "on 0 channels" not in talk.shown
        listened, spoke = _span("(?:HEARD|LEAKED)", talk.shown), _span("SPOKE", talk.kept)
        if order == AT_ONCE:
            assert _SHORTEST <= min(listened[1], spoke[1]) - max(listened[0], spoke[0])
        else:
            assert spoke[1] <= listened[0]


@pytest.mark.parametrize(
    "channel",
    [channel for channel in CHANNELS if channel.control],
    ids=lambda channel: channel.name,
)
def test_a_channel_is_real(channel: Channel, suite: Suite) -> None:
    """Where nothing is in its way, the number is seen: so it is the sandbox that prevents it."""
    sources = pairs.submissions([channel], channel.order, suite, pairs.ALONE)
    both = [of_sources(name, (source,)) for name, source in zip("ab", sources, strict=True)]
    options = Options(LIMITS, run_all=True, allow_weak_sandbox=True, without=tuple(LAYERS))
    jobs = 2 if channel.order == AT_ONCE else 1
    for _ in range(_TRIES):
        with Grader(suite, options) as grader, ThreadPoolExecutor(jobs) as pool:
            talk = _of(*pool.map(lambda one: grader.grade_submission(one, only=["my_dense"]), both))
        if f"LEAKED: {channel.name} " in talk.shown:
            return
    pytest.fail(f"{talk.shown[:1000]}\n{talk.kept[-1000:]}")
