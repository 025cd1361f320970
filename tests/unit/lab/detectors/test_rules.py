import numpy as np
import pyarrow as pa
import pytest

from hydrascope.lab.detectors.rules import WEIGHTS, counted
from hydrascope.lab.detectors.texts import Texts


def told(prompts: list[str], seconds: list[float]) -> Texts:
    """One account's prompts."""
    return Texts(["a"], np.array([0, len(prompts)]), pa.array(prompts, pa.large_string()), np.array(seconds))


def test_each_templated_request_adds_to_the_counter():
    """Three near-equal prompts an hour apart: 0.30 each for the second and the third, less 0.05 for an idle hour."""
    same = ["sort the invoices of march by amount", "sort the invoices of march by name", "sort the invoices of march by date"]
    assert counted(told(same, [0, 3600, 7200]))[0] == pytest.approx(0.30 - 0.05 + 0.30)


def test_rates_and_gaps_add_as_published():
    """Forty different prompts within four seconds: 0.20 for each small gap, and the counter stops at 1."""
    words = [f"{chr(97 + i % 26)}{chr(97 + i // 26)} {chr(98 + i % 20)}{i}" for i in range(40)]
    assert counted(told(words, [i / 10 for i in range(40)]))[0] == 1.0
    assert counted(told(words[:3], [0, 0.1, 0.2]))[0] == pytest.approx(0.40)


def test_a_slow_and_varied_customer_has_no_points():
    """Nothing is added, so nothing is there."""
    assert counted(told(["what is a verb", "bake bread for two", "why is the sky blue"], [0, 4000, 9000]))[0] == 0.0


def test_no_rule_and_no_weight_is_about_a_country():
    """The peers raise scores by country and by UTC hours; these rules do not."""
    assert not {"country", "geo", "off_hours", "asn"} & set(WEIGHTS)
