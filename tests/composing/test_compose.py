"""Composing: what is answered is printed and traced, what is not is left out and asked."""

import re
from decimal import Decimal

import pytest

import planner
from planner import paths
from planner.blocks import Callout, Chart, Heading, ListBlock, Paragraph, References, Table, plain
from planner.model.kinds import BadValue
from planner.model.plan import Plan
from tests.plans import NASTY, essential_sample, filled, sample


def texts(document):  # noqa: C901  one case a block
    """Every text of a document, with the block it stands in."""
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                yield block, block.text
            case ListBlock():
                for item in block.items:
                    yield block, item
            case Table():
                yield block, block.caption
                yield block, block.source
                for row in block.rows:
                    for cell in row.cells:
                        yield block, cell
            case Chart():
                yield block, block.caption
            case References():
                for entry in block.entries:
                    yield block, entry.text


@pytest.fixture(scope="module")
def document():
    return planner.compose(sample(), "annual", "en")


def test_a_blank_plan_writes_open_questions_and_nothing_else():
    document = planner.compose(Plan(), "annual", "en")
    headings = [plain(b.text) for b in document.blocks if isinstance(b, Heading)]
    assert headings == ["Open questions"]
    assert len(document.blocks) == 2
    assert plain(document.cover.title) == "Marketing plan"


def test_one_answer_writes_a_short_sensible_document():
    plan = paths.put(Plan(), "business.company.does", "We mend chairs for people who keep them.")
    document = planner.compose(plan, "annual", "en")
    headings = [plain(b.text) for b in document.blocks if isinstance(b, Heading)]
    assert headings == ["Where we start", "Open questions"]
    lead = next(b for b in document.blocks if isinstance(b, Paragraph))
    assert plain(lead.text) == "We mend chairs for people who keep them."
    assert lead.role == "lead"
    assert len(document.blocks) <= 4


def typed(span, plan):
    """Whether a span prints what somebody typed."""
    answers = [paths.get(plan, path) for path in span.sources if paths.has(plan, path)]
    return any(isinstance(answer, str) and span.text in answer for answer in answers)


