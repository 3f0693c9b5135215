"""The policy of a class: the attempt that counts, and the deduction for being late.

The rule for late days: the first day begins when the deadline and its grace period are over. Each
started day takes off the same percentage of the attempt's points; the deduction is rounded down to
whole points. After the last allowed day nothing is left. A time of handing in without a zone is
taken in the deadline's zone. Where the time of handing in is not known, nothing is taken off.

The best attempt is the one with the most points after the deduction; of equal ones the earliest.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Literal

import msgspec

from grader.errors import GraderError
from grader.gradebook.classes import Late
from grader.report import Points

_DAY = timedelta(days=1)


class PolicyError(GraderError, ValueError):
    """A time that cannot be understood; the message says how to write it."""


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """The rule for the attempt that counts and for the deduction for being late.

    Attributes:
        attempts: whether the last attempt counts, or the best.
        deadline: in ISO 8601 with the zone; empty without one.
        grace_minutes: minutes after the deadline that cost nothing.
        percent_per_day: the share of the points that each started day takes off.
        most_days: late days after which nothing is left; None if there is no such limit.
    """

    attempts: Literal["last", "best"] = "last"
    deadline: str = ""
    grace_minutes: int = 0
    percent_per_day: int = 0
    most_days: int | None = None

    def late(self, handed_in: str, points: Points) -> Late:
        """The deduction from an attempt of this many points that was handed in at this time."""
        if not self.deadline or not handed_in:
            return Late()
        overdue = (
            time_with_zone(self.zoned(handed_in))
            - time_with_zone(self.deadline)
            - timedelta(minutes=self.grace_minutes)
        )
        days = max(0, math.ceil(overdue / _DAY))
        if self.most_days is not None and days > self.most_days:
            return Late(days=days, deducted=points)
        off = int(points * self.percent_per_day * days // 100)
        return Late(days=days, deducted=min(points, off))

    def zoned(self, handed_in: str) -> str:
        """A time of handing in with its zone: its own, or else the deadline's if there is one."""
        zone = time_with_zone(self.deadline).tzinfo if self.deadline else None
        return in_zone(handed_in, zone) if zone else handed_in

    def order(self, handed_in: str) -> datetime:
        """The time by which attempts are sorted; an unknown time comes first."""
        if not handed_in:
            return datetime.min.replace(tzinfo=UTC)
        time = datetime.fromisoformat(self.zoned(handed_in))
        return time if time.tzinfo else time.replace(tzinfo=UTC)

    def sentence(self) -> str:
        """The policy in words."""
        words = f"The {self.attempts} attempt counts."
        if not self.deadline:
            return f"{words} There is no deadline."
        grace = f" and {self.grace_minutes} minutes of grace" if self.grace_minutes else ""
        words += f" After {self.deadline}{grace}"
        words += f" each started day costs {self.percent_per_day} % of the points"
        if self.most_days is not None:
            words += f", and after {self.most_days} days nothing is left"
        return f"{words}."


def has_zone(time: str) -> bool:
    """Whether a time in ISO 8601 says its zone; an empty one does not."""
    return bool(time) and datetime.fromisoformat(time).tzinfo is not None


def in_zone(time: str, zone: tzinfo) -> str:
    """A time in ISO 8601 with this zone if it says none itself; empty stays empty."""
    if not time or has_zone(time):
        return time
    return datetime.fromisoformat(time).replace(tzinfo=zone).isoformat(timespec="seconds")


def time_with_zone(text: str) -> datetime:
    """Read a time with its zone.

    Raises:
        PolicyError: the text is not a time, or has no zone.
    """
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise PolicyError(f"{text!r} is no time: write it like 2026-11-30T23:59+01:00") from None
    if time.tzinfo is None:
        raise PolicyError(f"{text!r} has no zone: write it like 2026-11-30T23:59+01:00")
    return time
