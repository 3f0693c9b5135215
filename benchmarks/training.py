"""Training in NumPy beside Keras' own: the same verdicts, and what it saves.

    python benchmarks/training.py verdicts --seeds 1,2,3     long: each program is trained twice
    python benchmarks/training.py times --runs 5             in turns, with and without
    python benchmarks/training.py class --count 200          a class, once each way

Verdicts are compared case by case over all known programs with a model: the catalogue's wrong and
accepted answers, those that are not in it, and the golden submissions. A seed is another key of the
instructor's, so other random starts and other private inputs. Exit code 1 if any differs.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from contestant import Contestant, cache_folder, empty  # noqa: E402
from held_out.corpus import answers  # noqa: E402
from own import Ours  # noqa: E402
from submissions import COUNT, write_lab  # noqa: E402
from timing import time_once  # noqa: E402

from grader.assignment import loading  # noqa: E402
from grader.diagnosis import catalogue  # noqa: E402
from grader.grading.grader import Grader, Options  # noqa: E402
from grader.report import Report  # noqa: E402
from grader.verify.entry_programs import specimens  # noqa: E402

EXERCISE = "digit_model"


def programs(folder: Path) -> Iterator[Path]:
    """Every known submission with an answer to the exercise, written where there is no file."""
    known = catalogue.load_catalogue(ROOT / "solutions")
    for specimen in specimens(known, folder):
        if specimen.entry.exercise == EXERCISE:
            yield specimen.path
    for number, answer in enumerate(answers([EXERCISE]), 1):
        path = folder / f"held_out-{number}.py"
        cells = (known.given, known.given_for.get(EXERCISE, ""), answer.source)
        path.write_text("".join(f"# %%\n{cell}\n" for cell in cells), encoding="utf-8")
        yield path
    yield from sorted((ROOT / "tests" / "golden").glob("*/submit.*"))


def told(report: Report) -> dict[str, Any]:
    """What a submission was told that must not depend on who trains."""
    exercise = report.exercises[0]
    cases = {case.id: (case.status, case.earned) for case in exercise.cases}
    return {**cases, "mistakes": exercise.mistakes, "message": exercise.message}


def verdicts(given: argparse.Namespace) -> int:
    """Grade each program with and without; 1 if a verdict differs."""
    suite = loading.load_assignment(ROOT).only([EXERCISE])
    worst = 0
    for seed in map(int, given.seeds.split(",")):
        keyed = msgspec.structs.replace(suite, key=f"training {seed}".encode())
        with (
            tempfile.TemporaryDirectory() as place,
            Grader(keyed, Options()) as quick,
            Grader(keyed, Options(exact_training=True)) as exact,
            ThreadPoolExecutor(given.jobs) as pool,
        ):
            paths = [path for path in programs(Path(place)) if given.only in path.name]
            trained: Counter[str] = Counter()
            differing = 0
            pairs = pool.map(lambda path: (quick.grade(path), exact.grade(path)), paths)
            for path, (here, there) in zip(paths, pairs, strict=True):
                light = "tensorflow" not in here.provenance.libraries
                trained["without TensorFlow" if light else here.provenance.training] += 1
                one, other = told(here), told(there)
                for name in one.keys() | other.keys():
                    if one.get(name) != other.get(name):
                        differing = differing + 1
                        words = f"{one.get(name)} in NumPy, {other.get(name)} by Keras"
                        print(f"  {path.parent.name}/{path.name}: {name}: {words}", flush=True)
        worst = max(worst, int(differing > 0))
        how = ", ".join(f"{count} {name}" for name, count in trained.most_common())
        print(f"seed {seed}: {len(paths)} programs ({how}), {differing} differences", flush=True)
    return worst


class _Exact(Ours):
    """The grader that leaves every model to Keras."""

    name = "grader --exact-training"

    def commands(self, count: int) -> list[Any]:
        """The same call with the option."""
        return [
            _with(command, (*command.argv, "--exact-training"))
            for command in super().commands(count)
        ]


def _with(command: Any, argv: tuple[str, ...]) -> Any:
    """The same command with other arguments."""
    return type(command)(argv, command.cwd)


def times(given: argparse.Namespace) -> int:
    """Time a cold single submission and ten at once, in turns with and without."""
    python = str(Path(sys.executable).absolute())
    lab = write_lab("tensorflow", empty(cache_folder() / "work" / "training" / "lab"))
    contestants: list[Contestant] = [Ours(python), _Exact(python)]
    for contestant in contestants:
        contestant.prepare(lab, empty(cache_folder() / "work" / "training" / contestant.name[-5:]))
    for count in (1, COUNT):
        wall: dict[str, list[float]] = {contestant.name: [] for contestant in contestants}
        busy: dict[str, list[float]] = {contestant.name: [] for contestant in contestants}
        for turn in range(given.runs + 1):
            for contestant in contestants:
                before = _processor()
                seconds = time_once(contestant, count)
                if turn:
                    wall[contestant.name].append(seconds)
                    busy[contestant.name].append(_processor() - before)
        quick, exact = (contestant.name for contestant in contestants)
        for what, figures in (("wall", wall), ("processor", busy)):
            ours, theirs = statistics.median(figures[quick]), statistics.median(figures[exact])
            print(f"{count:>3} {what:<10}{ours:8.2f} s{theirs:8.2f} s exact{theirs / ours:7.2f}x")
    return 0


# By what is right: one mistake each, half of them in the model. 30 % of the class make one.
MISTAKES = (
    ("Dense(25,", "Dense(24,"),
    ("W[:, j]", "W[j]"),
    ('Dense(15, activation=\\"sigmoid\\")', "Dense(15)"),
    (" + b[j]", ""),
    ("epochs=20", "epochs=1"),
    ("my_dense(a1, W2", "my_dense(x, W2"),
)


def a_class(given: argparse.Namespace) -> int:
    """Grade a class, seven of ten right, with and without; the marks must be the same."""
    place = empty(cache_folder() / "work" / "training" / "class")
    text = write_lab("tensorflow", empty(place / "lab")).notebooks[0].read_text(encoding="utf-8")
    folder = empty(place / "submissions")
    for number in range(given.count):
        right, wrong = MISTAKES[number // 10 % len(MISTAKES)] if number % 10 > 6 else ("", "")
        assert right in text, right
        own = text.replace(right, wrong) if right else text
        own = own.replace("Submission 1.", f"Submission {number}.")
        (folder / f"student{number:03}.ipynb").write_text(own, encoding="utf-8")
    seconds, marks = [], []
    for options in ([], ["--exact-training"]):
        book, reports = place / f"{len(marks)}.gradebook", empty(place / f"reports{len(marks)}")
        command = [sys.executable, "-m", "grader", str(folder), "--book", str(book), *options]
        command += ["--to", f"json={reports}/{{}}.json"]
        began = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        seconds.append(time.monotonic() - began)
        found = sorted(reports.glob("*.json"))
        marks.append([json.loads(path.read_bytes())["total"] for path in found])
    quick, exact = seconds
    alike = marks[0] == marks[1] and len(marks[0]) == given.count
    words = "the same marks" if alike else "OTHER MARKS"
    print(f"{given.count}: {quick:.1f} s, {exact:.1f} s exact, {exact / quick:.1f}x, {words}")
    return int(not alike)


def _processor() -> float:
    """Processor seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> int:
    """Do what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("verdicts", "times", "class"))
    parser.add_argument("--seeds", default="1,2,3", help="numbers, separated by commas")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", default="", help="programs with this in their file's name")
    parser.add_argument("--count", type=int, default=200, help="students of the class")
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    began = time.monotonic()
    code = {"verdicts": verdicts, "times": times, "class": a_class}[given.what](given)
    print(f"{time.monotonic() - began:.0f} s")
    return code


if __name__ == "__main__":
    sys.exit(main())
