"""Companies: how they differ in size, and what the accounts of one share."""

from statistics import mean, stdev

import pytest

from hydrascope.lab.worlds import companies
from hydrascope.lab.worlds.traffic import Setting, moment

SETTING = Setting(seed=3, days=14.0, scale=1.0, release=7 * 86_400.0)


def test_sizes_are_log_normal_about_their_mean():
    """The mean over many companies is the figure, and they differ; without spread all are alike."""
    sizes = [companies.sized(SETTING, "office", n, 20.0, 0.5) for n in range(800)]

    assert mean(sizes) == pytest.approx(20, rel=0.08)
    assert stdev(sizes) > 5
    assert companies.sized(SETTING, "office", 1, 20.0, 0.0) == 20.0


@pytest.mark.parametrize("declared", [True, False])
def test_the_accounts_of_a_fleet_share_card_domain_server_and_program(declared):
    """One company pays once and sends from one place; only a declared one names its organisation."""
    people = list(companies.fleet(SETTING, "batch-undeclared", 0, 4, declared=declared))
    accounts = [person.account for person in people]

    assert len({account.account_id for account in accounts}) == 4
    assert len({(a.payment_fingerprint, a.email_domain, a.user_ref, a.org_id) for a in accounts}) == 1
    assert len({(person.place, person.stack) for person in people}) == 1
    assert {account.org_id is not None for account in accounts} == {declared}
    assert {person.kind for person in people} == {"batch"}


def test_no_account_of_a_fleet_is_born_after_the_world_began():
    """Accounts that were opened months apart were all opened before the first request."""
    born = [
        person.account.created_at for n in range(60) for person in companies.fleet(SETTING, "x", n, 5, declared=True, apart=20 * 86_400.0)
    ]

    assert max(born) <= moment(0)


def test_a_nightly_job_keeps_its_hour():
    """All accounts of one job work at the same hour, and another company at another."""
    spans = []
    for n in (1, 2):
        person = companies.machine(SETTING, "batch", n)
        spans.append({int(at % 86_400 // 3_600) for at in companies.nights(SETTING, "batch", n, person.rng, 8, 0.0)})

    assert all(len(hours) <= 2 for hours in spans)
    assert spans[0] != spans[1]
