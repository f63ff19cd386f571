"""Ids of collections' members: made from the name once, never changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_GEORGIAN = dict(
    zip(
        "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
        [
            "a",
            "b",
            "g",
            "d",
            "e",
            "v",
            "z",
            "t",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "zh",
            "r",
            "s",
            "t",
            "u",
            "p",
            "k",
            "gh",
            "q",
            "sh",
            "ch",
            "ts",
            "dz",
            "ts",
            "ch",
            "kh",
            "j",
            "h",
        ],
        strict=True,
    )
)


def make_id(name: str, taken: Container[str], number: int = 1) -> str:
    """An id for a name that is not taken yet: `item-3` where nothing of the name is left.

    `number` is the place of the new member, used where the name gives no letters.
    """
    latin = "".join(_GEORGIAN.get(c, c) for c in name.casefold().replace("ß", "ss"))
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].rstrip("-") or f"item-{number}"
    chosen, count = stem, 2
    while chosen in taken or chosen == "own":
        suffix = f"-{count}"
        chosen, count = stem[: 40 - len(suffix)].rstrip("-") + suffix, count + 1
    return chosen
