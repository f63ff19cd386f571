"""Brand files: what they say is checked, kept in the user's folder, and arrives in documents."""

from __future__ import annotations

import io
import zipfile

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

import planner
from planner.blocks import Callout, Paragraph, Span
from planner.drawing.colours import contrast
from planner.writers import BrandError, WriteError, brand, look, render
from planner.writers.brand import Brand

from .specimen import CHARTS, specimen, text

TEXT = """
name = "Kolkheti"
logo = "mark.png"
[colours]
accent = "#7a1f3d"
band = "#FFCC00"
[fonts]
heading = "Georgia"
body = "Gill Sans MT"
"""


def picture(size=(40, 20)):
    made = io.BytesIO()
    Image.new("RGB", size, "#7a1f3d").save(made, "PNG")
    return made.getvalue()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "kolkheti.toml"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "mark.png").write_bytes(picture())
    return path


def xml(data, name):
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def style(root, identity):
    (found,) = (s for s in root.iter(qn("w:style")) if s.get(qn("w:styleId")) == identity)
    return found


def test_a_brand_file_is_read(file):
    read = brand.read(file)
    assert (read.name, read.accent, read.band) == ("Kolkheti", "#7A1F3D", "#FFCC00")
    assert (read.heading_font, read.body_font) == ("Georgia", "Gill Sans MT")
    assert Image.open(io.BytesIO(read.logo.data)).size == (40, 20)
    assert read.logo.alt == "Kolkheti"


def test_an_empty_file_is_the_look_of_the_program(tmp_path):
    path = tmp_path / "plain.toml"
    path.write_text("")
    assert brand.read(path) == Brand(name="plain")
    document = specimen(blocks=())
    assert render(document, "docx", brand.read(path)) == render(document, "docx")


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ('colour = "#112233"', "“colour” is not known; choose from: name, logo"),
        ('[colours]\naccnt = "#112233"', "“colours.accnt” is not known; choose from: accent, band"),
        ('[colours]\naccent = "blue"', "colours.accent: a colour is wanted"),
        ('[colours]\nband = "#12345"', "colours.band: a colour is wanted"),
        ('[fonts]\nbody = "Evil\\" font"', "fonts.body: the name of a font is wanted"),
        ("[fonts]\nheading = 12", "fonts.heading: the name of a font is wanted"),
        ('colours = "#112233"', r"colours: write \[colours\] on a line of its own"),
        ('name = ""', "name: 1 to 60 letters are wanted"),
        ("name = Kolkheti", "line 1, column 8 can’t be read"),
        ('name = "a"\nlogo', "line 2, column 5 can’t be read|left open at the end"),
        ('logo = "gone.png"', "logo: there is no file “gone.png” beside it"),
        ('logo = "../mark.png"', "logo: name a file that lies beside this one"),
        ('logo = "/etc/passwd"', "logo: name a file that lies beside this one"),
        ('logo = "torn.png"', "logo: “torn.png” is not a picture that can be read"),
        ('logo = "mark.gif"', "logo: “mark.gif” is not a picture that can be read"),
        ('reference = "gone.docx"', "reference: there is no file “gone.docx” beside it"),
    ],
)
def test_what_cannot_be_used_is_said_with_its_place(tmp_path, written, place):
    path = tmp_path / "bad.toml"
    path.write_text(written, encoding="utf-8")
    (tmp_path / "torn.png").write_bytes(picture()[:60])
    (tmp_path / "mark.gif").write_bytes(b"GIF89a")
    with pytest.raises(BrandError, match=place) as caught:
        planner.write(specimen(blocks=()), tmp_path / "plan.docx", path)
    assert caught.value.message("en").startswith(str(path))
    assert not (tmp_path / "plan.docx").exists()


