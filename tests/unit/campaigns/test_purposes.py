"""What each exchange of a campaign is after, told by its template."""

from types import SimpleNamespace

import numpy as np
import pytest

from hydrascope.campaigns.purposes import ASKS, purposes
from hydrascope.schema import INTENTS

REASONING, GRADES = INTENTS.index("cot_elicitation"), INTENTS.index("reward_modelling")


def _exchanges(*given):
    """Exchanges as (template, intent, probability of harvest)."""
    template, intent, harvest = zip(*given, strict=True)
    return SimpleNamespace(template=np.array(template), intent=np.array(intent, np.int8), harvest=np.array(harvest) * 1000)


def _told(*given):
    return purposes(_exchanges(*given), np.arange(len(given))).tolist()


def test_what_fills_one_template_is_after_one_thing() -> None:
    """Two of five exchanges read as reasoning and one as grades: all five are after reasoning."""
    rows = [(7, REASONING, 0.9), (7, 0, 0.4), (7, REASONING, 0.9), (7, GRADES, 0.6), (7, 0, 0.3)]

    assert _told(*rows) == [REASONING] * 5


def test_templates_are_read_apart() -> None:
    """What one template asks says nothing of another, or of requests that fill none."""
    assert _told((7, REASONING, 0.9), (8, GRADES, 0.9), (8, 0, 0.4), (-1, 0, 0.4), (-1, GRADES, 0.9)) == [
        REASONING,
        GRADES,
        GRADES,
        0,
        GRADES,
    ]


@pytest.mark.parametrize(("others", "told"), [(ASKS, REASONING), (ASKS - 0.05, 0)])
def test_a_tools_prompt_among_them_stays_what_it_is(others, told) -> None:
    """One exchange in twenty that reads as harvest does not make a template of ordinary work one."""
    rows = [(7, REASONING, 0.5 if told else 0.4)] + [(7, 0, others - 0.02)] * 19

    assert _told(*rows)[1] == told


def test_only_the_given_rows_count() -> None:
    """Other exchanges that fill the template are somebody else's."""
    x = _exchanges((7, 0, 0.2), (7, GRADES, 0.9), (7, GRADES, 0.9), (7, REASONING, 0.9))

    assert purposes(x, np.array([0, 3])).tolist() == [REASONING, REASONING]
