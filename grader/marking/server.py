"""The local server of the marking page: on this machine alone, for those who have the address.

Every path begins with a token that is drawn anew at each start. A request with another token, for
another host (a page elsewhere whose name leads here), or from another site is not answered. Pages
hold no script, and what a student wrote is text in them.
"""

from __future__ import annotations

import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import cast
from urllib.parse import parse_qs, unquote, urlsplit

from grader.errors import GraderError
from grader.marking.desk import Desk, Form, NotMeantError
from grader.marking.forms import overview_page, student_page

ADDRESS = "127.0.0.1"
MOST_BYTES = 64 * 1024  # of a form
_PATIENCE = 30  # seconds that a connection may be silent
_SITES = (None, "same-origin", "none")


class MarkingServer(ThreadingHTTPServer):
    """Serves a desk.

    Attributes:
        desk: what is marked.
        token: what every path begins with.
    """

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0) -> None:
        """Listen.

        Args:
            desk: what is marked.
            port: 0 takes any that is free.
        """
        self.desk = desk
        self.token = secrets.token_urlsafe(24)
        super().__init__((ADDRESS, port), _Handler)

    @property
    def url(self) -> str:
        """The address of the overview."""
        return f"http://{ADDRESS}:{self.server_port}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    timeout = _PATIENCE
    server_version = "grader"
    sys_version = ""

    @property
    def _server(self) -> MarkingServer:
        return cast("MarkingServer", self.server)

    def do_GET(self) -> None:
        """Answer with the overview, or with a student's page."""
        place = self._place()
        if place is not None:
            self._show(place)

    def do_POST(self) -> None:
        """Save a form, then lead to the same student, or to the next who waits."""
        place = self._place()
        if place is None:
            return
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > MOST_BYTES or not place:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return
        fields = parse_qs(
            self.rfile.read(int(length)).decode("utf-8", "replace"), keep_blank_values=True
        )
        given = {name: values[0] for name, values in fields.items()}
        form = Form(
            part=given.get("part", ""),
            submission=given.get("submission", ""),
            points=given.get("points", ""),
            comment=given.get("comment", ""),
            meant="meant" in given,
        )
        try:
            self._server.desk.save(place, form)
        except GraderError as error:
            self._show(place, form, str(error), ask=isinstance(error, NotMeantError))
            return
        following = self._server.desk.after(place) if "next" in given else place
        self._lead_to(f"{following}" if following else "")

    def _place(self) -> int | None:
        """The student's number, 0 for the overview; None if the request was refused."""
        path = unquote(urlsplit(self.path).path).split("/")
        hosts = {f"{name}:{self._server.server_port}" for name in (ADDRESS, "localhost")}
        is_ours = (
            len(path) == 3  # noqa: PLR2004 - nothing, the token, the number
            and secrets.compare_digest(path[1].encode(), self._server.token.encode())
            and self.headers.get("Host") in hosts
            and self.headers.get("Sec-Fetch-Site") in _SITES
        )
        if not is_ours or not (path[2].isdecimal() or not path[2]) or len(path[2]) > 9:  # noqa: PLR2004
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return int(path[2] or 0)

    def _show(
        self, place: int, form: Form | None = None, said: str = "", *, ask: bool = False
    ) -> None:
        desk = self._server.desk
        try:
            if place:
                text = student_page(desk.place(place), desk.after(place), form, said, ask=ask)
            else:
                text = overview_page(desk)
        except GraderError as error:
            self._write(HTTPStatus.NOT_FOUND, f"{error}\n", "text/plain")
            return
        status = HTTPStatus.UNPROCESSABLE_ENTITY if said else HTTPStatus.OK
        self._write(status, text, "text/html")

    def _write(self, status: HTTPStatus, text: str, kind: str) -> None:
        content = text.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in (
            ("Content-Type", f"{kind}; charset=utf-8"),
            ("Content-Length", str(len(content))),
            ("Cache-Control", "no-store"),
            ("Referrer-Policy", "no-referrer"),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def _lead_to(self, place: str) -> None:
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Location", f"/{self._server.token}/{place}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the library has it
        """Say nothing: paths hold the token."""
