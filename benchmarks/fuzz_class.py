"""Ten thousand malformed class folders and zips, and some of them through the command.

    python benchmarks/fuzz_class.py --classes 10000 --commands 60

The properties are those of ``tests/test_fuzz_class.py``, from new seeds: nobody is credited with
another's work, honest students have their own, and no input ends a class. What fails is shown as
the smallest input that does, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import msgspec
from click.testing import CliRunner
from hypothesis import settings

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(TESTS.parent), str(TESTS)]
EACH = 20  # of so many classes one is kept for the command
BATCH = 500  # classes of one seed: enough that Hypothesis tries combinations

# Before the import: the properties take their settings from the profile.
settings.register_profile("long", max_examples=BATCH, database=None, derandomize=False)
settings.load_profile("long")

import test_fuzz_class as properties  # noqa: E402
from handed_in import RIGHT, book_of  # noqa: E402

from grader.commandline.main import main as command  # noqa: E402
from grader.gradebook import read_class  # noqa: E402

SEEN: Counter[str] = Counter()
KEPT: list[properties.Handing] = []


def check(handing: properties.Handing) -> None:
    """The property of one class, counted; some classes are kept for the command."""
    with properties.on_disk(handing) as path, ExitStack() as opened:
        whole = properties.collected(path, opened)
        properties.assert_everybody_has_the_own(handing, whole)
    SEEN[f"{handing.platform}, {'zip' if handing.as_zip else 'folder'}"] += 1
    SEEN["classes"] += 1
    SEEN["rows"] += len(whole.handed_in)
    SEEN["rows with a reason"] += sum(bool(file.reason) for file in whole.handed_in)
    if SEEN["classes"] % EACH == 0:
        KEPT.append(handing)


def graded(handing: properties.Handing) -> None:
    """The class through the command: honest students have full marks, nobody else has any."""
    right = book_of(*RIGHT)
    items = tuple(
        msgspec.structs.replace(item, content=right.encode(), path=as_notebook(item.path))
        if item.owner in properties.HONEST and item.path.endswith(".py")
        else item
        for item in handing.items
    )
    with (
        properties.on_disk(msgspec.structs.replace(handing, items=items)) as path,
        tempfile.TemporaryDirectory() as out,
    ):
        book = Path(out, "week.gradebook")
        arguments = [str(path), "--book", str(book), "--to", f"json={out}/{{}}.json"]
        result = CliRunner().invoke(command, arguments)
        assert result.exit_code in (0, 2), result.output
        assert "Traceback" not in result.output, result.output
        assert "\x1b" not in result.stdout, result.output
        points = {row.student.id: row.points for row in read_class(book).rows}
        reports = len(list(Path(out).glob("*.json")))
    numbered = handing.platform in properties.NUMBERED
    for owner, number in properties.HONEST.items():
        assert points.pop(str(number) if numbered else owner) == 40, points
    assert not any(points.values()), points
    assert reports == len(properties.HONEST) + sum(mark is not None for mark in points.values())


def as_notebook(path: str) -> str:
    """The path of a notebook in the place of a script."""
    return path.removesuffix(".py") + ".ipynb"


def main() -> None:
    """Run and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--classes", type=int, default=10_000, help="how many are collected")
    parser.add_argument("--commands", type=int, default=60, help="how many go through the command")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")
    began = time.monotonic()
    collecting = properties.test_nobody_is_credited_with_anothers
    collecting.hypothesis.inner_test = check
    platforms = [f"{name}, {kind}" for name in properties.PLACES for kind in ("folder", "zip")]
    failed = 0
    try:
        while SEEN["classes"] < arguments.classes:
            collecting()
        properties.test_a_damaged_zip_is_rows_or_a_sentence()
        properties.test_a_platforms_file_is_read_or_refused()
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        failed += 1
        traceback.print_exc()
    collected = time.monotonic()
    sample = random.sample(KEPT, min(arguments.commands, len(KEPT)))
    for handing in sample:
        try:
            graded(handing)
        except Exception:  # noqa: BLE001 - the same
            failed += 1
            print(handing, file=sys.stderr)
            traceback.print_exc()
    for name in (*platforms, "rows", "rows with a reason"):
        print(f"{name:<30}{SEEN[name]:>10,}")
    print(f"{'classes collected':<30}{SEEN['classes']:>10,}")
    print(f"{'through the command':<30}{len(sample):>10,}")
    print(f"{'failed':<30}{failed:>10,}")
    commands = time.monotonic() - collected
    print(f"{collected - began:.0f} s for collecting, {commands:.0f} s for the command")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
