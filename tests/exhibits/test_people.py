"""The people in detail, on figures reckoned by hand or published."""

from tests.exhibits.setting import planned, rows, says

WHO = "audience.personas[andreea]"


def test_an_opening_is_what_matters_and_is_not_served():
    plan = planned(
        {
            WHO: {"name": "Andreea"},
            f"{WHO}.outcomes[days]": {"statement": "Fewer days of pain"},
            f"{WHO}.outcomes[days].importance": 9,
            f"{WHO}.outcomes[days].satisfaction": 3,
        }
    )
    # 9 + (9 - 3) = 15: an opening; above 15 a great one
    assert rows(plan, "outcomes", WHO)[1] == [
        "Fewer days of pain",
        "9.0",
        "3.0",
        "15.0",
        "an opening",
    ]


def test_a_finding_is_printed_with_its_bounds():
    study = "audience.studies[talks]"
    plan = planned(
        {
            study: {"name": "Talks"},
            f"{study}.findings[switch]": {"statement": "Would switch"},
            f"{study}.findings[switch].said_so": 15,
            f"{study}.findings[switch].asked": 22,
        }
    )
    # Wilson 1927: 15 of 22 gives 47.3 % to 83.6 %
    assert rows(plan, "findings")[1] == ["Would switch", "15", "22", "68%", "47% and 84%"]


def test_recommendation_has_its_margin():
    study = "audience.studies[survey]"
    plan = planned(
        {
            study: {"name": "Survey"},
            f"{study}.promoters": 110,
            f"{study}.passives": 30,
            f"{study}.detractors": 60,
        }
    )
    # (110 - 60) / 200 = 25 points; 1.96 x sqrt((170/200 - 0.0625) / 200) = 12.3 points
    assert says(plan, "recommendation") == (
        "In “Survey” the net recommendation is 25 points, give or take 12 (95% sure)."
    )


def test_the_journey_says_where_most_are_lost():
    stage = "audience.journey"
    plan = planned(
        {
            WHO: {"name": "Andreea"},
            f"{stage}[aware]": {"name": "aware"},
            f"{stage}[consider]": {"name": "consider"},
            f"{stage}[aware].cells[andreea].loss": 0.4,
            f"{stage}[consider].cells[andreea].loss": 0.62,
            f"{stage}[consider].cells[andreea].content_status": "make",
        }
    )
    assert says(plan, "journey-loss", WHO) == (
        "Most are lost at “consider”: 62% drop out."
        " Still to be made: what we give them at consider."
    )


def test_pains_and_gains_are_ordered_by_what_they_matter():
    plan = planned(
        {
            WHO: {"name": "Andreea"},
            f"{WHO}.pains[wait]": {"statement": "Waits nine days", "importance": 3},
            f"{WHO}.pains[face]": {"statement": "A new face", "importance": 5},
            f"{WHO}.gains[why]": {"statement": "Knows why", "importance": 4},
        }
    )
    assert [line[0] for line in rows(plan, "pains-gains", WHO)[1:]] == [
        "A new face",
        "Waits nine days",
        "Knows why",
    ]
