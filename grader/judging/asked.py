"""A question that was put to a submission, with the observation that came back."""

from __future__ import annotations

import msgspec

from grader.protocol.observations import Observation
from grader.protocol.probes import Probe


class Asked(msgspec.Struct, frozen=True):
    """A question and its observation.

    Attributes:
        probe: the question.
        seen: the observation.
    """

    probe: Probe
    seen: Observation
