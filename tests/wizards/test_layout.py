"""Every question of the questionnaire is asked on some page, once the plan is thorough."""

from planner import paths
from planner.model.nodes import declared
from planner.model.plan import Plan
from wizards.forms.grids import GRIDS
from wizards.pages.layout import topics_of
from wizards.panels import ledger
from wizards.panels.writing import CHOICES
from wizards.steps import WORDS


def topics():
    return [topic for word in WORDS for topic in topics_of(word)] + list(ledger.TOPICS)


def asked(pattern):
    """Whether a topic asks for a field, not counting what its own page hides."""
    for topic in topics():
        for path in topic.asks:
            if paths.within(pattern, path):
                inside = pattern[len(path) :].removeprefix("[*].").replace("[*]", "")
                if inside not in topic.hide:
                    return True
    return pattern in CHOICES or in_a_grid(pattern)


def in_a_grid(pattern):
    shown = {topic.grid for topic in topics()} - {""}
    if pattern.startswith("competitors.own."):
        collection = pattern.split(".")[2].split("[")[0]
        return {"ratings": "grid.ratings", "levels": "grid.curve", "features": "grid.features"}[
            collection
        ] in shown
    hidden = {
        "competitors.items[*].ratings[*].score": "grid.ratings",
        "competitors.items[*].levels[*].level": "grid.curve",
        "competitors.items[*].features[*].level": "grid.features",
        "technology.items[*].own_level": "grid.technology",
        "technology.items[*].levels[*].level": "grid.technology",
        "segments.items[*].ratings[*].score": "grid.segments",
    }
    special = {c for topic in topics() if topic.special for c in topic.special.cells}
    return hidden.get(pattern) in shown or pattern in special


def test_every_question_is_asked_somewhere():
    left_out = [path for path, _ in paths.questions() if not asked(path)]
    assert left_out == []


def test_topics_name_what_is_declared():
    for topic in topics():
        for path in topic.asks:
            paths.place(path)
        for name in topic.hide:
            node = paths.place(topic.asks[0]).field.node
            assert name.split(".")[0] in declared(node)
        assert not topic.grid or topic.grid in GRIDS


def test_every_section_has_its_page():
    assert set(declared(Plan)) - {"meta", "evidence"} == set(WORDS) - {"write"}
