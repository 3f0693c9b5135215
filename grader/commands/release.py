"""``grader release``: the student's package, put together, searched, tried and written."""

from __future__ import annotations

import hashlib
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.commandline.options import assignment_option
from grader.commandline.progress import bar
from grader.commandline.terminal import say
from grader.errors import BELOW

if TYPE_CHECKING:
    from grader.bundles.files import Files
    from grader.release.leaks import Finding

_REFUSED = BELOW
_WIDTH = 80
_COLUMN = 12
_FINDINGS_SHOWN = 20
_KILO = 1000


@click.command()
@click.argument("target", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--no-run", is_flag=True, help="Do not run the notebooks.")
@assignment_option
def release(target: Path, folder: Path | None, *, no_run: bool) -> None:
    """Make the student's package in the new or empty folder DIR: a folder and a zip archive.

    It is searched for what is in the secret folder, by content, and its notebooks are run, blank
    and filled in. If anything speaks against it, nothing is written.

    Exit codes: 0 released; 1 refused, and why; 2 a usage error; 3 the grader itself failed.
    """
    from grader.assignment import loading, places
    from grader.authoring import building as authoring
    from grader.release import leaks, own_tests_package, secret_content, student_package

    root = places.find_assignment(folder)
    suite = loading.load_assignment(root)
    built = authoring.build(root)
    student_package.require_releasable(root, target, built)
    described = (root / places.DESCRIPTION).is_file()
    if described:
        files, secrets = (
            own_tests_package.release_files_of_own_tests(root, suite.title),
            own_tests_package.secrets_of_own_tests(root, suite),
        )
    else:
        files = student_package.release_files(root, suite.title, suite.questions)
        secrets = secret_content.secrets_of(root, suite, built)
    say(f"grader release: {suite.title}\n")
    _row("files", _counted(files))
    with bar("comparing") as tell:
        found = leaks.search(files, secrets, tell)
    if found:
        _tell_findings(found, "" if described else f"{places.SECRET}/{secret_content.GIVEN}")
        sys.exit(_REFUSED)
    whose = "with answers and hidden tests" if described else f"of {places.SECRET}/"
    _row("secrets", f"none of the {secrets.files} files {whose} shows through")
    if no_run:
        _row("notebooks", "not run")
    elif not _use(root, files):
        say("\nNot released: the notebooks named above have to be put right first.")
        sys.exit(_REFUSED)
    name = student_package.name_of(suite.title)
    packed = student_package.write_release(files, target, name)
    say("")
    _row("folder", str(target / name))
    _row("archive", f"{target / name}.zip, {_size(len(packed))}")
    _row("sha-256", hashlib.sha256(packed).hexdigest())


def _use(root: Path, files: Files) -> bool:
    """Use the package as a student will, and tell; gives whether all went well."""
    from grader.assignment import places
    from grader.release import first_use

    good = True
    use = first_use.use_own_tests if (root / places.DESCRIPTION).is_file() else first_use.use
    for outcome in use(root, files, bar):
        _row(outcome.what if outcome.good else f"! {outcome.what}", outcome.summary)
        for fault in outcome.faults:
            _row("", fault)
        good &= outcome.good
    return good


def _tell_findings(found: list[Finding], given: str) -> None:
    _row("secrets", f"{len(found)} found:")
    for finding in found[:_FINDINGS_SHOWN]:
        say("")
        say(textwrap.fill(f"! {finding}", _WIDTH, subsequent_indent="  "))
        if finding.excerpt:
            say(f"      {finding.excerpt}")
    if len(found) > _FINDINGS_SHOWN:
        say(f"\nand {len(found) - _FINDINGS_SHOWN} more")
    or_else = f", or, if students may know them, put the lines into {given}" if given else ""
    words = f"Not released: take these out{or_else}."
    say("\n" + textwrap.fill(words, _WIDTH))


def _row(label: str, words: str) -> None:
    """Print a line of the report, wrapped under its label."""
    lines = textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=f"{label:<{_COLUMN}}",
        subsequent_indent=" " * _COLUMN,
        break_on_hyphens=False,
        break_long_words=False,
    )
    say("\n".join(lines))


def _counted(files: Files) -> str:
    """The number of files, their size and the number of notebooks for students among them."""
    # The grader's own notebook, from which new courses begin, does not count.
    notebooks = sum(name.endswith(".ipynb") and not name.startswith("grader/") for name in files)
    plural = "" if notebooks == 1 else "s"
    size = _size(sum(map(len, files.values())))
    return f"{len(files)}, {size}, with {notebooks} notebook{plural}"


def _size(count: int) -> str:
    if count < _KILO**2:
        return f"{count / _KILO:.0f} kB"
    return f"{count / _KILO**2:.1f} MB"
