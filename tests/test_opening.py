"""What is opened of what was handed in: regular files, and nothing through a link."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.submissions.reading import SubmissionError, read
from grader.submissions.regular_files import UnopenedError, content_of

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")


def a_link(path: Path) -> None:
    """A link to a file that is there."""
    (path.parent / "secret.ipynb").write_text("{}")
    path.symlink_to(path.parent / "secret.ipynb")


def a_link_to_nothing(path: Path) -> None:
    """A link that leads nowhere."""
    path.symlink_to(path.parent / "nothing")


def a_link_to_itself(path: Path) -> None:
    """A link in a circle."""
    path.symlink_to(path)


def a_link_to_a_device(path: Path) -> None:
    """A link to a file without an end."""
    path.symlink_to("/dev/zero")


def a_pipe(path: Path) -> None:
    """A pipe into which nobody writes."""
    os.mkfifo(path)


def a_socket(path: Path) -> None:
    """A socket on which nobody answers."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def a_folder(path: Path) -> None:
    """A folder with a notebook's name."""
    path.mkdir()


def a_large_file(path: Path) -> None:
    """A file of holes: it takes no room on the disk."""
    with path.open("wb") as file:
        file.truncate(1 << 40)


@pytest.mark.parametrize(
    ("made", "kind", "says"),
    [
        (a_link, "link", "it is a link, and links are not followed"),
        (a_link_to_nothing, "link", "it is a link, and links are not followed"),
        (a_link_to_itself, "link", "it is a link, and links are not followed"),
        (a_link_to_a_device, "link", "it is a link, and links are not followed"),
        (a_pipe, "special", "it is not a regular file"),
        (a_socket, "special", "it is not a regular file"),
        (a_folder, "folder", "it is a folder"),
        (a_large_file, "large", "it has 1048576 MB; 1 MB are allowed"),
        (lambda _: None, "missing", "it is not there"),
    ],
)
def test_what_is_no_regular_file(
    tmp_path: Path, made: Callable[[Path], None], kind: str, says: str
) -> None:
    """A link is not followed, a pipe is not waited for, and each is told by what it is."""
    path = tmp_path / "lab.ipynb"
    made(path)
    for below in (None, tmp_path):
        with pytest.raises(UnopenedError) as raised:
            content_of(path, 1 << 20, below)
        assert (kind, says) == (raised.value.kind, str(raised.value))
    with pytest.raises(SubmissionError):
        read(path)


def test_a_link_on_the_way(tmp_path: Path) -> None:
    """A folder that is a link is not entered below the folder that was named; above it is."""
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "lab.py").write_text("x")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "jane").symlink_to(tmp_path / "away")
    with pytest.raises(UnopenedError, match="it is a link"):
        content_of(tmp_path / "in" / "jane" / "lab.py", 10, tmp_path / "in")
    assert b"x" == content_of(tmp_path / "in" / "jane" / "lab.py", 10, tmp_path / "in" / "jane")


def test_a_path_longer_than_the_system_takes(tmp_path: Path) -> None:
    """Each folder on the way is opened in the one above, so the whole path may have any length."""
    here, steps = os.open(tmp_path, os.O_RDONLY), ["d" * 200] * 30
    for step in steps:
        os.mkdir(step, dir_fd=here)
        inner = os.open(step, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    with os.fdopen(os.open("lab.py", os.O_WRONLY | os.O_CREAT, dir_fd=here), "w") as file:
        file.write("x")
    os.close(here)
    assert b"x" == content_of(tmp_path.joinpath(*steps, "lab.py"), 10, tmp_path)


def test_a_size_is_a_limit_and_no_more(tmp_path: Path) -> None:
    """A file of just as many bytes as are allowed is read."""
    path = tmp_path / "lab.py"
    path.write_bytes(b"12345")
    assert b"12345" == content_of(path, 5)
    with pytest.raises(UnopenedError, match="are allowed"):
        content_of(path, 4)
