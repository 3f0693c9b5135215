"""``grader similar``: which submissions of a class are alike."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.options import assignment_option
from grader.commandline.progress import bar
from grader.commandline.terminal import say

_MOST_LINES = 20
_EXAMPLES = """
\b
Examples:
  grader similar class.gradebook                   the pairs, and alike.html
  grader similar class.gradebook --to pairs.html --given handed_out.ipynb
"""


@click.command(epilog=_EXAMPLES)
@click.argument("book", type=click.Path(path_type=Path, dir_okay=False), metavar="GRADEBOOK")
@click.option(
    "--to",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("alike.html"),
    show_default=True,
    metavar="PATH",
    help="Where the page goes that has the evidence side by side.",
)
@click.option(
    "--given",
    "templates",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="NOTEBOOK",
    help="A notebook or script that was handed out: its code counts for no student. Repeatable; "
    "otherwise the assignment's notebooks for students.",
)
@assignment_option
def similar(book: Path, page: Path, templates: tuple[Path, ...], folder: Path | None) -> None:
    """Find submissions that are alike, whatever their names, comments and layout.

    Compared are the statements that the exercises need. What was handed out does not count, and
    what many have hardly: shown are pairs that chance does not explain. No mark is changed.
    """
    from grader.assignment import loading, places
    from grader.batch.similar import find_similar
    from grader.gradebook import Gradebook
    from grader.pages.similar_page import chance, similar_page

    with Gradebook(book) as gradebook:
        suite = loading.load_assignment(places.find_assignment(folder))
        if not templates and suite.support:
            templates = tuple(sorted(suite.support.glob("*.ipynb")))
        with bar("comparing") as tell:
            found = find_similar(gradebook, suite, templates, tell)
        conditions = gradebook.newest_conditions()
    title = conditions.title if conditions else book.name
    pairs = found.comparison.pairs
    text = similar_page(title, found.comparison, found.identical, found.unread)
    page.write_text(text, encoding="utf-8")
    for pair in pairs[:_MOST_LINES]:
        left, right = (", ".join(work.students) for work in pair.works)
        say(f"{100 * pair.likeness:3.0f} %  {left} and {right}, by chance {chance(pair)}")
    if len(pairs) > _MOST_LINES:
        say(f"and {len(pairs) - _MOST_LINES} more")
    for names in found.identical[:_MOST_LINES]:
        say(f"the same code: {', '.join(names)}")
    count = f"{len(pairs)} pair{'s' * (len(pairs) != 1)} alike"
    say(f"{count} among {found.comparison.compared} different submissions: {page}")
    plain = found.comparison.too_plain
    if plain:
        say(f"{plain} have too little of their own to tell a copy of them")
