"""The threshold ``--fail-under``: in points, or as a share of all points."""

from __future__ import annotations

import re

import click
import msgspec

_WRITTEN = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)\s*(%?)")
_WHOLE = 100  # percent


class Threshold(msgspec.Struct, frozen=True):
    """The least total.

    Attributes:
        number: points, or percent of the points of the required exercises.
        is_share: whether the number is percent.
    """

    number: float
    is_share: bool = False

    def unmet(self, points: float, worth: float) -> str:
        """A sentence if the points are below the threshold, else an empty text.

        Args:
            points: the points of the submission, or the fewest of a class.
            worth: the points of the required exercises that were judged.
        """
        least = self.number * worth / _WHOLE if self.is_share else self.number
        if points >= least:
            return ""
        share = f", {self.number:g} % of the {worth:g} that can be earned" if self.is_share else ""
        return f"{points:g} points are below the {least:g} of --fail-under{share}"


class ThresholdType(click.ParamType[Threshold]):
    """``60`` or ``60%`` on the command line."""

    name = "threshold"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Threshold:
        """The threshold that a text stands for."""
        if isinstance(value, Threshold):
            return value
        found = _WRITTEN.fullmatch(str(value).strip())
        if found is None:
            self.fail(f"{value!r} is neither points, like 60, nor a share, like 60%", param, ctx)
        return Threshold(float(found[1]), bool(found[2]))
