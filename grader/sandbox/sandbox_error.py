"""The error of the sandbox."""

from __future__ import annotations

from grader.errors import OURS, GraderError


class SandboxError(GraderError):
    """The grader could not provide a process to grade in: our fault, never the learner's."""

    exit_code = OURS

    def __init__(self, trouble: str) -> None:
        """Word the message.

        Args:
            trouble: the reason in a few words.
        """
        words = "there is no process to grade in, by no fault of the submission"
        super().__init__(f"{words}: {trouble}")
