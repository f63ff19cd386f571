"""The Word file as another program opens and lays it out (LibreOffice, headless)."""

from __future__ import annotations

import io
import re
import subprocess

import pypdf
import pytest

from planner.writers import write
from planner.writers.native_chart import KINDS

from .specimen import CHARTS, EMOJI, NASTY, RTL, specimen


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("office")
    write(specimen(), folder / "plan.docx")
    for form in ("pdf", "txt:Text (encoded):UTF8"):
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--convert-to", form, "--outdir", str(folder), str(folder / "plan.docx")],
            check=True, capture_output=True, timeout=55,
        )  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def laid_out(folder):
    return pypdf.PdfReader(io.BytesIO((folder / "plan.pdf").read_bytes()))


def test_the_text_is_there_letter_for_letter(folder):
    found = (folder / "plan.txt").read_text(encoding="utf-8-sig")
    for line in (*NASTY, EMOJI, RTL):
        assert line in found
    for chart in CHARTS:
        assert chart.caption[0].text in found


def test_the_cover_is_a_page_of_its_own(laid_out):
    cover = laid_out.pages[0].extract_text()
    assert "How a small roaster wins" in cover
    assert "Contents" not in cover
    assert "Page" not in cover


def test_pages_are_counted(laid_out):
    total = len(laid_out.pages)
    for number, page in enumerate(laid_out.pages[1:], 2):
        assert re.search(rf"Page\s+{number}\s+of\s+{total}", page.extract_text())


def test_the_decision_stands_alone(laid_out):
    pages = [page.extract_text() for page in laid_out.pages]
    (decision,) = [p for p in pages if "Decide today" in p]
    assert "Market" not in decision.replace("Marketing", "")


def test_the_wide_table_is_on_turned_pages_with_its_header_on_each(laid_out):
    turned = [p for p in laid_out.pages if p.mediabox.width > p.mediabox.height]
    assert len(turned) == 2
    assert all("Rival 8" in page.extract_text() for page in turned)
    assert "Full matrix" in turned[0].extract_text()


def test_pictures_are_shown(laid_out):
    # The objects alone: to decode every picture takes longer than to lay out the file.
    shown = {
        entry.indirect_reference.idnum
        for page in laid_out.pages
        for entry in (e.get_object() for e in page["/Resources"].get("/XObject", {}).values())
        if entry["/Subtype"] == "/Image"
    }
    # The others are charts of the file's own, drawn as lines and words.
    assert len(shown) == len([chart for chart in CHARTS if chart.kind not in KINDS])
