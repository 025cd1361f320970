"""The name of a campaign: the same when it is found again."""

import re

from hydrascope.campaigns.identity import campaign_id, template_id


def test_names_follow_from_what_they_name() -> None:
    """The same first exchange of the same account gives the same id, another one another."""
    assert campaign_id("who", "a") == campaign_id("who", "a") != campaign_id("who", "b")
    assert campaign_id("who", "a") != campaign_id("other", "a")
    assert template_id(5) != template_id(6)


def test_names_are_short_and_plain() -> None:
    """Ids hold no customer's words, whatever the exchange is called, also what no encoding can carry."""
    for name in ("", "x" * 10_000, "取引-7", "a\ud800b", "../../etc/passwd"):
        assert re.fullmatch(r"hc-[0-9a-f]{12}", campaign_id(name, name))
    assert template_id(2**64 - 1) == "tp-ffffffffffffffff"


def test_a_campaign_keeps_its_name_when_more_of_it_is_seen(kit, conclude_from) -> None:
    """Traffic after the first scan does not rename the campaign."""
    short = conclude_from(kit.hydra(each=24))
    longer = conclude_from(
        kit.hydra(each=40, hour=lambda i, k: 24 * (k % 10) + (k * 11 + i * 5) % 24 + i / 1000 if k < 24 else 260 + k + i / 1000)
    )

    assert short.campaign.campaign_id == longer.campaign.campaign_id
    assert longer.campaign.exchanges > short.campaign.exchanges
