"""Points, and their sum."""

from __future__ import annotations

import math
from collections.abc import Iterable

Points = int | float
"""Points; whole numbers as such, so that two points are 2 and half a point is 0.5."""


def added(points: Iterable[Points]) -> Points:
    """The sum of points, to a thousandth; a whole number as such."""
    total = round(math.fsum(points), 3)
    return int(total) if total.is_integer() else total
