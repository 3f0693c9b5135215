"""The command ``grader release``."""

from __future__ import annotations

import hashlib
import tempfile
import textwrap
from pathlib import Path

import click
import msgspec

from grader.assignment import loading, places
from grader.authoring import build as authoring
from grader.commandline.progress import bar
from grader.errors import BELOW, GRADED
from grader.release import hidden, leaks, package, rehearsal
from grader.release.package import ReleaseError

_RELEASED, _REFUSED = GRADED, BELOW
_WIDTH = 80
_COLUMN = 12
_SHOWN = 20  # findings
_KILO = 1000


class _Place(msgspec.Struct, frozen=True):
    """Where the release goes.

    Attributes:
        target: the folder that was named.
        name: of the package.
    """

    target: Path
    name: str

    @property
    def folder(self) -> Path:
        return self.target / self.name

    @property
    def archive(self) -> Path:
        return self.target / f"{self.name}.zip"


def run(target: Path, folder: Path | None, *, play: bool) -> int:
    """Build the student's package, if nothing speaks against it, and say what was done.

    Args:
        target: where the package's folder and archive go; made if it is not there.
        folder: the assignment's; found as when grading if it is None.
        play: whether the notebooks are run.

    Returns:
        The exit code.
    """
    root = places.find(folder)
    suite = loading.load(root)
    place = _Place(target, package.name_of(suite.title))
    _check(root, place)
    built = authoring.build(root)
    _check_fresh(root, built)
    files = package.collect(root, suite.title)
    goals = frozenset(goal for one in suite.exercises for goal in one.goals)
    secrets = hidden.collect(root, goals, built)
    click.echo(f"grader release: {suite.title}\n")
    size = sum(map(len, files.values()))
    books = sum(name.endswith(".ipynb") for name in files)
    plural = "" if books == 1 else "s"
    _say("files", f"{len(files)}, {_size(size)}, with {books} notebook{plural}")
    with bar("comparing") as tell:
        found = leaks.search(files, secrets, tell)
    if found:
        _tell_leaks(found)
        return _REFUSED
    _say("secrets", f"none of the {secrets.files} files of {places.SECRET}/ shows through")
    if play:
        if not rehearsal.rehearse(root, files, _say):
            click.echo("\nNot released: the notebooks named above have to be put right first.")
            return _REFUSED
    else:
        _say("notebooks", "not run")
    _write(files, place)
    return _RELEASED


def _check(root: Path, place: _Place) -> None:
    """Whether there is something to release, and a place for it.

    Raises:
        ReleaseError: there is not.
    """
    if not (root / places.SECRET / "__init__.py").is_file():
        raise ReleaseError(
            f"there is no {places.SECRET}/ in {root}: a release is made where the answers are, "
            "to see that none gets into it"
        )
    target = place.target.resolve()
    inside = (places.SECRET, places.SUPPORT, places.PUBLIC)
    if any(target.is_relative_to(root / one) for one in inside):
        raise ReleaseError(f"{place.target} lies in the assignment itself: name a folder elsewhere")
    try:
        place.target.mkdir(parents=True, exist_ok=True)
        if any(place.target.iterdir()):
            raise ReleaseError(f"{place.target} is not empty: name a new folder, or empty this one")
        with tempfile.TemporaryFile(dir=place.target):
            pass
    except OSError as error:
        raise ReleaseError(f"{place.target} cannot be written: {error.strerror}") from error


def _check_fresh(root: Path, built: dict[Path, str]) -> None:
    """Whether notebooks are what their sources say.

    Raises:
        ReleaseError: they are not.
    """
    old = [path.relative_to(root).as_posix() for path in authoring.outdated(built)]
    if old:
        raise ReleaseError(f"out of date: {', '.join(old)}; run grader build first")


def _tell_leaks(found: list[leaks.Finding]) -> None:
    _say("secrets", f"{len(found)} found:")
    for one in found[:_SHOWN]:
        click.echo()
        for line in textwrap.wrap(f"! {one}", _WIDTH, subsequent_indent="  "):
            click.echo(line)
        if one.excerpt:
            click.echo(f"      {one.excerpt}")
    if len(found) > _SHOWN:
        click.echo(f"\nand {len(found) - _SHOWN} more")
    words = (
        "Not released: take these out, or, if students may know them, put the lines into "
        f"{places.SECRET}/{hidden.GIVEN}."
    )
    click.echo("\n" + textwrap.fill(words, _WIDTH))


def _write(files: dict[str, bytes], place: _Place) -> None:
    packed = package.archive(files, place.name)
    try:
        package.write(files, place.folder)
        with place.archive.open("xb") as file:
            file.write(packed)
    except OSError as error:
        raise ReleaseError(f"{place.target} cannot be written: {error.strerror}") from error
    click.echo()
    _say("folder", str(place.folder))
    _say("archive", f"{place.archive}, {_size(len(packed))}")
    _say("sha-256", hashlib.sha256(packed).hexdigest())


def _say(label: str, words: str) -> None:
    """A line of the report, wrapped under its label."""
    first = f"{label:<{_COLUMN}}"
    for line in textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=" " * _COLUMN,
        break_on_hyphens=False,
        break_long_words=False,
    ):
        click.echo(line)


def _size(count: int) -> str:
    if count < _KILO**2:
        return f"{count / _KILO:.0f} kB"
    return f"{count / _KILO**2:.1f} MB"
