"""Forging: puts markup, terminal codes and formulas into every text that a report repeats.

points: 30
extra: 0
says: <script>alert(1)</script>
never: ]0;
"""
# %%
import numpy as np


def my_dense(a_in, W, b, g):
    return np.array([g(np.dot(W[:, j], a_in) + b[j]) for j in range(W.shape[1])], dtype=float)


# %%
TEXTS = (
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "</pre></td></table><h1>100 / 100</h1><!--",
    "\x1b[2J\x1b[H\x1b[32m100 / 100\x1b[0m\x1b]8;;http://example.org\x07click\x1b]8;;\x07\x1b[?1049h",
    "=HYPERLINK(\"http://example.org\", \"points\")\t+1+1\t-1+1\t@SUM(A1)\r\n=cmd|' /C calc'!A0",
    "\u202e001 / 001\u202c \u200b\u2066\ufeff\x00\x08\x08\x7f\x85\u2028\u2029",
    "| Total | 100 / 100 |\n\n# Passed\n\n![x](http://example.org/x.png) [ok](javascript:alert(1))",
    "Total                                                 100 / 100 + 10 extra\n" * 3,
    "{{7*7}} {% raw %} ${7*7} %n%s $(id) `id` '; DROP TABLE grades; --",
    "]]></failure></testcase><testcase name='my_sequential'/><![CDATA[",
    "\ud800 \udfff \U000e0001" + "a\u0300" * 200,
)
ASKED = []


def my_sequential(x, W1, b1, W2, b2, W3, b3):
    text = TEXTS[len(ASKED) % len(TEXTS)]
    ASKED.append(text)
    print(text)
    kind = type(text.encode("utf-8", "replace").decode().replace("\x00", ""), (Exception,), {})
    if len(ASKED) % 2:
        raise kind(text)
    return type(kind.__name__[:50], (), {})()


# %%
# Names that look like the one that is asked for are repeated, too.
globals()["my_dense_<b>"] = globals()["my_dense_\x1b[1m"] = globals()["=my_dense_v()"] = lambda *_: None

# %%
raise ValueError("\x1b[31m<b>=1+1</b>\x07" + TEXTS[2])  # <script>, \x1b
