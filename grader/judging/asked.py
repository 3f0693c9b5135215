"""A question and what came back."""

from __future__ import annotations

import msgspec

from grader.protocol.observations import Observation
from grader.protocol.probes import Probe


class Asked(msgspec.Struct, frozen=True):
    """A question that was put and what came back."""

    probe: Probe
    seen: Observation
