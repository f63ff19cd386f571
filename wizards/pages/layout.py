"""How a page is put together: topics in order, and nothing of its section forgotten."""

from __future__ import annotations

from importlib import import_module

from planner.model.nodes import declared
from planner.model.plan import Plan
from wizards.forms.cards import Topic


def topics_of(word: str) -> tuple[Topic, ...]:
    """The topics of a step's page; what its module leaves out stands at the end."""
    named: tuple[Topic, ...] = import_module(f"wizards.pages.{word}").TOPICS
    sections = declared(Plan)
    if word not in sections:
        return named
    section = sections[word].node
    assert section is not None
    asked = {path for topic in named for path in topic.asks}
    rest = [
        Topic(field.label, (f"{word}.{name}",))
        for name, field in declared(section).items()
        if not any(path == f"{word}.{name}" or path.startswith(f"{word}.{name}.") for path in asked)
    ]
    return (*named, *rest)
