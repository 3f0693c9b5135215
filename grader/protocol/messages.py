"""The messages of the protocol. The grader speaks first and waits for one answer at a time.

``Start`` -> ``Ready``; then ``Run`` -> ``Ran`` for each cell and ``Ask`` -> ``Answer`` for each
probe. While a probe is open the child may send ``StandInCall`` and gets ``StandInReply``. An
answer carries the number of its question, which cannot be guessed; any other is discarded.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from grader.protocol.limits import Limits
from grader.protocol.observations import CellOutput, ChildOutcome, Raised
from grader.protocol.probes import Probe
from grader.protocol.things import Thing
from grader.protocol.values import Axes, Name, Value

Training = Literal["none", "numpy", "keras", "both"]
"""Who has trained the models of a submission, as ``grader.training`` reports it."""
_FEW = msgspec.Meta(max_length=200)


def trained(some: Training, others: Training) -> Training:
    """The trainers of two runs together: Keras, NumPy, both or none."""
    if "none" in (some, others):
        return others if some == "none" else some
    return some if some == others else "both"


class Start(msgspec.Struct, frozen=True, tag="start", forbid_unknown_fields=True):
    """Begin: the settings that a child needs.

    Attributes:
        scratch: its working folder, the only place it may write.
        modules: a folder with modules that the notebook may import; empty if there is none.
        stubbed: module names with the functions that do nothing in them, such as the notebook's
            own unit tests.
        seed: the seed of the libraries' random numbers.
        legacy: whether what newer libraries refuse is done as the older ones did it.
        exact_training: whether Keras itself trains every model.
        plain_keras: whether the grader's own library of plain networks is found as Keras.
        libraries: the libraries to import, whose versions the child reports.
        without: layers of protection to leave out, for tests and measurements.
    """

    scratch: str
    modules: str
    stubbed: dict[str, tuple[str, ...]]
    seed: int
    limits: Limits
    legacy: bool = False
    exact_training: bool = False
    plain_keras: bool = False
    libraries: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


class Ready(msgspec.Struct, frozen=True, tag="ready", forbid_unknown_fields=True):
    """The child is locked down, before any of the submission has run.

    Attributes:
        layers: the protections that are in force.
        versions: the versions of the libraries that ``Start`` names.
    """

    layers: tuple[Name, ...]
    versions: dict[str, str] = {}


class Run(msgspec.Struct, frozen=True, tag="run", forbid_unknown_fields=True):
    """Run a cell.

    Attributes:
        number: counts the notebook's code cells from 1.
        source: of the cell.
        shows: whether what it shows is made text, as a notebook does; else it is not looked at.
    """

    id: int
    number: int
    source: str
    shows: bool = False


class Ran(msgspec.Struct, frozen=True, tag="ran", forbid_unknown_fields=True):
    """A cell has run.

    Attributes:
        error: how it stopped, if it did not reach its end.
        output: what it printed and showed.
        training: the child's word on how models were trained until now; no mark depends on it.
    """

    id: int
    error: Raised | None = None
    output: CellOutput = CellOutput()
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


Operation = Literal[
    "name", "names", "set_name", "delete_name", "call", "attribute", "set_attribute",
    "delete_attribute", "item", "set_item", "delete_item", "operator", "length", "truth", "iterate",
    "next", "string",
    "representation", "format", "hash", "contains", "whole", "real", "is_a", "attributes", "seed",
    "copy", "deep_copy", "forget", "rerun", "run_as", "start", "patch", "type",
    "folder", "change_folder", "write_file", "read_file", "file_status", "folder_names",
    "remove_file",
]  # fmt: skip
"""The operations that a test of an instructor's own may ask for."""


class Do(msgspec.Struct, frozen=True, tag="do", forbid_unknown_fields=True):
    """Do one operation for a test that runs on the grader's side.

    Attributes:
        operation: the operation.
        operands: the things it is done with; objects in the child are named by their numbers.
        keywords: the keyword arguments of a call.
    """

    id: int
    operation: Operation
    operands: tuple[Thing, ...] = ()
    keywords: dict[str, Thing] = {}


class Threw(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An exception.

    Attributes:
        kind: the name of its class.
        bases: the names of its class and base classes, the nearest first; a dot before a name that
            is not built in.
        parts: the arguments of the exception.
        raised: the message, and the learner's own line.
        thing: the exception itself, which stayed on its side.
    """

    kind: Name
    bases: Annotated[tuple[Name, ...], _FEW]
    parts: Annotated[tuple[Thing, ...], _FEW]
    raised: Raised
    thing: Thing = None


class Did(msgspec.Struct, frozen=True, tag="did", forbid_unknown_fields=True):
    """An operation is done.

    Attributes:
        value: the result.
        same: the place of the operand that is the result itself; -1 if none is.
        threw: the exception it ended with, if it did.
        out: what was printed meanwhile.
        err: what was written to standard error meanwhile.
        changed: the operands that were changed in place: the place of each, and its new content.
    """

    id: int
    value: Thing = None
    same: int = -1
    threw: Threw | None = None
    out: str = ""
    err: str = ""
    changed: Annotated[tuple[tuple[int, Thing], ...], _FEW] = ()


class CallBack(msgspec.Struct, frozen=True, tag="call_back", forbid_unknown_fields=True):
    """The submission calls a function of the test's; ``id`` is the open operation's."""

    id: int
    number: int
    operands: Annotated[tuple[Thing, ...], msgspec.Meta(max_length=1000)] = ()
    keywords: dict[Name, Thing] = {}


class CalledBack(msgspec.Struct, frozen=True, tag="called_back", forbid_unknown_fields=True):
    """The result of the test's function, or the exception it ended with.

    Attributes:
        value: the result.
        threw: the exception.
        original: whether what the function stands for is to be run, and its result is the result.
    """

    value: Thing = None
    threw: Threw | None = None
    original: bool = False


ToChild = Start | Run | Ask | StandInReply | Do | CalledBack
FromChild = Ready | Ran | Answer | StandInCall | Did | CallBack


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
    """From the zygote: processor seconds so far, in steps of about 0.01; -1 if unknown."""

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


class ProcessEnding(msgspec.Struct, frozen=True, tag="stopped", forbid_unknown_fields=True):
    """From the zygote: how the child ended (``waitpid`` status) and what it used."""

    status: int
    cpu_seconds: float = 0.0
    peak_mb: float = 0.0


ToZygote = Prepare | Fork | Stop | Usage
FromZygote = Warm | Forked | ProcessEnding | Used
