"""Pages for people: one self-contained HTML file each, made of reports and of nothing else.

They need no network and run nothing from elsewhere: a policy in each page forbids it, so that even
text that got past the escaping could do nothing.
"""

from __future__ import annotations
