"""The blocks of a document as the body of a Word file."""

from __future__ import annotations

from collections.abc import Callable

from planner.blocks import (
    Block,
    Callout,
    Chart,
    Cover,
    Document,
    Heading,
    Illustration,
    ListBlock,
    Paragraph,
    References,
    Table,
    Text,
    plain,
)
from planner.numbering import Numbers, prepared
from planner.progress import Told
from planner.writers.docx.contents import contents_xml
from planner.writers.docx.notes import footnote_mark, note_bookmark
from planner.writers.docx.numbering import NUMBERS
from planner.writers.docx.pictures import DRAWING, Pictures
from planner.writers.docx.runs import (
    field,
    is_web,
    listed_mark,
    paragraph,
    run,
    runs,
    source_bookmark,
)
from planner.writers.docx.sections import Sections
from planner.writers.docx.tables import table_xml
from planner.writers.look import Paper
from planner.writers.outline import opens_page, sheets
from planner.writers.telling import Chapters

_PARAGRAPHS = {"body": "BodyText", "lead": "Lead", "source": "Source", "note": "Note"}


class Body:
    """Sets a document's blocks one after another; keeps count of what Word wants counted."""

    def __init__(
        self,
        document: Document,
        pictures: Pictures,
        relate: Callable[[str], str],
        sections: Sections,
        paper: Paper,
    ) -> None:
        self._document = document
        self._pictures = pictures
        self._relate = relate
        self._sections = sections
        self._paper = paper
        self._parts: list[str] = []
        self._numbers = Numbers()
        self._bookmarks = 0
        self._chapter: Heading | None = None
        self._wide = self._at_top = False
        self._notes = document.footnotes
        self.noted: dict[int, int] = {}
        """The sources that have a footnote, and their place among the footnotes from 1 on."""
        self.lists = 0
        self._names = self._anchors()

    def xml(self, told: Told) -> str:
        """The whole body but for the properties of its last section."""
        document = self._document
        tell = Chapters(document, told)
        self._cover(document.cover)
        self._parts += filter(None, (contents_xml(document, self._names),))
        parts = sheets(prepared(document))
        for at, sheet in enumerate(parts):
            self._wide = sheet.wide
            for place, block in enumerate(sheet.blocks):
                self._at_top = at > 0 and place == 0
                tell(block)
                self._block(block)
            if at + 1 < len(parts):
                self._end_section(self._sections.xml(sheet.wide))
        return "".join(self._parts)

    @property
    def ends_wide(self) -> bool:
        """Whether the last section is turned to landscape."""
        return self._wide

    def _anchors(self) -> dict[str, str]:
        blocks = prepared(self._document)
        named = [b for b in blocks if isinstance(b, (Heading, Table, Chart))]
        return {
            block.anchor: f"_{'Toc' if isinstance(block, Heading) else 'Ref'}{number:08d}"
            for number, block in enumerate(named, 1)
        }

    def _target(self, link: str) -> str:
        if link.startswith("#"):
            return self._names.get(link[1:], "")
        return f'r:id="{self._relate(link)}"' if is_web(link) else ""

    def _add(self, style: str, content: str, properties: str = "") -> None:
        self._parts.append(paragraph(style, content, properties))

    def _runs(self, text: Text, style: str = "") -> str:
        return runs(text, self._target, style, self._mark)

    def _mark(self, note: int) -> str:
        """The mark of a source: a footnote where it is cited first, later the note's number."""
        if note not in self._notes:
            return listed_mark(note)
        name, style = note_bookmark(note), "FootnoteReference"
        if note in self.noted:
            return field(f"NOTEREF {name} \\h", str(self.noted[note]), style)
        self.noted[note] = len(self.noted) + 1
        return self._marked(name, footnote_mark(self.noted[note]))

    def _marked(self, name: str, content: str) -> str:
        self._bookmarks += 1
        number = self._bookmarks
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _end_section(self, properties: str) -> None:
        if not self._parts[-1].startswith("<w:p>"):
            # Word wants a paragraph to carry a section's end; after a table there is none.
            self._add("Source", "")
        self._parts[-1] = self._parts[-1].replace("</w:pPr>", f"{properties}</w:pPr>", 1)

    def _cover(self, cover: Cover) -> None:
        paged = self._document.cover_page
        if paged and self._sections.has_band:
            self._add("CoverBand", "")
        if cover.logo is not None and (logo := self._pictures.own(cover.logo)):
            self._add("CoverLogo", logo)
        if plain(cover.firm):
            self._add("CoverFirm" if paged else "CoverLine", self._runs(cover.firm))
        self._add("Title" if paged else "DocumentTitle", self._runs(cover.title))
        if plain(cover.subtitle):
            self._add("Subtitle", self._runs(cover.subtitle))
        lines = [line for line in cover.lines if plain(line)]
        for at, line in enumerate(lines):
            self._add("CoverRule" if paged and at == 0 else "CoverLine", self._runs(line))
        if paged:
            self._end_section(self._sections.xml(None))

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._add(_PARAGRAPHS[block.role], self._runs(block.text))
            case ListBlock():
                self._list(block)
            case Callout():
                self._callout(block)
            case Table():
                self._table(block)
            case Chart():
                self._chart(block)
            case Illustration():
                self._illustration(block)
            case References():
                self._references(block)

    def _callout(self, block: Callout) -> None:
        self._add("CalloutTitle", self._runs(block.title))
        for text in block.text:
            self._add("CalloutText", self._runs(text))

    def _illustration(self, block: Illustration) -> None:
        if drawing := self._pictures.own(block.picture, DRAWING):
            self._add("Figure", drawing)

    def _heading(self, heading: Heading) -> None:
        self._numbers.heading(heading)
        style = f"{'' if heading.numbered else 'Front'}Heading{heading.level}"
        front = self._document.contents or self._document.cover_page
        opens = opens_page(heading, self._chapter, first=self._chapter is None and front)
        if heading.level == 1 and (opens or self._at_top):
            style += "Page"
        title = self._runs(heading.text, "ChapterTitle" if heading.level == 1 else "")
        if heading.level == 1:
            self._chapter = heading
        self._add(style, self._marked(self._names[heading.anchor], title))

    def _list(self, block: ListBlock) -> None:
        style, properties = "ListBullet", ""
        if block.ordered:
            self.lists += 1
            style = "ListNumber"
            number = NUMBERS + self.lists
            properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        for item in block.items:
            self._add(style, self._runs(item), properties)

    def _caption(self, style: str, sequence: str, exhibit: Table | Chart, detail: str) -> None:
        words = self._document.words
        word = words.table if sequence == "Table" else words.figure
        number = self._numbers.exhibit("table" if sequence == "Table" else "figure")
        code = f"SEQ {'Annex' * self._numbers.annex}{sequence} \\* ARABIC"
        label = run(f"{word} {self._numbers.prefix}") + field(code, str(number))
        content = self._marked(self._names[exhibit.anchor], label)
        message = self._runs(exhibit.caption)
        content += (run(" · ") + message) if message else ""
        self._add(style, content + (run(f" {detail}", "CaptionDetail") if detail else ""))

    def _table(self, table: Table) -> None:
        self._caption("Caption", "Table", table, "")
        width = self._paper.text_width(wide=self._wide)
        self._parts.append(table_xml(table, width, self._target, self._mark))
        if plain(table.source):
            self._add("Source", self._runs(table.source))

    def _chart(self, chart: Chart) -> None:
        width = self._paper.text_width(wide=self._wide)
        self._add("Figure", self._pictures.chart(chart, width))
        sourced = bool(plain(chart.source))
        style = "FigureCaptionSource" if sourced else "FigureCaption"
        self._caption(style, "Figure", chart, chart.subtitle)
        if sourced:
            self._add("Source", self._runs(chart.source))

    def _references(self, block: References) -> None:
        for entry in block.entries:
            number = self._marked(source_bookmark(entry.number), run(f"[{entry.number}]"))
            self._add("Bibliography", f"{number}<w:r><w:tab/></w:r>{self._runs(entry.text)}")
