"""What a notebook's hint() says beside the grader's report: python benchmarks/hints_at_home.py.

Known wrong answers and those not in the catalogue are graded, and asked about in a notebook
without the catalogue. Each row counts those of which the grader, the notebook, or both know the
mistake, and whether it is the same.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from at_home import first_of_a_ladder, notebook  # noqa: E402
from held_out.corpus import HeldOut, Outcome, answers, cells_of, graded  # noqa: E402

from grader.assignment import loading  # noqa: E402
from grader.diagnosis import catalogue  # noqa: E402
from grader.diagnosis.catalogue import Catalogue  # noqa: E402
from grader.grading.grader import Grader, Options  # noqa: E402
from grader.protocol.limits import Limits  # noqa: E402

TWO = "Two things at once. Start with this one: "
COLUMNS = ("answers", "grader", "home", "same", "other", "home only", "share")


def main() -> int:
    """Print the table; 1 if the notebook names another mistake, or too few of the grader's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercises", nargs="*", help="those of these exercises alone")
    parser.add_argument("--every", type=int, default=1, help="take each n-th answer alone")
    parser.add_argument("--least", type=float, default=90.0, help="per cent that must be the same")
    parser.add_argument("--all", action="store_true", help="say of which the notebook knows less")
    given = parser.parse_args()
    began = time.monotonic()
    suite = loading.load_assignment(ROOT)
    known = catalogue.load_catalogue(ROOT / "solutions")
    exercises = given.exercises or [exercise.name for exercise in suite.exercises]
    first_hints = frozenset(" ".join(entry.hints[0].split()) for entry in known.mistakes)
    groups = {
        "catalogue": [*programs(known, exercises)][:: given.every],
        "held out": [answer for answer in answers(exercises) if not answer.right][:: given.every],
    }
    print(f"{'':<28}" + "".join(f"{column:>10}" for column in COLUMNS))
    shares = []
    for group, chosen in groups.items():
        with (
            Grader(suite, Options(Limits(probe_seconds=4.0))) as grader,
            tempfile.TemporaryDirectory() as folder,
        ):
            outcomes = graded(grader, known, chosen, Path(folder))
        said = [known_at_home(words, first_hints) for words in at_home(known, chosen)]
        for exercise in [*dict.fromkeys(answer.exercise for answer in chosen), ""]:
            rows = [
                (outcome, words)
                for outcome, words in zip(outcomes, said, strict=True)
                if exercise in ("", outcome.answer.exercise)
            ]
            shares.append(_row(rows, f"{group}: {exercise or 'all'}"))
        if given.all:
            print("\n".join(_differences(zip(outcomes, said, strict=True))))
    print(f"\n{time.monotonic() - began:.0f} s")
    return int(any(share < given.least for share in shares))


def programs(known: Catalogue, exercises: Iterable[str]) -> Iterator[HeldOut]:
    """The wrong programs of the catalogue, as answers."""
    for entry in known.mistakes:
        if entry.exercise in exercises:
            for number, variant in enumerate(entry.variants, 1):
                causes = frozenset({entry.name})
                yield HeldOut(entry.exercise, f"{entry.name} {number}", False, causes, variant)


def at_home(known: Catalogue, chosen: Iterable[HeldOut]) -> Iterator[str]:
    """What hint() says of each answer beside right answers to the other exercises."""
    with notebook() as home:
        for answer in chosen:
            yield home.said(cells_of(known, answer), answer.exercise)


def _row(rows: list[tuple[Outcome, str]], name: str) -> float:
    ladders = [(_first(outcome), words) for outcome, words in rows]
    grader = sum(bool(first) for first, _ in ladders)
    home = sum(bool(words) for _, words in ladders)
    same = sum(bool(first) and first == words for first, words in ladders)
    other = sum(bool(first and words) and first != words for first, words in ladders)
    alone = sum(bool(words) and not first for first, words in ladders)
    share = 100 * same / grader if grader else 100.0
    counts = "".join(f"{count:>10}" for count in (len(rows), grader, home, same, other, alone))
    print(f"{name:<28}{counts}{share:>9.1f}%", flush=True)
    return share


def _first(outcome: Outcome) -> str:
    return " ".join(outcome.result.hints[0].split()) if outcome.result.hints else ""


def known_at_home(said: str, first_hints: frozenset[str]) -> str:
    """The first hint of a mistake, if that is what hint() said; else nothing."""
    words = first_of_a_ladder(said)
    return words if words.removeprefix(TWO) in first_hints else ""


def _differences(rows: Iterable[tuple[Outcome, str]]) -> Iterator[str]:
    for outcome, words in rows:
        if _first(outcome) != words:
            about = f"{outcome.answer.exercise}: {outcome.answer.title}"
            causes = " + ".join(outcome.result.mistakes) or "nothing"
            yield f"{about}: the grader names {causes}; at home: {words[:300] or 'nothing'}"


if __name__ == "__main__":
    sys.exit(main())
