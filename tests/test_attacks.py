"""The attacks: adding a file to ``tests/attacks`` adds a test in each world; see its README."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import msgspec
import pytest
import worlds
from campaign import FOLDER, LIMITS, Campaign, graded, read, submission_of

from grader.export import format_named
from grader.protocol.layers import LEVELS
from grader.protocol.limits import BESIDE
from grader.report import Report
from grader.suite import Suite

FILES = sorted(
    path for end in ("py", "ipynb") for path in Path(__file__).parent.glob(f"attacks/*.{end}")
)
_SLACK = 1.2  # a deadline is noticed, and a process ended, a little later


@pytest.fixture(scope="session", params=worlds.NAMES)
def campaign(request: pytest.FixtureRequest, suite: Suite) -> Iterator[Campaign]:
    """The attacks that were chosen, graded in one run of the command, honest ones among them."""
    base = Path(tempfile.mkdtemp(prefix=FOLDER))
    base.chmod(0o755)
    try:
        (base / "aside").mkdir()
        chosen = [
            item.callspec.params.get("file") for item in request.session.items if _is_ours(item)
        ]
        files = [file for file in FILES if file in chosen] or FILES
        yield graded(worlds.world(request.param, base / "aside"), base, files)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def _is_ours(item: pytest.Item) -> TypeGuard[pytest.Function]:
    return isinstance(item, pytest.Function) and hasattr(item, "callspec")


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
def test_an_attack_gains_nothing(file: Path, campaign: Campaign) -> None:
    """A hostile submission gets its honest part's points, is told so, and learns nothing else."""
    attack = read(file)
    if attack.points is None:
        said = _joined(campaign.ended.errors)
        assert [] == [words for words in attack.says if words not in said], said
        assert not (campaign.folder / f"{file.stem}.json").exists()
        return
    report = without_its_code(campaign.report(file.stem))
    student = report.for_student()
    text = format_named("text").write(student)
    assert attack.allows(report.total.earned, report.total.extra_earned), text
    assert not report.errored, "the grader failed"
    assert campaign.where.level == report.provenance.level
    longest = LIMITS["total_seconds"] * (1 + BESIDE) * _SLACK
    assert longest >= report.provenance.seconds
    whole = format_named("json").write(report)
    reached = LEVELS.index(report.provenance.level) >= LEVELS.index(attack.promised)
    assert not (reached and "GAINED" in whole), whole
    shown = format_named("json").write(student) + text
    assert [] == [words for words in ("LEAKED", *attack.never) if words in shown], text
    # A line that the submission has itself is no secret of ours.
    own = submission_of(file).decode(errors="replace")
    told = {what: one for what, one in campaign.secrets.items() if one in shown}
    assert [] == [what for what, one in told.items() if one not in own]
    assert [] == [words for words in attack.says if _joined(words) not in _joined(text)], text
    assert [] == [c for c in text if not c.isprintable() and c != "\n"]
    assert "Traceback" not in text
    assert str(campaign.folder.parent) not in text


def without_its_code(report: Report) -> Report:
    """What an attack says in its own source is no success; the rest of a report is looked at."""
    exercises = tuple(
        msgspec.structs.replace(exercise, sources=()) for exercise in report.exercises
    )
    return msgspec.structs.replace(report, exercises=exercises)


def _joined(text: str) -> str:
    return " ".join(text.split())


def test_the_run_ends_as_it_should(campaign: Campaign) -> None:
    """Whatever is handed in, the command says how it went: graded, or which file is none."""
    refused = any(read(file).points is None for file in campaign.files)
    assert (2 if refused else 0) == campaign.ended.code, campaign.ended.errors[-2000:]
    assert [] == [what for what, one in campaign.secrets.items() if one in campaign.ended.errors]


def test_neighbours_lose_nothing(campaign: Campaign) -> None:
    """An honest submission that is graded beside attacks has all its points."""
    reports = {name: campaign.report(name) for name in campaign.neighbours}
    totals = {name: (one.total.earned, one.total.extra_earned) for name, one in reports.items()}
    assert dict.fromkeys(campaign.neighbours, (60, 10)) == totals


def test_nothing_is_left_behind(campaign: Campaign) -> None:
    """After the run there is no new process, no new file, and no file that was changed."""
    assert () == campaign.ended.left
    assert () == campaign.touched
    assert () == campaign.found


def test_the_grader_itself_stays_small(campaign: Campaign) -> None:
    """However much is sent to it, the grader needs less memory than it gives a submission."""
    assert LIMITS["memory_mb"] >= campaign.ended.peak_mb
