"""The doctor: it has a throw-away submission try what it must not, and says what a system is worth.

What is tried is in ``trials``, on what in ``bait``, how to get what is missing in ``remedies``.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

import msgspec

from grader.doctor import bait, remedies, trials
from grader.linux import kernel
from grader.protocol.layers import LEVELS, Level, lacking, level
from grader.protocol.observations import Exceeded, Observation, Returned
from grader.protocol.probes import Call
from grader.protocol.values import encode
from grader.sandbox.session import Program, Session
from grader.sandbox.zygotes import Zygotes

_PARAMETERS = ("fear", "what", "bait")
_SCHEMA_VERSION = 1
_WIDTH = 80
_COLUMN = 37  # where it is said what came of it
_SAYS: dict[Level, str] = {
    "full": "A submission reaches the libraries and its own folder, no more.",
    "strong": "The answers are out of reach: private cases are run.",
    "weak": "Answers may be in reach: private cases are run with --allow-weak-sandbox only.",
    "none": "Nothing is kept from it: private cases are run with --allow-weak-sandbox only.",
}


class Fear(msgspec.Struct, frozen=True):
    """What people fear, and what came of trying it.

    Attributes:
        title: what is feared.
        tried: all that was tried.
        possible: what of it was possible.
        unknown: what could not be tried, with what came instead.
    """

    title: str
    tried: tuple[str, ...]
    possible: tuple[str, ...]
    unknown: tuple[str, ...]


class Checkup(msgspec.Struct, frozen=True):
    """What the doctor found.

    Attributes:
        schema_version: of this structure.
        level: what the sandbox amounts to here.
        level_of_layers: what its layers should amount to: more, if a trial shows that they do not.
        system: the system in a few words.
        layers: the layers in force.
        missing: the others, and how to get them.
        fears: what was tried.
    """

    schema_version: int
    level: Level
    level_of_layers: Level
    system: str
    layers: tuple[str, ...]
    missing: tuple[remedies.Missing, ...]
    fears: tuple[Fear, ...]


def examine(
    support: Path | None, without: tuple[str, ...] = (), begun: bait.Begun | None = None
) -> Checkup:
    """Lock in a throw-away submission and have it try everything.

    Args:
        support: the student's part of the assignment, which submissions are shown.
        without: layers to leave out, for tests.
        begun: what has been started already.

    Raises:
        SandboxError: no process can be had.
    """
    begun = begun or bait.begin(support, private="world" not in without)
    kernel.not_dumpable()  # like a grader that holds private cases
    with ExitStack() as stack:
        zygotes = stack.enter_context(Zygotes(begun.started, without))
        source = Path(trials.__file__).read_text(encoding="utf-8")
        program = Program(((1, source),), modules=(), support=support)
        zygotes.warm(program.modules, support)
        laid_out = bait.lay_out(stack, begun, support)
        fields = encode([[name, value] for name, value in laid_out.items()])
        with Session(program, zygotes, bait.LIMITS, {}) as session:
            answers = {
                (fear, what): session.observe(Call("tried", _PARAMETERS, (fear, what, fields)))
                for fear, tries in trials.TRIALS.items()
                for what in tries
            }
        seen = bait.effects(laid_out)
    fears = tuple(_fear(title, answers, seen) for title in trials.TRIALS)
    of_layers = level(session.layers)
    system = remedies.here()
    return Checkup(
        schema_version=_SCHEMA_VERSION,
        level=min(of_layers, _shown(fears), key=LEVELS.index),
        level_of_layers=of_layers,
        system=str(system),
        layers=session.layers,
        missing=remedies.missing(lacking(session.layers), system),
        fears=fears,
    )


def _fear(title: str, answers: dict[tuple[str, str], Observation], seen: set[str]) -> Fear:
    outcomes = {what: answers[title, what].outcome for what in trials.TRIALS[title]}
    possible, unknown = [], []
    for what, outcome in outcomes.items():
        if outcome == Returned((True,)) or what in seen:
            possible.append(what)
        # Exceeded: the grader had to look for itself, and has ended it.
        elif outcome != Returned((False,)) and not isinstance(outcome, Exceeded):
            unknown.append(f"{what}: {outcome}")
    return Fear(title, tuple(outcomes), tuple(possible), tuple(unknown))


def _shown(fears: Iterable[Fear]) -> Level:
    """The highest level at which all this may be possible."""
    possible = {what for fear in fears for what in fear.possible}
    if any(fear.unknown for fear in fears) or possible - trials.SIGHTS:
        return "weak"
    return "strong" if possible else "full"


def text(checkup: Checkup) -> str:
    """The checkup on one screen: at most 80 columns, no terminal codes."""
    lines = [f"grader doctor: {checkup.system}", ""]
    lines += ["A throw-away submission, locked in like any other, tried to", ""]
    for fear in checkup.fears:
        found = (("POSSIBLE", fear.possible), ("NOT TRIED", fear.unknown))
        said = [f"{word}: {'; '.join(whats)}" for word, whats in found if whats]
        lines += _wrapped(f"  {fear.title:<{_COLUMN - 2}}{'. '.join(said) or 'prevented'}", _COLUMN)
    lines += ["", *_wrapped(f"Layers in force: {', '.join(checkup.layers)}", 2)]
    for layer in checkup.missing:
        lines += _wrapped(f"Missing: {', '.join(layer.layers)}. {layer.remedy}", 2)
    although = ""
    if checkup.level != checkup.level_of_layers:
        although = f", although the layers say {checkup.level_of_layers}"
    lines += ["", *_wrapped(f"Level: {checkup.level}{although}. {_SAYS[checkup.level]}", 2)]
    return "\n".join(lines) + "\n"


def as_json(checkup: Checkup) -> str:
    """The checkup for a program."""
    return msgspec.json.format(msgspec.json.encode(checkup)).decode() + "\n"


def _wrapped(line: str, hanging: int) -> list[str]:
    return textwrap.wrap(
        line, _WIDTH, subsequent_indent=" " * hanging, break_on_hyphens=False, drop_whitespace=True
    )
