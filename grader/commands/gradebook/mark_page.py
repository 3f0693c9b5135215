"""``grader gradebook mark-page``: marking by hand on a page of this machine."""

from __future__ import annotations

from pathlib import Path

import click

from grader.commandline.terminal import say
from grader.commands.gradebook.arguments import book_argument, by_option
from grader.errors import GraderError


@click.command("mark-page")
@book_argument
@click.option(
    "--anonymous",
    "key",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="KEY",
    help="Show numbers in place of names; KEY is the CSV file that says whose they are.",
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Otherwise any free one.")
@by_option
def mark_page(book: Path, key: Path | None, port: int, who: str) -> None:
    """Mark by hand in a browser: answers that wait, code, points and comments.

    The page is served on this machine alone, under an address that is new at each start, until
    Ctrl-C. What it saves is what grader gradebook mark saves.
    """
    from grader.marking.desk import Desk
    from grader.marking.server import MarkingServer

    desk = Desk(book, who, key)
    try:
        server = MarkingServer(desk, port)
    except OSError as error:
        raise GraderError(f"port {port} cannot be used: {error.strerror or error}") from error
    with server:
        say(f"Open {server.url} in a browser of this machine; Ctrl-C ends it.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say(f"Saved: {desk.saved} marks.")
