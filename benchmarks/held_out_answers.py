"""Grade answers that are not in the catalogue: python benchmarks/held_out_answers.py."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from held_out.corpus import Outcome, answers, graded  # noqa: E402

from grader.assignment import loading  # noqa: E402
from grader.diagnosis import catalogue  # noqa: E402
from grader.grading.grader import Grader, Options  # noqa: E402
from grader.protocol.limits import Limits  # noqa: E402


def main() -> int:
    """Grade them all and print the table; 1 if one was missed, refused or given a false cause."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercises", nargs="*", help="those of these exercises alone")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="say what was made of each answer")
    given = parser.parse_args()
    began = time.monotonic()
    suite = loading.load_assignment(ROOT)
    known = catalogue.load_catalogue(ROOT / "solutions")
    chosen = list(answers(given.exercises or None))
    options = Options(Limits(probe_seconds=4.0))
    with Grader(suite, options) as grader, tempfile.TemporaryDirectory() as folder:
        outcomes = graded(grader, known, chosen, Path(folder), given.jobs)
    print(f"{'exercise':<16}{'wrong':>7}{'caught':>8}{'named':>7}{'nameable':>10}{'falsely':>9}"
          f"{'right':>7}{'accepted':>10}")  # fmt: skip
    for exercise in [*dict.fromkeys(answer.exercise for answer in chosen), ""]:
        _row(
            [outcome for outcome in outcomes if exercise in ("", outcome.answer.exercise)],
            exercise or "all",
        )
    print(f"\n{time.monotonic() - began:.0f} s")
    bad = [line for outcome in outcomes for line in _faults(outcome, everything=given.all)]
    print("\n".join(bad))
    return int(any(not line.startswith(" ") for line in bad))


def _row(outcomes: list[Outcome], name: str) -> None:
    wrong = [outcome for outcome in outcomes if not outcome.answer.right]
    right = [outcome for outcome in outcomes if outcome.answer.right]
    caught = sum(not outcome.full for outcome in wrong)
    named = sum(bool(outcome.named) and not outcome.false for outcome in wrong)
    nameable = sum(bool(outcome.answer.causes) for outcome in wrong)
    falsely = sum(outcome.false for outcome in outcomes)
    accepted = sum(outcome.full for outcome in right)
    print(f"{name:<16}{len(wrong):>7}{caught:>8}{named:>7}{nameable:>10}{falsely:>9}"
          f"{len(right):>7}{accepted:>10}")  # fmt: skip


def _faults(one: Outcome, *, everything: bool) -> list[str]:
    answer, result = one.answer, one.result
    about = f"{answer.exercise}: {answer.title}"
    found = []
    if answer.right and not one.full:
        first = next(case for case in result.cases if case.status != "passed")
        found.append(f"REFUSED {about}: {first.title}: {first.got} {first.help}")
    if not answer.right and one.full:
        found.append(f"MISSED {about}")
    if one.false:
        found.append(f"FALSE {about}: {', '.join(sorted(one.named))}")
    if everything and not found and not answer.right:
        causes = f" of {', '.join(sorted(answer.causes))}" if answer.causes else ""
        named = ", ".join(sorted(one.named)) or "nothing"
        if (causes and not one.named) or not causes:
            found.append(f"  {about}: named {named}{causes}: {result.message}")
    return found


if __name__ == "__main__":
    sys.exit(main())
