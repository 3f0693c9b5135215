"""The pages on formats and platforms: whole, short, and with the pictures they name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader import export, sheets
from grader.package import PLATFORMS

DOCUMENTS = Path(__file__).resolve().parents[1] / "docs"
PAGES = sorted((DOCUMENTS / "platforms").glob("*.md"))
A_SCREEN = 26


def test_every_format_is_on_the_page() -> None:
    """Adding a format without telling what students see of it is noticed."""
    text = (DOCUMENTS / "formats.md").read_text(encoding="utf-8")
    for name in [*export.format_names(), *sheets.class_format_names()]:
        assert f"`{name}`" in text, name


def test_no_row_is_unchecked_without_a_reason() -> None:
    """Each row of the table says by what it was checked; what was not tried has its reason."""
    text = (DOCUMENTS / "formats.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.count(" | ") == 3 and "---" not in line]
    assert 15 < len(rows)
    for row in rows:
        assert all(cell.strip() for cell in row.strip("|").split("|")), row
        for part in re.findall(r"was not \w+[^;|]*|were not \w+[^;|]*", row):
            assert ":" in part, row


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_a_page_is_one_screen_and_its_links_lead_somewhere(page: Path) -> None:
    """A page fits on a screen, shows our part, and names files that are there."""
    text = page.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= A_SCREEN
    links = re.findall(r"\]\(([^)#]+)", text)
    assert all((page.parent / link).exists() for link in links)
    assert f"{page.stem}.png" in links


def test_every_package_has_a_page() -> None:
    """What can be packaged is described."""
    assert {platform.name for platform in PLATFORMS} <= {page.stem for page in PAGES}
