"""Times as platforms write them, in ISO 8601; a time without a zone stays without one.

The zone of such a time is given by the instructor with ``--zone``, or is the deadline's when a mark
is worked out. It is never guessed here.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from grader.errors import GraderError

_LONGEST = 100  # characters; "2026-11-02 15:58:23.948203 UTC" has 30
_HOURS = timedelta(hours=1)
_OFFSET = re.compile(r"(?:UTC|GMT)?([+-])(\d\d):?(\d\d)", re.IGNORECASE)
# Months in English, as Brightspace writes them: "Nov 9, 2026 1007 AM", "9 November, 2026 10:07 AM".
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_IN_WORDS = re.compile(
    r"(?:(?P<before>\d{1,2}) )?(?P<month>[A-Z][a-z]{2,8}),? (?:(?P<after>\d{1,2}), )?"
    r"(?P<year>\d{4})"
    r",? (?:at )?(?P<hour>\d{1,2}?):?(?P<minute>\d\d)(?: ?(?P<half>[AP])M)?",
    re.IGNORECASE,
)


class ZoneError(GraderError):
    """A time zone that is not known; the message says how to write one."""


def iso_time(text: str) -> str:
    """A time in ISO 8601: in UTC if the text says a zone, else without; empty if it is no time.

    >>> iso_time("2026-11-02 15:58:23.948203 UTC")
    '2026-11-02T15:58:23+00:00'
    >>> iso_time("Nov 9, 2026 1007 PM")
    '2026-11-09T22:07:00'
    """
    if len(text) > _LONGEST:
        return ""
    said = re.sub(r"\s*(UTC|UCT|GMT|Z)$", "+00:00", text.strip())
    said = re.sub(r"\s+([+-]\d\d):?(\d\d)$", r"\1:\2", said)
    said = re.sub(r"(\.\d{6})\d+", r"\1", said)  # Ruby writes more digits than Python reads
    # In the name of a file there are no colons.
    said = re.sub(r"^(\d{4}-\d\d-\d\d)[-_ ](\d\d)[-_](\d\d)[-_](\d\d)", r"\1T\2:\3:\4", said)
    try:
        found = _in_words(said) or datetime.fromisoformat(said)
        found = found.astimezone(UTC) if found.tzinfo else found
    except (ValueError, OverflowError):  # the year 0 or 10000 in another zone
        return ""
    return found.isoformat(timespec="seconds")


def zone_of(text: str) -> tzinfo:
    """The time zone of a name, ``Europe/Berlin``, or of an offset, ``+01:00``.

    Raises:
        ZoneError: there is no such zone.
    """
    offset = _OFFSET.fullmatch(text)
    try:
        if offset:
            hours = int(offset[2]) * _HOURS + timedelta(minutes=int(offset[3]))
            return timezone(hours if offset[1] == "+" else -hours)
        return UTC if text.upper() in ("UTC", "Z") else ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        words = f"there is no zone {text!r}: write it like Europe/Berlin or +01:00"
        raise ZoneError(words) from None


def _in_words(text: str) -> datetime | None:
    """A time with an English name of the month; None if the text is not of that form.

    Raises:
        ValueError: the text is of that form, and there is no such month, day or hour.
    """
    found = _IN_WORDS.fullmatch(text)
    if found is None or bool(found["before"]) is bool(found["after"]):
        return None
    # An unknown month is a ValueError, too.
    month = _MONTHS.index(found["month"][:3].lower()) + 1
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - of half a day
            raise ValueError(text)
        hour = hour % 12 + (12 if found["half"].upper() == "P" else 0)
    day = int(found["before"] or found["after"])
    return datetime(int(found["year"]), month, day, hour, int(found["minute"]))  # noqa: DTZ001
