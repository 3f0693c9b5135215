"""The verdicts on one exercise as a panel below a notebook's cell."""

from __future__ import annotations

import html

import msgspec

from grader.report import CaseResult

# Blue and orange are told apart by colour-blind people; the sign and the word say it as well.
# Both stand out from a light and from a dark page; the words keep the page's own colour.
BLUE, _ORANGE = "#2b7de0", "#c65d00"
_PASSED = ("\N{CHECK MARK}", BLUE, "passed")
_FAILED = ("\N{MULTIPLICATION X}", _ORANGE, "not yet")
_HELP, _NOTE = "Look here", "One thing to know"


class Panel(msgspec.Struct, frozen=True):
    """The verdicts on one exercise: a table in a notebook, lines of text elsewhere.

    Attributes:
        title: the exercise in people's words.
        cases: the verdicts.
        each: whether every case has its line, as answers to separate questions should; else the
            first that is not right is told in full, for the others often go away with it.
    """

    title: str
    cases: tuple[CaseResult, ...]
    each: bool = False

    @property
    def passed(self) -> int:
        """How many cases are right."""
        return sum(case.status == "passed" for case in self.cases)

    @property
    def first(self) -> CaseResult | None:
        """The first case that is not right."""
        return next((case for case in self.cases if case.status != "passed"), None)

    def __str__(self) -> str:
        lines = [f"{self.title}: {self.passed} of {len(self.cases)} cases passed"]
        for case, below in zip(self.cases, self._below(), strict=True):
            lines += [f"  {_sign(case)[0]} {case.title}"]
            lines += [f"    {' '.join(filter(None, below))}"] if any(below) else []
        lines += [f"    {name}: {words}" for name, words in self._details()]
        return "\n".join(lines)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<li><b style="color:{colour}">{sign}</b> {html.escape(case.title)}'
            f" <small>({word})</small>{_html_below(*below)}</li>"
            for case, below in zip(self.cases, self._below(), strict=True)
            for sign, colour, word in [_sign(case)]
        )
        details = "".join(
            f"<dt><b>{name}</b></dt><dd>{_html(name, words)}</dd>"
            for name, words in self._details()
        )
        colour = _sign(self.first)[1] if self.first else _PASSED[1]
        return (
            f'<section role="status" style="border-left:4px solid {colour};padding:.4em 1em">'
            f"<b>{html.escape(self.title)}</b>: {self.passed} of {len(self.cases)} cases passed"
            f'<ul style="list-style:none;padding-left:0;margin:.4em 0">{rows}</ul>'
            f'<dl style="margin:0">{details}</dl></section>'
        )

    def _below(self) -> list[tuple[str, str]]:
        """For each case what came and what to say to it; nothing is said twice."""
        said = {""}
        below = []
        for case in self.cases:
            words = case.note if case.status == "passed" else case.help
            is_new = self.each and words not in said
            below.append((case.got, words) if is_new else ("", ""))
            said.add(words)
        return below

    def _details(self) -> list[tuple[str, str]]:
        """The first case that is not right, in full; one thing at a time."""
        case = self.first
        if self.each:
            return []
        if case is None:
            notes = dict.fromkeys(one.note for one in self.cases if one.note)
            return [(_NOTE, note) for note in notes]
        named = [("Called", case.called), ("Expected", case.expected), ("Got", case.got)]
        return [(name, words) for name, words in [*named, (_HELP, case.help)] if words]


def _html(name: str, words: str) -> str:
    """Words to read as they are; what is Python's, as code."""
    if name in (_HELP, _NOTE):
        return html.escape(words)
    return f"<code style='white-space:pre-wrap'>{html.escape(words)}</code>"


def _html_below(got: str, words: str) -> str:
    if not words:
        return ""
    came = f"<code>{html.escape(got)}</code> " if got else ""
    return f'<div style="margin:0 0 .3em 1.3em">{came}{html.escape(words)}</div>'


def show(thing: object) -> None:
    """In a notebook as it draws itself there, such as a table; elsewhere as text."""
    try:
        get_ipython().kernel  # type: ignore[name-defined]  # noqa: B018 - only a kernel has one
        from IPython.display import display

        display(thing)
    except (NameError, AttributeError, ImportError):
        print(thing)  # noqa: T201


def _sign(case: CaseResult) -> tuple[str, str, str]:
    return _PASSED if case.status == "passed" else _FAILED
