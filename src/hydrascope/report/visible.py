"""Customer text made safe to look at: nothing in it may hide, reorder or drive the reader's terminal."""

import re

# Controls, bidirectional overrides, zero-width and other invisible format characters, and lone surrogates:
# in a prompt they can turn a line around, blank it, or move a terminal's cursor. Joiners (U+200C, U+200D) stay: scripts and emoji need them.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def visible(text: str) -> str:
    r"""
    Return `text` with every character that hides or reorders shown as its code point.

    Line feeds and tabs stay. The result is plain text: it still has to be
    escaped for HTML.

    >>> visible("pay\u202eload\x1b[2J")
    'pay⟨U+202E⟩load⟨U+001B⟩[2J'
    """
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def shortened(text: str, length: int) -> str:
    """
    Return `text` cut to at most `length` characters, with an ellipsis where it was cut.

    >>> shortened("a long name", 6)
    'a lon…'
    """
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
