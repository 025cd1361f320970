"""Gateways and fail-over routers: shared egress, balanced load, and what failed sent again."""

import json
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from hydrascope.lab.worlds import gateways
from hydrascope.lab.worlds.gateways import Failover, Gateway
from hydrascope.lab.worlds.traffic import Setting

SETTING = Setting(seed=3, days=14.0, scale=1.0, release=7 * 86_400.0)
BOTH = [(gateways.gateway, Gateway(companies=3)), (gateways.failover, Failover(customers=4, accounts=(2, 3)))]


def _by_operator(population):
    of = {one.account.account_id: one.operator for one in population.accounts}
    grouped = defaultdict(list)
    for one in population.sent:
        grouped[of[one.account_id]].append(one)
    return grouped


def _tries(sent):
    """Group an operator's exchanges by what they asked."""
    tries = defaultdict(list)
    for one in sorted(sent, key=lambda one: one.ts):
        tries[json.dumps(one.request)].append(one)
    return list(tries.values())


@pytest.mark.parametrize(("act", "these"), BOTH)
def test_the_same_seed_makes_the_same_traffic(act, these):
    """Accounts and exchanges follow from the seed, and all of them are honest."""
    one, two = act(SETTING, these), act(SETTING, these)

    assert one == two
    assert {enrolled.campaign for enrolled in one.accounts} == {sent.campaign for sent in one.sent} == {""}
    assert all(0 <= sent.ts < SETTING.end for sent in one.sent)


@pytest.mark.parametrize(("act", "these", "client"), [(*BOTH[0], "gateway/1."), (*BOTH[1], "switchyard/0.")])
def test_the_accounts_of_a_company_show_one_address_and_one_client(act, these, client):
    """Whoever sends through one layer leaves by one door; two companies leave by two."""
    grouped = _by_operator(act(SETTING, these))

    for sent in grouped.values():
        assert len({one.place for one in sent}) == len({one.stack for one in sent}) == 1
        assert sent[0].stack.user_agent.startswith(client)
    assert len({sent[0].place.ip for sent in grouped.values()}) == len(grouped)


def test_a_gateway_has_keys_and_teams_within_its_figures():
    """Two to five accounts, three to six prompts, and every prompt through every account."""
    for sent in _by_operator(gateways.gateway(SETTING, Gateway(companies=6, per_day=40.0))).values():
        prompts = defaultdict(set)
        for one in sent:
            prompts[one.request["system"]].add(one.account_id)
        keys = {one.account_id for one in sent}

        assert 2 <= len(keys) <= 5
        assert 3 <= len(prompts) <= 6
        assert all(accounts == keys for accounts in prompts.values())


def test_a_gateway_shares_the_load_out_evenly():
    """No account of a company carries much more than another."""
    for sent in _by_operator(gateways.gateway(SETTING, Gateway(companies=3, per_day=80.0))).values():
        load = Counter(one.account_id for one in sent).values()

        assert max(load) < 1.2 * min(load)


def test_what_failed_is_sent_again_through_another_account():
    """Each failed try is followed within a minute by the same request on another account, unless none is left."""
    population = gateways.failover(SETTING, Failover(customers=6, accounts=(2, 3), failures=0.1))
    followed, alone = 0, 0
    for sent in _by_operator(population).values():
        for tries in _tries(sent):
            for failed, again in pairwise(tries):
                assert failed.extra["status"] >= 400
                assert failed.account_id != again.account_id
                assert 0 < again.ts - failed.ts < 60
                followed += 1
            alone += tries[-1].extra.get("status", 200) >= 400

    assert followed > 100
    assert alone < 0.4 * followed


def test_the_first_account_takes_what_does_not_fail():
    """A fail-over router is no balancer: the second account sees only what the first left over."""
    for sent in _by_operator(gateways.failover(SETTING, Failover(customers=4, accounts=(2, 2), failures=0.03))).values():
        assert Counter(one.account_id for one in sent).most_common(1)[0][1] > 0.75 * len(sent)


def test_a_lone_account_loses_what_failed_to_another_provider():
    """With one account nothing is seen twice."""
    for sent in _by_operator(gateways.failover(SETTING, Failover(customers=3, accounts=(1, 1), failures=0.1))).values():
        assert {len(tries) for tries in _tries(sent)} == {1}
        assert any(one.extra.get("status") for one in sent)


def test_failures_come_as_often_as_the_figure_says_and_in_incidents():
    """Outside the provider's incidents the share of failures is the figure; inside every other try fails."""
    population = gateways.failover(SETTING, Failover(customers=30, accounts=(2, 2), failures=0.04, per_day=40.0))
    bad = gateways.incidents(SETTING)
    failed = defaultdict(list)
    for one in population.sent:
        failed[any(start <= one.ts < end for start, end in bad)].append("status" in one.extra)

    assert sum(failed[False]) / len(failed[False]) == pytest.approx(0.04, abs=0.01)
    assert sum(failed[True]) / len(failed[True]) == pytest.approx(0.5, abs=0.15)


@pytest.mark.parametrize("declared", [True, False])
def test_only_a_declared_company_names_its_organisation(declared):
    """A declared company's log lines carry the organisation of its accounts; an undeclared one's carry none, and it pays with one card all the same."""
    population = gateways.gateway(SETTING, Gateway(companies=2, declared=declared))

    assert {one.account.org_id is not None for one in population.accounts} == {declared}
    assert {"org_id" in one.extra for one in population.sent} == {declared}
    assert len({one.account.payment_fingerprint for one in population.accounts}) == 2


def test_the_teams_of_a_company_share_no_phrases():
    """Two teams behind one gateway have unrelated prompts: hardly a run of five words in common."""
    sent = _by_operator(gateways.gateway(SETTING, Gateway(companies=1, keys=(2, 2), teams=(5, 5))))["gateway-0"]
    runs = defaultdict(set)
    for prompt in {one.request["system"] for one in sent}:
        words = prompt.split()
        for i in range(len(words) - 4):
            runs[" ".join(words[i : i + 5])].add(prompt)

    assert sum(len(prompts) > 1 for prompts in runs.values()) / len(runs) < 0.02
