"""The verdicts on one exercise as a panel below a notebook's cell."""

from __future__ import annotations

import html
import re

import msgspec

from grader.checks.answers import WAITING
from grader.report import CaseResult, ExerciseResult, Status
from grader.report import presentation as shown

# Blue and orange are told apart by colour-blind people; the sign and the word say it as well.
# All stand out from a light and from a dark page; the words keep the page's own colour.
BLUE, _ORANGE, _GREY = "#2b7de0", "#c65d00", "#7a7a7a"
_COLOURS: dict[Status, str] = {
    "passed": BLUE, "failed": _ORANGE, "skipped": _GREY, "errored": _GREY,
}  # fmt: skip
_FIRST, _HELP, _NOTE = "First", "Look here", "One thing to know"
_WAITS = shown.Verdict("\u2026", "waits for you")
_CODE = re.compile(r"`([^`]+)`")


class Panel(msgspec.Struct, frozen=True):
    """The verdicts on one exercise: a table in a notebook, lines of text elsewhere.

    Attributes:
        exercise: the verdicts.
        each: whether each case is explained in a line of its own, as answers to separate questions
            should be; else one case is explained in full, since the others often go away with it.
        first: the sentence on what has to be mended before anything else, which is then the only
            explanation; empty if there is none.
    """

    exercise: ExerciseResult
    each: bool = False
    first: str = ""

    @property
    def count(self) -> str:
        """How many cases passed, and how many have no answer yet, in words."""
        cases = self.exercise.cases
        waiting = sum(case.outcome == WAITING for case in cases)
        words = f", {waiting} wait{'s' * (waiting == 1)}" if waiting else ""
        return f"{shown.passed(cases)} of {len(cases)} cases passed{words}"

    def __str__(self) -> str:
        lines = [f"{self.exercise.title}: {self.count}"]
        for case, below in zip(self.exercise.cases, self._below(), strict=True):
            lines += [f"  {_verdict(case).sign} {case.title}"]
            lines += [f"    {' '.join(filter(None, below))}"] if any(below) else []
        lines += [f"    {name}: {words}" for name, words in self._details()]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<li><b style="color:{_COLOURS[case.status]}">{verdict.sign}</b> '
            f"{html.escape(case.title)} <small>({verdict.word})</small>{_html_below(*below)}</li>"
            for case, below in zip(self.exercise.cases, self._below(), strict=True)
            for verdict in [_verdict(case)]
        )
        details = "".join(
            f"<dt><b>{name}</b></dt><dd>{_html(name, words)}</dd>"
            for name, words in self._details()
        )
        colour = _COLOURS[state(self.exercise)]
        return (
            f'<section role="status" style="border-left:4px solid {colour};padding:.4em 1em">'
            f"<b>{html.escape(self.exercise.title)}</b>: {self.count}"
            f'<ul style="list-style:none;padding-left:0;margin:.4em 0">{rows}</ul>'
            f'<dl style="margin:0">{details}</dl></section>'
        )

    def _below(self) -> list[tuple[str, str]]:
        """The answer to each case and the words for it; no words are repeated."""
        said = {""}
        below = []
        for case in self.exercise.cases:
            words = case.note if case.status == "passed" else case.help
            is_new = self.each and case.outcome != WAITING and words not in said
            below.append((case.got, words) if is_new else ("", ""))
            said.add(words)
        return below

    def _details(self) -> list[tuple[str, str]]:
        """The one case that is explained in full, and the next thing to try."""
        if self.first:
            return [(_FIRST, self.first)]
        if self.each:
            return []
        case = shown.example(self.exercise)
        if case is None:
            return [(_NOTE, note) for note in shown.notes(self.exercise)]
        told = [(name.capitalize(), words) for name, words in shown.details(case)]
        return [*told, *((_HELP, words) for words in shown.advice(self.exercise))]


class Waiting(msgspec.Struct, frozen=True):
    """The line for an exercise that has no answer yet, which is grey, since nothing is wrong."""

    words: str

    def __str__(self) -> str:
        return f"{_WAITS.sign} {_WAITS.word}: {self.words}"

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return (
            f'<section role="status" style="border-left:4px solid {_GREY};padding:.4em 1em">'
            f'<b style="color:{_GREY}">{_WAITS.sign}</b> {_WAITS.word}: '
            f"{prose(self.words)}</section>"
        )


def state(exercise: ExerciseResult) -> Status:
    """The verdict on an exercise as a whole: what waits for an answer is not wrong."""
    if any(case.outcome == WAITING for case in exercise.cases):
        failed = any(case.status == "failed" for case in exercise.cases)
        return "failed" if failed else "skipped"
    return shown.state(exercise)


def _verdict(case: CaseResult) -> shown.Verdict:
    return _WAITS if case.outcome == WAITING else shown.VERDICTS[case.status]


def prose(words: str) -> str:
    """Words as HTML, with what stands between backticks as code."""
    return _CODE.sub(r"<code>\1</code>", html.escape(words))


def _html(name: str, words: str) -> str:
    """Words to read as they are; what is Python's, as code."""
    if name in (_FIRST, _HELP, _NOTE):
        return prose(words)
    return f"<code style='white-space:pre-wrap'>{html.escape(words)}</code>"


def _html_below(got: str, words: str) -> str:
    if not words:
        return ""
    came = f"<code>{html.escape(got)}</code> " if got else ""
    return f'<div style="margin:0 0 .3em 1.3em">{came}{prose(words)}</div>'


def show(thing: object) -> None:
    """Show something as a notebook draws it, such as a table, or print it where there is none."""
    try:
        get_ipython().kernel  # type: ignore[name-defined]  # noqa: B018 - only a kernel has one
        from IPython.display import display

        display(thing)
    except (NameError, AttributeError, ImportError):
        print(thing)  # noqa: T201
