"""A world on stage."""

import pyarrow.compute as pc
import pytest

from hydrascope.lab.benchmark.observe import stage


@pytest.fixture(scope="module")
def staged(tmp_path_factory):
    """A tiny demo."""
    return stage("demo", seed=1, scale=0.02, folder=tmp_path_factory.mktemp("world"))


def test_the_truth_adds_up(staged) -> None:
    """Heads, exchanges and account-days of the truth are those of the traffic."""
    truth, labels = staged.truth, staged.labels

    assert sum(account.exchanges for account in truth.accounts.values()) == truth.exchanges == len(labels)
    for name, campaign in truth.campaigns.items():
        assert campaign.exchanges == pc.sum(pc.equal(labels["campaign"], name)).as_py()
        assert campaign.heads == sum(account.campaign == name for account in truth.accounts.values())
        assert campaign.sent >= campaign.exchanges > 0
    assert all(1 <= account.days <= truth.days for account in truth.accounts.values())


def test_labels_follow_the_fingerprints(staged) -> None:
    """Rows of the truth stand in the order of the fingerprints, which are in order of time."""
    assert staged.labels["exchange_id"].to_pylist() == staged.observed.fingerprints["exchange_id"].to_pylist()
    assert pc.sort_indices(staged.observed.fingerprints["ts"]).to_pylist() == list(range(staged.truth.exchanges))


def test_the_detector_is_not_told_the_truth(staged) -> None:
    """Nothing that a detector sees names a campaign."""
    assert not {"campaign", "kind", "operator"} & {*staged.observed.fingerprints.column_names, *staged.observed.accounts.column_names}
    assert staged.observed.exchanges.is_file()


def test_intents_are_told_where_the_campaign_says_them(staged) -> None:
    """What a campaign was set to is part of the truth."""
    assert staged.truth.campaigns["agentic"].intents == ["trajectory_collection"]
    assert staged.truth.campaigns["reasoning"].dials["heads"] == 40.0
