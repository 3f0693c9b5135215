"""The properties of ``tests/test_fuzz*.py`` for as long as there is time, from new seeds.

    python benchmarks/fuzz.py --minutes 5

Each round runs every property; what fails is shown as the smallest input that does, and the exit
code is 1. Such an input belongs into the property as an ``@example``.
"""

from __future__ import annotations

import argparse
import functools
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(TESTS.parent), str(TESTS)]
EXAMPLES = 500  # of one property in one round

# Before the import: the properties take their settings from the profile.
settings.register_profile("long", max_examples=EXAMPLES, database=None, derandomize=False)
settings.load_profile("long")

import test_fuzz  # noqa: E402
import test_fuzz_remote  # noqa: E402


def properties() -> dict[str, Any]:
    """The properties among the tests of these modules, by name."""
    tests = vars(test_fuzz) | vars(test_fuzz_remote)
    return {name: thing for name, thing in tests.items() if hasattr(thing, "hypothesis")}


def counted(name: str, check: Callable[..., None], tried: Counter[str]) -> Callable[..., None]:
    """The check, counting what it is tried with."""

    @functools.wraps(check)
    def counting(*given: Any, **named: Any) -> None:
        tried[name] += 1
        check(*given, **named)

    return counting


def main() -> None:
    """Run and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=5.0, help="how long")
    parser.add_argument("--only", default="", help="properties with this in their name")
    arguments = parser.parse_args()
    warnings.simplefilter("ignore")  # the parser warns of odd text
    chosen = {name: one for name, one in properties().items() if arguments.only in name}
    tried: Counter[str] = Counter()
    seconds: Counter[str] = Counter()
    for name, one in chosen.items():
        one.hypothesis.inner_test = counted(name, one.hypothesis.inner_test, tried)
    failed: set[str] = set()
    ends = time.monotonic() + arguments.minutes * 60
    while time.monotonic() < ends and chosen.keys() - failed:
        for name in chosen.keys() - failed:
            began = time.monotonic()
            try:
                chosen[name]()
            except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
                failed.add(name)
                traceback.print_exc()
            seconds[name] += round(time.monotonic() - began)
    print(f"{'property':<58}{'inputs':>10}{'seconds':>9}")
    for name in chosen:
        words = "  FAILED" if name in failed else ""
        print(f"{name:<58}{tried[name]:>10,}{seconds[name]:>9}{words}")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
