"""The skeleton of a catalogue entry, made of a wrong answer that several students give."""

from __future__ import annotations

from grader.gradebook.unknown_answers import UnknownAnswer, code_of
from grader.report import presentation as shown
from grader.texts import printable, printable_lines

_MOST = 5  # different codes of a group
_BELIEF = "WRITE HERE what one must believe to write this, as a sentence."
_HINTS = (
    "WRITE HERE where to look: one small thing to call, without the cause.",
    "WRITE HERE what comes out there, and what to put beside it.",
    "WRITE HERE a picture of the matter from elsewhere, without code.",
)
_UNREAD = "# The code is a student's: read it, then take out the # in front of its lines."


def skeleton(group: UnknownAnswer) -> str:
    """A file for the folder of the exercise's known mistakes, to be filled in.

    The students' code stands in comments, so that it does not run before a person has read it.
    """
    codes = list(dict.fromkeys(code_of(exercise) for exercise in group.exercises))
    hints = [f"{number}: {words}" for number, words in enumerate(_HINTS, 1)]
    parts = [
        "\n".join(['"""' + _BELIEF, "", *hints, '"""', "", *_about(group), _UNREAD]),
        *("# %%\n" + _commented(code) for code in codes[:_MOST]),
    ]
    return "\n\n\n".join(parts) + "\n"


def _about(group: UnknownAnswer) -> list[str]:
    about = [f"# {len(group.rows)} students gave this answer to {group.exercise.name}."]
    details = shown.details(group.case) if group.case else []
    return about + [
        f"# {name}: {printable(words)[:200]}" for name, words in details if name != "where"
    ]


def _commented(code: str) -> str:
    lines = printable_lines(code.replace("\t", "    ")).split("\n")
    return "\n".join(f"# {line}".rstrip() for line in lines)
