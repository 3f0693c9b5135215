"""The child's life: lock down, run the cells, answer one probe at a time."""

from __future__ import annotations

import os
import random
import sys
from typing import Any, NoReturn

import numpy as np

from grader import plain_keras, training
from grader.answering import probe_answers
from grader.answering.performing import Performer
from grader.child import descriptors, harmless, legacy, lockdown, resources, supplies
from grader.child.running_notebook import RunningNotebook
from grader.child.world import World, settle
from grader.protocol import frames
from grader.protocol.messages import (
    Answer,
    Ask,
    CallBack,
    CalledBack,
    Do,
    Ran,
    Ready,
    Run,
    StandInCall,
    StandInReply,
    Start,
    ToChild,
)
from grader.protocol.observations import ChildOutcome
from grader.protocol.stand_ins import raised_again
from grader.protocol.things import Thing
from grader.protocol.values import ProtocolError, Value, decode

_LARGEST_QUESTION = 64 << 20  # from the grader, which is trusted


class Child:
    """One submission's process, between its first and its last message."""

    _performer: Performer

    def __init__(self, source: int, target: int, world: World) -> None:
        """A child.

        Args:
            source: the descriptor from which messages come.
            target: the one to which answers go; it may be the same.
            world: the paths that may be seen.
        """
        self._channel = (source, target)
        self._world = world
        self._reader: frames.Reader = os.fdopen(source, "rb", closefd=False)
        self._writer: frames.Writer = os.fdopen(target, "wb", closefd=False)

    def serve(self) -> None:
        """Do what the grader says until it hangs up."""
        start = self._receive()
        if not isinstance(start, Start):
            return
        layers = lockdown.enter(start, self._channel, self._world)
        for name in start.libraries:  # in a forked child they are there
            __import__(name)
        seed(start.seed)
        supplies.supply(start.modules, start.stubbed)
        limits, output_limit = start.limits, start.limits.output_kb << 10
        notebook = RunningNotebook(output_limit)
        notebook.install()
        self._performer = Performer(
            notebook.namespace, self._ask_test, output_limit, limits.answer_bytes
        )
        if start.plain_keras:
            plain_keras.leave_by(lambda _: os._exit(0))
            plain_keras.install(start.seed % 2**32)
        if start.legacy:
            legacy.install(notebook.namespace)
        harmless.install()
        # Where ``fit`` was replaced, the warm process has silenced Keras already.
        if training.fits.library is None and not start.plain_keras:
            harmless.silence_keras()
        training.install_fit(exact=start.exact_training, anew=start.legacy)
        versions = {
            name: str(sys.modules[name].__version__)
            for name in start.libraries
            if hasattr(sys.modules.get(name), "__version__")
        }
        frames.send(self._writer, Ready(layers, versions))
        while True:
            message = self._receive()
            if isinstance(message, Run):
                resources.allow_processor_seconds(limits.cell_cpu_seconds)
                source = legacy.rewrite(message.source) if start.legacy else message.source
                error, output = notebook.run(message.number, source, shows=message.shows)
                frames.send(self._writer, Ran(message.id, error, output, training.fits.how))
            elif isinstance(message, Ask):
                resources.allow_processor_seconds(limits.probe_cpu_seconds)
                frames.send(self._writer, self._answer(message, notebook, start))
            elif isinstance(message, Do):
                resources.allow_processor_seconds(limits.probe_cpu_seconds)
                frames.send(self._writer, self._performer.perform(message))

    def _ask_test(
        self, do: int, number: int, operands: tuple[Thing, ...], keywords: dict[str, Thing]
    ) -> CalledBack:
        """Call a function of the test's, which may ask questions itself before it answers."""
        frames.send(self._writer, CallBack(do, number, operands, keywords))
        while True:
            message = self._receive()
            if isinstance(message, CalledBack):
                return message
            if isinstance(message, Do):
                frames.send(self._writer, self._performer.perform(message))

    def _receive(self) -> Any:  # noqa: ANN401 - one of ToChild
        return _DECODER.receive(self._reader, _LARGEST_QUESTION)

    def _answer(self, ask: Ask, notebook: RunningNotebook, start: Start) -> Answer:
        def ask_grader(name: str, arguments: tuple[Value, ...]) -> Any:  # noqa: ANN401
            frames.send(self._writer, StandInCall(ask.id, name, arguments))
            return _result(self._receive())

        seen = probe_answers.answer(
            ask.probe,
            notebook.namespace,
            ask_grader=ask_grader,
            output_limit=start.limits.output_kb << 10,
            largest=start.limits.answer_bytes,
            wrap=legacy.with_numpy if start.legacy else None,
        )
        outcome: ChildOutcome = seen.outcome  # type: ignore[assignment]  # the child notes no other
        return Answer(ask.id, outcome, seen.printed, seen.changed, seen.activated)


_DECODER: frames.Decoder[Any] = frames.Decoder(ToChild)  # made before a fork, and so once


def _result(reply: object) -> Any:  # noqa: ANN401
    """A stand-in's result, ``OWN``, or the kind of error that the real function would raise."""
    if not isinstance(reply, StandInReply):
        raise ProtocolError("the grader did not answer a stand-in's call")
    if reply.error is not None:
        raise raised_again(reply.error)
    return probe_answers.OWN if reply.own else decode(reply.value)


def seed(number: int) -> None:
    """Start the random numbers of the libraries that are loaded; a grading can be repeated."""
    random.seed(number)
    np.random.seed(number % 2**32)  # noqa: NPY002 - what submissions draw from
    if "keras" in sys.modules:
        sys.modules["keras"].utils.set_random_seed(number % 2**32)


def main_forked(channel: int, world: World) -> NoReturn:
    """The life of a child that the zygote forked. Does not return."""
    _live(Child(channel, channel, world))


def main_cold(*support: str) -> NoReturn:
    """The life of a child started as a program of its own; its channel is standard input/output.

    Args:
        support: files and folders of the assignment that a notebook may use.
    """
    source, target = os.dup(0), os.dup(1)
    descriptors.silence()
    _live(Child(source, target, settle(support, private=False)))


def _live(child: Child) -> NoReturn:
    code = 1
    try:
        child.serve()
        code = 0
    except (frames.EndOfStream, OSError):
        code = 0
    finally:
        os._exit(code)
