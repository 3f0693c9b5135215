"""Which attempt counts, and what being late costs.

The rule for late days: a day begins when the deadline and its grace are over; each started day
takes off the same percentage of the attempt's points; what is taken off is rounded down to whole
points. After the last allowed day nothing is left. A time of handing in without a zone is in the
deadline's. Where the time of handing in is not known,
nothing is taken off. Of several attempts the best is the one with the most points after that; of
equal ones the earliest.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

from grader.errors import GraderError
from grader.gradebook.classes import Late

_DAY = timedelta(days=1)


class PolicyError(GraderError, ValueError):
    """A time that cannot be understood; the message says how to write it."""


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """How an attempt becomes a mark.

    Attributes:
        attempts: whether the last attempt counts, or the best.
        deadline: in ISO 8601 with the zone; empty for none.
        grace_minutes: after the deadline that cost nothing.
        percent_per_day: of the points, taken off for each started day.
        most_days: after so many days nothing is left; None for no end.
    """

    attempts: Literal["last", "best"] = "last"
    deadline: str = ""
    grace_minutes: int = 0
    percent_per_day: int = 0
    most_days: int | None = None

    def late(self, handed_in: str, points: int) -> Late:
        """What an attempt loses that was handed in then and is worth so many points."""
        if not self.deadline or not handed_in:
            return Late()
        after = (
            moment(self.zoned(handed_in))
            - moment(self.deadline)
            - timedelta(minutes=self.grace_minutes)
        )
        days = max(0, math.ceil(after / _DAY))
        if self.most_days is not None and days > self.most_days:
            return Late(days=days, deducted=points)
        return Late(days=days, deducted=min(points, points * self.percent_per_day * days // 100))

    def zoned(self, handed_in: str) -> str:
        """A time of handing in with its zone: its own, or else the deadline's if there is one."""
        if not self.deadline or not handed_in or has_zone(handed_in):
            return handed_in
        zone = moment(self.deadline).tzinfo
        return datetime.fromisoformat(handed_in).replace(tzinfo=zone).isoformat(timespec="seconds")

    def order(self, handed_in: str) -> datetime:
        """A time by which attempts are put in order; one that is not known is the first."""
        if not handed_in:
            return datetime.min.replace(tzinfo=UTC)
        found = datetime.fromisoformat(self.zoned(handed_in))
        return found if found.tzinfo else found.replace(tzinfo=UTC)

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
    """Whether a time in ISO 8601 says its zone."""
    return datetime.fromisoformat(time).tzinfo is not None


def moment(text: str) -> datetime:
    """A time with its zone.

    Raises:
        PolicyError: it is none.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise PolicyError(f"{text!r} is no time: write it like 2026-11-30T23:59+01:00") from None
    if found.tzinfo is None:
        raise PolicyError(f"{text!r} has no zone: write it like 2026-11-30T23:59+01:00")
    return found
