"""Runs of text as Word XML."""

from __future__ import annotations

import re
from collections.abc import Callable

from planner.blocks import Span, Text

_UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN = re.compile("[\x20\x21\x23-\x25\x27-\x3b=\x3f-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*")
_SCHEME = re.compile(r"(https?|mailto):", re.IGNORECASE)

_LOOKS = {
    (True, True): "StrongEmphasis",
    (True, False): "Strong",
    (False, True): "Emphasis",
    (False, False): "",
}

Target = Callable[[str], str]
"""Gives the attribute that a link out of the document needs, else the bookmark that it names.

Nothing for a link that leads nowhere.
"""

Mark = Callable[[int], str]
"""Gives the run that marks the source of a number."""


def escape(text: str) -> str:
    """The text as XML character data or an attribute's value; what XML can't hold is U+FFFD."""
    if _PLAIN.fullmatch(text):
        return text
    text = _UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )


def run(text: str, style: str = "") -> str:
    """One run; line ends and tabs become Word's own."""
    if not text:
        return ""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    if _PLAIN.fullmatch(text):
        return f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'
    inner = f'<w:t xml:space="preserve">{escape(text)}</w:t>'
    if "\n" in text or "\t" in text:
        inner = inner.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        inner = inner.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        inner = inner.replace('<w:t xml:space="preserve"></w:t>', "")
    return f"<w:r>{look}{inner}</w:r>"


def listed_mark(note: int) -> str:
    """The mark of a source that stands in the list, leading there."""
    return (
        f'<w:hyperlink w:anchor="{source_bookmark(note)}" w:history="1">'
        f"{run(str(note), 'NoteMark')}</w:hyperlink>"
    )


def runs(text: Text, target: Target, style: str = "", mark: Mark = listed_mark) -> str:
    """A text's runs, with its links and the marks of its sources.

    `style` is the character style of runs that have no look of their own.
    """
    if len(text) == 1:
        return _span(text[0], target, style, mark)
    return "".join([_span(span, target, style, mark) for span in text])


def field(instruction: str, result: str, style: str = "") -> str:
    """A field with its result, as Word writes it."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    shown = run(result, style)
    return (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a style; `properties` stand after it in the paragraph's properties."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def is_web(link: str) -> bool:
    """Whether a link leads out of the document by a scheme that is safe to print."""
    return _SCHEME.match(link) is not None


def source_bookmark(number: int) -> str:
    """The bookmark of an entry in the list of sources."""
    return f"_Source{number}"


def _span(span: Span, target: Target, style: str, mark: Mark) -> str:
    if not (span.bold or span.italic or span.link or span.notes):
        return run(span.text, style)
    look = _LOOKS[span.bold, span.italic] or style
    attribute = target(span.link) if span.link else ""
    if attribute and span.link.startswith("#"):
        inner = field(f"REF {attribute} \\h", span.text, look)
    else:
        inner = run(span.text, "Hyperlink" if attribute else look)
        if attribute and inner:
            inner = f'<w:hyperlink {attribute} w:history="1">{inner}</w:hyperlink>'
    return inner + run(", ", "NoteMark").join(map(mark, span.notes)) if span.notes else inner
