"""Text at the door: what no document, file or screen can carry is taken out once, here."""

from __future__ import annotations

import re
import unicodedata

_UNWANTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff\ue000-\uf8ff]")
_PLANE_END = re.compile("[\U000f0000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\x85\u2028\u2029]")


def clean_text(text: str) -> str:
    """The text without control, private-use and non-characters; line ends become newlines.

    A lone surrogate becomes U+FFFD. Nothing else is changed: no trimming, no normal form.
    """
    text = _BREAKS.sub("\n", text)
    text = _UNWANTED.sub("", text)
    text = _PLANE_END.sub("", text)
    return _SURROGATE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line: line ends and tabs become spaces."""
    return clean_text(text).replace("\n", " ").replace("\t", " ")


def fold(text: str) -> str:
    """The text for comparing: without case, accents, or doubled spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
