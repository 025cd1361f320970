"""Which readings explain what, and which deeds speak against them."""

import pytest

from hydrascope.detect.evidence.model import Evidence
from hydrascope.detect.explanations import EXPLANATIONS
from hydrascope.detect.verdict import read

BY_DAY = {"hour": lambda i, k: 24 * (k % 10) + 10 + (i + k) % 5, "subnet": lambda i, _: f"home-{i}"}
FITTING = {
    "one_customer": {"payment_fingerprint": "company-card", "email_domain": "company.example"},
    "school_class": {"email_domain": "school.example"} | BY_DAY,
    "event": {"created_at": 1.2, "hour": lambda i, k: 48 + (k * 5 + i) % 48},
    "popular_tool": {"created_at": lambda i: -390 + 30 * i, "payment_fingerprint": lambda i: f"own-{i}"} | BY_DAY,
}


@pytest.mark.parametrize(
    ("name", "deed", "share"),
    [
        ("one_customer", "regrowth", 0.125),
        ("one_customer", "reworded_template", 1.0),
        *((name, "reworded_template", 0.125) for name in ("school_class", "event", "popular_tool")),
        *((name, "handover", 0.125) for name in ("school_class", "event", "popular_tool")),
        *((name, "shared_payment", 1.0) for name in ("school_class", "event", "popular_tool")),
    ],
)
def test_what_honest_accounts_do_not_do_refutes_a_reading(told, name, deed, share) -> None:
    """Three bits of a deed that a reading has no place for leave an eighth of it; what it has a place for leaves it whole."""
    seen = told.scene_of(told.hydra(**FITTING[name]))
    free, against = (
        next(found for reading, found in read(told.group_of(seen), seen, said)[0] if reading.name == name)
        for said in ({}, {deed: Evidence(3.0, "")})
    )

    assert free.fit > 0.5
    assert against.fit == pytest.approx(share * free.fit)


def test_who_came_for_a_day_came_with_one_program() -> None:
    """An event explains that its accounts have one text, one software, one place and equal volumes, and no common cards or disguise."""
    explained = EXPLANATIONS["event"].explains

    assert {"conserved_template", "client_uniformity", "shared_network", "birth_burst", "load_balancing", "round_the_clock"} <= explained
    assert not {"shared_payment", "reworded_template", "regrowth", "failover_duplicates"} & explained
