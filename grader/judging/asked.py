"""A question and what came back."""

from __future__ import annotations

from dataclasses import dataclass

from grader.border.observations import Observation
from grader.border.probes import Probe


@dataclass(frozen=True)
class Asked:
    """A question that was put and what came back."""

    probe: Probe
    seen: Observation
