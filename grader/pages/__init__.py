"""Pages for people: self-contained HTML files, made from reports alone.

A page needs no network and runs nothing from elsewhere. Its content security policy forbids both,
so even text that got past the escaping could do nothing.
"""

from __future__ import annotations
