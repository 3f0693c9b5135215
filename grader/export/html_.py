"""One page for one submission: no script, nothing from elsewhere, readable on light and dark."""

from __future__ import annotations

import html

from grader.export.format import Format
from grader.export.fragment import fragment
from grader.export.xml_text import allowed
from grader.report import Report

# Blue and orange are told apart by all, and are dark enough for text of this size (WCAG AA).
_STYLE = """
:root { color-scheme: light dark; --ok: #1c63bd; --not: #b35400; --line: #8886; --soft: #8881; }
@media (prefers-color-scheme: dark) { :root { --ok: #7db4f5; --not: #f5a25c; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 0; }
section { border-top: 1px solid var(--line); margin-top: 1.2rem; padding-top: 1rem; }
.total { font-size: 1.2rem; margin: .3rem 0; }
.points { color: var(--ok); white-space: nowrap; }
.wrong, .failed > .sign { color: var(--not); }
.advice { border-left: 4px solid var(--not); background: var(--soft); padding: .5rem .8rem; }
.cases { list-style: none; padding: 0; }
.cases > li { margin: .25rem 0; }
.sign { display: inline-block; min-width: 6rem; color: var(--ok); }
.skipped > .sign, .errored > .sign { color: inherit; }
pre { overflow-x: auto; background: var(--soft); padding: .5rem .8rem; margin: .3rem 0;
  white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; }
.help { margin: .3rem 0 .8rem; }
@media print { body { margin: 0; max-width: none; } section { break-inside: avoid; } }
""".strip()


def write(report: Report) -> str:
    """The page."""
    title = html.escape(allowed(f"{report.provenance.submission}: {report.provenance.assignment}"))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n"
        f"<body>\n{fragment(report)}\n</body>\n</html>\n"
    )


FORMAT = Format(
    "html",
    "for students: one page to look at or to print",
    write,
    awaited=True,
    example="grader submit.ipynb --to html=report.html",
)
