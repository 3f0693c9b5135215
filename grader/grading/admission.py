"""The rule for which sandboxes are strong enough to ask private cases in."""

from __future__ import annotations

from grader.errors import GraderError
from grader.protocol.layers import LEVELS, Level, lacking, level


class WeakSandboxError(GraderError):
    """Private cases are not asked where a submission could reach them."""

    def __init__(self, found: Level, missing: tuple[str, ...]) -> None:
        """The error for a level that was found, and the layers that are missing."""
        self.found, self.missing = found, missing
        super().__init__(
            f"the sandbox here is at level {found} (missing: {', '.join(missing)}), so a "
            "submission could reach the private cases, and they are not run. `grader doctor` "
            "says what to do about it; with --allow-weak-sandbox they are run all the same."
        )


def refuse_if_weak(layers: tuple[str, ...]) -> None:
    """Refuse a child that is not locked in well enough.

    Args:
        layers: the protections that are in force in it.

    Raises:
        WeakSandboxError: they do not amount to "strong".
    """
    found = level(layers)
    if LEVELS.index(found) < LEVELS.index("strong"):
        raise WeakSandboxError(found, lacking(layers))
