"""The messages of the protocol. The grader speaks first and waits for one answer at a time.

``Start`` -> ``Ready``; then ``Run`` -> ``Ran`` for each cell and ``Ask`` -> ``Answer`` for each
probe. While a probe is open the child may send ``StandInCall`` and gets ``StandInReply``. An
answer carries the number of its question, which cannot be guessed; any other is discarded.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from grader.protocol.limits import Limits
from grader.protocol.observations import ChildOutcome, Raised
from grader.protocol.probes import Probe
from grader.protocol.values import Axes, Name, Value

Training = Literal["none", "numpy", "keras", "both"]
"""What has trained the models of a submission, as ``grader.training`` says."""


class Start(msgspec.Struct, frozen=True, tag="start", forbid_unknown_fields=True):
    """What the child needs to begin.

    Attributes:
        scratch: its working folder, the only place it may write.
        modules: a folder with modules that the notebook may import; empty if there is none.
        stubbed: module names with the functions that do nothing in them, such as the notebook's
            own unit tests.
        seed: for the random numbers of the libraries.
        legacy: whether what newer libraries refuse is done as the older ones did it.
        exact_training: whether Keras itself trains every model.
        libraries: to have at hand; it tells their versions.
        without: layers of protection to leave out, for tests and measurements.
    """

    scratch: str
    modules: str
    stubbed: dict[str, tuple[str, ...]]
    seed: int
    limits: Limits
    legacy: bool = False
    exact_training: bool = False
    libraries: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Ready(msgspec.Struct, frozen=True, tag="ready", forbid_unknown_fields=True):
    """The child is locked down, before any of the submission has run.

    Attributes:
        layers: the protections that are in force.
        versions: of the libraries that were asked for.
    """

    layers: tuple[Name, ...]
    versions: dict[str, str] = {}


class Run(msgspec.Struct, frozen=True, tag="run", forbid_unknown_fields=True):
    """Run a cell; ``number`` counts the notebook's code cells from 1."""

    id: int
    number: int
    source: str


class Ran(msgspec.Struct, frozen=True, tag="ran", forbid_unknown_fields=True):
    """A cell has run; ``error`` tells how it stopped, if it did not reach its end.

    ``training`` is the child's word on how models were trained until now; no mark depends on it.
    """

    id: int
    error: Raised | None = None
    printed: str = ""
    training: Training = "none"


class Ask(msgspec.Struct, frozen=True, tag="ask", forbid_unknown_fields=True):
    """Answer a probe."""

    id: int
    probe: Probe


class Answer(msgspec.Struct, frozen=True, tag="answer", forbid_unknown_fields=True):
    """The answer to a probe; see ``Observation`` for the fields."""

    id: int
    outcome: ChildOutcome
    printed: str = ""
    changed: Annotated[tuple[Name, ...], msgspec.Meta(max_length=20)] = ()
    activated: Annotated[tuple[Axes, ...], msgspec.Meta(max_length=100)] = ()


class StandInCall(msgspec.Struct, frozen=True, tag="stand_in", forbid_unknown_fields=True):
    """The submission called a stand-in with these data arguments (functions left out)."""

    id: int
    name: Name
    arguments: Annotated[tuple[Value, ...], msgspec.Meta(max_length=20)]


class StandInReply(msgspec.Struct, frozen=True, tag="stand_in_reply", forbid_unknown_fields=True):
    """The stand-in's result, or the error it ends with.

    Attributes:
        value: the result.
        error: the error; None if there is a result.
        own: whether there is neither, and the submission's own function is to answer.
    """

    value: Value = None
    error: Raised | None = None
    own: bool = False


ToChild = Start | Run | Ask | StandInReply
FromChild = Ready | Ran | Answer | StandInCall


class Prepare(msgspec.Struct, frozen=True, tag="prepare", forbid_unknown_fields=True):
    """To the zygote: import these libraries; it answers with ``Warm``."""

    modules: tuple[str, ...]


class Fork(msgspec.Struct, frozen=True, tag="fork", forbid_unknown_fields=True):
    """To the zygote: fork a child; its channel travels beside this message."""


class Stop(msgspec.Struct, frozen=True, tag="stop", forbid_unknown_fields=True):
    """To the zygote: end this child with everything it started."""

    pid: int


class Usage(msgspec.Struct, frozen=True, tag="usage", forbid_unknown_fields=True):
    """To the zygote: how much processor time has this child used? It answers with ``Used``."""

    pid: int


class Used(msgspec.Struct, frozen=True, tag="used", forbid_unknown_fields=True):
    """From the zygote: processor seconds so far, in steps of about 0.01; -1 if nobody can tell."""

    cpu_seconds: float


class Warm(msgspec.Struct, frozen=True, tag="warm", forbid_unknown_fields=True):
    """From the zygote: it is ready.

    Attributes:
        problem: why it is not.
        private: whether it is in a world of its own, where each child has a new file system.
    """

    problem: str = ""
    private: bool = False


class Forked(msgspec.Struct, frozen=True, tag="forked", forbid_unknown_fields=True):
    """From the zygote: the child's process number; 0 if the zygote may not fork any more."""

    pid: int


class Stopped(msgspec.Struct, frozen=True, tag="stopped", forbid_unknown_fields=True):
    """From the zygote: how the child ended (``waitpid`` status) and what it used."""

    status: int
    cpu_seconds: float = 0.0
    peak_mb: float = 0.0


ToZygote = Prepare | Fork | Stop | Usage
FromZygote = Warm | Forked | Stopped | Used
