"""Whatever some students hand in, the others have their own work, and no input ends a class.

Honest and hostile students hand in to one of the platforms, as a folder or as a zip. The name that
the platform gives is the platform's; all that comes after it is the hostile student's to choose.
``benchmarks/fuzz_class.py`` runs the same properties for ten thousand classes.
"""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from grader.batch.report_names import report_names
from grader.intake.collect import Collected, collect
from grader.intake.found_files import CollectError, UnreadableError
from grader.intake.platforms.gradescope import MetadataError, read_metadata

pytestmark = [
    pytest.mark.filterwarnings("ignore"),  # zipfile warns of a name twice
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here"),
]
patient = settings(deadline=None, suppress_health_check=[*HealthCheck])

HONEST = {"ann": 1001, "bo": 1002, "cy": 1003}
HOSTILE = {"eve": 6661, "mal": 6662}
NUMBERS = HONEST | HOSTILE
TIME = "2026-11-02 15:58:23.948203 UTC"
Kind = Literal["file", "link", "pipe", "socket", "folder"]


class Item(msgspec.Struct, frozen=True):
    """Something that was handed in.

    Attributes:
        owner: whose it is; "" if it is the platform's.
        path: where the platform puts it and what the owner calls it, with "/" between.
        kind: what it is.
        content: of a file; of a link where it leads.
    """

    owner: str
    path: str
    kind: Kind = "file"
    content: bytes = b""


class Handing(msgspec.Struct, frozen=True):
    """A class: where it handed in, how, and what."""

    platform: str
    as_zip: bool
    items: tuple[Item, ...]


def in_folder(owner: str, rest: str) -> str:
    """A folder for each student."""
    return f"{owner}/{rest}"


def in_canvas(owner: str, rest: str) -> str:
    """Files as Canvas names them; a name at Canvas has no folders."""
    return f"{owner}_{NUMBERS[owner]}_{NUMBERS[owner] + 5000}_{rest.replace('/', '_')}"


def in_moodle(owner: str, rest: str) -> str:
    """Folders as Moodle names them."""
    return f"{owner.title()} Doe_{NUMBERS[owner]}_assignsubmission_file/{rest}"


def in_flat_moodle(owner: str, rest: str) -> str:
    """Files as Moodle names them."""
    name = rest.replace("/", "_")
    return f"{owner.title()} Doe_{NUMBERS[owner]}_assignsubmission_file_{name}"


def in_nbgrader(owner: str, rest: str) -> str:
    """The tree of nbgrader."""
    return f"{owner}/ps1/{rest}"


def in_gradescope(owner: str, rest: str) -> str:
    """Folders as Gradescope names them."""
    return f"submission_{NUMBERS[owner]}/{rest}"


def own_name(owner: str, rest: str) -> str:
    """A file for each student, of which the ending alone is free."""
    return owner + (".ipynb" if rest.endswith(".ipynb") else ".py")


PLACES: dict[str, Callable[[str, str], str]] = {
    "folders": in_folder,
    "files": own_name,
    "Canvas": in_canvas,
    "Moodle": in_moodle,
    "flat Moodle": in_flat_moodle,
    "nbgrader": in_nbgrader,
    "Gradescope": in_gradescope,
}
FLAT = ("files", "Canvas", "flat Moodle")  # there nobody can make a folder
NUMBERED = ("Canvas", "Moodle", "flat Moodle", "Gradescope")

# ---------------------------------------------------------------- what somebody may send