@pytest.mark.parametrize(
    "plan",
    [sample(), essential_sample(), filled(), paths.put(filled(), "meta.depth", "thorough")],
    ids=["sample", "essential-sample", "filled", "filled-thorough"],
)
def test_no_heading_is_empty_and_no_markup_is_left(plan):
    document = planner.compose(plan, "annual", "en")
    for block, following in zip(document.blocks, (*document.blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            assert following is not None, plain(block.text)
            if isinstance(following, Heading):
                assert following.level > block.level, plain(block.text)
    for _, text in texts(document):
        said = plain(text)
        assert "*" not in said
        assert not re.search("[\ue000-\uf8ff]", said)
        for empty in ("N/A", "None"):
            assert all(empty not in span.text or typed(span, plan) for span in text)


@pytest.mark.parametrize("depth", ["essential", "standard", "thorough"])
def test_no_two_places_have_one_anchor(depth):
    document = planner.compose(paths.put(sample(), "meta.depth", depth), "annual", "en")
    anchors = [b.anchor for b in document.blocks if isinstance(b, Heading | Table | Chart)]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("depth", ["essential", "standard", "thorough"])
def test_every_figure_in_running_text_knows_its_source(depth):
    document = planner.compose(paths.put(sample(), "meta.depth", depth), "annual", "en")
    for block, text in texts(document):
        if isinstance(block, References):
            continue
        for span in text:
            if span.link.startswith("#"):
                continue  # the number of a table or figure, which no answer gives
            if re.search(r"\d", span.text) and not span.sources:
                pytest.fail(f"no source: {span.text!r} in {plain(text)!r}")


def test_uses_and_sources_are_two_sides_of_one_trace(document):
    price = "business.offerings[sports-massage].price"
    places = document.uses(price)
    assert places
    for place in places:
        assert any(paths.within(source, price) for source in document.sources(place))
    short = planner.compose(essential_sample(), "annual", "en")
    assert document.uses("business.company.founded")
    assert short.uses("business.company.founded") == ()


def test_the_budget_adds_up_to_the_cent(document):
    table = next(b for b in document.blocks if isinstance(b, Table) and b.anchor == "budget")
    sums = [Decimal(plain(row.cells[-1]).replace(",", "")) for row in table.rows]
    # channels 4,800 + 2,600 + 420 + 1,500; lines 3,000 + 1,680 + 300 + 500 + 200; a tenth kept
    assert sums[-1] == 16500
    assert sum(sums[:-1]) == sums[-1]


def test_months_add_up_in_both_directions():
    document = planner.compose(paths.put(sample(), "meta.depth", "standard"), "annual", "en")
    table = next(b for b in document.blocks if isinstance(b, Table) and b.anchor == "budget-months")
    grid = [[Decimal(plain(c).replace(",", "")) for c in row.cells[1:]] for row in table.rows]
    for row in grid:
        assert sum(row[:-1]) == row[-1]
    for column in range(len(grid[0])):
        assert sum(row[column] for row in grid[:-1]) == grid[-1][column]
    assert grid[-1][-1] == 15000


def test_evidence_is_numbered_in_print_order(document):
    references = next(b for b in document.blocks if isinstance(b, References))
    assert [entry.number for entry in references.entries] == list(
        range(1, len(references.entries) + 1)
    )
    cited = {n for _, text in texts(document) for span in text for n in span.notes}
    cited |= {int(span.text) for block in document.blocks if isinstance(block, Table)
              for span in block.source if span.text.isdigit()}  # fmt: skip
    assert cited == {entry.number for entry in references.entries}


def test_what_has_no_source_is_marked_as_an_assumption():
    path = "market.factors[scarce-therapists].name"
    plan = paths.put(sample(), "evidence.items", None)
    plan = paths.insert(plan, "evidence.items", {"source": "X", "about": [path]}).plan
    assert path not in assumed(plan)
    plan = paths.put(plan, "evidence.items[x].about", ["market.growth"])
    assert path in assumed(plan)


def test_the_mark_of_an_assumption_is_explained_where_it_stands():
    bare = paths.put(sample(), "evidence.items", None)
    bare = paths.insert(bare, "evidence.items", {"source": "X", "about": ["market.growth"]}).plan
    for plan in (sample(), bare):
        document = planner.compose(plan, "annual", "en")
        notes = [b for b in document.blocks if isinstance(b, Paragraph) and b.role == "note"]
        explained = any("ᴬ marks what rests on no source" in plain(note.text) for note in notes)
        assert explained == bool(assumed(plan))
    assert assumed(bare)
    assert not assumed(sample())


def assumed(plan):
    """Paths of what a document marks as an assumption in running text."""
    document = planner.compose(plan, "annual", "en")
    return {s for _, text in texts(document) for span in text if span.text == "ᴬ"
            for s in span.sources}  # fmt: skip


def test_the_language_is_an_argument():
    document = planner.compose(sample(), "annual", "ro")
    table = next(b for b in document.blocks if isinstance(b, Table) and b.anchor == "segments")
    cells = [plain(cell) for row in table.rows for cell in row.cells]
    assert "38.000" in cells
    assert document.language == "ro"


def test_sections_can_be_left_out_and_opened_with_own_words():
    plan = paths.put(sample(), "meta.document.leave_out", ["technology", "audience"])
    plan = paths.put(plan, "meta.document.sections[market].lead", "We know this market.")
    document = planner.compose(plan, "annual", "en")
    anchors = [b.anchor for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    assert "chapter-technology" not in anchors
    assert "chapter-audience" not in anchors
    market = [getattr(block, "anchor", "") for block in document.blocks].index("chapter-market")
    assert plain(document.blocks[market + 1].text) == "We know this market."


@pytest.mark.parametrize("nasty", NASTY)
def test_what_was_typed_comes_out_letter_for_letter(nasty):
    plan = sample()
    for path in (
        "business.company.name", "business.offerings[sports-massage].name",
        "segments.items[desk].name", "promotion.channels[search-ads].name",
        "competitors.items[fizioplus].name", "positioning.usp.statement",
    ):  # fmt: skip
        line = nasty.replace("\n", " ").replace("\t", " ")
        plan = paths.put(plan, path, line)
    plan = paths.put(plan, "positioning.how_to_win", nasty)
    document = planner.compose(plan, "annual", "en")
    everything = "\n".join(plain(text) for _, text in texts(document))
    assert line in everything
    for part in nasty.split("\n"):
        assert part.strip() in everything
    assert "49" not in plain(next(t for _, t in texts(document) if line in plain(t)))


def test_nasty_text_in_every_field_breaks_nothing():
    for nasty in NASTY:
        planner.compose(filled("EST", nasty), "annual", "ka")


def test_a_hundred_thousand_characters():
    long = "word " * 20000
    plan = paths.put(sample(), "positioning.how_to_win", long)
    document = planner.compose(plan, "annual", "en")
    assert any(plain(text).count("word ") > 19000 for _, text in texts(document))


def test_a_kind_that_is_not_there():
    with pytest.raises(BadValue, match="annual"):
        planner.compose(Plan(), "novel", "en")


@pytest.mark.parametrize("reader", ["owner", "board", "client", "team", "lender"])
def test_the_cover_says_for_whom_it_is(reader):
    plan = paths.put(essential_sample(), "meta.document.reader", reader)
    cover = planner.compose(plan, "annual", "en").cover
    assert f"For the {reader}" in [plain(line) for line in cover.lines]
    unsaid = planner.compose(paths.put(plan, "meta.document.reader", None), "annual", "en").cover
    assert not [line for line in unsaid.lines if plain(line).startswith("For the")]


def test_paper_and_version_are_those_chosen():
    plan = paths.put(essential_sample(), "meta.document.page_size", "Letter")
    plan = paths.put(plan, "meta.document.version_label", "Board draft 2")
    document = planner.compose(plan, "annual", "en")
    assert document.page == "Letter"
    assert "Board draft 2" in [plain(line) for line in document.cover.lines]
    plan = paths.put(plan, "meta.document.version_label", None)
    plan = paths.put(plan, "meta.document.page_size", None)
    document = planner.compose(paths.put(plan, "meta.status", "draft"), "annual", "en")
    assert document.page == "A4"
    assert "Status: draft" in [plain(line) for line in document.cover.lines]


def first_mentions(document):
    """The numbers of notes in the order in which running text and source lines first have them."""
    seen = {}
    for block in document.blocks:
        match block:
            case Paragraph():
                found = [block.text]
            case ListBlock():
                found = block.items
            case Callout():
                found = block.text
            case Table() | Chart():
                found = [block.source]
            case _:
                found = []
        seen |= dict.fromkeys(n for text in found for span in text for n in span.notes)
    return list(seen)


@pytest.mark.parametrize("notes", [None, "footnotes", "both"])
def test_each_source_is_noted_once_in_the_order_of_the_notes(notes):
    # Word and Typst number footnotes by their order, so ours must be that order without a gap.
    document = planner.compose(paths.put(sample(), "meta.document.notes", notes), "annual", "en")
    assert document.notes == (notes or "footnotes")
    assert first_mentions(document) == sorted(document.footnotes)
    assert first_mentions(document) == list(range(1, len(document.footnotes) + 1))


def test_a_list_at_the_end_has_numbers_and_no_notes():
    plan = paths.put(sample(), "meta.document.notes", "list at the end")
    document = planner.compose(plan, "annual", "en")
    assert document.footnotes == {}
    said = [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]
    assert "Numbers behind statements point here." in said[-1]
    sources = [plain(block.source) for block in document.blocks if isinstance(block, Table)]
    assert any(re.search(r"Sources: \d+, \d+ and \d+\.", source) for source in sources)


def test_a_source_kept_from_the_public_is_unnamed_in_its_note():
    path = "market.factors[scarce-therapists].name"
    plan = paths.put(sample(), "meta.confidentiality", "public")
    plan = paths.put(plan, "evidence.items", None)
    line = {"source": "Talk with Ioana", "about": [path], "public": False}
    plan = paths.insert(plan, "evidence.items", line).plan
    (note,) = planner.compose(plan, "annual", "en").footnotes.values()
    assert plain(note).startswith("Kept with us")
    assert "Ioana" not in plain(note)


def test_without_a_currency_it_is_asked_and_no_header_has_a_gap_for_it():
    plan = paths.put(sample(), "meta.currency", None)
    plan = paths.put(plan, "meta.document.open_questions", True)
    document = planner.compose(plan, "annual", "en")
    said = [plain(text) for _, text in texts(document)]
    assert any("In which currency are all the amounts?" in words for words in said)
    assert not [words for words in said if re.search(r"\bIn \.|\(\s*\)| in ,", words)]


def test_a_document_of_a_few_pages_has_no_contents_and_no_page_for_a_line():
    plan = paths.put(Plan(), "business.company.does", "We mend chairs.")
    assert not planner.compose(plan, "annual", "en").contents
    assert planner.compose(essential_sample(), "annual", "en").contents
    plan = paths.insert(plan, "promotion.channels", {"name": "Leaflets", "budget": "100"}).plan
    decision = planner.compose(plan, "annual", "en").blocks[0]
    assert isinstance(decision, Heading)
    assert not decision.alone
