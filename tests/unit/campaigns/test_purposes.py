"""What each exchange of a campaign is after, told by its template."""

from types import SimpleNamespace

import numpy as np
import pytest

from hydrascope.campaigns.purposes import purposes
from hydrascope.schema import INTENTS

REASONING, GRADES = INTENTS.index("cot_elicitation"), INTENTS.index("reward_modelling")


def _exchanges(*given):
    """Exchanges as (template, intent)."""
    template, intent = zip(*given, strict=True)
    return SimpleNamespace(template=np.array(template), intent=np.array(intent, np.int8))


def _told(*given):
    return purposes(_exchanges(*given), np.arange(len(given))).tolist()


def test_what_fills_one_template_is_after_one_thing() -> None:
    """Two of five exchanges read as reasoning and one as grades: all five are after reasoning."""
    assert _told((7, REASONING), (7, 0), (7, REASONING), (7, GRADES), (7, 0)) == [REASONING] * 5


def test_templates_are_read_apart() -> None:
    """What one template asks says nothing of another, or of requests that fill none."""
    rows = [(7, REASONING), (8, GRADES), (8, 0), (-1, 0), (-1, GRADES)]

    assert _told(*rows) == [REASONING, GRADES, GRADES, 0, GRADES]


@pytest.mark.parametrize(("read", "told"), [(4, REASONING), (3, 0)])
def test_a_tools_prompt_among_them_stays_what_it_is(read, told) -> None:
    """Four exchanges in twenty that read as harvest make a template one; three stand for themselves."""
    rows = [(7, 0)] * (20 - read) + [(7, REASONING)] * read

    assert _told(*rows) == [told] * (20 - read) + [REASONING] * read


def test_only_the_given_rows_count() -> None:
    """Other exchanges that fill the template are somebody else's."""
    x = _exchanges((7, 0), (7, GRADES), (7, GRADES), (7, REASONING))

    assert purposes(x, np.array([0, 3])).tolist() == [REASONING, REASONING]
