"""The book of hints for a learner's own notebook, where the catalogue of mistakes is not.

It holds no program, neither a wrong one nor the right one. Of each wrong one there are fingerprints
of its answers to the public cases, of how these came about, of the statement that failed and of the
code: nobody can tell a program from them, but a notebook can tell whether its own is one of these.
Besides there are the functions that recognise a mistake by the facts, and those that rule one out;
they say what it looks like and are no program of it. So a notebook finds what the grader finds.
"""

from __future__ import annotations

from pathlib import Path

import msgspec


class KnownMistake(msgspec.Struct, frozen=True, omit_defaults=True):
    """A mistake as the book knows it.

    Attributes:
        exercise: the exercise that it is a mistake in.
        hints: its hints, each saying more than the one before.
        recognise: the source of the function that finds it by the facts; empty without one.
        exclude: the source of the function that rules it out; empty without one.
        in_a_loop: whether only code with a loop can have it.
    """

    exercise: str
    hints: tuple[str, ...]
    recognise: str = ""
    exclude: str = ""
    in_a_loop: bool = False


class Program(msgspec.Struct, frozen=True, array_like=True, omit_defaults=True):
    """The fingerprints of a program whose answers were found.

    Attributes:
        mistakes: the places in the book of the mistakes that it is an example of.
        calls: the fingerprint of its calls of the activation and of stand-ins; empty for two
            mistakes, like those below.
        line: the fingerprint of the statement that failed first.
        source: the fingerprint of its code.
        beyond: the fingerprint of its answers to questions that go beyond the exercise.
    """

    mistakes: tuple[int, ...]
    calls: str = ""
    line: str = ""
    source: str = ""
    beyond: str = ""


class HintBook(msgspec.Struct, frozen=True):
    """The known mistakes, with fingerprints of the programs that are examples of them.

    Attributes:
        mistakes: the mistakes of all exercises.
        programs: the programs, by the fingerprint of their answers.
    """

    mistakes: tuple[KnownMistake, ...] = ()
    programs: dict[str, tuple[Program, ...]] = {}


def read(path: Path | None) -> HintBook:
    """The book in a file; an empty one if there is none that can be read."""
    try:
        return msgspec.json.decode(path.read_bytes() if path else b"", type=HintBook)
    except (OSError, msgspec.MsgspecError):
        return HintBook()


def text_of(book: HintBook) -> str:
    """The book as JSON, with a line for each mistake and for each fingerprint."""
    encode = msgspec.json.encode
    mistakes = ",\n".join(encode(known).decode() for known in book.mistakes)
    programs = ",\n".join(
        f'"{answers}":{encode(found).decode()}' for answers, found in sorted(book.programs.items())
    )
    return f'{{"mistakes":[\n{mistakes}\n],"programs":{{\n{programs}\n}}}}\n'