TRICKS = (
    "lab.py", "lab.ipynb", "LAB.IPYNB", "ann", "ann.py", "bo", "submission_1001", "1001", "data",
    "submission_metadata.yml", "timestamp.txt", "ps1", "ann_1001_6001_lab.py", "x_1002_1_lab.ipynb",
    "Ann Doe_1001_assignsubmission_file", "Ann Doe_1001_assignsubmission_file_lab.py", "LATE_1_2_x.py",
    "lab-99999999999999999999.py", "autils.py", ".ipynb_checkpoints", "__MACOSX", "lab.py.", "lab.py ",
    "con", "nul.py", "a\u202eb.py", "\x1b[2J.py", "a\nb.py", "jo\u0308rg.py", "j\u00f6rg.py", "b\udcff.py",
    "x" * 240 + ".py", "hw.zip", "readme.txt", "...", "-rf", "~", "*", "%00", "$(x).py",
)  # fmt: skip
names = st.sampled_from(TRICKS) | st.text(
    st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=40
).filter(lambda name: name not in (".", "..") and len(name.encode()) <= 240)
in_zips = names | st.sampled_from(
    ("..", "../ann/lab.py", "../../lab.py", "C:", "\\\\unc\\x.py", "..\\..\\bo\\lab.py", "a\0b.py")
)
METADATA = (
    "eve:\n  :submitters:\n  - :name: Ann\n    :sid: '1001'\n",
    "submission_6661:\n  :submitters:\n  - :sid: 1001\n",
    "a: [", "a: 2001-99-99", "a: &a [*a]", "[" * 5000, "alice:\n  :submitters: abc\n",
)  # fmt: skip
contents = st.one_of(
    st.sampled_from([text.encode() for text in (*METADATA, TIME, "x" * 5000, '{"cells": [')]),
    st.binary(max_size=200),
)
targets = st.sampled_from(
    ("/etc/passwd", "/dev/zero", "..", "../ann", "../../ann/lab.py", "lab.py", "nothing", "/", ".")
)


@st.composite
def hostile_items(draw: Any, owner: str, platform: str, *, as_zip: bool) -> list[Item]:
    """What one hostile student hands in."""
    found = []
    most = 1 if platform == "files" else 6
    for _ in range(draw(st.integers(1, most))):
        parts = draw(st.lists(in_zips if as_zip else names, min_size=1, max_size=3))
        if draw(st.integers(0, 19)) == 0:
            parts = ["d"] * draw(st.integers(30, 60)) + parts
        path = PLACES[platform](owner, "/".join(parts))
        kinds = ("file", "file", "file", "link", "pipe", "socket")
        kind = draw(st.sampled_from(kinds if platform in FLAT else (*kinds, "folder")))
        mark = f"# {owner}\n".encode()
        content = os.fsencode(draw(targets)) if kind == "link" else mark + draw(contents)
        if kind == "file" and draw(st.booleans()):
            content = draw(contents)
        found.append(Item(owner, path, kind, content))
    return found


@st.composite
def classes(draw: Any) -> Handing:
    """A class of honest and hostile students."""
    platform = draw(st.sampled_from(list(PLACES)))
    as_zip = draw(st.booleans())
    place = PLACES[platform]
    items = [Item(owner, place(owner, "lab.py"), "file", f"# {owner}".encode()) for owner in HONEST]
    if platform == "nbgrader":
        items += [
            Item(owner, place(owner, "timestamp.txt"), "file", TIME.encode()) for owner in HONEST
        ]
    if platform == "Gradescope":
        items.append(Item("", "submission_metadata.yml", "file", metadata(draw)))
    for owner in draw(st.sets(st.sampled_from(list(HOSTILE)), min_size=1)):
        items += draw(hostile_items(owner, platform, as_zip=as_zip))
    if as_zip and draw(st.booleans()):
        items = [msgspec.structs.replace(item, path=f"submissions/{item.path}") for item in items]
    return Handing(platform, as_zip, tuple(draw(st.permutations(items))))


def metadata(draw: Any) -> bytes:
    """What Gradescope says; what a student may choose there is the name."""
    tree = {
        f"submission_{number}": {
            ":submitters": [
                {
                    ":name": draw(names).encode("utf-8", "replace").decode()
                    if owner in HOSTILE
                    else owner,
                    ":sid": str(number),
                    ":email": "",
                }
            ],
            ":created_at": TIME,
        }
        for owner, number in NUMBERS.items()
    }
    return yaml.safe_dump(tree).encode()


# ---------------------------------------------------------------- on the disk


