"""Honest reasoning blocks: handed back by the account that minted them, or by the one that took its place."""

import pytest

from hydrascope.lab.worlds import gateways, honest, migrations
from hydrascope.lab.worlds.traffic import Setting, moment

SETTING = Setting(seed=3, days=14.0, scale=1.0, release=8.4 * 86_400.0)


def _handed(sent):
    """Return each block that was handed back with whoever minted it and whoever handed it back; and the blocks in all."""
    minters = {block: one for one in sent for block in one.extra.get("reasoning_blocks", ())}
    return [(minters[block], one) for one in sent for block in one.request.get("reasoning_blocks", ()) if block in minters], minters


def test_coders_who_think_hand_back_their_own_blocks_alone():
    """A third of the coders think; their blocks return to them, some of them in another session."""
    sent = honest.coders(SETTING, honest.Coders(accounts=200)).sent
    pairs, minters = _handed(sent)
    thinking = {one.account_id for one in sent if "thinking" in one.request}

    assert 0.25 < len(thinking) / len({one.account_id for one in sent}) < 0.45
    assert len(minters) == sum("thinking" in one.request for one in sent)
    assert all(a.account_id == b.account_id and a.ts < b.ts for a, b in pairs)
    assert 0.02 < sum(a.extra["session_id"] != b.extra["session_id"] for a, b in pairs) / len(pairs) < 0.4


@pytest.mark.parametrize("declared", [True, False])
def test_a_company_that_moves_takes_its_blocks_along(declared):
    """Blocks of the old account are handed back by the new one of the same company, and never the other way round; the old one falls silent."""
    moved = migrations.migration(SETTING, migrations.Migration(companies=4, declared=declared, new_card=not declared))
    accounts = {one.account.account_id: one for one in moved.accounts}
    pairs, _ = _handed(moved.sent)
    foreign = [(a, b) for a, b in pairs if a.account_id != b.account_id]
    old = {a.account_id for a, _ in foreign}
    new = {b.account_id for _, b in foreign}

    assert len(accounts) == 16
    assert len(foreign) > 20
    assert not old & new
    for a, b in foreign:
        first, second = accounts[a.account_id], accounts[b.account_id]
        assert first.operator == second.operator
        assert first.account.email_domain == second.account.email_domain
        assert (first.account.payment_fingerprint == second.account.payment_fingerprint) == declared
        assert (first.account.org_id is not None) == declared
    for account in new:
        assert min(one.ts for one in moved.sent if one.account_id == account) > 0
        assert all(accounts[account].account.created_at <= moment(one.ts) for one in moved.sent if one.account_id == account)


def test_blocks_wander_over_the_keys_of_a_gateway():
    """A talk through a gateway takes its blocks from one account of the company to another, and to no other company's."""
    passed = gateways.gateway(SETTING, gateways.Gateway(companies=5))
    company = {one.account.account_id: one.operator for one in passed.accounts}
    pairs, _ = _handed(passed.sent)
    foreign = [(a, b) for a, b in pairs if a.account_id != b.account_id]

    assert len(foreign) > 100
    assert all(company[a.account_id] == company[b.account_id] for a, b in foreign)
