"""The checkup: a throw-away submission tries what it must not do, which shows the sandbox's level.

The trials are in ``trials``, the things they are tried on in ``decoys``, what they leave behind in
``traces``, and ways to get missing protections in ``remedies``.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import msgspec

from grader.doctor import decoys, remedies, traces, trials
from grader.linux import kernel
from grader.protocol.layers import LEVELS, Level, lacking, level
from grader.protocol.observations import Exceeded, Observation, Returned
from grader.protocol.probes import Call
from grader.protocol.values import encode
from grader.sandbox.program import SubmissionProgram
from grader.sandbox.session import Session
from grader.sandbox.zygotes import Zygotes

_PARAMETERS = ("threat", "trial", "decoys")
_SCHEMA_VERSION = 1
_WIDTH = 80
_COLUMN = 37  # the column of the results
_SAYS: dict[Level, str] = {
    "full": "A submission reaches the libraries and its own folder, no more.",
    "strong": "The answers are out of reach: private cases are run.",
    "weak": "Answers may be in reach: private cases are run with --allow-weak-sandbox only.",
    "none": "Nothing is kept from it: private cases are run with --allow-weak-sandbox only.",
}


class Threat(msgspec.Struct, frozen=True):
    """A kind of harm, and the results of its trials.

    Attributes:
        title: the harm in words, such as "read the answers".
        tried: the titles of all its trials.
        possible: the trials that succeeded.
        unknown: the trials that could not be made, each with what came instead.
    """

    title: str
    tried: tuple[str, ...]
    possible: tuple[str, ...]
    unknown: tuple[str, ...]


class Checkup(msgspec.Struct, frozen=True):
    """The result of a checkup.

    Attributes:
        schema_version: the version of this structure.
        level: the sandbox's level as the trials show it.
        level_of_layers: the level that its layers should give; higher, if trials show that they
            do not.
        system: the system in a few words.
        layers: the layers in force.
        missing: the layers that are not in force, and how to get them.
        threats: the results of all trials.
    """

    schema_version: int
    level: Level
    level_of_layers: Level
    system: str
    layers: tuple[str, ...]
    missing: tuple[remedies.MissingLayers, ...]
    threats: tuple[Threat, ...]


def check_up(
    support: Path | None, without: tuple[str, ...] = (), zygote: decoys.MarkedZygote | None = None
) -> Checkup:
    """Lock in a throw-away submission and have it try everything.

    Args:
        support: the student's part of the assignment, which submissions may read.
        without: layers to leave out, for tests.
        zygote: the process that forks submissions, if it has been started already.

    Raises:
        SandboxError: no process for the submission can be started.
    """
    zygote = zygote or decoys.start_marked_zygote(support, private="world" not in without)
    kernel.not_dumpable()  # like a grader that holds private cases
    with ExitStack() as stack:
        zygotes = stack.enter_context(Zygotes(zygote.started, without))
        source = Path(trials.__file__).read_text(encoding="utf-8")
        program = SubmissionProgram(((1, source),), modules=(), support=support)
        zygotes.warm(program.modules, support)
        laid_out = decoys.lay_out(stack, zygote, support)
        fields = encode([[name, value] for name, value in laid_out.items()])
        with Session(program, zygotes, decoys.LIMITS, {}) as session:
            answers = {
                (threat, trial): session.observe(
                    Call("succeeds", _PARAMETERS, (threat, trial, fields))
                )
                for threat, its_trials in trials.TRIALS.items()
                for trial in its_trials
            }
        seen = traces.effects(laid_out)
    threats = tuple(_threat(title, answers, seen) for title in trials.TRIALS)
    of_layers = level(session.layers)
    system = remedies.here()
    return Checkup(
        schema_version=_SCHEMA_VERSION,
        level=min(of_layers, _level_shown(threats), key=LEVELS.index),
        level_of_layers=of_layers,
        system=str(system),
        layers=session.layers,
        missing=remedies.missing(lacking(session.layers), system),
        threats=threats,
    )


def _threat(title: str, answers: dict[tuple[str, str], Observation], seen: set[str]) -> Threat:
    outcomes = {trial: answers[title, trial].outcome for trial in trials.TRIALS[title]}
    possible, unknown = [], []
    for trial, outcome in outcomes.items():
        if outcome == Returned((True,)) or trial in seen:
            possible.append(trial)
        # Exceeded: the grader watched a limit itself, and has ended the submission.
        elif outcome != Returned((False,)) and not isinstance(outcome, Exceeded):
            unknown.append(f"{trial}: {outcome}")
    return Threat(title, tuple(outcomes), tuple(possible), tuple(unknown))


def _level_shown(threats: Iterable[Threat]) -> Level:
    """The highest level at which all these successes may occur."""
    possible = {trial for threat in threats for trial in threat.possible}
    if any(threat.unknown for threat in threats) or possible - trials.SIGHTS:
        return "weak"
    return "strong" if possible else "full"


def as_text(checkup: Checkup) -> str:
    """The checkup on one screen: at most 80 columns, no terminal codes."""
    lines = [f"grader doctor: {checkup.system}", ""]
    lines += ["A throw-away submission, locked in like any other, tried to", ""]
    for threat in checkup.threats:
        found = (("POSSIBLE", threat.possible), ("NOT TRIED", threat.unknown))
        said = [f"{word}: {'; '.join(titles)}" for word, titles in found if titles]
        lines += _wrapped(
            f"  {threat.title:<{_COLUMN - 2}}{'. '.join(said) or 'prevented'}", _COLUMN
        )
    lines += ["", *_wrapped(f"Layers in force: {', '.join(checkup.layers)}", 2)]
    for layer in checkup.missing:
        lines += _wrapped(f"Missing: {', '.join(layer.layers)}. {layer.remedy}", 2)
    although = ""
    if checkup.level != checkup.level_of_layers:
        although = f", although the layers say {checkup.level_of_layers}"
    lines += ["", *_wrapped(f"Level: {checkup.level}{although}. {_SAYS[checkup.level]}", 2)]
    return "\n".join(lines) + "\n"


def as_json(checkup: Checkup) -> str:
    """The checkup as JSON, for programs."""
    return msgspec.json.format(msgspec.json.encode(checkup)).decode() + "\n"


def _wrapped(line: str, hanging: int) -> list[str]:
    return textwrap.wrap(
        line, _WIDTH, subsequent_indent=" " * hanging, break_on_hyphens=False, drop_whitespace=True
    )