@contextmanager
def on_disk(handing: Handing) -> Iterator[Path]:
    """The folder or the zip."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as made:
        root = Path(made, "week")
        root.mkdir()
        if handing.as_zip:
            yield zipped(root, handing.items)
            return
        for item in handing.items:
            with suppress(
                OSError, ValueError
            ):  # two items may want one place, or a name be too long
                put(root / item.path, item)
        yield root
        shutil.rmtree(root, ignore_errors=True)


def put(path: Path, item: Item) -> None:
    """One thing on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if item.kind == "link":
        path.symlink_to(os.fsdecode(item.content))
    elif item.kind == "pipe":
        os.mkfifo(path)
    elif item.kind == "folder":
        path.mkdir()
    elif item.kind == "socket":
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(str(path))
    else:
        with path.open("xb") as file:
            file.write(item.content)


def zipped(root: Path, items: tuple[Item, ...]) -> Path:
    """All of it in a zip; what is no file has the mode of what it is."""
    modes = {"file": 0o100644, "link": 0o120777, "pipe": 0o010644, "socket": 0o140644, "folder": 0}
    path = root / "class.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for item in items:
            name = item.path.encode("utf-8", "replace").decode()
            info = zipfile.ZipInfo(name + "/" * (item.kind == "folder"))
            info.external_attr = modes[item.kind] << 16
            archive.writestr(info, b"" if item.kind == "folder" else item.content)
    return path


# ---------------------------------------------------------------- the properties


def collected(path: Path, opened: ExitStack) -> Collected:
    """What is found."""
    return collect([path], opened, helpers=frozenset({"autils.py", "data"}))


def assert_everybody_has_the_own(handing: Handing, whole: Collected) -> None:
    """The honest have their own work, and nobody's row holds what somebody else handed in."""
    names = [file.submitter.student.id for file in whole.handed_in]
    assert len(names) == len(set(names))
    assert all(name.isprintable() for name in names)
    assert len(names) == len({name.casefold() for name in report_names(names).values()})
    numbered = handing.platform in NUMBERED
    owner_of = {str(number) if numbered else owner: owner for owner, number in NUMBERS.items()}
    rows = {file.submitter.student.id: file for file in whole.handed_in}
    for name, file in rows.items():
        content = b""
        with suppress(UnreadableError):
            content = file.entry.read(1 << 20)
        for owner in NUMBERS:
            if content.startswith(f"# {owner}".encode()) and not file.reason:
                assert owner == owner_of.get(name), (name, file)
        if owner_of.get(name) in HONEST:
            assert (f"# {owner_of[name]}".encode(), "") == (content, file.reason)
            assert bool(file.submitter.handed_in) is (
                handing.platform in ("nbgrader", "Gradescope")
            )
    assert {name for name, owner in owner_of.items() if owner in HONEST} <= set(rows)


@given(classes())
@patient
def test_nobody_is_credited_with_anothers(handing: Handing) -> None:
    """The honest have their own work and time, and whoever is hostile moves nobody's."""
    with on_disk(handing) as path, ExitStack() as opened:
        assert_everybody_has_the_own(handing, collected(path, opened))


@given(classes(), st.data())
@patient
def test_a_damaged_zip_is_rows_or_a_sentence(handing: Handing, data: st.DataObject) -> None:
    """Whatever bytes are changed in a zip, there are rows, or one sentence."""
    with on_disk(msgspec.structs.replace(handing, as_zip=True)) as path:
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 8))):
            at = data.draw(st.integers(0, len(content) - 1))
            kept = data.draw(st.binary(min_size=1, max_size=4))
            content[at : at + len(kept)] = kept
        if data.draw(st.booleans()):
            del content[data.draw(st.integers(0, len(content) - 1)) :]
        path.write_bytes(content)
        with ExitStack() as opened, suppress(CollectError):
            for file in collected(path, opened).handed_in:
                with suppress(UnreadableError):
                    assert len(file.entry.read(1 << 16)) <= 1 << 16


YAML = st.text(st.sampled_from("ab:-[]{}&*!|>'\"%@`#,? \n\t\u00e4\x00"), max_size=200)


@given(YAML.map(str.encode) | st.binary(max_size=100) | st.sampled_from(METADATA).map(str.encode))
@patient
def test_a_platforms_file_is_read_or_refused(content: bytes) -> None:
    """Whatever is in it, there are students, or one sentence."""
    with suppress(MetadataError):
        for folder, handed in read_metadata(content).items():
            assert isinstance(folder, str)
            assert all(student.id and student.id.isprintable() for student in handed.members)
