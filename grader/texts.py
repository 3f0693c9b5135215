"""Text that others wrote, made harmless for whatever shows it. This module imports nothing."""


def printable(text: str) -> str:
    """The text on one line, with a blank for each character that is not printed as itself.

    So a learner's text steers no terminal (escape sequences, in one byte or two), turns no line
    around (the bidirectional controls), hides nothing (zero-width characters) and adds no line.
    What counts is Unicode's own table, by ``str.isprintable``: neither Cc, Cf, Cs, Co, Cn, Zl, Zp
    nor a blank other than the space is printable.
    """
    return "".join(letter if letter.isprintable() else " " for letter in text)


def printable_lines(text: str) -> str:
    """The same for each line of a text; line feeds stay."""
    return "\n".join(map(printable, text.split("\n")))
