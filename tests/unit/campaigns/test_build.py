"""From a group with a verdict to a campaign."""

import itertools

import pytest

from hydrascope.campaigns.build import score
from hydrascope.campaigns.identity import campaign_id

VERDICTS = ("clear", "watch", "suspected", "confirmed")


@pytest.mark.parametrize(("low", "high"), list(itertools.pairwise(VERDICTS)))
def test_scores_sort_as_verdicts_do(low, high) -> None:
    """No number of bits lifts a verdict over the next, and more bits score more within one."""
    assert score(low, 1e6) <= score(high, 0.0)
    assert score(low, 3.0) < score(low, 9.0)
    assert score(low, -5.0) == score(low, 0.0)


def test_a_campaign_is_named_after_its_first_exchange(found) -> None:
    """The id follows from the first exchange of the common work, and whose it was."""
    account_of = {row["exchange_id"]: row["account_id"] for row in found.result.attributed.to_pylist()}
    first = min(account_of, key=found.exchange_ids.index)

    assert found.campaign.campaign_id == campaign_id(account_of[first], first)


def test_sums_are_those_of_the_findings(found) -> None:
    """Bits by side add up from evidence and explanations, and both sides add up to the whole."""
    one = found.campaign
    coordination = sum(f.bits for f in one.evidence if f.side == "coordination")
    harvest = sum(f.bits for f in one.evidence if f.side == "harvest")
    taken = sum(f.bits for f in one.explanations)

    assert one.bits == pytest.approx(one.coordination_bits + one.harvest_bits, abs=0.02)
    assert one.bits == pytest.approx(coordination + harvest + taken, abs=0.2)
    assert one.verdict == "confirmed"


def test_what_it_asks_for_is_told_in_shares(found) -> None:
    """Half reasoning, half grades; all of it reasoning in capability; cover does not count."""
    assert found.campaign.intents == pytest.approx({"cot_elicitation": 0.5, "reward_modelling": 0.5}, abs=0.01)
    assert found.campaign.capabilities == {"reasoning": 1.0}


def test_templates_are_named_with_their_use(found) -> None:
    """Both frames are listed, most used first, with words, accounts and what most of their requests ask for."""
    templates = found.campaign.templates

    assert [t.accounts for t in templates] == [12, 12]
    assert sum(t.exchanges for t in templates) == found.campaign.exchanges
    assert {t.intent for t in templates} == {"cot_elicitation", "reward_modelling"}
    assert all(t.text == f"words of {t.template_id}" for t in templates)


def test_the_turn_to_the_new_model_is_told(found) -> None:
    """The pivot names the model, how far, and how long after the release."""
    (pivot,) = found.campaign.pivots

    assert pivot.to_model == "m2"
    assert pivot.share > 0.5
    assert pivot.matched_share == 0.0
    assert -24 <= pivot.hours_after_release <= 48
    assert list(found.campaign.models) == ["m1", "m2"]


def test_the_successor_of_a_banned_head_is_told(found) -> None:
    """The head that begins after the ban is named with the hours between."""
    assert [(r.banned, r.successor, r.hours) for r in found.campaign.regrowth] == [("h003", "h011", 2.01)]


def test_pathways_count_accounts(found) -> None:
    """Each access pathway has the number of heads that use it."""
    assert found.campaign.pathways == {"api": 11, "reseller:x": 1}


def test_times_and_tokens_are_of_the_common_work(found) -> None:
    """First and last exchange bound the timeline; tokens are those of the stream."""
    one = found.campaign

    assert one.first_ts < one.last_ts
    assert one.timeline[0].ts <= one.first_ts
    assert sum(p.exchanges for p in one.timeline) == one.exchanges
    assert one.output_tokens == 1500 * one.exchanges
    assert one.accounts == sorted(one.accounts)
