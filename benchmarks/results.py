"""What the times amount to: goals, a table for people and a file for programs.

Everything is judged as a ratio of two medians of the same run on the same machine. Seconds are
kept for the record; no goal is stated in them.
"""

from __future__ import annotations

import json
import os
import platform
from dataclasses import dataclass
from pathlib import Path

from submissions import Workload
from timing import Series

OURS = "grader"
WIDTH = 80


@dataclass(frozen=True)
class Goal:
    """A bound on our median divided by another contestant's."""

    workload: Workload
    count: int
    against: str
    at_most: float


@dataclass(frozen=True)
class Task:
    """One workload at one size, with everybody's times."""

    workload: Workload
    count: int
    series: list[Series]

    def median(self, name: str) -> float | None:
        """A contestant's median seconds."""
        return next((times.median for times in self.series if times.name == name), None)

    def ratio(self, name: str) -> float | None:
        """A contestant's median divided by ours: above 1, we are the faster."""
        ours, theirs = self.median(OURS), self.median(name)
        return theirs / ours if ours and theirs else None


GOALS: tuple[Goal, ...] = (
    Goal("numpy", 1, "autograder-py", 1.0),
    Goal("tensorflow", 1, "bare script", 1.1),
    Goal("numpy", 10, "nbgrader", 1 / 20),
    Goal("numpy", 10, "otter-grader", 1 / 20),
    Goal("numpy", 10, "autograder-py", 1 / 8),
    Goal("tensorflow", 10, "nbgrader", 1 / 4),
    Goal("tensorflow", 10, "otter-grader", 1 / 4),
)


def verdict(task: Task, goal: Goal) -> str:
    """One line on whether a goal is met; how it is put follows the goal."""
    ratio = task.ratio(goal.against)
    if goal.at_most < 1:
        wanted = f"at least {1 / goal.at_most:g}x faster than {goal.against}"
        shown = f"{ratio:.1f}x" if ratio else ""
    else:
        wanted = f"at most {goal.at_most:g}x the time of {goal.against}"
        shown = f"{1 / ratio:.2f}x" if ratio else ""
    if ratio is None:
        return f"goal: {wanted}: not measured"
    return f"goal: {wanted}: {shown}, {'met' if 1 / ratio <= goal.at_most else 'MISSED'}"


def table(task: Task, goals: tuple[Goal, ...]) -> str:
    """An aligned table of at most 80 columns, the fastest first."""
    noun = "submission" if task.count == 1 else "submissions"
    lines = [
        f"{task.workload}, {task.count} {noun}, wall seconds",
        f"{'':16}{'median':>9}{'fastest':>9}{'slowest':>9}{'runs':>6}{'x grader':>10}",
    ]
    for times in sorted(task.series, key=lambda times: times.median or float("inf")):
        if times.median is None:
            problem = times.problem or "not timed"
            lines.append(f"{times.name:16}{problem}"[:WIDTH])
            continue
        ratio = task.ratio(times.name)
        lines.append(
            f"{times.name:16}{times.median:9.2f}{min(times.seconds):9.2f}"
            f"{max(times.seconds):9.2f}{len(times.seconds):6}"
            + (f"{ratio:10.2f}" if ratio else f"{'-':>10}")
        )
    lines += [
        verdict(task, goal)
        for goal in goals
        if (goal.workload, goal.count) == (task.workload, task.count)
    ]
    return "\n".join(lines)


def write_json(path: Path, tasks: list[Task], runs: int) -> None:
    """Write all times, medians and ratios, with what is needed to read them."""
    body = {
        "schema_version": 1,
        "machine": {
            "processors": os.cpu_count(),
            "architecture": platform.machine(),
            "system": platform.system(),
            "python": platform.python_version(),
        },
        "runs": runs,
        "tasks": [
            {
                "workload": task.workload,
                "submissions": task.count,
                "contestants": [
                    {
                        "name": times.name,
                        "seconds": [round(value, 3) for value in times.seconds],
                        "median": times.median and round(times.median, 3),
                        "ratio_to_grader": rounded(task.ratio(times.name)),
                        "problem": times.problem,
                    }
                    for times in task.series
                ],
                "goals": [
                    verdict(task, goal)
                    for goal in GOALS
                    if (goal.workload, goal.count) == (task.workload, task.count)
                ],
            }
            for task in tasks
        ],
    }
    path.write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")


def rounded(value: float | None) -> float | None:
    """Three decimals, or None."""
    return None if value is None else round(value, 3)
