"""From the shipped sample to documents that other programs open."""

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

import planner
from planner import paths
from tests.nightly import NIGHTLY
from tests.plans import NASTY, filled, sample


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("written")
    document = planner.compose(sample(), "annual", "en")
    for suffix in ("docx", "pdf"):
        planner.write(document, folder / f"moveo.{suffix}")
    return folder


def word_text(file: Path) -> str:
    body = docx.Document(str(file)).element.body
    return "".join(node.text or "" for node in body.iter() if node.tag.endswith("}t"))


def chapters(file: Path) -> dict[str, int]:
    """The page on which each chapter of a PDF begins."""
    reader = PdfReader(file)
    top = [entry for entry in reader.outline if not isinstance(entry, list)]
    return {entry.title: reader.get_destination_page_number(entry) + 1 for entry in top}


def test_the_sample_is_a_plan_of_full_length_whose_argument_can_be_read_in_a_sitting(written):
    pages = len(PdfReader(written / "moveo.pdf").pages)
    starts = chapters(written / "moveo.pdf")
    briefs = next(page for title, page in starts.items() if title.endswith("Briefs"))
    assert pages >= 25
    assert briefs <= 62


def test_the_decision_is_one_page(written):
    pages = sorted(chapters(written / "moveo.pdf").items(), key=lambda entry: entry[1])
    (_, first), (_, second) = pages[:2]
    assert second - first == 1


def test_word_and_pdf_say_the_same(written):
    pdf = " ".join(page.extract_text() for page in PdfReader(written / "moveo.pdf").pages)
    word = word_text(written / "moveo.docx")
    for phrase in ("€16,500", "258,746", "Leaflets in letter boxes"):
        assert phrase in word
        assert phrase in pdf


def test_libreoffice_opens_the_word_document(written, tmp_path):
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: scripts/setup installs it"
    subprocess.run(
        [program, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(written / "moveo.docx")],
        check=True, capture_output=True, timeout=110,
    )  # fmt: skip
    text = " ".join(page.extract_text() for page in PdfReader(tmp_path / "moveo.pdf").pages)
    assert "Whom we do not serve" in text
    assert "Error!" not in text


def test_the_words_of_the_sample_stand_in_the_document(written):
    word = word_text(written / "moveo.docx")
    for path in (
        "business.company.does", "positioning.how_to_win", "segments.items[desk].decision_reason",
        "market.factors[insurers].answer", "promotion.risks[therapist-leaves].plan_b",
        "segments.exclusions[home-visits].script",
    ):  # fmt: skip
        assert paths.get(sample(), path) in word


@pytest.mark.parametrize("nasty", NASTY if NIGHTLY else NASTY[1:3])
def test_nasty_text_in_every_field_is_written_letter_for_letter(nasty, tmp_path):
    plan = paths.put(filled("EST", nasty), "meta.depth", "thorough")
    # No such brand is there, and that is refused.
    plan = paths.put(plan, "meta.document.brand", None)
    document = planner.compose(plan, "annual", "en")
    planner.write(document, tmp_path / "n.docx")
    planner.write(document, tmp_path / "n.pdf")
    word = word_text(tmp_path / "n.docx")
    for line in nasty.split("\n"):
        for part in line.split("\t"):
            assert part.strip() in word
    assert len(PdfReader(tmp_path / "n.pdf").pages) > 5


def test_a_very_long_answer_is_written_whole(tmp_path):
    long = "thousands of words " * 5300
    plan = paths.put(sample(), "positioning.value_proposition", long.strip())
    document = planner.compose(paths.put(plan, "meta.depth", "essential"), "annual", "en")
    planner.write(document, tmp_path / "long.docx")
    planner.write(document, tmp_path / "long.pdf")
    assert long.strip() in word_text(tmp_path / "long.docx")
