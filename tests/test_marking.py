"""Marking on a local page: real requests, nobody else's, and what is saved is the one total."""

from __future__ import annotations

import csv
import http.client
import re
import shutil
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import msgspec
import pytest
from test_gradebook import conditions
from test_marks import with_answer

from grader.gradebook import Gradebook, Student, read_class
from grader.gradebook.records import Attempt
from grader.marking.desk import Desk
from grader.marking.server import MOST_BYTES, MarkingServer
from grader.marking.student_numbers import KeyFileError, numbered
from grader.report import presentation as shown

NAMES = {"ada": "Ada Lovelace", "bob": "Bob <b>Roe</b>"}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A gradebook in which the answers of two students wait; each has 8 points by now."""
    path = tmp_path / "b.gradebook"
    with Gradebook(path, create=True) as opened:
        number = opened.note_conditions(conditions())
        for digest, (name, full) in zip(("d1", "d2"), NAMES.items(), strict=True):
            kept = with_answer(8)
            provenance = msgspec.structs.replace(kept.provenance, digest=digest)
            opened.note_student(Student(id=name, last_name=full))
            opened.note_submission(digest, [])
            opened.note_attempt(Attempt(name, f"{name}.ipynb", None, "", digest, ""))
            report = msgspec.structs.replace(kept, provenance=provenance)
            opened.keep(opened.add_grading(digest, number, report), digest, "first grading")
    return path


class Client:
    """Sends requests to a server of a desk."""

    def __init__(self, book: Path, key: Path | None = None) -> None:
        self.server = MarkingServer(Desk(book, "A. Roe", key))
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.02,))
        self.thread.start()

    def ask(self, path: str, form: dict[str, str] | None = None, **headers: str) -> tuple[int, str]:
        """The status and the page; of a redirection the place that it leads to."""
        link = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        body = None if form is None else urlencode(form)
        sent = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
        link.request("GET" if form is None else "POST", path, body, sent | headers)
        answer = link.getresponse()
        text = answer.read().decode()
        link.close()
        return answer.status, answer.getheader("Location") or text

    def get(self, place: str = "") -> str:
        """A page."""
        status, text = self.ask(f"/{self.server.token}/{place}")
        assert 200 == status, text
        return text

    def mark(
        self, place: int, part: str, points: str, comment: str = "", **more: str
    ) -> tuple[int, str]:
        """Fill in the form of a part, as it stands in the page, and send it."""
        page = self.get(str(place))
        (form,) = [
            text
            for text in re.findall(r"<form.*?</form>", page, re.DOTALL)
            if f'value="{part}"' in text
        ]
        found = re.search(r'name="submission" value="([^"]*)"', form)
        assert found is not None
        filled = {"part": part, "submission": found[1], "points": points, "comment": comment}
        return self.ask(f"/{self.server.token}/{place}", filled | more)


@pytest.fixture
def client(book: Path) -> Iterator[Client]:
    """A client of a desk with names."""
    yield from _serving(Client(book))


@pytest.fixture
def anonymous(book: Path) -> Iterator[Client]:
    """A client of a desk with numbers."""
    yield from _serving(Client(book, book.with_name("key.csv")))


def _serving(made: Client) -> Iterator[Client]:
    yield made
    made.server.shutdown()
    made.server.server_close()
    made.thread.join()


def test_an_answer_is_marked_and_the_next_is_shown(client: Client, book: Path) -> None:
    """What is saved is part of the one total, with who; then comes whoever waits still."""
    assert "2 answers wait" in client.get()
    page = client.get("1")
    assert all(words in page for words in ("Because.", "Ada Lovelace", "autofocus"))
    status, where = client.mark(1, "why/why", "1,5", "Nearly.\r\nSee `why`.", next="")
    assert (303, f"/{client.server.token}/2") == (status, where)
    row = read_class(book).rows[0]
    assert row.report is not None
    assert (9.5, ["Nearly.\nSee `why`."]) == (row.points, shown.comments(row.report.exercises[1]))
    with Gradebook(book) as opened:
        assert ["A. Roe"] == [decision.who for decision in opened.decisions("ada")]
    assert "1 answers wait" in client.get()
    status, where = client.mark(2, "why/why", "2", stay="")
    assert (303, f"/{client.server.token}/2") == (status, where)
    assert "Nothing waits" in client.get()


def test_a_whole_exercise_is_marked_and_taken_back(client: Client, book: Path) -> None:
    """Emptied fields leave the part as it was graded."""
    assert 303 == client.mark(1, "double", "9", "Good.")[0]
    assert 9 == read_class(book).rows[0].points
    page = client.get("1")
    assert ('value="9"' in page, "Good.</textarea>" in page) == (True, True)
    assert 303 == client.mark(1, "double", "", "")[0]
    assert 8 == read_class(book).rows[0].points


def test_points_out_of_range_are_asked_back(client: Client, book: Path) -> None:
    """The page comes back with what was typed and a box to tick, and nothing is saved."""
    status, page = client.mark(1, "why/why", "25", "Typed.")
    assert 422 == status
    assert "25 is more than the 2.5 that it is worth" in page
    assert ('name="meant"' in page, "Typed.</textarea>" in page) == (True, True)
    assert 8 == read_class(book).rows[0].points
    assert 303 == client.mark(1, "why/why", "25", meant="on")[0]
    assert 33 == read_class(book).rows[0].points
    status, page = client.mark(1, "why/why", "many")
    assert (422, True) == (status, "points are a number" in page)


def test_what_was_handed_in_since_is_not_marked_unseen(client: Client, book: Path) -> None:
    """A form of a page from before a new attempt is refused."""
    filled = {"part": "why/why", "submission": "older", "points": "2", "comment": ""}
    status, page = client.ask(f"/{client.server.token}/1", filled)
    assert (422, True) == (status, "another attempt counts by now" in page)
    assert 8 == read_class(book).rows[0].points


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/", {}),
        ("/wrong/", {}),
        ("/wrong/1", {}),
        ("/{token}", {}),
        ("/{token}/x", {}),
        ("/{token}/../1", {}),
        ("/{token}/99", {}),
        ("/{token}/9999999999", {}),
        ("/{token}/1", {"Host": "evil.example"}),
        ("/{token}/1", {"Host": "evil.example:80"}),
        ("/{token}/1", {"Sec-Fetch-Site": "cross-site"}),
        ("/{token}/1", {"Sec-Fetch-Site": "same-site"}),
    ],
)
def test_nobody_else_is_answered(client: Client, path: str, headers: dict[str, str]) -> None:
    """Neither without the token, nor through another name, nor from another site's page."""
    where = path.replace("{token}", client.server.token)
    for form in (None, {"part": "why", "submission": "d1", "points": "1"}):
        status, text = client.ask(where, form, **headers)
        assert status in (404, 422), text
        assert "Because." not in text
        assert client.server.token not in text


