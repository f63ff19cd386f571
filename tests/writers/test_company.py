"""A company's own Word file as the template: what is taken from it, and what is refused."""

from __future__ import annotations

import io
import random
import re
import subprocess
import zipfile

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from PIL import Image

from planner.writers import BrandError, brand, look, render
from planner.writers.brand import Brand
from planner.writers.docx.company import check

from .specimen import specimen


def company(*, first_page=False):
    """A letterhead as companies have it: own paper, German style ids, a header with a logo."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(200), Mm(280)
    section.left_margin, section.right_margin = Mm(30), Mm(25)
    section.header.paragraphs[0].text = "ACME GmbH"
    logo = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(logo, "PNG")
    section.header.paragraphs[0].add_run().add_picture(logo)
    section.footer.paragraphs[0].text = "IBAN GE00"
    if first_page:
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "Letterhead"
    word.styles["Heading 1"].font.color.rgb = RGBColor(0xAA, 0x00, 0x55)
    word.styles["Normal"].font.name = "Georgia"
    for name, identity in (
        ("Normal", "Standard"), ("Heading 1", "berschrift1"), ("Heading 2", "berschrift2"),
        ("Header", "Kopfzeile"),
    ):  # fmt: skip
        as_in_german(word, word.styles[name].style_id, identity)
    section.header.paragraphs[0].style = word.styles["Header"]
    strange = word.styles.add_style("Our lead", 1).element
    strange.set(qn("w:styleId"), "Lead")
    word.add_paragraph("What stood in it before")
    word.core_properties.author = "Somebody"
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def as_in_german(word, old, new):
    """Give a style the id that a German Word gives it, wherever it is named."""
    root = word.styles.element
    for one in root.iter(qn("w:style")):
        if one.get(qn("w:styleId")) == old:
            one.set(qn("w:styleId"), new)
    for one in root.iter(qn("w:basedOn"), qn("w:next"), qn("w:link")):
        if one.get(qn("w:val")) == old:
            one.set(qn("w:val"), new)


def changed(data, name, change):
    """The package with one part changed, added, or taken out where the change gives nothing."""
    source, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for one in source.namelist():
            if one != name:
                archive.writestr(one, source.read(one))
        given = source.read(name) if name in source.namelist() else b""
        if (new := change(given)) is not None:
            archive.writestr(name, new)
    return made.getvalue()


@pytest.fixture(scope="module")
def data():
    return render(specimen(), "docx", Brand("Acme", "#AA0055", "#AA0055", reference=company()))


@pytest.fixture(scope="module")
def word(data):
    return docx.Document(io.BytesIO(data))


def test_its_styles_stand_where_the_names_are_the_same(word):
    assert word.styles["Heading 1"].font.color.rgb == RGBColor(0xAA, 0x00, 0x55)
    assert word.styles["Normal"].font.name == "Georgia"
    heading = next(p for p in word.paragraphs if p.text == "Size, two ways")
    assert heading.style.name == "Heading 2"


def test_every_style_that_is_used_is_there_once(word):
    ids = [s.get(qn("w:styleId")) for s in word.styles.element.iter(qn("w:style"))]
    assert len(ids) == len(set(ids))
    names = [s.name.lower() for s in word.styles]
    assert len(names) == len(set(names))
    used = {
        e.get(qn("w:val"))
        for e in word.element.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle"))
    }
    assert used <= set(ids)
    based = {e.get(qn("w:val")) for e in word.styles.element.iter(qn("w:basedOn"), qn("w:next"))}
    assert based <= set(ids)


def test_a_style_of_another_name_does_not_pass_for_ours(word):
    assert word.styles["Our lead"].style_id == "LeadCompany"
    assert word.styles["Lead"].font.size.pt == 12


def test_its_paper_and_margins_hold_and_tables_fit(word):
    upright = [s for s in word.sections if s.orientation == 0]
    assert {(round(s.page_width.mm), round(s.page_height.mm)) for s in upright} == {(200, 280)}
    assert {(round(s.left_margin.mm), round(s.right_margin.mm)) for s in upright} == {(30, 25)}
    width = word.tables[0]._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w"))
    assert int(width) / 1440 * 25.4 == pytest.approx(200 - 30 - 25, abs=0.5)


def test_its_header_and_footer_stand_on_every_page_but_the_cover(word):
    cover, *others = word.sections
    assert cover.header.is_linked_to_previous
    for section in others:
        assert "ACME GmbH" in section.header.paragraphs[0].text
        assert section.footer.paragraphs[0].text == "IBAN GE00"
        assert section.header.paragraphs[0]._p.pPr.pStyle.val == "Header"
        (blip,) = section.header._element.iter(qn("a:blip"))
        assert section.header.part.related_parts[blip.get(qn("r:embed"))].blob[:4] == b"\x89PNG"


def test_a_first_page_of_its_own_is_the_cover():
    data = render(specimen(), "docx", Brand(reference=company(first_page=True)))
    word = docx.Document(io.BytesIO(data))
    assert word.sections[0].header.paragraphs[0].text == "Letterhead"
    assert word.sections[0].top_margin.mm > 20
    assert "Cover Band" not in {p.style.name for p in word.paragraphs}


def test_chapters_are_numbered_and_only_they(word):
    numbered = [s.style_id for s in word.styles if s.type == 1
                and s.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}") is not None
                and s.element.pPr.numPr.numId.val == 1]  # fmt: skip
    assert numbered == ["Heading1", "Heading2", "Heading3"]
    assert word.styles["TOC Heading"].element.pPr.numPr.numId.val == 0


def test_nothing_else_of_it_comes_along(data, word):
    assert "What stood in it before" not in "".join(p.text for p in word.paragraphs)
    assert word.core_properties.author == "Nino Beridze"
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not [n for n in names if "customXml" in n or "thumbnail" in n or "webSettings" in n]


def test_our_own_frame_stands_where_it_has_none():
    bare = docx.Document()
    made = io.BytesIO()
    bare.save(made)
    word = docx.Document(io.BytesIO(render(specimen(), "docx", Brand(reference=made.getvalue()))))
    assert "Marketing plan 2027" in word.sections[1].header.paragraphs[0].text
    assert list(word.sections[1].header._element.iter(qn("w:ptab")))


def test_headers_of_a_later_section_go_before():
    word = docx.Document(io.BytesIO(company()))
    later = word.add_section(WD_SECTION.NEW_PAGE)
    later.header.is_linked_to_previous = False
    later.header.paragraphs[0].text = "The later one"
    made = io.BytesIO()
    word.save(made)
    written = docx.Document(
        io.BytesIO(render(specimen(), "docx", Brand(reference=made.getvalue())))
    )
    assert written.sections[1].header.paragraphs[0].text == "The later one"
    assert written.sections[1].footer.paragraphs[0].text == "IBAN GE00"


def test_the_same_file_gives_the_same_bytes(data):
    again = Brand("Acme", "#AA0055", "#AA0055", reference=company())
    assert render(specimen(), "docx", again) == data


def test_libreoffice_opens_it(data, tmp_path):
    (tmp_path / "plan.docx").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path,
         tmp_path / "plan.docx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    import pypdf

    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "plan.pdf").pages]
    assert "ACME GmbH" not in pages[0]
    assert all("ACME GmbH" in page and "IBAN GE00" in page for page in pages[1:])


TYPES = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda d: d[: len(d) // 2], "not a whole Word document"),
        (lambda _: b"plain text", "not a whole Word document"),
        (lambda d: changed(d, "word/styles.xml", lambda x: x[:-20]), "damaged: word/styles.xml"),
        (lambda d: changed(d, "word/header1.xml", lambda _: b"<w:hdr>"), "damaged: word/header1"),
        (lambda d: changed(d, "word/document.xml", lambda _: None), "not a whole Word document"),
        (lambda d: changed(d, "word/vbaProject.bin", lambda _: b"\xd0"), "holds macros"),
        (lambda d: changed(d, TYPES, lambda x: x.replace(
            b"officedocument.wordprocessingml.document.main", b"x.macroEnabled.main")),
         "holds macros"),
        (lambda d: changed(d, TYPES, lambda x: x.replace(
            b"wordprocessingml.document.main", b"wordprocessingml.template.main")),
         "is a Word template"),
        (lambda d: changed(d, "word/styles.xml", lambda x: b'<!DOCTYPE x [<!ENTITY a "b">]>' + x[
            x.index(b"?>") + 2:]), "damaged: word/styles.xml"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_the_template_is_refused(tmp_path, damage, said):
    (tmp_path / "acme.docx").write_bytes(damage(company()))
    (tmp_path / "acme.toml").write_text('reference = "acme.docx"')
    with pytest.raises(BrandError, match=said) as caught:
        brand.read(tmp_path / "acme.toml")
    assert str(tmp_path / "acme.docx") in caught.value.message("en")


def test_a_header_that_leads_elsewhere_is_refused(tmp_path):
    word = docx.Document(io.BytesIO(company()))
    part = word.sections[0].header.part
    part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.IMAGE, "https://example.org/pixel.png")
    word.save(str(tmp_path / "acme.docx"))
    (tmp_path / "acme.toml").write_text('reference = "acme.docx"')
    with pytest.raises(BrandError, match="its header or footer holds something"):
        brand.read(tmp_path / "acme.toml")


def test_body_text_stays_readable_on_narrow_paper(word):
    indent = word.styles["Lead"].element.find(f".//{qn('w:ind')}").get(qn("w:right"))
    left = (200 - 30 - 25) - int(indent) / 1440 * 25.4
    assert left == pytest.approx(min(look.MEASURE, 145), abs=0.2)


def test_our_lead_keeps_away_from_their_text(word):
    # Their Body Text has no space above, so the space must come from below ours.
    assert not word.styles["Body Text"].paragraph_format.space_before
    assert word.styles["Lead"].paragraph_format.space_after.pt == 6


PARTS = zipfile.ZipFile(io.BytesIO(company(first_page=True))).namelist()
ATTRIBUTE = re.compile(rb' [\w:]+="[^"]*"')


def test_a_damaged_file_is_refused_or_does_no_harm(tmp_path):
    whole, chance = company(first_page=True), random.Random(27)
    seen = set()
    for name in PARTS:
        for damage in (
            lambda _: None,
            lambda _: b"",
            lambda x: x.replace(chance.choice(ATTRIBUTE.findall(x) or [b"x"]), b"", 1),
            lambda x: x[:-1] + bytes([chance.randrange(256)]),
        ):
            data = changed(whole, name, damage)
            try:
                check(data, tmp_path / "acme.docx")
            except BrandError:
                seen.add("refused")
            else:
                assert render(specimen(blocks=()), "docx", Brand(reference=data))[:2] == b"PK"
                seen.add("written")
    assert seen == {"refused", "written"}
