"""What is said of a share that does not fit: the percentage as people write it."""

import pytest

from planner.model.kinds import BadValue, Share


@pytest.mark.parametrize(
    ("stored", "said"),
    [(1.2, "120 %"), (1.205, "120.5 %"), (-0.07, "-7 %"), (12, "1200 %"), (1000000, "100000000 %")],
)
def test_a_share_out_of_bounds_is_named_without_idle_zeros(stored, said):
    with pytest.raises(BadValue) as bad:
        Share().check(stored)
    assert bad.value.message("en") == f"{said} is outside 0 % to 100 %."
