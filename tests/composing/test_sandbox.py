"""Templates see views and traced values, and can do nothing else."""

import pytest
from jinja2 import DictLoader
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from planner import paths
from planner.analysis.feeding import analysed
from planner.composing.environment import environment, names
from planner.composing.markdown import blocks
from planner.composing.traced import Ink
from planner.exhibits.ground import Ground
from planner.exhibits.voice import Voice
from planner.model.plan import Plan
from tests.plans import sample


def rendered(template: str, plan: Plan | None = None):
    plan = plan or sample()
    ground = Ground(plan, analysed(plan), Voice("en", "EUR"))
    ink = Ink(plan, ground.voice)
    source = environment(DictLoader({"t": template})).get_template("t").render(names(ground, ink))
    return blocks(str(source), ink, "t")


@pytest.mark.parametrize(
    "template",
    [
        "{{ business.company.titel }}",
        "{{ plan.title }}",
        "{{ business.model_dump() }}",
        "{{ business.company.name.upper() }}",
        "{{ business.company.name|upper }}",
        "{{ business.company.name|length }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ business.__class__ }}",
        "{{ business._node }}",
        "{{ business.company.name._ink }}",
        "{{ range(10) }}",
        "{{ lipsum() }}",
        "{% include '/etc/passwd' %}",
        "{{ exhibit('nothing') }}",
    ],
)
def test_nothing_else_is_there(template):
    with pytest.raises((SecurityError, TemplateError, UndefinedError, KeyError)):
        rendered(template)


def test_a_value_keeps_its_path_through_bold_and_sentences():
    (made,) = rendered(
        "**{{ business.company.name }}** in {{ _('{a}!', a=business.company.area) }}"
    )
    assert [(s.text, s.bold, s.sources) for s in made.text] == [
        ("Moveo", True, ("business.company.name",)),
        (" in ", False, ()),
        ("Cluj-Napoca and twenty minutes’ drive around it", False, ("business.company.area",)),
        ("!", False, ()),
    ]


def test_references_print_the_name_they_lead_to():
    (made,) = rendered("{{ business.goals[0].owner }}")
    assert made.text[0].text == "Ana Pop"


def test_nothing_answered_is_false_and_nought_is_an_answer():
    plan = paths.put(Plan(), "promotion.budget.contingency", 0)
    plan = paths.put(plan, "market.growth", 0.06)
    made = rendered(
        "{% if business.company.vision %}a{% endif %}"
        "{% if promotion.budget.contingency %}b{% endif %}"
        "{% if market.growth > 0.05 %}c{% endif %}",
        plan,
    )
    assert [s.text for s in made[0].text] == ["bc"]


def test_a_heading_without_content_is_dropped():
    assert rendered("## A\n\n### B\n\n## C\n") == ()
    kept = rendered("## A\n\n## B\n\ntext\n")
    assert [b.text[0].text for b in kept] == ["B", "text"]