def test_a_file_that_is_no_text_or_is_not_there(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_bytes(b'name = "\xff"')
    with pytest.raises(BrandError, match="UTF-8"):
        brand.read(path)
    path.write_bytes(b"#" * 64_001)
    with pytest.raises(BrandError, match="at most 64 kilobytes"):
        brand.read(path)
    with pytest.raises(WriteError, match="can’t be read"):
        brand.read(tmp_path / "gone.toml")


def test_colours_and_fonts_arrive_in_word(file):
    root = xml(render(specimen(), "docx", brand.read(file)), "word/styles.xml")
    fonts = root.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    assert set(fonts.attrib.values()) == {"Gill Sans MT"}
    for heading in ("Title", "Heading1", "Heading2", "Heading3"):
        named = style(root, heading).find(f"{qn('w:rPr')}/{qn('w:rFonts')}")
        assert set(named.attrib.values()) == {"Georgia"}
    band = style(root, "CoverBand").find(f".//{qn('w:shd')}")
    assert band.get(qn("w:fill")) == "FFCC00"
    rule = style(root, "Heading1").find(f".//{qn('w:bottom')}")
    assert rule.get(qn("w:color")) == "7A1F3D"
    head = style(root, "PlanTable").find(f"{qn('w:tblStylePr')}//{qn('w:shd')}")
    assert head.get(qn("w:fill")) == look.tint("#7A1F3D")[1:] != look.TINT[1:]
    assert style(root, "Hyperlink").find(f".//{qn('w:color')}").get(qn("w:val")) == "7A1F3D"


def test_the_logo_stands_on_the_cover_where_the_plan_has_none(file):
    data = render(specimen(blocks=()), "docx", brand.read(file))
    (extent,) = xml(data, "word/document.xml").iter(qn("wp:extent"))
    # 40 by 20 pixels fit into 60 by 25 mm as 50 by 25.
    assert (int(extent.get("cx")), int(extent.get("cy"))) == (50 * 36000, 25 * 36000)


def painted(pdf):
    """Every operator of the pages with the colour of fills that is set when it acts."""
    for page in pdf.pages:
        colour = None
        for operands, operator in pypdf.generic.ContentStream(page.get_contents(), pdf).operations:
            if operator in (b"scn", b"rg") and len(operands) == 3:
                colour = tuple(round(float(part) * 255) for part in operands)
            yield operator, colour


def fills(pdf):
    return {colour for operator, colour in painted(pdf) if operator in (b"f", b"f*")}


def test_colours_and_fonts_arrive_in_the_pdf():
    # Noto Sans Georgian is shipped, so every computer has it; Georgia need not be there.
    faced = Brand("x", "#7A1F3D", "#FFCC00", "Noto Sans Georgian", "No Such Face")
    pdf = pypdf.PdfReader(io.BytesIO(render(specimen(), "pdf", faced)))
    tint = tuple(bytes.fromhex(look.tint("#7A1F3D")[1:]))
    assert {tint, (0xFF, 0xCC, 0x00)} <= fills(pdf)
    assert "Marketing plan 2027" in pdf.pages[0].extract_text()
    cover = {str(f.get_object()["/BaseFont"]) for f in pdf.pages[0]["/Resources"]["/Font"].values()}
    assert any("Georgian" in name for name in cover)
    body = {str(f.get_object()["/BaseFont"]) for f in pdf.pages[2]["/Resources"]["/Font"].values()}
    assert any("NotoSans-Regular" in name for name in body)


def test_a_pale_accent_is_for_fills_and_rules_alone():
    pale = Brand("x", "#FFCC00")
    assert contrast("#FFCC00") < 4.5
    blocks = (
        Callout(text("Decide"), (text("Now"),)),
        Paragraph((Span("law", link="https://example.org"),)),
    )
    root = xml(render(specimen(blocks=blocks), "docx", pale), "word/styles.xml")
    assert "FFCC00" not in {c.get(qn("w:val")) for c in root.iter(qn("w:color"))}
    assert "FFCC00" in {b.get(qn("w:color")) for b in root.iter(qn("w:bottom"))}
    pdf = pypdf.PdfReader(io.BytesIO(render(specimen(blocks=blocks), "pdf", pale)))
    of_words = {colour for operator, colour in painted(pdf) if operator in (b"Tj", b"TJ")}
    assert (0xFF, 0xCC, 0x00) in fills(pdf)
    assert (0xFF, 0xCC, 0x00) not in of_words


@pytest.mark.parametrize("chart", [c for c in CHARTS if c.kind in ("bar", "gantt", "map")])
def test_the_accent_is_ours_in_charts(chart):
    data = render(specimen(blocks=(chart,)), "docx", Brand("x", "#7A1F3D"))
    archive = zipfile.ZipFile(io.BytesIO(data))
    names = [n for n in archive.namelist() if n.startswith(("word/media/", "word/charts/chart"))]
    drawn = b"".join(archive.read(n) for n in names if n.endswith(".xml"))
    seen = {
        pixel
        for n in names if n.endswith(".png")
        for _, pixel in Image.open(io.BytesIO(archive.read(n))).convert("RGB").getcolors(1 << 20)
    }  # fmt: skip
    assert b"7A1F3D" in drawn or (0x7A, 0x1F, 0x3D) in seen


def test_a_brand_is_added_chosen_by_name_and_goes_with_the_document(file, tmp_path):
    assert brand.found() == ()
    assert brand.add(file) == "kolkheti"
    assert brand.found() == ("kolkheti",)
    kept = brand.chosen("kolkheti")
    assert kept == brand.read(file)
    names = {one.name for one in brand.brand_folder().iterdir()}
    assert names == {"kolkheti.toml", "kolkheti-logo.png"}
    document = specimen(blocks=(), brand="kolkheti")
    planner.write(document, tmp_path / "named.docx")
    planner.write(document, tmp_path / "given.docx", file)
    planner.write(document, tmp_path / "read.docx", brand.read(file))
    written = {(tmp_path / f"{n}.docx").read_bytes() for n in ("named", "given", "read")}
    assert len(written) == 1
    assert docx.Document(str(tmp_path / "named.docx")).styles["Title"].font.name == "Georgia"


def test_a_brand_that_cannot_be_used_is_not_added(file):
    file.write_text('logo = "gone.png"')
    with pytest.raises(BrandError):
        brand.add(file)
    assert brand.found() == ()


@pytest.mark.parametrize("name", ["kolkheti", "../kolkheti", "a/b", ""])
def test_a_name_that_is_not_there_is_said_with_the_folder(file, name):
    brand.brand_folder().mkdir(parents=True)
    (brand.brand_folder().parent / "kolkheti.toml").write_text("")
    with pytest.raises(WriteError, match="no brand") as caught:
        brand.chosen(name)
    assert str(brand.brand_folder()) in caught.value.message("en")
    brand.add(file)
    if name != "kolkheti":
        with pytest.raises(WriteError, match="choose one of: kolkheti"):
            brand.chosen(name)


def test_the_same_brand_gives_the_same_bytes(file):
    for form in ("docx", "pdf"):
        assert render(specimen(), form, brand.read(file)) == render(
            specimen(), form, brand.read(file)
        )
