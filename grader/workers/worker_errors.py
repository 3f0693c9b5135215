"""The reasons why there is no report: as errors on either side, and as the message between."""

from __future__ import annotations

from grader.errors import OURS, GraderError, fault
from grader.grading.admission import WeakSandboxError
from grader.sandbox.sandbox_error import SandboxError
from grader.submissions.reading import SubmissionError
from grader.workers.worker_messages import Failed


class TooMuchError(SubmissionError):
    """A submission exceeds a limit on reading and judging it; the message says which."""


class GraderFaultError(GraderError):
    """The grader failed, by no fault of the submission."""

    exit_code = OURS


def failed(error: Exception) -> Failed:
    """The message for an error."""
    match error:
        case TooMuchError():
            return Failed("limit", str(error))
        case SubmissionError():
            return Failed("file", str(error))
        case WeakSandboxError():
            return Failed("weak", str(error), error.found, error.missing)
        case SandboxError():
            return Failed("sandbox", str(error))
        case GraderFaultError():
            return Failed("grader", str(error))
    return Failed("grader", fault(error))


def error_of(message: Failed) -> GraderError:
    """The error for a message."""
    match message.kind:
        case "limit":
            return TooMuchError(message.words)
        case "file":
            return SubmissionError(message.words)
        case "weak":
            return WeakSandboxError(message.level, message.missing)
        case "sandbox":
            return SandboxError(message.words)
    return GraderFaultError(message.words)
