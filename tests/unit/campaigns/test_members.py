"""The heads of a campaign: what each did, what was cover, and what ties it to the others."""

import numpy as np

from hydrascope.campaigns.members import MOST_LINKS, _shared
from hydrascope.detect.bits import rarity


def test_each_head_has_its_work_and_its_cover(found) -> None:
    """A fifth of each head's exchanges is cover and is counted apart."""
    heads = {m.account_id: m for m in found.campaign.members}

    assert set(heads) == {f"h{i:03d}" for i in range(12)}
    assert {(m.exchanges, m.cover) for name, m in heads.items() if name != "h003"} == {(32, 8)}
    assert (heads["h003"].exchanges, heads["h003"].cover) == (16, 4)


def test_heads_come_most_active_first_and_equals_by_name(found) -> None:
    """The order is by work, then by name."""
    names = [m.account_id for m in found.campaign.members]

    assert names[-1] == "h003"
    assert names[:-1] == sorted(names[:-1])


def test_lives_of_heads_are_told(found) -> None:
    """First and last exchange, registration and ban are times in UTC; what is unknown is none."""
    banned = next(m for m in found.campaign.members if m.account_id == "h003")
    other = next(m for m in found.campaign.members if m.account_id == "h004")

    assert banned.first_ts < banned.last_ts <= banned.banned_at
    assert banned.created_at < banned.first_ts
    assert other.banned_at is None


def test_links_are_traits_that_at_least_two_heads_share(found) -> None:
    """Every edge's value is held by two heads or more, rarest first."""
    links = found.campaign.links
    held = {}
    for link in links:
        held.setdefault((link.kind, link.value), set()).add(link.account_id)

    assert {kind for kind, _ in held} >= {"payment", "network", "template", "client"}
    assert all(len(accounts) >= 2 for accounts in held.values())
    assert [link.bits for link in links] == sorted((link.bits for link in links), reverse=True)
    assert len(links) <= MOST_LINKS


def test_links_of_a_head_are_named_with_it(found) -> None:
    """A head names the kinds of its edges."""
    for head in found.campaign.members:
        assert head.links == sorted({link.kind for link in found.campaign.links if link.account_id == head.account_id})


def test_a_common_value_is_a_weak_link(found) -> None:
    """The bits of a link are the rarity of its value among all accounts, not among the heads."""
    scene = found.detection.scene
    value = np.array([0] * 52)
    (first, *_) = _shared(scene, np.array([40, 41]), "card", np.arange(52), value, None)

    assert first.bits == 0.0
    own = _shared(scene, np.array([40, 41]), "card", np.arange(52), np.where(np.arange(52) >= 40, 3, -1), ["a", "b", "c", "name"])
    assert [(link.account_id, link.value) for link in own] == [("h000", "name"), ("h001", "name")]
    assert own[0].bits == round(rarity(12, 52), 2)