def test_a_form_is_bounded(client: Client) -> None:
    """Too long a request is refused before it is read; too long a comment in a sentence."""
    path = f"/{client.server.token}/1"
    assert 400 == client.ask(path, {"comment": "a" * MOST_BYTES})[0]
    assert 400 == client.ask(path, {}, **{"Content-Length": "-1"})[0]
    status, page = client.mark(1, "why/why", "1", "a" * 20_000)
    assert (422, True) == (status, "a comment may have 10,000 characters" in page)


def test_what_a_student_wrote_is_text(client: Client) -> None:
    """Names and answers are escaped, there is no script, and forms lead to this server alone."""
    page = client.get("2")
    assert "Bob &lt;b&gt;Roe&lt;/b&gt;" in page
    assert "<script" not in page
    assert "script-src &#39;none&#39;" in page
    assert "form-action &#39;self&#39;" in page


def test_numbers_in_place_of_names(anonymous: Client, book: Path) -> None:
    """No page has a name, the key is for its owner alone, and numbers stay when it starts again."""
    pages = anonymous.get() + anonymous.get("1") + anonymous.get("2")
    assert not [name for name in ("ada", "Ada", "bob", "Roe") if name in pages]
    assert "Student 1" in pages
    key = book.with_name("key.csv")
    assert 0o600 == stat.S_IMODE(key.stat().st_mode)
    one, two = csv.DictReader(key.read_text().splitlines())
    assert {"ada", "bob"} == {one["student"], two["student"]}
    assert 303 == anonymous.mark(1, "why/why", "2")[0]
    points = {row.student.id: row.points for row in read_class(book).rows}
    assert {one["student"]: 10, two["student"]: 8} == points
    before = key.read_text()
    assert {one["student"]: 1, two["student"]: 2, "=new, x": 3} == numbered(
        key, ["ada", "bob", "=new, x"]
    )
    assert key.read_text().startswith(before)
    assert {"=new, x": 3} == numbered(key, ["=new, x"])


@pytest.mark.parametrize("content", ["a,b\n", "number,student\n2,ada\n", "number,student\n1\n"])
def test_another_file_is_no_key(tmp_path: Path, content: str) -> None:
    """A file of somebody's own is never overwritten."""
    path = tmp_path / "key.csv"
    path.write_text(content)
    with pytest.raises(KeyFileError, match="is no key"):
        numbered(path, ["ada"])
    assert content == path.read_text()


def test_the_command_serves_until_it_is_stopped(book: Path) -> None:
    """It says where the page is, and after Ctrl-C how many marks were saved."""
    program = Path(sys.executable).with_name("grader")
    started = subprocess.Popen(
        [program, "gradebook", "mark-page", str(book)], stdout=subprocess.PIPE, text=True
    )
    assert started.stdout is not None
    try:
        said = started.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)(/\S+/)", said)
        assert found is not None, said
        link = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=20)
        link.request("GET", found[2])
        assert 200 == link.getresponse().status
        started.send_signal(signal.SIGINT)
        assert ("Saved: 0 marks.\n", 0) == (started.stdout.read(), started.wait(20))
    finally:
        started.kill()
        started.wait()
        started.stdout.close()


@pytest.mark.skipif(shutil.which("chromium") is None, reason="there is no Chromium here")
def test_a_browser_shows_the_page(client: Client, tmp_path: Path) -> None:
    """Chromium builds the page under its own policy, with the cursor's field in it."""
    done = subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"),
            f"--user-data-dir={tmp_path / 'profile'}",
            f"{client.server.url}1",
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert 'autofocus=""' in done.stdout, done.stderr[-2000:]
    assert "Refused to" not in done.stderr
